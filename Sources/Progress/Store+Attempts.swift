import GRDB
import Glibc
public import Lab

extension Store {
  /// Begins an attempt and opens its journal for writing.
  public func begin(_ origin: AttemptOrigin) throws(StoreError) -> Journal {
    // The rows that come next take it to the disk.
    let (attempt, key) = try writeLightly { db in try insert(origin, rows: [], db) }
    return try open(attempt, key: key)
  }

  /// Opens the journal of an attempt: for writing, or for reading while another process writes it.
  public func journal(of id: AttemptID) throws(StoreError) -> Journal {
    let found = try read { db in
      try Row.fetchOne(
        db,
        sql: "SELECT * FROM attempt WHERE lesson = ? AND number = ?",
        arguments: [id.lesson, id.number]
      ).map { row in try (attempt(row), row.decode(Int64.self, forColumn: "key")) }
    }
    guard let (attempt, key) = found else { throw .noAttempt("\(id)") }
    return try open(attempt, key: key)
  }

  /// All attempts, or those of one lesson; the newest last.
  public func attempts(lesson: String? = nil) throws(StoreError) -> [SavedAttempt] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: "SELECT * FROM attempt WHERE lesson = ?1 OR ?1 IS NULL ORDER BY key",
        arguments: [lesson]
      ).map(attempt)
    }
  }

  /// Removes all attempts of a lesson with its points, and says how many attempts there were.
  ///
  /// Refuses while one of them is open in another process.
  public func reset(lesson: String) throws(StoreError) -> Int {
    let attempts = try attempts(lesson: lesson)
    var locks: [FileLock] = []
    for attempt in attempts {
      let (lock, _) = try lockForWriting(attempt.id)
      guard folder == nil || lock != nil else { throw .attemptInUse(attempt.id) }
      if let lock { locks.append(lock) }
    }
    // The locks are held until the rows are gone.
    defer { withExtendedLifetime(locks) {} }
    try write { db in
      try db.execute(sql: "DELETE FROM attempt WHERE lesson = ?", arguments: [lesson])
      try db.execute(sql: "DELETE FROM achievement WHERE lesson = ?", arguments: [lesson])
    }
    return attempts.count
  }

  /// Takes in an attempt from a file; when it is here already, says which one it is.
  public func add(_ file: AttemptFile) throws(StoreError) -> AttemptID {
    for known in try attempts(lesson: file.origin.lesson) where known.origin == file.origin {
      if try journal(of: known.id).rows() == file.rows { return known.id }
    }
    return try write { db in try insert(file.origin, rows: file.rows, db).attempt.id }
  }

  private func insert(
    _ origin: AttemptOrigin,
    rows: [JournalRow],
    _ db: Database
  ) throws -> (attempt: SavedAttempt, key: Int64) {
    guard AttemptOrigin.isLesson(origin.lesson) else { throw StoreError.notALesson(origin.lesson) }
    let last = try Int.fetchOne(
      db,
      sql: "SELECT max(number) FROM attempt WHERE lesson = ?",
      arguments: [origin.lesson]
    )
    let id = AttemptID(lesson: origin.lesson, number: (last ?? 0) + 1)
    try db.execute(
      sql: """
        INSERT INTO attempt (lesson, number, created, engine, lessonHash, scene, seed)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        id.lesson, id.number, origin.created, origin.engine, origin.lessonHash,
        origin.scene,
        Int64(bitPattern: origin.seed),
      ]
    )
    let key = db.lastInsertedRowID
    for row in rows { try row.insert(db, attempt: key) }
    return (SavedAttempt(id: id, origin: origin), key)
  }

  private func open(_ attempt: SavedAttempt, key: Int64) throws(StoreError) -> Journal {
    guard folder != nil else {
      return try Journal(attempt, key: key, store: self, access: .writing, lock: nil)
    }
    let (lock, holder) = try lockForWriting(attempt.id)
    let access: Journal.Access = lock == nil ? .reading(writer: holder) : .writing
    return try Journal(attempt, key: key, store: self, access: access, lock: lock)
  }

  /// The lock of the attempt, or the process that holds it.
  private func lockForWriting(
    _ id: AttemptID
  ) throws(StoreError) -> (lock: FileLock?, holder: Int32?) {
    guard let folder else { return (nil, nil) }
    let locks = folder + "/locks"
    try StateFolder.prepare(locks)
    let path = "\(locks)/\(id)"
    guard let lock = try FileLock.acquire(path, .exclusive) else {
      return (nil, FileLock.signature(path))
    }
    lock.signWithProcess()
    return (lock, nil)
  }
}

private func attempt(_ row: Row) throws -> SavedAttempt {
  SavedAttempt(
    id: AttemptID(
      lesson: try row.decode(String.self, forColumn: "lesson"),
      number: try row.decode(Int.self, forColumn: "number")
    ),
    origin: AttemptOrigin(
      lesson: try row.decode(String.self, forColumn: "lesson"),
      created: try row.decode(Int64.self, forColumn: "created"),
      engine: try row.decode(String.self, forColumn: "engine"),
      lessonHash: try row.decode(String.self, forColumn: "lessonHash"),
      scene: try row.decode(String.self, forColumn: "scene"),
      seed: UInt64(bitPattern: try row.decode(Int64.self, forColumn: "seed"))
    )
  )
}
