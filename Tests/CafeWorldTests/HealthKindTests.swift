@testable import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Health checks of other kinds` {
  var cafe = Cafe()

  private mutating func endpoint(
    _ kind: HealthCheckKind,
    _ change: (inout HealthCheckSettings) -> Void = { _ in }
  ) throws -> HealthCheckID {
    var settings = HealthCheckSettings(
      kind: kind,
      ipAddress: try cafe.firstAddress.description,
      port: kind == .tcp ? 80 : nil,
      resourcePath: kind == .tcp ? nil : "/cafe/",
      requestInterval: 10,
      failureThreshold: 2
    )
    if kind.matchesString { settings.searchString = "Server Information" }
    change(&settings)
    return try cafe.follow(settings)
  }

  static let faults: [(HealthCheckKind, FaultKind, HealthStatus)] = [
    (.https, .handshake(.always), .unhealthy), (.http, .handshake(.always), .healthy),
    (.tcp, .slowConnection(6_000), .healthy), (.http, .slowConnection(6_000), .unhealthy),
    (.httpStringMatch, .body("Under maintenance"), .unhealthy),
    (.http, .body("Under maintenance"), .healthy),
    (
      .httpStringMatch, .page(ResponseBody("Server Information", encoding: .gzip)), .healthy
    ),
    (
      .httpsStringMatch, .page(ResponseBody("Server Information", encoding: .brotli)), .unhealthy
    ),
    (
      .httpStringMatch, .page(ResponseBody("Server Information", offset: 5_110)), .unhealthy
    ),
    (
      .httpStringMatch, .page(ResponseBody("Server Information", delayMilliseconds: 2_500)),
      .unhealthy
    ), (.https, .status(503), .unhealthy),
  ]

  @Test(arguments: faults)
  mutating func `see what their kind looks at`(
    kind: HealthCheckKind,
    fault: FaultKind,
    status: HealthStatus
  ) throws {
    let id = try endpoint(kind)
    try cafe.wait(.minute)
    #expect(cafe.status(id) == .healthy)
    try cafe.perform(.breakInstance(cafe.first.id, fault, lasting: nil))
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == status)
    try cafe.perform(.heal(cafe.first.id))
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .healthy)
  }

  @Test mutating func `need the host's name where a server wants it`() throws {
    let plain = try endpoint(.https)
    let named = try endpoint(.https) { $0.fullyQualifiedDomainName = "www.cafe.example" }
    let silent = try endpoint(.https) {
      $0.fullyQualifiedDomainName = "www.cafe.example"
      $0.enablesSNI = false
    }
    let fault = FaultKind.handshake(.withoutHostName)
    try cafe.perform(.breakInstance(cafe.first.id, fault, lasting: nil))
    try cafe.wait(2 * .minute)
    #expect([plain, named, silent].map { cafe.status($0) } == [.unhealthy, .healthy, .unhealthy])
    let check = try #require(cafe.world.healthCheck(plain))
    let seen = cafe.world.observations(of: check).compactMap(\.result)
    #expect(seen.allSatisfy { $0.reason(kind: .https) == "Failure: SSL alert handshake_failure" })
  }

  @Test mutating func `check from the regions that were chosen`() throws {
    let id = try endpoint(.http) { $0.regions = ["us-east-1", "eu-west-1", "sa-east-1"] }
    let check = try #require(cafe.world.healthCheck(id))
    #expect(check.checkers.count == 6)
    for region in ["us-east-1", "eu-west-1"] {
      try cafe.perform(.cutOff(region: region, address: cafe.firstAddress))
    }
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .healthy)
    try cafe.perform(.cutOff(region: "sa-east-1", address: cafe.firstAddress))
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .unhealthy)
  }

  @Test mutating func `are cut off by the region or the Availability Zone, for a time`() throws {
    let id = try endpoint(.http) { $0.regions = ["us-east-1", "eu-west-1", "sa-east-1"] }
    for place in ["us-east-1", "eu-west-1"] {
      let command = Command.cutOff(region: place, address: try cafe.firstAddress)
      try cafe.perform(command)
      #expect(throws: Rejection.self) { try cafe.perform(command) }
    }
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .healthy)
    let zone = Command.cutOff(
      region: "sa-east-1b",
      address: try cafe.firstAddress,
      lasting: 5 * .minute
    )
    try cafe.perform(zone)
    try cafe.wait(2 * .minute)
    let check = try #require(cafe.world.healthCheck(id))
    #expect(check.healthyCheckers == 1)
    #expect(cafe.status(id) == .unhealthy)
    let events = try cafe.wait(3 * .minute)
    #expect(events.contains { if case .regionReconnected = $0.fact { true } else { false } })
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .healthy)
    #expect(cafe.world.cutOffs.map(\.region) == ["eu-west-1", "us-east-1"])
  }

  @Test mutating func `go on for an hour in a region that is taken away`() throws {
    let id = try endpoint(.http)
    try cafe.wait(.minute)
    var update = HealthCheckUpdate()
    update.regions = Array(HealthRules.regions.prefix(3))
    try cafe.perform(.updateHealthCheck(id, update))
    try cafe.wait(59 * .minute)
    #expect(cafe.world.healthCheck(id)?.checkers.count == 16)
    let events = try cafe.wait(2 * .minute)
    #expect(cafe.world.healthCheck(id)?.checkers.count == 6)
    let retired = events.filter { if case .checkersRetired = $0.fact { true } else { false } }
    #expect(retired.count == 5)
    update = HealthCheckUpdate()
    update.resets = [.regions]
    try cafe.perform(.updateHealthCheck(id, update))
    #expect(cafe.world.healthCheck(id)?.checkers.map(\.site) == Array(0..<16))
  }

  @Test mutating func `follow a name to where it leads`() throws {
    let host = cafe.world.customers.name.description
    let id = try endpoint(.http) {
      $0.ipAddress = nil
      $0.fullyQualifiedDomainName = host
    }
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .unhealthy)
    let check = try #require(cafe.world.healthCheck(id))
    let first = try #require(cafe.world.observations(of: check)[0].result)
    #expect(first.reason(kind: .http) == "Failure: DNS resolution failed")
    try cafe.change(.create, [try cafe.simple(cafe.first.publicAddress)])
    try cafe.wait(3 * .minute)
    #expect(cafe.status(id) == .healthy)
    let found = try #require(cafe.world.healthCheck(id))
    let seen = try #require(cafe.world.observations(of: found)[0].result)
    let address = try cafe.firstAddress
    #expect(
      seen.reason(kind: .http) == "Success: HTTP Status Code 200, OK. Resolved IP: \(address)"
    )
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .unhealthy)
    try cafe.change(.upsert, [try cafe.simple(cafe.second.publicAddress)])
    try cafe.wait(3 * .minute)
    #expect(cafe.status(id) == .healthy)
  }

  @Test mutating func `turn with their children, in the same millisecond`() throws {
    let child = try cafe.watch()
    let id = try cafe.follow(.calculated([child], threshold: 1))
    try cafe.perform(.kill(cafe.first.id))
    let events = try cafe.wait(2 * .minute)
    let turns = events.filter { if case .healthCheckTurned = $0.fact { true } else { false } }
    let expected = [child, id].map { Fact.healthCheckTurned($0, to: .unhealthy) }
    #expect(turns.map(\.fact) == expected)
    #expect(turns[0].at == turns[1].at && turns[1].cause == turns[0].number)
    try cafe.perform(.deleteHealthCheck(child))
    #expect(cafe.status(id) == .healthy)
  }

  @Test mutating func `follow an alarm's data, not its later settings`() throws {
    let child = try cafe.watch()
    try cafe.alarm(on: child)
    try cafe.wait(3 * .minute)
    let id = try cafe.follow(.metric(of: AlarmIdentifier(region: "us-east-1", name: "down")))
    #expect(cafe.status(id) == .healthy)
    try cafe.perform(.deleteAlarm("down"))
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(3 * .minute)
    #expect(cafe.status(id) == .unhealthy)
    let alarm = AlarmIdentifier(region: "us-east-1", name: "down")
    #expect(throws: Rejection.service(.noSuchAlarm(alarm))) {
      try cafe.follow(.metric(of: alarm))
    }
    try cafe.perform(.deleteHealthCheck(child))
    try cafe.wait(3 * .minute)
    #expect(cafe.status(id) == .unhealthy)
    var update = HealthCheckUpdate()
    update.insufficientDataStatus = .healthy
    try cafe.perform(.updateHealthCheck(id, update))
    #expect(cafe.status(id) == .healthy)
  }

  @Test mutating func `cannot follow an alarm with M of N datapoints`() throws {
    let child = try cafe.watch()
    let rule = AlarmRule(evaluationPeriods: 3, datapointsToAlarm: 2)
    try cafe.perform(.putAlarm(AlarmSettings(name: "two", healthCheckID: child, rule: rule)))
    #expect(throws: Rejection.service(.alarmNotFollowed)) {
      try cafe.follow(.metric(of: AlarmIdentifier(region: "us-east-1", name: "two")))
    }
  }

  @Test mutating func `follow a routing control`() throws {
    #expect(throws: Rejection.service(.noSuchRoutingControl("arn"))) {
      try cafe.follow(.routingControl("arn"))
    }
    try cafe.perform(.createRoutingControl("Oregon"))
    let arn = try #require(cafe.world.routingControls.first?.arn)
    let id = try cafe.follow(.routingControl(arn))
    #expect(cafe.status(id) == .unhealthy)
    try cafe.perform(.setRoutingControl(arn: arn, isOn: true))
    #expect(cafe.status(id) == .healthy)
    #expect(throws: Rejection.alreadySo(.routingControl, "Oregon", state: "on")) {
      try cafe.perform(.setRoutingControl(arn: arn, isOn: true))
    }
    try cafe.wait(10 * .second)
    #expect(cafe.world.healthCheck(id)?.servedStatus == .healthy)
  }

  @Test(arguments: [false, true])
  mutating func `know when they would turn`(inverted: Bool) throws {
    let id = try cafe.watch(inverted: inverted)
    try cafe.wait(2 * .minute)
    let soonest = try #require(cafe.world.soonestServedTurn(of: id))
    try cafe.perform(.kill(cafe.first.id))
    let events = try cafe.wait(2 * .minute)
    let served = events.first { if case .healthServed = $0.fact { true } else { false } }
    #expect(served?.at == soonest)
    let back = try #require(cafe.world.soonestServedTurn(of: id))
    #expect(back > cafe.world.now)
  }

  @Test mutating func `are reached again when an instance's old address is healed`() throws {
    let old = try cafe.firstAddress
    try cafe.perform(.cutOff(region: "us-east-1", address: old))
    try cafe.perform(.stopInstance(cafe.first.id))
    try cafe.wait(.minute)
    try cafe.perform(.startInstance(cafe.first.id))
    try cafe.wait(.minute)
    #expect(try cafe.firstAddress != old)
    try cafe.perform(.heal(cafe.first.id))
    #expect(cafe.world.cutOffs.isEmpty)
  }
}
