import GRDB
import Glibc
import Synchronization

/// The state folder: every attempt with its journal, the points, the settings, the typed lines.
public final class Store: Sendable {
  /// The folder, or nil for a store that is kept in memory alone.
  public let folder: String?
  /// Where a damaged database went when this store was opened.
  public let movedAside: String?
  let database: DatabaseQueue
  /// Says that the database is in use, so nobody moves it aside.
  private let lock: FileLock?
  /// Whether the file and its name in the folder are on disk.
  private let isGrounded = Mutex(false)

  private init(folder: String?, movedAside: String?, database: DatabaseQueue, lock: FileLock?) {
    self.folder = folder
    self.movedAside = movedAside
    self.database = database
    self.lock = lock
  }

  /// Opens the store in `folder`, which is made when it is missing.
  ///
  /// A damaged database is moved aside under a new name, never deleted, and a fresh one is begun.
  public static func open(folder: String) throws(StoreError) -> Store {
    try StateFolder.prepare(folder)
    let path = folder + "/cafe.sqlite"
    guard let lock = try FileLock.acquire(folder + "/lock", .shared) else {
      throw .busy(path: path)
    }
    do throws(StoreError) {
      let database = try openDatabase(path)
      return Store(folder: folder, movedAside: nil, database: database, lock: lock)
    } catch {
      guard case .damaged = error, lock.takeAlone() else { throw error }
      let aside = try moveAside(path)
      let database = try openDatabase(path)
      lock.share()
      return Store(folder: folder, movedAside: aside, database: database, lock: lock)
    }
  }

  /// A store that is gone when the program ends, for when no folder can be had.
  public static func inMemory() throws(StoreError) -> Store {
    do {
      let database = try DatabaseQueue()
      _ = try Schema.bringUpToDate(database)
      return Store(folder: nil, movedAside: nil, database: database, lock: nil)
    } catch {
      throw StoreError(error, path: ":memory:")
    }
  }

  var path: String { folder.map { $0 + "/cafe.sqlite" } ?? ":memory:" }
}

extension Store {
  /// Reads, with what goes wrong as a fact about this store's file.
  func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do { return try database.read(body) } catch { throw StoreError(error, path: path) }
  }

  /// Writes in one transaction that is on disk before this returns.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      let value = try database.write(body)
      try ground()
      return value
    } catch { throw StoreError(error, path: path) }
  }

  /// Sees to it that the file itself is on disk, once: a new database is made without waiting for
  /// the disk, and a row lasts only where its database does.
  ///
  /// SQLite does it, with a checkpoint. Nobody may open the file beside it: closing it again would
  /// end SQLite's locks (sqlite.org/howtocorrupt.html, 2.2), and the next program to leave would
  /// remove the log of a session that still writes to it.
  private func ground() throws {
    try isGrounded.withLock { isGrounded in
      guard !isGrounded, let folder else { return }
      isGrounded = try database.writeWithoutTransaction { db in try db.checkpointsAll() }
      let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_CLOEXEC)
      defer { close(descriptor) }
      guard descriptor >= 0, fsync(descriptor) == 0 else {
        throw StoreError(errno: errno, path: folder)
      }
    }
  }

  /// Writes what may be lost when the power fails: a cache, the typed lines, an attempt before its
  /// second row.
  func writeLightly<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        let outcome = Result { try db.inOneTransaction(body) }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        return try outcome.get()
      }
    } catch { throw StoreError(error, path: path) }
  }
}

extension Database {
  /// Moves the log into the file, which is on disk then, and says whether all of it is there;
  /// another process that reads, or does the same, may be in the way.
  fileprivate func checkpointsAll() throws -> Bool {
    do {
      let log = try checkpoint(.passive)
      return log.checkpointedFrameCount == log.walFrameCount
    } catch DatabaseError.SQLITE_BUSY { return false }
  }

  /// GRDB's `inTransaction`, with what the body comes to.
  fileprivate func inOneTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try beginTransaction()
    do {
      let value = try body(self)
      try commit()
      return value
    } catch {
      if isInsideTransaction { try rollback() }
      throw error
    }
  }
}

/// A larger database is not read through when it is opened; damage shows when its page is read.
private let quickCheckBytesMax = 16 << 20

private func openDatabase(_ path: String) throws(StoreError) -> DatabaseQueue {
  var configuration = Configuration()
  configuration.busyMode = .timeout(5)
  // There is nothing to lose yet in a new one, so nobody waits for the disk; see `ground`.
  let synchronous = isEmpty(path) ? "OFF" : "NORMAL"
  // GRDB's own way into WAL writes and drops a table, which only pools and snapshots need.
  configuration.prepareDatabase { db in
    try db.execute(
      sql: """
        PRAGMA synchronous = \(synchronous);
        PRAGMA journal_mode = WAL;
        PRAGMA trusted_schema = OFF
        """
    )
  }
  do {
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
      if pages * pageSize <= quickCheckBytesMax,
        try String.fetchOne(db, sql: "PRAGMA quick_check(1)") != "ok"
      {
        throw StoreError.damaged(path: path)
      }
    }
    let unknown = try Schema.bringUpToDate(database)
    guard unknown.isEmpty else { throw StoreError.newerSchema(path: path, unknown: unknown) }
    // From here on a row is on disk when it is written. The tables need not be before a row is.
    try database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    return database
  } catch {
    throw StoreError(error, path: path)
  }
}

private func isEmpty(_ path: String) -> Bool {
  var status = stat()
  return unsafe stat(path, &status) != 0 || status.st_size == 0
}

/// Gives the database with its companions the first free name of `….damaged-1`, `….damaged-2`.
private func moveAside(_ path: String) throws(StoreError) -> String {
  var number = 1
  while unsafe access("\(path).damaged-\(number)", F_OK) == 0 { number += 1 }
  let aside = "\(path).damaged-\(number)"
  guard unsafe rename(path, aside) == 0 else { throw StoreError(errno: errno, path: path) }
  for companion in ["-wal", "-shm"] {
    unsafe rename(path + companion, aside + companion)
  }
  return aside
}
