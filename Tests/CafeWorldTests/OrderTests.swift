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
      let reference = OrderReference(seed: Seed(seed), profile: day.profile)
      let counted = reference.count(day.views, since: since, to: day.world.now)
      let customers = day.world.customers
      #expect([customers.placed, customers.lost] == counted, "at \(day.world.now.iso)")
      let spans = customers.spans
      #expect([spans.map(\.placed).reduce(0, +), spans.map(\.lost).reduce(0, +)] == counted)
    }
  }

  @Test func `are both placed and lost in those days`() throws {
    var (placed, lost) = (0, 0)
    for seed in 0..<20 as Range<UInt64> {
      var day = try OrderDay(seed: seed)
      for _ in 0..<25 { try day.live() }
      placed += day.world.customers.placed
      lost += day.world.customers.lost
    }
    #expect(placed > 1_000)
    #expect(lost > 1_000)
  }
}

/// Customers who order through random outages and changes of records.
private struct OrderDay {
  let profile: CustomerProfile
  private(set) var world: World
  private(set) var views: [OrderReference.View] = []
  private var dice: Dice
  private var records: [RecordSetRequest] = []

  init(seed: UInt64) throws {
    dice = Dice(seed)
    let minutes: [Int64] = [0, 0, 1, 3, 7, 12, 25, 60, 95, 240]
    var periods: [Milliseconds] = []
    for _ in 0..<24 { periods.append(dice.one(of: minutes) * .minute + dice.below(3) * 17_001) }
    profile = CustomerProfile(count: 7, periods: periods)
    world = Scene.cafe.world(seed: seed, profile: profile)
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
    let old = records.map { Change(.delete, $0) }
    records = try newRecords()
    let zone = try #require(world.hostedZones.first?.id)
    let changes = old + records.map { Change(.create, $0) }
    if changes.isEmpty { return .healEverything }
    return .changeRecords(zone, ChangeBatch(changes: changes))
  }

  private mutating func newRecords() throws -> [RecordSetRequest] {
    let all = world.instances.compactMap { $0.publicAddress?.description }
    let ttl = dice.one(of: [0, 15, 60, 300])
    let name = world.customers.name.description
    switch dice.below(4) {
    case 0: return []
    case 1 where !all.isEmpty:
      return [RecordSetRequest(name: name, type: "A", ttl: ttl, values: [dice.one(of: all)])]
    case 2 where !all.isEmpty:
      return [RecordSetRequest(name: name, type: "A", ttl: ttl, values: all)]
    default:
      let check = try #require(world.healthChecks.first)
      return [("PRIMARY", check.settings.ipAddress), ("SECONDARY", all.last)]
        .map { (role: String, address: String?) -> RecordSetRequest in
          RecordSetRequest(
            name: name,
            type: "A",
            setIdentifier: role,
            failover: role,
            ttl: ttl,
            values: [address ?? "34.210.7.7"],
            healthCheckID: role == "PRIMARY" ? check.id.text : nil
          )
        }
    }
  }
}
