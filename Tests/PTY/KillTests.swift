import Foundation
import Lab
import Progress
import Support
import Testing

/// `kill -9` at any moment loses at most the line that had not been answered.
@Suite(.timeLimit(.minutes(5)))
struct KillTests {
  /// A session of every kind of row: building, breaking, waiting, batches, travel, steps.
  private static let lines = """
    next
    120
    create topic one
    wait 30s
    kill CafeInstance1
    wait 10s
    start CafeInstance1
    wait 2m
    create health-check web --ip-address CafeInstance2 --resource-path /cafe
    bookmark built
    undo
    redo
    hint
    browse CafeInstance2
    batch
    create record a A CafeInstance1 --ttl 60
    create record b A CafeInstance2 --ttl 60
    commit
    dig a
    wait 1m
    goto built
    wait 10s
    batch
    create record c A CafeInstance1
    discard
    order CafeInstance2
    stop CafeInstance2
    wait 1m
    undo 2
    run until --at-most 5m hc("web").status == healthy
    break CafeInstance1 --refuse
    wait 20s
    heal CafeInstance1
    subscribe one sofia@cafe.example
    confirm sofia@cafe.example
    create alarm down --health-check web --topic one
    wait 2m
    show me
    next
    order CafeInstance1
    """.split(separator: "\n").map(String.init)

  /// An uninterrupted session: its rows, its output, and how many rows each line has left behind.
  private struct Whole {
    let rows: [JournalRow]
    let size: Int
    /// The bytes of the greeting and of the first line's answer.
    let opening: Int
    let rowsAfter: [Int]

    init() throws {
      let shop = try Shop()
      let run = try shop.run([], input: KillTests.script(from: 0))
      #expect(run.exit == .code(0))
      rows = try KillTests.rows(of: shop)
      size = run.output.utf8.count
      let opening = run.output.ranges(of: "answered-0").first?.upperBound
      self.opening = run.output.utf8.distance(
        from: run.output.startIndex,
        to: opening ?? run.output.endIndex
      )
      var (place, after) = (2, [Int]())
      for line in KillTests.lines {
        if place < rows.count, rows[place].typed == line { place += 1 }
        after.append(place)
      }
      rowsAfter = after
      #expect(place == rows.count)
      #expect(rows.count > 35)
    }
  }

  private static let whole = Result { try Whole() }

  /// The lines from one on; behind each a refusal that shows that it has been answered.
  private static func script(from first: Int) -> String {
    lines.enumerated().dropFirst(first).map { "\($1)\nwhat-if answered-\($0)\n" }.joined()
  }

  private static func rows(of shop: Shop) throws -> [JournalRow] {
    let store = try Store.open(folder: shop.state)
    #expect(store.movedAside == nil)
    let attempts = try store.attempts()
    #expect(attempts.count <= 1)
    guard let attempt = attempts.first else { return [] }
    return try store.journal(of: attempt.id).rows()
  }

  @Test(arguments: 0..<200)
  func `what was answered is there, and the session goes on as if nothing had been`(
    seed: Int
  ) throws {
    let whole = try Self.whole.get()
    let shop = try Shop()
    // A byte of the output; the multiplier scatters neighbouring seeds, one in eight is early.
    let (from, to) = seed % 8 == 0 ? (1, whole.opening) : (whole.opening, whole.size)
    let point = from + (seed &* 2_654_435_761) % (to - from)
    let killed = try PipedRun(
      shop.cafe(),
      input: Array(Self.script(from: 0).utf8),
      killedAfter: point
    )
    let answered = Self.lines.indices.last { killed.output.contains("\"answered-\($0)\"") }

    let rows = try Self.rows(of: shop)
    let promised = answered.map { whole.rowsAfter[$0] } ?? 0
    #expect(rows.count >= promised, "\(promised) rows were answered, \(rows.count) are kept")
    #expect(rows.map(\.canonical) == whole.rows.prefix(rows.count).map(\.canonical))
    #expect(rows.map(\.digest) == whole.rows.prefix(rows.count).map(\.digest))
    #expect(isChain(rows))

    let next = whole.rowsAfter.firstIndex { $0 > rows.count } ?? Self.lines.count
    let resumed = try shop.run([], input: Self.script(from: next))
    #expect(resumed.exit == .code(0))
    let all = try Self.rows(of: shop)
    #expect(all.map(\.canonical) == whole.rows.map(\.canonical))
    #expect(all.last?.digest == whole.rows.last?.digest)
    #expect(isChain(all))
  }

  private func isChain(_ rows: [JournalRow]) -> Bool {
    var hash = JournalRow.genesis
    for (number, row) in rows.enumerated() {
      guard row.sequence == number, row.previousHash == hash else { return false }
      hash = row.hash
    }
    return true
  }
}
