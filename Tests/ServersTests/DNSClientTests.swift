import CafeWorld
import DNS
import Glibc
import Route53
import Servers
import Support
import Testing

/// The clients that people use, each skipped where it is not installed.
@Suite(.timeLimit(.minutes(1)))
struct `Clients of DNS` {
  static let dig = Tool("dig", package: "bind9-dnsutils")
  static let delv = Tool("delv", package: "bind9-dnsutils")
  static let kdig = Tool("kdig", package: "knot-dnsutils")
  static let dnsperf = Tool("dnsperf", package: "dnsperf")

  private static func dig(_ cafe: ServedCafe, _ words: String...) throws -> String {
    try dig.run(["@127.0.0.1", "-p", "\(cafe.server.port)", "+tries=1"] + words)
  }

  private static let digest = "2BB183AF5F22588179A53B0A98631FAD1A292118A1B2C3D4E5F60718293A4B5C"

  /// A value of each type at a name of its own.
  private static let values: [(RecordType, String)] = [
    (.a, "192.0.2.1"), (.aaaa, "2001:db8::1"), (.caa, "0 issue \"ca.example\""),
    (.cname, "www.cafe.example."), (.ds, "60485 8 2 \(digest)"),
    (.https, "1 . alpn=\"h2,h3\" port=8443 ipv4hint=192.0.2.1"), (.mx, "10 mx.cafe.example."),
    (.naptr, "1 2 \"U\" \"E2U+sip\" \"!^.*$!sip:x!\" ."), (.ptr, "www.cafe.example."),
    (.spf, "\"v=spf1 -all\""), (.srv, "1 2 5269 www.cafe.example."), (.sshfp, "4 2 \(digest)"),
    (.svcb, "16 svc.cafe.example. port=53"), (.tlsa, "3 1 1 0D6F"), (.txt, "\"one two\" \"three\""),
  ]

  private static func served() throws -> ServedCafe {
    try ServedCafe { world in
      try world.buildPair()
      try world.create(
        values.map { .simple("t-\($0.0.rawValue)", type: $0.0, [$0.1]) }
          + [.simple("many", (1...90).map { "192.0.2.\($0)" })]
      )
    }
  }

  @Test(.enabled(if: dig.isHere, "\(dig)"))
  func `dig reads the value of every type`() throws {
    let cafe = try Self.served()
    for (type, value) in Self.values {
      let shown = try Self.dig(
        cafe,
        "+short",
        "+nosplit",
        type.rawValue,
        "t-\(type.rawValue).cafe.example"
      )
      #expect(shown == "\(value)\n", "\(type)")
    }
    let zone = try #require(cafe.world.hostedZones.first)
    for type in [RecordType.ns, .soa] {
      let shown = try Self.dig(cafe, "+short", type.rawValue, "cafe.example")
      let values = zone.records.sets(name: zone.name, type: type).flatMap(\.values)
      #expect(
        shown.split(separator: "\n").map(String.init).sorted()
          == values.map(\.description).sorted()
      )
    }
  }

  static let digs: [([String], String)] = [
    (["www.cafe.example"], "flags: qr aa rd; QUERY: 1, ANSWER: 1, AUTHORITY: 4, ADDITIONAL: 1"),
    (["www.cafe.example"], "EDNS: version: 0, flags:; udp: 4096"),
    (["+noedns", "www.cafe.example"], "ADDITIONAL: 0"),
    (["+tcp", "+norec", "www.cafe.example"], "flags: qr aa; QUERY: 1, ANSWER: 1"),
    (["+subnet=86.128.0.0/16", "www.cafe.example"], "CLIENT-SUBNET: 86.128.0.0/16/0"),
    (["+dnssec", "www.cafe.example"], "flags: do; udp: 4096"),
    (["+nsid", "www.cafe.example"], "status: NOERROR"),
    (
      ["+ignore", "+bufsize=1232", "many.cafe.example"],
      "flags: qr aa tc rd; QUERY: 1, ANSWER: 0"
    ),
    (
      ["+ignore", "+bufsize=4096", "many.cafe.example"],
      "flags: qr aa rd; QUERY: 1, ANSWER: 90"
    ),
    (["many.cafe.example"], "ANSWER: 90"),
    (["AXFR", "cafe.example"], "Transfer failed."),
    (["IXFR=1", "cafe.example"], "Transfer failed."),
    (["CH", "TXT", "version.bind"], "status: REFUSED"),
    (["other.example"], "status: REFUSED"),
    (["none.cafe.example"], "status: NXDOMAIN"),
    (["TYPE65280", "www.cafe.example"], "status: NOERROR"),
    (["ANY", "www.cafe.example"], "ANSWER: 1"),
    (["+opcode=2", "www.cafe.example"], "status: NOTIMP"),
    (["+edns=1", "+noednsneg", "www.cafe.example"], "status: BADVERS"),
    (["+header-only", "+noedns"], "status: FORMERR"),
  ]

  @Test(.enabled(if: dig.isHere, "\(dig)"), arguments: digs)
  func `dig shows what it is told`(words: [String], shown: String) throws {
    let cafe = try Self.served()
    let printed = try Self.dig.run(
      ["@127.0.0.1", "-p", "\(cafe.server.port)", "+tries=1", "+time=3"] + words
    )
    #expect(printed.contains(shown))
    #expect(!printed.contains("NSID") && !printed.contains("malformed"))
  }

  /// The loopback address of version 6 is this machine's as well, where there is one.
  @Test(.enabled(if: dig.isHere, "\(dig)"))
  func `dig asks by version 6 too`() throws {
    let world = try Self.served().world
    do throws(DNSServer.Failure) {
      let server = try DNSServer.start(
        address: .v6(IPv6Address(bits: 1)),
        port: 0,
        generation: { 0 },
        snapshot: { Snapshot(generation: 0, world: world) }
      )
      defer { server.stop() }
      let words = ["@::1", "-p", "\(server.port)", "+short", "www.cafe.example"]
      let address = try? world.address("CafeInstance1").description
      #expect((try? Self.dig.run(words)) == address.map { $0 + "\n" })
    } catch {
      guard case .cannotBind(_, _, EADDRNOTAVAIL) = error else { throw error }
    }
  }

  @Test(.enabled(if: kdig.isHere, "\(kdig)"))
  func `kdig gets the same by UDP and TCP`() throws {
    let cafe = try Self.served()
    let address = try cafe.world.address("CafeInstance1").description
    for way in [["+notcp"], ["+tcp"], ["+edns", "+subnet=24.20.0.0/16"]] {
      let words = ["@127.0.0.1", "-p", "\(cafe.server.port)"] + way + ["www.cafe.example"]
      #expect(try Self.kdig.run(words + ["+short"]) == "\(address)\n")
      let whole = try Self.kdig.run(words)
      #expect(whole.contains("status: NOERROR") && !whole.contains("WARNING"))
    }
    let many = try Self.kdig.run(
      ["@127.0.0.1", "-p", "\(cafe.server.port)", "many.cafe.example", "+short"]
    )
    #expect(many.contains("truncated reply from 127.0.0.1") && many.contains("retrying over TCP"))
    #expect(many.split(separator: "\n").count { $0.hasPrefix("192.0.2.") } == 90)
  }

  @Test(.enabled(if: delv.isHere, "\(delv)"))
  func `delv takes the answer without a chain of trust`() throws {
    let cafe = try Self.served()
    let address = try cafe.world.address("CafeInstance1").description
    let printed = try Self.delv.run(
      ["@127.0.0.1", "-p", "\(cafe.server.port)", "+noroot", "www.cafe.example", "A"]
    )
    #expect(printed.contains("; authoritative") && printed.contains(address))
  }

  @Test(.enabled(if: dnsperf.isHere, "\(dnsperf)"))
  func `dnsperf loses no query`() throws {
    let cafe = try Self.served()
    let queries = "www.cafe.example A\nt-TXT.cafe.example TXT\nnone.cafe.example A\n"
    let printed = try Self.dnsperf.run(
      ["-s", "127.0.0.1", "-p", "\(cafe.server.port)", "-c", "2"],
      input: String(repeating: queries, count: 1_000)
    )
    #expect(printed.contains("Queries sent:         3000"))
    #expect(printed.contains("Queries lost:         0 (0.00%)"))
  }

  /// The Python that `make test` puts the clients into, if it has dnspython.
  private static let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
  private static let python = root + "/.build/venv/bin/python3"
  static let hasPython: Bool =
    (try? PipedRun(Program(python, ["-c", "import dns"])).exit == .code(0)) ?? false

  @Test(
    .enabled(
      if: hasPython,
      "needs dnspython (.build/venv/bin/pip install dnspython)"
    )
  )
  func `dnspython gets the same in every way`() throws {
    let cafe = try Self.served()
    let address = try cafe.world.address("CafeInstance1").description
    let run = try PipedRun(
      Program(Self.python, [Self.root + "/Tests/ServersTests/ask_dns.py", "\(cafe.server.port)"])
    )
    #expect(run.errors == "")
    #expect(
      run.output == """
        udp NOERROR \(address)
        tcp NOERROR \(address)
        subnet NOERROR \(address)
        scope 0 payload 4096
        fallback True 90
        resolver \(address)

        """
    )
  }
}
