import GRDB

/// A response as it stands in a journal, or the row that closes a sitting and judges its responses.
public struct SavedResponse: Sendable, Equatable {
  /// The lesson of the attempt in which it was given.
  public let lesson: String
  /// Milliseconds since 1970.
  public let wallTime: Int64
  /// The canonical entry, as JSON.
  public let canonical: String
}

extension Store {
  /// Every response in every journal, in the order in which they were given, and whatever judged
  /// them later.
  ///
  /// - Throws: `StoreError` where the database cannot be read.
  public func responses() throws(StoreError) -> [SavedResponse] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT lesson, wallTime, canonical FROM entry JOIN attempt ON attempt.key = entry.attempt
          WHERE entry.kind IN ('response', 'close') ORDER BY wallTime, entry.attempt, sequence
          """
      ).map { row in
        SavedResponse(
          lesson: try row.decode(String.self, forColumn: "lesson"),
          wallTime: try row.decode(Int64.self, forColumn: "wallTime"),
          canonical: try row.decode(String.self, forColumn: "canonical")
        )
      }
    }
  }
}
