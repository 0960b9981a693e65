import CafeWorld
import Testing

@testable import Lab

struct `Branches of an attempt` {
  private static let beginning = Beginning(
    engine: "",
    lesson: "",
    lessonHash: "",
    scene: "cafe",
    seed: 7
  )

  private var attempt = Attempt(beginning)

  private mutating func wait(_ time: Milliseconds) throws {
    try attempt.carryOut(.commands([.wait(time)]), typed: "wait")
  }

  private func end(_ name: String) -> Int? { attempt.record.row(ofBranch: name) }

  @Test mutating func `begin with main, which goes along`() throws {
    #expect(attempt.branchName == "main")
    try wait(.minute)
    try wait(.minute)
    #expect(end("main") == 2)
    try attempt.carryOut(.undone(1), typed: "undo")
    #expect(end("main") == 1)
    try attempt.carryOut(.redone(1), typed: "redo")
    #expect(end("main") == 2)
  }

  @Test mutating func `go on beside one another`() throws {
    try wait(.minute)
    try attempt.carryOut(.branched("other"), typed: "branch other")
    try wait(.hour)
    try wait(.hour)
    #expect(end("main") == 1)
    #expect(end("other") == 4)
    try attempt.carryOut(.wentTo(row: try #require(end("main"))), typed: "goto main")
    #expect(attempt.branchName == "main")
    try wait(.second)
    #expect(attempt.world.now == Instant.opening + .minute + .second)
    #expect(end("other") == 4)
    try attempt.carryOut(.wentTo(row: try #require(end("other"))), typed: "goto other")
    #expect(attempt.branchName == "other")
    #expect(attempt.world.now == Instant.opening + .minute + 2 * .hour)
  }

  @Test mutating func `do not follow to a place that none of them leads to`() throws {
    try wait(.minute)
    try wait(.minute)
    try attempt.carryOut(.branched("other"), typed: "branch other")
    try wait(.minute)
    try attempt.carryOut(.wentTo(row: 1), typed: "goto 1")
    #expect(attempt.branchName == nil)
    try wait(.day)
    #expect(end("main") == 2)
    #expect(end("other") == 4)
  }

  @Test mutating func `are there again after a fold`() throws {
    try wait(.minute)
    try attempt.carryOut(.branched("other"), typed: "branch other")
    try wait(.minute)
    var again = Attempt(Self.beginning)
    for row in attempt.rows.dropFirst() { try again.replay(row.entry, typed: row.typed) }
    #expect(again.record == attempt.record)
    #expect(again.branchName == "other")
    #expect(again.head == attempt.head)
  }
}
