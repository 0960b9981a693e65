@testable import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `A health check` {
  var cafe = Cafe()

  /// Row 36.
  @Test(arguments: [false, true])
  mutating func `is healthy when new, inverted unhealthy`(inverted: Bool) throws {
    let id = try cafe.watch(inverted: inverted)
    #expect(cafe.status(id) == (inverted ? .unhealthy : .healthy))
    #expect(cafe.world.healthCheck(id)?.servedStatus == (inverted ? .unhealthy : .healthy))
  }

  /// Row 41.
  @Test(arguments: [1, 2, 3, 10])
  mutating func `has checkers that turn after as many results as its threshold`(
    threshold: Int
  ) throws {
    let id = try cafe.watch(threshold: threshold)
    try cafe.wait(.minute)
    try cafe.perform(.breakInstance(cafe.first.id, .refuse, lasting: nil))
    let broken = cafe.world.now
    let events = try cafe.wait(3 * .minute)
    for event in events {
      guard case .checkerTurned(_, let index, to: .unhealthy) = event.fact else { continue }
      let checker = try #require(cafe.world.healthCheck(id)?.checkers[index])
      let failed = checker.probes(from: broken, to: event.at - 1)
      #expect(failed.count == threshold)
    }
    #expect(events.count { if case .checkerTurned = $0.fact { true } else { false } } == 16)
  }

  /// Row 42.
  @Test mutating func `is healthy when disabled, unhealthy when inverted too`() throws {
    let id = try cafe.watch()
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(.minute)
    #expect(cafe.status(id) == .unhealthy)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(disabled: true)))
    #expect(cafe.status(id) == .healthy)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(inverted: true)))
    #expect(cafe.status(id) == .unhealthy)
  }

  @Test mutating func `sends nothing while it is disabled`() throws {
    let id = try cafe.watch()
    try cafe.wait(.minute)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(disabled: true)))
    let from = cafe.world.now
    try cafe.wait(.hour)
    let to = cafe.world.now
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(disabled: false)))
    try cafe.wait(.minute)
    for checker in try #require(cafe.world.healthCheck(id)).checkers {
      #expect(checker.probes(from: from, to: to - 1).isEmpty)
      #expect(!checker.probes(from: to, to: cafe.world.now).isEmpty)
    }
  }

  @Test mutating func `served twice in one millisecond ends with the last verdict`() throws {
    let id = try cafe.watch()
    try cafe.wait(.minute)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(inverted: true)))
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(inverted: false)))
    try cafe.wait(10_000)
    #expect(cafe.world.healthCheck(id)?.servedStatus == .healthy)
    #expect(cafe.world.healthCheck(id)?.pushes.isEmpty == true)
  }

  @Test mutating func `counts no request that has not begun against a lower threshold`() throws {
    let id = try cafe.watch(threshold: 5)
    try cafe.wait(.minute)
    let instance = try cafe.first.id
    try cafe.perform(.breakInstance(instance, .refuse, lasting: nil))
    try cafe.wait(35_000)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(failureThreshold: 2)))
    try cafe.perform(.heal(instance))
    let events = try cafe.wait(.minute)
    #expect(!events.contains { if case .checkerTurned = $0.fact { true } else { false } })
  }

  /// Rows 29 and 30.
  @Test mutating func `is made once for one caller reference`() throws {
    let settings = HealthCheckSettings(kind: .http, ipAddress: "34.210.1.9")
    var other = settings
    other.failureThreshold = 5
    func create(_ settings: HealthCheckSettings) -> Command {
      .createHealthCheck(name: "it", callerReference: "once", settings: settings)
    }
    try cafe.perform(create(settings))
    #expect(try cafe.perform(create(settings)).isEmpty)
    #expect(cafe.world.healthChecks.count == 1)
    #expect(throws: Rejection.service(Refusals.callerReferenceUsed)) {
      try cafe.perform(create(other))
    }
    try cafe.perform(.deleteHealthCheck(try #require(cafe.world.healthChecks.first?.id)))
    #expect(throws: Rejection.service(Refusals.callerReferenceUsed)) {
      try cafe.perform(create(settings))
    }
  }

  /// Row 28: the record keeps the id, and counts as healthy (our decision).
  @Test mutating func `can be deleted while a record refers to it`() throws {
    let id = try cafe.watch()
    try cafe.change(.create, cafe.pair(id))
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(3 * .minute)
    #expect(cafe.answer == [try cafe.secondAddress])
    try cafe.perform(.deleteHealthCheck(id))
    #expect(cafe.answer == [try cafe.firstAddress])
    #expect(throws: Rejection.service(.noSuchHealthCheck([id]))) {
      try cafe.perform(.deleteHealthCheck(id))
    }
  }
}
