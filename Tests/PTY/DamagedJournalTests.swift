import Lab
import Progress
import Support
import Testing

/// Journals that lack a row are told, kept, and followed by a new attempt.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct DamagedJournalTests {
  let shop: Shop

  init() throws {
    shop = try Shop()
    let lines = "create topic first\nwait 1m\ncreate topic second\n"
    #expect(try shop.run([], input: lines).exit == .code(0))
  }

  @Test(arguments: [0, 1, 2, 3])
  func `a new attempt begins, and the damaged one is kept and named`(row: Int) throws {
    try shop.saveLatestAttempt(without: row)
    let run = try shop.run([], input: "list topics\n")
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(
      run.output.replacing("\n  ", with: " ").contains(
        "cafe-failover-2 cannot be followed: it is damaged, for its row \(row) is missing."
      ),
      "\(run.output.prefix(400))"
    )
    #expect(!run.output.contains("Topic: first;"))
    let store = try Store.open(folder: shop.state)
    #expect(try store.attempts().map(\.id.number) == [1, 2, 3])
  }

  @Test func `the map of the course and what is made of attempts name it`() throws {
    try shop.saveLatestAttempt(without: 1)
    let run = try shop.run(["progress"])
    #expect(run.exit == .code(0), "\(run.errors)")
    #expect(run.errors.contains("it is damaged, for its row 1 is missing"), "\(run.errors)")
    #expect(run.errors.contains("`cafe cafe-failover` begins a new attempt"))
    let whole = try shop.run(["notes", "cafe-failover", "--out", shop.file("notes.md")])
    #expect(whole.exit == .code(0), "\(whole.errors)")
  }
}

extension Shop {
  /// Saves the latest attempt once more, as one whose journal lacks a row.
  func saveLatestAttempt(without row: Int) throws {
    let store = try Store.open(folder: state)
    guard let saved = try store.attempts().last else { return }
    let rows = try store.journal(of: saved.id).rows()
    #expect(rows.count > row + 1)
    _ = try store.add(
      AttemptFile(origin: saved.origin, rows: rows.filter { $0.sequence != row })
    )
  }
}
