import FoundationEssentials
import GRDB

/// A state as it was after a row: a cache, believed only while its digest is the row's.
public struct Snapshot: Sendable, Equatable {
  public let sequence: Int
  public let digest: String
  public let state: [UInt8]

  public init(sequence: Int, digest: String, state: [UInt8]) {
    self.sequence = sequence
    self.digest = digest
    self.state = state
  }
}

/// A name that the learner gave to a row.
public struct Bookmark: Sendable, Equatable {
  public let name: String
  public let sequence: Int
}

extension Journal {
  /// Keeps a snapshot; one that is lost costs time, nothing else.
  public func keep(_ snapshot: Snapshot) throws(StoreError) {
    guard access == .writing else { throw .openedForReading(attempt.id) }
    try store.writeLightly { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO snapshot (attempt, sequence, digest, state) VALUES (?,?,?,?)",
        arguments: [key, snapshot.sequence, snapshot.digest, Data(snapshot.state)]
      )
    }
  }

  /// The newest snapshot at or before a row; those whose digest is not their row's are thrown away.
  public func snapshot(atOrBefore sequence: Int) throws(StoreError) -> Snapshot? {
    try dropFalseSnapshots()
    return try store.read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM snapshot WHERE attempt = ? AND sequence <= ? ORDER BY sequence DESC LIMIT 1
          """,
        arguments: [key, sequence]
      ).map { row in
        Snapshot(
          sequence: try row.decode(Int.self, forColumn: "sequence"),
          digest: try row.decode(String.self, forColumn: "digest"),
          state: [UInt8](try row.decode(Data.self, forColumn: "state"))
        )
      }
    }
  }

  /// Throws away every snapshot of this attempt.
  public func dropSnapshots() throws(StoreError) {
    try store.writeLightly { db in
      try db.execute(sql: "DELETE FROM snapshot WHERE attempt = ?", arguments: [key])
    }
  }

  private func dropFalseSnapshots() throws(StoreError) {
    guard access == .writing else { return }
    try store.writeLightly { db in
      try db.execute(
        sql: """
          DELETE FROM snapshot WHERE attempt = ? AND NOT EXISTS (
            SELECT 1 FROM entry WHERE entry.attempt = snapshot.attempt
              AND entry.sequence = snapshot.sequence AND entry.digest = snapshot.digest)
          """,
        arguments: [key]
      )
    }
  }
}

extension Journal {
  /// Gives a row a name; a name that is there already moves.
  public func bookmark(_ name: String, sequence: Int) throws(StoreError) {
    guard access == .writing else { throw .openedForReading(attempt.id) }
    try store.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO bookmark (attempt, name, sequence) VALUES (?, ?, ?)",
        arguments: [key, name, sequence]
      )
    }
  }

  /// The bookmarks in the order of their rows.
  public func bookmarks() throws(StoreError) -> [Bookmark] {
    try store.read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT name, sequence FROM bookmark WHERE attempt = ? ORDER BY sequence, name",
        arguments: [key]
      ).map { row in
        Bookmark(
          name: try row.decode(String.self, forColumn: "name"),
          sequence: try row.decode(Int.self, forColumn: "sequence")
        )
      }
    }
  }
}
