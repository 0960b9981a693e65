"""Asks a DNS server on this machine with dnspython and prints what came back, a line for each way."""

import sys

import dns.edns
import dns.flags
import dns.message
import dns.query
import dns.rcode
import dns.resolver

port = int(sys.argv[1])
where, name = "127.0.0.1", "wWw.CaFe.example"


def line(way, reply):
    values = sorted(value.to_text() for rrset in reply.answer for value in rrset)
    print(way, dns.rcode.to_text(reply.rcode()), *values)


query = dns.message.make_query(name, "A")
# dnspython itself refuses a reply whose question or id differs.
reply = dns.query.udp(query, where, port=port, timeout=5)
assert reply.question[0].name.to_text() == name + ".", "the letters changed"
line("udp", reply)
line("tcp", dns.query.tcp(query, where, port=port, timeout=5))

subnet = dns.edns.ECSOption("86.128.0.0", 16)
query = dns.message.make_query(name, "A", use_edns=0, payload=1400, options=[subnet])
reply = dns.query.udp(query, where, port=port, timeout=5)
line("subnet", reply)
print("scope", reply.options[0].scopelen, "payload", reply.payload)

query = dns.message.make_query("many.cafe.example", "A", use_edns=False)
reply, used_tcp = dns.query.udp_with_fallback(query, where, port=port, timeout=5)
print("fallback", used_tcp, len(reply.answer[0]))

resolver = dns.resolver.Resolver(configure=False)
resolver.nameservers, resolver.port = [where], port
print("resolver", *sorted(value.to_text() for value in resolver.resolve(name, "A")))
