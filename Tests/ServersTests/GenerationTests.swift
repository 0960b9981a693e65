import CafeWorld
import DNS
import Route53
import Servers
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `DNS of a world that changes` {
  @Test func `shows a failover and the way back as soon as the world says so`() throws {
    let cafe = try ServedCafe(sockets: 2)
    let (first, second) = try (
      cafe.world.address("CafeInstance1"), cafe.world.address("CafeInstance2")
    )
    #expect(try cafe.ask("www.cafe.example").values == [.a(first)])
    let id = try #require(cafe.world.instance("CafeInstance1")?.id)
    try cafe.change { world in
      try world.perform(.breakInstance(id, .refuse, lasting: nil))
      try world.perform(.wait(.minute))
    }
    for _ in 0..<20 { #expect(try cafe.ask("www.cafe.example").values == [.a(second)]) }
    try cafe.change { world in
      try world.perform(.heal(id))
      try world.perform(.wait(2 * .minute))
    }
    for _ in 0..<20 { #expect(try cafe.ask("www.cafe.example").values == [.a(first)]) }
  }

  // A query that is sent after a flip never gets the answer from before it, on whichever thread.
  @Test func `follows a thousand flips, each in the next answer`() throws {
    let cafe = try ServedCafe(sockets: 2)
    let up = cafe.world
    var down = up
    let id = try #require(up.instance("CafeInstance1")?.id)
    try down.perform(.breakInstance(id, .refuse, lasting: nil))
    try down.perform(.wait(.minute))
    let addresses = try [up.address("CafeInstance1"), up.address("CafeInstance2")]
    let sockets = try (0..<4).map { _ in try cafe.udp() } + [try cafe.tcp()]
    let query = Message(
      id: 1,
      asking: .init(try DomainName("www.cafe.example"), TypeCode(.a))
    ).octets
    for flip in 1...1_000 {
      try cafe.change { $0 = flip.isMultiple(of: 2) ? up : down }
      let socket = sockets[flip % 5]
      let answer: Message
      if flip % 5 == 4 {
        socket.send(framed: query)
        answer = try socket.receiveFramed()
      } else {
        socket.send(query)
        let reply = try #require(socket.receive())
        answer = try Message(reply.span)
      }
      #expect(answer.values == [.a(addresses[flip % 2])])
    }
  }

  @Test func `keeps an answer for its generation and no longer`() throws {
    let cafe = try ServedCafe()
    #expect(try cafe.ask("new.cafe.example").code == .nxDomain)
    try cafe.change(silently: true) { try $0.create([.simple("new", ["192.0.2.1"])]) }
    #expect(try cafe.ask("new.cafe.example").code == .nxDomain)
    try cafe.change { _ in }
    #expect(try cafe.ask("new.cafe.example").values.count == 1)
  }

  @Test func `draws anew for each query where chance decides`() throws {
    let cafe = try ServedCafe { world in
      try world.create(
        [("a", 10), ("b", 30)].enumerated().map { index, each in
          RecordSetRequest(
            name: "dice.cafe.example",
            type: "A",
            setIdentifier: each.0,
            routing: .weighted(each.1),
            ttl: 60,
            values: ["192.0.2.\(index)"]
          )
        }
      )
    }
    let light = RecordData.a(IPv4Address(bits: 0xc000_0200))
    var drawn = 0
    for _ in 0..<400 where try cafe.ask("dice.cafe.example").values == [light] { drawn += 1 }
    // A quarter of 400; five standard deviations either way.
    #expect((57...143).contains(drawn))
  }

  @Test(arguments: 0..<4)
  func `agrees with the world in whatever is asked`(seed: UInt64) throws {
    let cafe = try ServedCafe { world in
      try world.buildPair()
      try world.create([
        .simple("mail", type: .mx, ["10 mx.cafe.example"]),
        .simple("shop", type: .cname, ["www.cafe.example"]),
        .simple("*.any", type: .txt, ["\"a\" \"b\""]),
      ])
    }
    let world = cafe.world
    var dice = Dice(seed)
    let names = [
      "cafe.example", "www.cafe.example", "shop.cafe.example", "mail.cafe.example",
      "x.any.cafe.example", "any.cafe.example", "none.cafe.example", "else.example",
    ]
    for _ in 0..<300 {
      let question = Question(
        name: try DomainName(dice.one(of: names)),
        type: dice.one(of: RecordType.allCases)
      )
      let expected = world.authoritativeAnswer(question)
      let answer = try cafe.ask(
        question.name.description,
        TypeCode(question.type),
        Extensions(udpMost: 1_232)
      )
      #expect(answer.code == WireCode(expected.code))
      #expect(answer.isAuthoritative == expected.isAuthoritative)
      #expect(
        answer.values.map(\.description).sorted()
          == expected.records.map(\.data.description).sorted()
      )
      #expect(answer.authority.count == expected.authority.count)
    }
  }
}
