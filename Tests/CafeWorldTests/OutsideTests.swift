@testable import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `What runs outside the world` {
  var cafe = Cafe()
  static let place = Outside(address: IPv4Address(bits: 0x7f00_0001), port: 9_000)
  static let good = ProbeOutcome.answered(
    status: 200,
    connectMilliseconds: 1,
    statusMilliseconds: 3
  )

  init() throws {
    try cafe.perform(.createInstance(name: "mine", zone: "us-west-2b", outside: Self.place))
  }

  var mine: Instance {
    get throws { try #require(cafe.world.instance("mine")) }
  }

  static let texts: [(String, Outside?)] = [
    ("127.0.0.1:9000", place), ("localhost:9000", place), ("LocalHost:9000", place),
    ("10.1.2.3:65535", Outside(address: IPv4Address(bits: 0x0A01_0203), port: 65_535)),
    ("127.0.0.1", nil), ("127.0.0.1:", nil), ("127.0.0.1:0", nil), ("127.0.0.1:65536", nil),
    ("127.0.0.1:-1", nil), ("example.com:80", nil), ("[::1]:80", nil), (":80", nil), ("", nil),
    ("127.0.0.1:80:80", nil), ("http://127.0.0.1:80", nil),
  ]

  @Test(arguments: texts)
  func `is an address and a port`(text: String, place: Outside?) {
    #expect(Outside(text) == place)
    if let place { #expect(Outside("\(place)") == place) }
  }

  @Test func `has a name in the world, an address of its region, and runs at once`() throws {
    let mine = try mine
    #expect(mine.state == .running && mine.outside == Self.place && mine.region == "us-west-2")
    let address = try #require(mine.publicAddress)
    #expect(AddressPool.instances(in: "us-west-2").contains(address.bits >> 16))
    #expect(cafe.world.instances.count == 3 && Set(cafe.world.instances.map(\.id)).count == 3)
    // Nobody has looked yet.
    #expect(cafe.world.reach(of: address).takesOrders)
  }

  static let refusals: [(String, String)] = [
    ("", "us-west-2a"), (String(repeating: "x", count: 256), "us-west-2a"),
    ("a\u{7}", "us-west-2a"),
    ("fine", "us-west-2g"), ("fine", "us-west-2"), ("fine", "mars-1a"), ("fine", ""),
  ]

  @Test(arguments: refusals)
  mutating func `is refused with a name or a zone that nobody has`(
    name: String,
    zone: String
  ) throws {
    let digest = cafe.world.digest
    #expect(throws: Rejection.self) {
      try cafe.perform(.createInstance(name: name, zone: zone, outside: Self.place))
    }
    #expect(cafe.world.digest == digest)
  }

  @Test mutating func `is of a limited number, with what runs inside`() throws {
    let room = Instance.most - cafe.world.instances.count
    for number in 0..<room {
      let outside = number.isMultiple(of: 2) ? Self.place : nil
      try cafe.perform(.createInstance(name: "\(number)", zone: "us-east-1f", outside: outside))
    }
    #expect(throws: Rejection.limitReached("instance", most: Instance.most)) {
      try cafe.perform(.createInstance(name: "more", zone: "us-east-1f"))
    }
    #expect(Set(cafe.world.instances.map(\.id)).count == Instance.most)
    #expect(Set(cafe.world.instances.compactMap(\.publicAddress)).count == Instance.most)
  }

  @Test mutating func `is started, stopped and broken where it runs, not here`() throws {
    let id = try mine.id
    let commands: [Command] = [
      .startInstance(id), .stopInstance(id), .rebootInstance(id), .kill(id),
      .breakInstance(id, .refuse, lasting: nil), .breakInstance(id, .status(503), lasting: .minute),
    ]
    let digest = cafe.world.digest
    for command in commands {
      #expect(throws: Rejection.runsOutside(name: "mine", Self.place)) {
        try cafe.perform(command)
      }
    }
    #expect(throws: Rejection.nothingToHeal("mine")) { try cafe.perform(.heal(id)) }
    #expect(cafe.world.digest == digest)
  }
}
