import GRDB
public import Lab

/// One attempt's record: rows are added at its end and stay as they are.
public final class Journal {
  public enum Access: Sendable, Equatable {
    case writing
    /// Another process writes; its number, when it could be read.
    case reading(writer: Int32?)
  }

  public let attempt: SavedAttempt
  public let access: Access
  /// The rows that could not be saved yet; they are tried again with the next one.
  public private(set) var unsaved: [JournalRow] = []
  private var unsavedAchievements: [Achievement] = []
  /// What the next row has to carry.
  public private(set) var nextSequence: Int
  public private(set) var lastHash: String

  let store: Store
  let key: Int64
  private let lock: FileLock?

  init(
    _ attempt: SavedAttempt,
    key: Int64,
    store: Store,
    access: Access,
    lock: FileLock?
  ) throws(StoreError) {
    self.attempt = attempt
    self.key = key
    self.store = store
    self.access = access
    self.lock = lock
    let last = try store.read { db in
      try Row.fetchOne(
        db,
        sql: "SELECT * FROM entry WHERE attempt = ? ORDER BY sequence DESC LIMIT 1",
        arguments: [key]
      ).map(JournalRow.init)
    }
    nextSequence = (last?.sequence ?? -1) + 1
    lastHash = last?.hash ?? JournalRow.genesis
  }

  /// Adds a row, and the points that it earned; both are on disk when this returns.
  ///
  /// When the disk refuses, the row is kept in ``unsaved`` and the error says why; a later row that
  /// can be saved takes it along.
  public func append(
    _ row: JournalRow,
    earned: [Achievement] = []
  ) throws(StoreError) {
    guard access == .writing else { throw .openedForReading(attempt.id) }
    guard row.sequence == nextSequence, row.previousHash == lastHash else {
      throw .outOfOrder(expected: nextSequence, found: row.sequence)
    }
    unsaved.append(row)
    unsavedAchievements += earned
    nextSequence += 1
    lastHash = row.hash
    try save()
  }

  /// Tries to save what could not be saved before.
  public func save() throws(StoreError) {
    guard !unsaved.isEmpty else { return }
    // The first row is made anew where it is missing, so it waits for the disk with the second.
    if nextSequence == 1 {
      try store.writeLightly(insertUnsaved)
    } else {
      try store.write(insertUnsaved)
    }
    unsaved = []
    unsavedAchievements = []
  }

  private func insertUnsaved(_ db: Database) throws {
    for row in unsaved { try row.insert(db, attempt: key) }
    for achievement in unsavedAchievements { try achievement.record(db) }
  }

  /// The rows from number `first` on, those that are not saved among them.
  public func rows(from first: Int = 0) throws(StoreError) -> [JournalRow] {
    let saved = try store.read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM entry WHERE attempt = ? AND sequence >= ? ORDER BY sequence",
        arguments: [key, first]
      ).map(JournalRow.init)
    }
    return saved + unsaved.filter { $0.sequence >= first }
  }
}

extension JournalRow {
  fileprivate init(_ row: Row) throws {
    self.init(
      sequence: try row.decode(Int.self, forColumn: "sequence"),
      virtualTime: try row.decode(Int64.self, forColumn: "virtualTime"),
      wallTime: try row.decode(Int64.self, forColumn: "wallTime"),
      kind: try row.decode(String.self, forColumn: "kind"),
      typed: try row.decode(String.self, forColumn: "typed"),
      canonical: try row.decode(String.self, forColumn: "canonical"),
      previousHash: try row.decode(String.self, forColumn: "previousHash"),
      digest: try row.decode(String.self, forColumn: "digest")
    )
  }

  func insert(_ db: Database, attempt key: Int64) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO entry (
          attempt, sequence, virtualTime, wallTime, kind, typed, canonical, previousHash, digest
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    )
    try statement.execute(arguments: [
      key, sequence, virtualTime, wallTime, kind, typed, canonical, previousHash, digest,
    ])
  }
}
