@testable import CafeWorld
import DNS
import Foundation
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A scene` {
  /// Two regions, an odd resource of each kind, customers here and there.
  static let wide: Scene = {
    var scene = Scene.cafe
    scene.name = "wide"
    scene.instances = AddressPool.regions.flatMap { region in
      ["a", "b", "c"].map { letter in
        Scene.Server(name: region + letter, zone: region + letter, subnet: "a subnet")
      }
    }
    scene.resources = [
      Scene.Resource(kind: .website, region: "us-west-2"),
      Scene.Resource(kind: .loadBalancer, region: "eu-west-1", name: "front"),
      Scene.Resource(kind: .distribution, region: "us-east-1"),
    ]
    return scene
  }()

  @Test(arguments: [Scene.cafe, .empty, wide])
  func `is data, and makes the same world of the same seed`(scene: Scene) throws {
    let copy = try JSONDecoder().decode(Scene.self, from: JSONEncoder().encode(scene))
    #expect(copy == scene)
    #expect(copy.world(seed: 5) == scene.world(seed: 5))
    #expect(copy.world(seed: 5).digest == scene.world(seed: 5).digest)
    #expect(scene.world(seed: 6).digest != scene.world(seed: 5).digest)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `has addresses of its regions, each once, that can be watched`(seed: UInt64) {
    let world = Self.wide.world(seed: seed)
    let addresses =
      world.instances.compactMap(\.publicAddress) + world.resources.flatMap(\.addresses)
    #expect(addresses.count == 24 + 1 + 2 + 4)
    #expect(Set(addresses).count == addresses.count)
    #expect(!addresses.contains(where: ForbiddenRanges.contains))
    for instance in world.instances {
      let prefix = instance.publicAddress.map { $0.bits >> 16 }
      #expect(AddressPool.instances(in: instance.region).contains(prefix ?? 0))
    }
    #expect(world.regions == AddressPool.regions.sorted())
    #expect(world.availabilityZones.count == 24)
  }

  @Test func `names its resources as AWS does`() throws {
    let world = Self.wide.world(seed: 1)
    let names = world.resources.map(\.name.withoutDot)
    #expect(names[0] == "s3-website-us-west-2.amazonaws.com")
    #expect(names[1].hasPrefix("front-"))
    #expect(names[1].hasSuffix(".eu-west-1.elb.amazonaws.com"))
    #expect(names[2].hasPrefix("d") && names[2].hasSuffix(".cloudfront.net"))
    #expect(world.resource("front")?.kind == .loadBalancer)
    #expect(world.resource("s3-website-us-west-2")?.kind == .website)
    #expect(world.resource("back") == nil)
  }

  @Test func `without anything in it takes what is made in it`() throws {
    var world = Scene.empty.world(seed: 1)
    #expect(world.instances.isEmpty && world.hostedZones.isEmpty && world.customers.count == 0)
    #expect(world.nextMoment == nil)
    try world.perform(.createHostedZone(name: "a.example", callerReference: "1", comment: nil))
    let settings = HealthCheckSettings(kind: .http, ipAddress: "34.210.7.7", requestInterval: 10)
    try world.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    try world.perform(.wait(5 * .minute))
    #expect(world.healthChecks.first?.status == .unhealthy)
    #expect(world.customers.placed == 0)
  }

  @Test func `moves a day by the hours that clocks are ahead`() {
    let day = CustomerProfile(count: 1, periods: (0..<24).map { Int64($0) })
    #expect(day.lived(by: 3, hoursAhead: 8).periods[0] == 8)
    #expect(day.lived(by: 3, hoursAhead: -1).periods[0] == 23)
    #expect(day.lived(by: 3, hoursAhead: 17).periods[8] == 1)
  }
}
