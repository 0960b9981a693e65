import CafeWorld
import DNS
import Route53
import Servers
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `DNS for clients in places` {
  /// Two places with an answer each, and one for the rest.
  private static func build(_ world: inout World) throws {
    let areas: [(GeoLocation, String)] = [
      (.continent("EU"), "192.0.2.1"), (.country("US"), "192.0.2.2"), (.anywhere, "192.0.2.3"),
    ]
    try world.create(
      areas.map { area, address in
        RecordSetRequest(
          name: "www.cafe.example",
          type: "A",
          setIdentifier: address,
          routing: .geolocation(area),
          ttl: 60,
          values: [address]
        )
      } + [.simple("plain", ["192.0.2.9"])]
    )
  }

  // RFC 7871 §7.2.1: the scope is the prefix for which the answer holds, 0 for all.
  @Test func `goes by the subnet that a resolver tells, and says how far that holds`() throws {
    let cafe = try ServedCafe(Self.build)
    let world = cafe.world
    let question = Question(name: try DomainName("www.cafe.example"), type: .a)
    let subnets = ["24.20.0.0/16", "86.128.0.0/16", "86.128.3.0/24", "203.0.113.0/24"]
    var found: Set<[RecordData]> = []
    for subnet in (subnets + subnets.reversed()).compactMap({ AddressBlock($0) }) {
      let extensions = Extensions(udpMost: 1_232, clientSubnet: ClientSubnet(block: subnet))
      let answer = try cafe.ask("www.cafe.example", TypeCode(.a), extensions)
      let expected = world.authoritativeAnswer(question, from: subnet)
      #expect(answer.values == expected.records.map(\.data))
      #expect(answer.extensions?.clientSubnet == extensions.clientSubnet)
      #expect(answer.extensions?.scope == subnet.length)
      found.insert(answer.values)
      let plain = try cafe.ask("plain.cafe.example", TypeCode(.a), extensions)
      #expect(plain.extensions?.scope == 0 && plain.values.count == 1)
    }
    #expect(found.count == 3)
  }

  @Test func `takes this machine for the learner, whoever tells nothing as well`() throws {
    let cafe = try ServedCafe(Self.build)
    let question = Question(name: try DomainName("www.cafe.example"), type: .a)
    let own = cafe.world.authoritativeAnswer(question).records.map(\.data)
    #expect(try cafe.ask("www.cafe.example").values == own)
    let nothing = ClientSubnet(block: AddressBlock("0.0.0.0/0"))
    let silent = Extensions(udpMost: 1_232, clientSubnet: nothing)
    let answer = try cafe.ask("www.cafe.example", TypeCode(.a), silent)
    #expect(answer.values == own && answer.extensions?.scope == 0)
  }
}
