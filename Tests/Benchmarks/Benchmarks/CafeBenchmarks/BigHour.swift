import CafeWorld
import DNS
import Route53

/// The large world that is measured: 10,000 record sets, 1,000 health checks on 250 servers in two
/// regions, two hundred customers, and an hour with ten faults.
enum BigHour {
  /// With the zone's own NS and SOA 10,000 record sets, as many as a zone may have.
  static let pairs = 4_999
  static let checks = 1_000

  /// Every check watches a server, and five failover pairs listen to it; all is in sync.
  static func start() -> World {
    var scene = Scene.cafe
    scene.instances = (0..<250).map { number in
      let region = number % 2 == 0 ? "us-west-2" : "eu-west-1"
      let letter = ["a", "b", "c"][number / 2 % 3]
      return Scene.Server(name: "Server\(number)", zone: region + letter, subnet: "Subnet")
    }
    var rules = EngineRules()
    rules.healthChecksMost = checks
    var world = scene.world(seed: 7).under(rules)
    for number in 0..<checks {
      CafeDay.perform(
        &world,
        .createHealthCheck(
          name: "check\(number)",
          callerReference: nil,
          settings: settings(number, world)
        )
      )
    }
    let zone = world.hostedZones[0].id
    let ids = world.healthChecks.map(\.id.text)
    let addresses = world.instances.compactMap { $0.publicAddress?.description }
    for first in stride(from: 0, to: pairs, by: 250) {
      let changes = (first..<min(first + 250, pairs)).flatMap { pair($0, ids, addresses) }
      CafeDay.perform(&world, .changeRecords(zone, ChangeBatch(changes: changes)))
    }
    CafeDay.perform(&world, .wait(120_000))
    return world
  }

  private static func settings(_ number: Int, _ world: World) -> HealthCheckSettings {
    let address = world.instances[number % 250].publicAddress?.description
    // One in ten finds its endpoint by the name of the next pair.
    let isNamed = number % 10 == 0
    return HealthCheckSettings(
      kind: .http,
      ipAddress: isNamed ? nil : address,
      fullyQualifiedDomainName: isNamed ? "\(name(number + 1)).cafe.example" : nil,
      resourcePath: "/cafe",
      requestInterval: number % 3 == 0 ? 10 : 30,
      failureThreshold: 2
    )
  }

  private static func name(_ pair: Int) -> String { pair == 0 ? "www" : "host\(pair)" }

  private static func pair(_ number: Int, _ ids: [String], _ addresses: [String]) -> [Change] {
    ["PRIMARY", "SECONDARY"].enumerated().map { place, role in
      Change(
        action: .create,
        recordSet: RecordSetRequest(
          name: "\(name(number)).cafe.example",
          type: "A",
          setIdentifier: role,
          failover: role,
          ttl: 15,
          values: [addresses[(number + place) % 250]],
          healthCheckID: place == 0 ? ids[number % checks] : nil
        )
      )
    }
  }

  /// An hour: every six minutes something breaks, three minutes later it is healed.
  static func live(_ world: inout World) {
    let servers = world.instances.map(\.id)
    let address = world.instances[9].publicAddress ?? IPv4Address(bits: 0)
    let faults: [Command] = [
      .kill(servers[0]), .breakInstance(servers[1], .drop, lasting: nil),
      .breakInstance(servers[2], .status(503), lasting: nil),
      .beginZoneOutage("eu-west-1c"),
      .breakInstance(servers[3], .slow(9_000), lasting: nil), .kill(servers[4]),
      .breakInstance(servers[5], .refuse, lasting: nil), .kill(servers[6]),
      .breakInstance(servers[7], .body("closed"), lasting: nil),
      .cutOff(region: "eu-west-1", address: address),
    ]
    for fault in faults {
      CafeDay.perform(&world, fault)
      CafeDay.perform(&world, .wait(180_000))
      CafeDay.perform(&world, .healEverything)
      CafeDay.perform(&world, .wait(180_000))
    }
  }
}
