import CafeWorld
import DNS
import Route53
import Testing

/// Rows of §11 of the notes on Route 53, by their numbers.
@Suite(.timeLimit(.minutes(1)))
struct `Golden health of a world` {
  var cafe = Cafe()

  private func create(_ reference: String, threshold: Int = 2) throws -> Command {
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: try cafe.firstAddress.description,
      failureThreshold: threshold
    )
    return .createHealthCheck(name: "", callerReference: reference, settings: settings)
  }

  private func refusal(_ command: Command) -> ServiceError? {
    do throws(Rejection) {
      _ = try cafe.world.decide(command)
      return nil
    } catch {
      guard case .service(let error) = error else { return nil }
      return error
    }
  }

  @Test mutating func `29 the same caller reference and settings give the same check`() throws {
    try cafe.perform(create("once"))
    #expect(try cafe.perform(create("once")).isEmpty)
    #expect(cafe.world.healthChecks.count == 1)
  }

  @Test mutating func `30 other settings, or a deleted check, are refused`() throws {
    try cafe.perform(create("once"))
    let other = refusal(try create("once", threshold: 5))
    #expect(other?.code == "HealthCheckAlreadyExists")
    #expect(other?.status == 409)
    #expect(
      other?.message
        == "A different health check has already been created with the specified caller reference."
    )
    #expect(refusal(try create(""))?.code == "InvalidInput")
    #expect(refusal(try create(String(repeating: "r", count: 65)))?.code == "InvalidInput")
    try cafe.perform(.deleteHealthCheck(try #require(cafe.world.healthChecks.first?.id)))
    #expect(refusal(try create("once"))?.code == "HealthCheckAlreadyExists")
  }

  @Test mutating func `31 an update for version 1 is refused when the check has version 2`()
    throws
  {
    let id = try cafe.watch()
    var update = HealthCheckUpdate(failureThreshold: 5)
    update.version = 1
    try cafe.perform(.updateHealthCheck(id, update))
    let error = refusal(.updateHealthCheck(id, update))
    #expect(error?.code == "HealthCheckVersionMismatch")
    #expect(error?.status == 409)
    update.version = 2
    #expect(refusal(.updateHealthCheck(id, update)) == nil)
  }

  @Test mutating func `35 a calculated check has no status report`() throws {
    let child = try cafe.watch()
    #expect(throws: Never.self) { try cafe.world.checkObservable(child) }
    let id = try cafe.follow(.calculated([child], threshold: 1))
    #expect(throws: ServiceError.noObservations(.calculated)) {
      try cafe.world.checkObservable(id)
    }
  }

  @Test(arguments: [false, true])
  mutating func `36 a new check is healthy, an inverted one unhealthy`(inverted: Bool) throws {
    let id = try cafe.watch(inverted: inverted)
    #expect(cafe.status(id) == (inverted ? .unhealthy : .healthy))
  }

  @Test mutating func `42 a disabled check is healthy, inverted as well it is unhealthy`() throws {
    let id = try cafe.watch()
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(.minute)
    #expect(cafe.status(id) == .unhealthy)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(disabled: true)))
    #expect(cafe.status(id) == .healthy)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(inverted: true)))
    #expect(cafe.status(id) == .unhealthy)
  }

  @Test(arguments: [(2, HealthStatus.healthy), (3, .unhealthy), (4, .unhealthy), (0, .healthy)])
  mutating func `43 enough of the children must be healthy`(
    threshold: Int,
    status: HealthStatus
  ) throws {
    let good = try [cafe.watch(), cafe.watch(cafe.secondAddress)]
    let bad = try cafe.watch(inverted: true)
    let id = try cafe.follow(.calculated(good + [bad], threshold: threshold))
    #expect(cafe.status(id) == status)
  }

  @Test mutating func `44 a disabled child counts as healthy`() throws {
    let child = try cafe.watch()
    let id = try cafe.follow(.calculated([child], threshold: 1))
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(.minute)
    #expect(cafe.status(id) == .unhealthy)
    try cafe.perform(.updateHealthCheck(child, HealthCheckUpdate(disabled: true)))
    #expect(cafe.status(id) == .healthy)
  }

  @Test mutating func `45 a metric check without any data is as it was last known, healthy`()
    throws
  {
    let child = try cafe.watch()
    try cafe.alarm(on: child)
    try cafe.perform(.deleteHealthCheck(child))
    let alarm = AlarmIdentifier(region: "us-east-1", name: "down")
    let id = try cafe.follow(.metric(of: alarm, insufficient: .lastKnown))
    try cafe.wait(.hour)
    #expect(cafe.status(id) == .healthy)
  }
}

extension Cafe {
  /// A health check without an endpoint.
  mutating func follow(_ settings: HealthCheckSettings) throws -> HealthCheckID {
    try perform(.createHealthCheck(name: "follower", callerReference: nil, settings: settings))
    return try #require(world.healthChecks.last?.id)
  }
}
