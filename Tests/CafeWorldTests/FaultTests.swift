import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Faults on purpose` {
  var cafe = Cafe()

  struct Row: Sendable, CustomTestStringConvertible {
    let fault: FaultKind
    let outcome: ProbeOutcome
    let takesOrders: Bool
    /// Of an HTTP and of a TCP health check after a minute.
    let statuses: [HealthStatus?]

    var testDescription: String { "\(fault)" }
  }

  static func answered(_ status: Int, _ slow: Int = 0) -> ProbeOutcome {
    .answered(status: status, connectMilliseconds: 0, statusMilliseconds: slow)
  }

  /// What passes: connected in time, for HTTP a status 2xx or 3xx within two seconds
  /// (DG: dns-failover-determining-health-of-endpoints).
  static let rows = [
    Row(
      fault: .refuse,
      outcome: .refused,
      takesOrders: false,
      statuses: [.unhealthy, .unhealthy]
    ),
    Row(fault: .drop, outcome: .timedOut, takesOrders: false, statuses: [.unhealthy, .unhealthy]),
    Row(
      fault: .status(302),
      outcome: answered(302),
      takesOrders: false,
      statuses: [.healthy, .healthy]
    ),
    Row(
      fault: .status(404),
      outcome: answered(404),
      takesOrders: false,
      statuses: [.unhealthy, .healthy]
    ),
    Row(
      fault: .status(503),
      outcome: answered(503),
      takesOrders: false,
      statuses: [.unhealthy, .healthy]
    ),
    Row(
      fault: .slow(2_000),
      outcome: answered(301, 2_000),
      takesOrders: true,
      statuses: [.healthy, .healthy]
    ),
    Row(
      fault: .slow(2_500),
      outcome: .silent,
      takesOrders: true,
      statuses: [.unhealthy, .healthy]
    ),
    Row(
      fault: .slow(8_001),
      outcome: .silent,
      takesOrders: false,
      statuses: [.unhealthy, .healthy]
    ),
    Row(
      fault: .body("Hacked"),
      outcome: answered(301),
      takesOrders: false,
      statuses: [.healthy, .healthy]
    ),
  ]

  @Test(arguments: rows)
  mutating func `are seen by checkers and customers, and can be healed`(row: Row) throws {
    let address = try cafe.firstAddress
    let http = try cafe.watch()
    let settings = HealthCheckSettings(kind: .tcp, ipAddress: address.description, port: 80)
    try cafe.perform(.createHealthCheck(name: "tcp", callerReference: nil, settings: settings))
    let tcp = try #require(cafe.world.healthCheck("tcp")?.id)
    try cafe.wait(.minute)
    try cafe.perform(.breakInstance(cafe.first.id, row.fault, lasting: nil))
    try cafe.wait(3 * .minute)
    let check = try #require(cafe.world.healthCheck(http))
    let outcomes = cafe.world.observations(of: check).map { $0.result?.outcome }
    #expect(outcomes.count { $0 == row.outcome } == 16)
    #expect([cafe.status(http), cafe.status(tcp)] == row.statuses)
    #expect(cafe.world.reach(of: address).takesOrders == row.takesOrders)
    try cafe.perform(.heal(cafe.first.id))
    #expect(cafe.world.reach(of: address).takesOrders)
    try cafe.wait(3 * .minute)
    #expect([cafe.status(http), cafe.status(tcp)] == [.healthy, .healthy])
    #expect(throws: Rejection.nothingToHeal("CafeInstance1")) {
      try cafe.perform(.heal(cafe.first.id))
    }
  }

  @Test mutating func `end by themselves to the millisecond`() throws {
    let address = try cafe.firstAddress
    try cafe.perform(.breakInstance(cafe.first.id, .refuse, lasting: 10_000))
    try cafe.wait(9_999)
    #expect(cafe.world.reach(of: address) == .refuses)
    try cafe.wait(1)
    #expect(cafe.world.reach(of: address).takesOrders)
  }

  @Test mutating func `of one kind replace each other, of two kinds stand together`() throws {
    let (id, address) = (try cafe.first.id, try cafe.firstAddress)
    try cafe.perform(.breakInstance(id, .status(500), lasting: 1_000))
    try cafe.perform(.breakInstance(id, .status(503), lasting: nil))
    try cafe.perform(.breakInstance(id, .slow(100), lasting: nil))
    try cafe.wait(.minute)
    #expect(cafe.world.reach(of: address) == .answers(status: 503, slow: 100, body: nil))
    try cafe.perform(.breakInstance(id, .refuse, lasting: nil))
    #expect(cafe.world.reach(of: address) == .refuses)
    try cafe.perform(.breakInstance(id, .drop, lasting: nil))
    #expect(cafe.world.reach(of: address) == .silent)
  }

  static let outOfRange: [(FaultKind, Milliseconds?)] = [
    (.status(99), nil), (.status(600), nil), (.slow(0), nil), (.slow(-20_000), nil),
    (.slow(3_600_001), nil), (.drop, 0), (.drop, -1), (.drop, 367 * .day),
  ]

  @Test(arguments: outOfRange)
  mutating func `out of range are refused`(kind: FaultKind, time: Milliseconds?) throws {
    let before = cafe.world
    #expect(throws: Rejection.self) {
      try cafe.perform(.breakInstance(cafe.first.id, kind, lasting: time))
    }
    #expect(cafe.world == before)
  }

  @Test mutating func `take a whole Availability Zone down and up again`() throws {
    let zone = try cafe.first.zone
    let address = try cafe.firstAddress
    try cafe.perform(.beginZoneOutage(zone))
    #expect(cafe.world.reach(of: address) == .silent)
    #expect(try cafe.first.state == .running)
    #expect(cafe.world.reach(of: try cafe.secondAddress).takesOrders)
    #expect(throws: Rejection.alreadySo(.availabilityZone, zone, state: "down")) {
      try cafe.perform(.beginZoneOutage(zone))
    }
    try cafe.perform(.endZoneOutage(zone))
    #expect(cafe.world.reach(of: address).takesOrders)
    #expect(throws: Rejection.nothingToHeal(zone)) { try cafe.perform(.endZoneOutage(zone)) }
    #expect(throws: Rejection.unknown(.availabilityZone, "eu-west-1a")) {
      try cafe.perform(.beginZoneOutage("eu-west-1a"))
    }
  }

  /// Row 37: more than 18 % of sixteen are three; two regions' checkers less are two.
  @Test(arguments: 0...8)
  mutating func `cut regions off, each with its two checkers`(regions: Int) throws {
    let address = try cafe.firstAddress
    let id = try cafe.watch()
    for region in HealthRules.regions.prefix(regions) {
      try cafe.perform(.cutOff(region: region, address: address))
    }
    try cafe.wait(.minute)
    #expect(cafe.world.healthCheck(id)?.healthyCheckers == 16 - 2 * regions)
    #expect(cafe.status(id) == (regions < 7 ? .healthy : .unhealthy))
    #expect(cafe.world.reach(of: address).takesOrders)
    try cafe.perform(.healEverything)
    try cafe.wait(.minute)
    #expect(cafe.world.healthCheck(id)?.healthyCheckers == 16)
    #expect(cafe.world.cutOffs.isEmpty)
  }
}
