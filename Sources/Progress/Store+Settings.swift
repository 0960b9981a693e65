import GRDB

extension Store {
  /// What the learner set, by name.
  public func settings() throws(StoreError) -> [String: String] {
    try read { db in
      let rows = try Row.fetchAll(db, sql: "SELECT name, value FROM setting")
      return try Dictionary(
        uniqueKeysWithValues: rows.map { row in
          try (
            row.decode(String.self, forColumn: "name"), row.decode(String.self, forColumn: "value")
          )
        }
      )
    }
  }

  /// Sets a value, or forgets the name when the value is nil.
  public func set(_ name: String, to value: String?) throws(StoreError) {
    try write { db in
      if let value {
        try db.execute(
          sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
          arguments: [name, value]
        )
      } else {
        try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [name])
      }
    }
  }
}

extension Store {
  /// How many typed lines are kept.
  public static let linesMax = 2_000

  /// Keeps a typed line for the next session's history.
  public func remember(line: String) throws(StoreError) {
    try writeLightly { db in
      try db.execute(sql: "INSERT INTO line (text) VALUES (?)", arguments: [line])
      try db.execute(
        sql: "DELETE FROM line WHERE key <= ?",
        arguments: [db.lastInsertedRowID - Int64(Store.linesMax)]
      )
    }
  }

  /// The typed lines, the newest last.
  public func lines() throws(StoreError) -> [String] {
    try read { db in try String.fetchAll(db, sql: "SELECT text FROM line ORDER BY key") }
  }
}
