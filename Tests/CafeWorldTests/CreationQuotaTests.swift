import CafeWorld
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Health checks that are created` {
  /// DG: DNSLimitations.
  @Test func `are a thousand in 24 hours at most`() throws {
    var world = Scene.empty.world(seed: 7)
    let settings = HealthCheckSettings.calculated([], threshold: 0)
    let create = Command.createHealthCheck(name: "it", callerReference: nil, settings: settings)
    for _ in 0..<HealthRules.creationsPerDay {
      try world.perform(create)
      try world.perform(.deleteHealthCheck(try #require(world.healthChecks.last?.id)))
    }
    #expect(throws: Rejection.service(.throttling)) { try world.perform(create) }
    try world.perform(.wait(24 * 3_600_000))
    try world.perform(create)
  }
}
