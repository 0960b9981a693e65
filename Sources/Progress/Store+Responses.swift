import GRDB

/// A response as it stands in a journal, or the row that begins a sitting, or that closes it and
/// judges its responses.
public struct SavedResponse: Sendable, Equatable {
  /// The attempt in which it was given.
  public let attempt: AttemptID
  /// Milliseconds since 1970.
  public let wallTime: Int64
  /// The kind of its row: `began`, `response` or `close`.
  public let kind: String
  /// The canonical entry, as JSON.
  public let canonical: String

  public var lesson: String { attempt.lesson }
}

extension Store {
  /// Every response in every journal, in the order in which they were given, what began each
  /// sitting, and whatever judged them later.
  ///
  /// - Throws: `StoreError` where the database cannot be read.
  public func responses() throws(StoreError) -> [SavedResponse] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT lesson, number, wallTime, kind, canonical
          FROM entry JOIN attempt ON attempt.key = entry.attempt
          WHERE entry.kind IN ('began', 'response', 'close')
          ORDER BY wallTime, entry.attempt, sequence
          """
      ).map { row in
        SavedResponse(
          attempt: AttemptID(
            lesson: try row.decode(String.self, forColumn: "lesson"),
            number: try row.decode(Int.self, forColumn: "number")
          ),
          wallTime: try row.decode(Int64.self, forColumn: "wallTime"),
          kind: try row.decode(String.self, forColumn: "kind"),
          canonical: try row.decode(String.self, forColumn: "canonical")
        )
      }
    }
  }
}
