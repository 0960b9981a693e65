@testable import CafeWorld
import DNS
import Route53
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Orders against the order-by-order reference` {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func `agree exactly`(seed: UInt64) throws {
    var day = try OrderDay(seed: seed)
    for round in 1...25 {
      try day.live()
      guard round % 5 == 0, let since = day.world.customers.since else { continue }
      let customers = day.world.customers
      let reference = OrderReference(groups: customers.groups)
      let counted = reference.count(day.views, since: since, to: day.world.now)
      let found = OrderReference.Count(
        placed: customers.placed,
        lost: customers.lost,
        apologies: customers.apologies
      )
      #expect(found == counted, "at \(day.world.now.iso)")
      let spans = customers.spans
      #expect(spans.map(\.placed).reduce(0, +) == counted.placed)
      #expect(spans.map(\.lost).reduce(0, +) == counted.lost)
      var ways: [IPv4Address?: Int] = [:]
      for way in day.world.footfall { ways[way.address, default: 0] += way.count }
      #expect(ways == reference.ways(day.views, since: since, to: day.world.now))
    }
  }

  @Test func `are placed and lost in those days, some with an apology`() throws {
    var (placed, lost, apologies) = (0, 0, 0)
    for seed in 0..<20 as Range<UInt64> {
      var day = try OrderDay(seed: seed)
      for _ in 0..<25 { try day.live() }
      placed += day.world.customers.placed
      lost += day.world.customers.lost
      apologies += day.world.customers.apologies
    }
    #expect(placed > 1_000)
    #expect(lost > 1_000)
    #expect(apologies > 100)
  }

  /// Without this the days above could agree without any chance in them.
  @Test func `are led by answers that were drawn`() throws {
    var drawn: [[String]: Int] = [:]
    for seed in 0..<20 as Range<UInt64> {
      var day = try OrderDay(seed: seed)
      for _ in 0..<25 {
        try day.live()
        for entry in day.world.resolvers.flatMap(\.cache) where entry.chance == .choice {
          drawn[entry.records.map(\.data.description), default: 0] += 1
        }
      }
    }
    #expect(drawn.values.reduce(0, +) > 100)
    #expect(drawn.count > 10)
  }
}

/// Customers of three places who order through random outages and changes of records.
struct OrderDay {
  private(set) var world: World
  private(set) var views: [OrderReference.View] = []
  private var dice: Dice

  init(seed: UInt64) throws {
    dice = Dice(seed)
    let minutes: [Int64] = [0, 0, 1, 3, 7, 12, 25, 60, 95, 240]
    var periods: [Milliseconds] = []
    for _ in 0..<24 { periods.append(dice.one(of: minutes) * .minute + dice.below(3) * 17_001) }
    var scene = Scene.cafe
    scene.resources = [Scene.Resource(kind: .website, region: "us-west-2")]
    scene.customers = [("24.21.0.0/24", 4), ("86.40.0.0/24", 3), (nil, 2)].enumerated()
      .map { (index: Int, place: (subnet: String?, count: Int)) -> CustomerGroup in
        CustomerGroup(
          name: "group \(index)",
          profile: CustomerProfile(count: place.count, periods: periods)
            .lived(by: place.count, hoursAhead: 4 * index),
          subnet: place.subnet.flatMap { AddressBlock($0) }
        )
      }
    world = scene.world(seed: seed)
    let address = try #require(world.instances.first?.publicAddress?.description)
    let settings = HealthCheckSettings(kind: .http, ipAddress: address, requestInterval: 10)
    try world.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
  }

  mutating func live() throws {
    let most: [Milliseconds] = [5 * .second, 2 * .minute, 40 * .minute, 5 * .hour]
    see(try world.decide(.wait(1 + dice.below(dice.one(of: most)))))
    let command = try command()
    do { see(try world.decide(command)) } catch {}
  }

  /// Applies events one by one and looks around after each.
  private mutating func see(_ events: [Event]) {
    for event in events {
      world.apply(event)
      views.append(OrderReference.View(world))
    }
  }

  private mutating func command() throws -> Command {
    let instance = dice.one(of: world.instances)
    switch dice.below(12) {
    case 0: return .kill(instance.id)
    case 1: return .beginZoneOutage(instance.zone)
    case 2, 3: return .healEverything
    case 4: return .stopInstance(instance.id)
    case 5: return .startInstance(instance.id)
    case 6: return .breakInstance(instance.id, .slow(9_000), lasting: dice.below(9_000_000) + 1)
    case 7: return .breakInstance(instance.id, .status(503), lasting: dice.below(9_000_000) + 1)
    default: return try change()
    }
  }

  private mutating func change() throws -> Command {
    let zone = try #require(world.hostedZones.first)
    let old = zone.records.sets(name: world.customers.name).map { Change(.delete, $0.request) }
    let changes = try old + newRecords().map { Change(.create, $0) }
    if changes.isEmpty { return .healEverything }
    return .changeRecords(zone.id, ChangeBatch(changes: changes))
  }

  private mutating func newRecords() throws -> [RecordSetRequest] {
    let all = world.instances.compactMap { $0.publicAddress?.description }
    let ttl = dice.one(of: [0, 15, 60, 300])
    let name = world.customers.name.description
    let policy = dice.below(8)
    if policy >= 4, !all.isEmpty { return try group(policy, ttl: ttl) }
    switch policy {
    case 0: return []
    case 1 where !all.isEmpty:
      return [RecordSetRequest(name: name, type: "A", ttl: ttl, values: [dice.one(of: all)])]
    case 2 where !all.isEmpty:
      return [RecordSetRequest(name: name, type: "A", ttl: ttl, values: all)]
    default:
      let check = try #require(world.healthChecks.first)
      let sorry = try #require(world.resources.first?.addresses.first).description
      let standby = dice.chance(of: 50) ? sorry : all.last ?? sorry
      return [("PRIMARY", check.settings.ipAddress), ("SECONDARY", nil)]
        .map { (role: String, address: String?) -> RecordSetRequest in
          RecordSetRequest(
            name: name,
            type: "A",
            setIdentifier: role,
            failover: role,
            ttl: ttl,
            values: [role == "PRIMARY" ? address ?? "34.210.7.7" : standby],
            healthCheckID: role == "PRIMARY" ? check.id.text : nil
          )
        }
    }
  }

  /// Records of a policy by which customers are told different things.
  private mutating func group(_ policy: Int64, ttl: Int) throws -> [RecordSetRequest] {
    let all = world.instances.compactMap(\.publicAddress)
    let sorry = try #require(world.resources.first?.addresses.first)
    let check = try #require(world.healthChecks.first).id.text
    let routings: [Routing] =
      switch policy {
      case 4: [.weighted(Int(dice.below(4))), .weighted(Int(dice.below(4))), .weighted(1)]
      case 5: [.latency(region: "us-west-2"), .latency(region: "eu-west-1")]
      case 6: [.geolocation(.continent("EU")), .geolocation(.anywhere)]
      default: Array(repeating: .multivalue, count: 12)
      }
    return routings.enumerated().map { index, routing in
      let address = index == 2 ? sorry : all[index % all.count]
      return RecordSetRequest(
        name: world.customers.name.description,
        type: "A",
        setIdentifier: "\(index)",
        routing: routing,
        ttl: ttl,
        values: [address.description],
        healthCheckID: index == 0 ? check : nil
      )
    }
  }
}
