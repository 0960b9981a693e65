import Lab
import Progress

let origin = AttemptOrigin(
  lesson: "cafe-failover",
  created: 1_700_000_000_000,
  engine: "0.1.0",
  lessonHash: "abc123",
  scene: "cafe",
  seed: .max - 6
)

/// Rows that follow each other from the first on.
func chain(_ count: Int, after rows: [JournalRow] = [], typed: String = "wait 30s") -> [JournalRow]
{
  var rows = rows
  let first = rows.count
  for sequence in first..<(first + count) {
    rows.append(
      JournalRow(
        sequence: sequence,
        virtualTime: Int64(sequence) * 30_000,
        wallTime: 1_700_000_000_000 + Int64(sequence),
        kind: "command",
        typed: typed,
        canonical: #"{"wait":30000}"#,
        previousHash: rows.last?.hash ?? JournalRow.genesis,
        digest: "digest\(sequence)"
      )
    )
  }
  return Array(rows[first...])
}

extension Journal {
  /// Adds rows that follow those which are here.
  func extend(by count: Int) throws {
    for row in chain(count, after: try rows()) { try append(row) }
  }
}
