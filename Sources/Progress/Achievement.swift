import GRDB

/// The points of one condition or question, by ids that stay when the lesson's text moves.
public struct Achievement: Sendable, Equatable {
  public let lesson: String
  public let step: String
  /// The id of the condition or of the question.
  public let item: String
  public let points: Int
  public let possible: Int
  /// Milliseconds since 1970.
  public let wallTime: Int64

  public init(
    lesson: String,
    step: String,
    item: String,
    points: Int,
    possible: Int,
    wallTime: Int64
  ) {
    self.lesson = lesson
    self.step = step
    self.item = item
    self.points = points
    self.possible = possible
    self.wallTime = wallTime
  }

  /// Keeps the best result that each item ever had, with the time of that.
  func record(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO achievement (lesson, step, item, points, possible, wallTime)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET
          points = excluded.points, possible = excluded.possible, wallTime = excluded.wallTime
        WHERE excluded.points > points
        """,
      arguments: [lesson, step, item, points, possible, wallTime]
    )
  }
}

extension Store {
  /// The best result of every item, in the order of lesson, step and item.
  public func achievements(lesson: String? = nil) throws(StoreError) -> [Achievement] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT * FROM achievement WHERE lesson = ?1 OR ?1 IS NULL ORDER BY lesson, step, item
          """,
        arguments: [lesson]
      ).map { row in
        Achievement(
          lesson: try row.decode(String.self, forColumn: "lesson"),
          step: try row.decode(String.self, forColumn: "step"),
          item: try row.decode(String.self, forColumn: "item"),
          points: try row.decode(Int.self, forColumn: "points"),
          possible: try row.decode(Int.self, forColumn: "possible"),
          wallTime: try row.decode(Int64.self, forColumn: "wallTime")
        )
      }
    }
  }
}
