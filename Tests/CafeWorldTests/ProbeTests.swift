@testable import CafeWorld
import Route53
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Checkers against the probe-by-probe reference` {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `turn when it turns, and make one verdict, to the millisecond`(seed: UInt64) throws {
    var duel = try ProbeDuel(seed: seed)
    try duel.play(rounds: 30)
    #expect(duel.flips == duel.reference.flips)
    #expect(duel.turns == duel.reference.turns)
    let now = duel.world.now
    let due = duel.reference.turns
      .map { ProbeReference.Turn(at: $0.at + 5 * .second, status: $0.status) }
      .filter { $0.at <= now }
    #expect(duel.served == due)
    #expect(try duel.check.status == duel.reference.status)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `list the requests that it sent, in any stretch of the past`(seed: UInt64) throws {
    var duel = try ProbeDuel(seed: seed)
    try duel.play(rounds: 30)
    var dice = Dice(seed)
    let (check, now) = (try duel.check, duel.world.now)
    for checker in check.checkers {
      let index = checker.site
      let start = now - 1 - dice.below(now - check.createdAt)
      let end = start + dice.below(now - start)
      let sent = duel.reference.requests(index, from: start, to: end)
      #expect(checker.probes(from: start, to: end) == sent)
      let whole = duel.reference.requests(index, from: check.createdAt, to: now - 1)
      #expect(checker.probes(from: check.createdAt, to: now - 1) == whole)
      for failedOnly in [false, true] {
        let last = duel.reference.last(index, by: now, failedOnly: failedOnly)
        #expect(checker.lastResult(by: now, failedOnly: failedOnly) == last)
      }
    }
  }

  @Test func `live through both verdicts, all outcomes and many turns`() throws {
    var (flips, verdicts, outcomes) = (0, Set<HealthStatus>(), Set<String>())
    for seed in 0..<120 as Range<UInt64> {
      var duel = try ProbeDuel(seed: seed)
      try duel.play(rounds: 30)
      flips += duel.flips.count
      verdicts.formUnion(duel.turns.map(\.status))
      for checker in try duel.check.checkers {
        let seen = checker.probes(from: .opening, to: duel.world.now)
        outcomes.formUnion(seen.map { String("\($0.outcome)".prefix(5)) })
      }
    }
    #expect(flips > 1_000)
    #expect(verdicts == [.healthy, .unhealthy])
    #expect(
      outcomes == ["answe", "conne", "noHan", "read(", "refus", "silen", "timed", "unres"]
    )
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `begin within the first interval, each at a moment of its own`(seed: UInt64) throws {
    var world = Scene.cafe.world(seed: seed, profile: .nobody)
    let settings = HealthCheckSettings(kind: .http, ipAddress: "34.210.1.9")
    try world.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    let check = try #require(world.healthCheck("it"))
    let starts = check.checkers.compactMap { $0.run?.first }
    #expect(starts.count == 16)
    #expect(starts.allSatisfy { (0..<30_000).contains($0 - world.now) })
    #expect(Set(starts).count >= 15)
  }
}
