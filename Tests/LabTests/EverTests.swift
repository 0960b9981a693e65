import CafeWorld
import Testing

@testable import Lab

struct `What ever looks at` {
  private var attempt = Attempt(
    Beginning(engine: "", lesson: "", lessonHash: "", scene: "cafe", seed: 7)
  )

  init() throws {
    try type("create record www A CafeInstance1 --ttl 15")
    try type("wait 2m")
    try attempt.carryOut(.entered(step: "outage", setup: []), typed: "")
  }

  /// Types a line, as a learner does: it becomes a row of the journal.
  private mutating func type(_ line: String) throws {
    let (_, commands, refusal) = Situation(attempt).carryingOut([line])
    #expect(refusal == nil)
    try attempt.carryOut(.commands(commands), typed: line)
  }

  private func judge(_ test: String) throws -> Evaluator.Verdict {
    Evaluator(Situation(attempt)).judge(try Lab.Test(parsing: test))
  }

  static let sick = #"instance("CafeInstance1").website == wrong-page"#

  @Test mutating func `is the world after each line, though no time passes between two`() throws {
    try type(#"break CafeInstance1 --body "Sold out""#)
    #expect(try judge(Self.sick) == .holds)
    try type("order http://www.cafe.example/cafe/")
    try type("heal CafeInstance1")
    #expect(try judge(Self.sick) == .fails)
    #expect(try judge("ever: " + Self.sick) == .holds)
  }

  @Test mutating func `is no longer what was taken back`() throws {
    try type(#"break CafeInstance1 --body "Sold out""#)
    try type("heal CafeInstance1")
    try attempt.carryOut(.undone(2), typed: "undo 2")
    #expect(try judge("ever: " + Self.sick) == .fails)
  }

  /// A solution is played from the step's entry on, so what was done there before it never was.
  @Test(arguments: [false, true])
  mutating func `is no longer what a solution was played in place of`(skipped: Bool) throws {
    try type("order CafeInstance1")
    try type(#"break CafeInstance1 --body "Sold out""#)
    try type("heal CafeInstance1")
    try attempt.carryOut(
      .solved(step: "outage", [.wait(60_000)], skipped: skipped),
      typed: "show me"
    )
    #expect(try judge("ever: " + Self.sick) == .fails)
    #expect(try judge(#"orders(by: "you").count == 0"#) == .holds)
    try type("order CafeInstance1")
    #expect(try judge(#"orders(by: "you").count == 1"#) == .holds)
  }

  /// One line is one deed: what holds only while it is being carried out was never to be seen.
  @Test mutating func `is not the midst of a line`() throws {
    let lines = [#"break CafeInstance1 --body "Sold out""#, "heal CafeInstance1"]
    let (_, commands, _) = Situation(attempt).carryingOut(lines)
    try attempt.carryOut(.commands(commands), typed: "both")
    #expect(try judge("ever: " + Self.sick) == .fails)
  }
}
