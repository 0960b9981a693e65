import CafeWorld
import DNS
import Route53
import Servers
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `DNS over UDP` {
  @Test func `answers a failover pair as the world does`() throws {
    let cafe = try ServedCafe()
    let answer = try cafe.ask("www.cafe.example")
    #expect(answer.isAuthoritative && answer.code == .noError && answer.extensions == nil)
    #expect(answer.values == [.a(try cafe.world.address("CafeInstance1"))])
    #expect(answer.records.map(\.ttl) == [15])
    #expect(answer.authority.count == 4 && answer.additional.isEmpty)
    // The same once more, from what is kept.
    #expect(try cafe.ask("www.cafe.example") == answer)
  }

  @Test func `repeats the letters of each question`() throws {
    let cafe = try ServedCafe()
    let socket = try cafe.udp()
    let plain = Message(
      id: 5,
      asking: .init(try DomainName("www.cafe.example"), TypeCode(.a))
    ).octets
    var bodies: Set<[UInt8]> = []
    for place in 12..<plain.count - 4 {
      var query = plain
      if (97...122).contains(query[place]) { query[place] -= 32 }
      socket.send(query)
      let reply = try #require(socket.receive())
      #expect(Array(reply[12..<plain.count]) == Array(query[12...]))
      bodies.insert(Array(reply[plain.count...]))
    }
    #expect(bodies.count == 1)
  }

  // Replies of one size to one client leave together, and yet each is a datagram of its own.
  @Test func `answers each of many queries that one client sends at once`() throws {
    let cafe = try ServedCafe()
    let sockets = try [cafe.udp(), cafe.udp()]
    let names = ["www.cafe.example", "none.cafe.example", "cafe.example"]
    for id in UInt16(0)..<120 {
      let name = try DomainName(names[Int(id) % 3])
      for socket in sockets {
        socket.send(Message(id: id, asking: .init(name, TypeCode(.a))).octets)
      }
    }
    for socket in sockets {
      var answered: Set<UInt16> = []
      for _ in 0..<120 {
        let reply = try #require(socket.receive())
        let message = try Message(reply.span)
        #expect(message.question?.name == (try DomainName(names[Int(message.id) % 3])))
        answered.insert(message.id)
      }
      #expect(answered.count == 120)
    }
  }

  static let refusals: [(String, TypeCode, WireCode)] = [
    ("www.elsewhere.example", TypeCode(.a), .refused),
    ("example", TypeCode(.soa), .refused),
    ("cafe.example", TypeCode(rawValue: 252), .refused),
    ("cafe.example", TypeCode(rawValue: 251), .refused),
    ("cafe.example", TypeCode(rawValue: 254), .notImplemented),
    ("cafe.example", TypeCode(rawValue: 250), .formatError),
    ("nobody.cafe.example", TypeCode(.a), .nxDomain),
  ]

  @Test(arguments: refusals)
  func `says no as it should`(name: String, type: TypeCode, code: WireCode) throws {
    let answer = try ServedCafe().ask(name, type)
    #expect(answer.code == code && answer.records.isEmpty)
    #expect(answer.isAuthoritative == (code == .nxDomain))
  }

  // RFC 2308 §3: the SOA says for how long, and its TTL is the smaller of TTL and minimum.
  @Test(arguments: [
    TypeCode(.aaaa), TypeCode(.txt), TypeCode(rawValue: 13), TypeCode(rawValue: 48),
    TypeCode(rawValue: 65_280),
  ])
  func `denies types that a name has not, known or not`(type: TypeCode) throws {
    let answer = try ServedCafe().ask("www.cafe.example", type)
    #expect(answer.code == .noError && answer.isAuthoritative && answer.records.isEmpty)
    #expect(answer.authority.map(\.type) == [TypeCode(.soa)])
    #expect(answer.authority.map(\.ttl) == [900])
  }

  @Test func `follows names for unknown types, and hands delegations on with glue`() throws {
    let cafe = try ServedCafe { world in
      try world.create([
        .simple("shop", type: .cname, ["real.cafe.example"]),
        .simple("real", ["192.0.2.1"]),
        .simple("team", type: .ns, ["ns.team.cafe.example", "ns.elsewhere.example"]),
        .simple("ns.team", ["192.0.2.53"]),
        .simple("ns.team", type: .aaaa, ["2001:db8::53"]),
      ])
    }
    let chain = try cafe.ask("shop.cafe.example", TypeCode(rawValue: 65_280))
    #expect(chain.records.map(\.type) == [TypeCode(.cname)])
    #expect(chain.authority.map(\.type) == [TypeCode(.soa)])
    let referral = try cafe.ask("deep.team.cafe.example")
    #expect(!referral.isAuthoritative && referral.records.isEmpty)
    #expect(referral.authority.map(\.type) == [TypeCode(.ns), TypeCode(.ns)])
    #expect(referral.additional.map(\.type) == [TypeCode(.a), TypeCode(.aaaa)])
    #expect(try cafe.ask("shop.cafe.example", .any).records.map(\.type) == [TypeCode(.cname)])
    #expect(try cafe.ask("real.cafe.example", .any).records.map(\.type) == [TypeCode(.a)])
    #expect(try cafe.ask("cafe.example", .any).records.first?.type == TypeCode(.ns))
    #expect(try cafe.ask("none.cafe.example", .any).code == .nxDomain)
  }

  @Test func `has EDNS if the client has`() throws {
    let cafe = try ServedCafe()
    let asked = Extensions(udpMost: 4_096, wantsDNSSEC: true)
    let answer = try cafe.ask("www.cafe.example", TypeCode(.a), asked)
    #expect(answer.extensions == Extensions(udpMost: 4_096, wantsDNSSEC: true))
    let newer = Extensions(udpMost: 4_096, version: 1)
    #expect(try cafe.ask("www.cafe.example", TypeCode(.a), newer).code == .badVersion)
  }

  @Test func `is cut where it is too long, and whole over TCP`() throws {
    let cafe = try ServedCafe { world in
      try world.create([.simple("many", (1...90).map { "192.0.2.\($0)" })])
    }
    let name = "many.cafe.example"
    for size in [nil, 512, 1_232] {
      let extensions = size.map { Extensions(udpMost: $0) }
      let cut = try cafe.ask(name, TypeCode(.a), extensions)
      #expect(cut.isTruncated && cut.records.isEmpty)
    }
    let large = try cafe.ask(name, TypeCode(.a), Extensions(udpMost: 4_096))
    #expect(large.records.count == 90 && !large.isTruncated)
    let stream = try cafe.tcp()
    stream.send(framed: Message(id: 9, asking: .init(try DomainName(name), TypeCode(.a))).octets)
    let whole = try stream.receiveFramed()
    #expect(whole.records.count == 90 && !whole.isTruncated)
  }
}
