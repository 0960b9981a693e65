import GRDB
import Glibc
import Testing

@testable import Progress

@Suite(.timeLimit(.minutes(1)))
struct FullDiskTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func limit(_ store: Store, pages: Int) throws {
    try store.database.writeWithoutTransaction { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages)")
    }
  }

  @Test func `a row that finds no room is kept in memory and saved with a later one`() throws {
    let store = try Store.open(folder: folder.path)
    let journal = try store.begin(origin)
    try limit(store, pages: 1)
    let long = chain(2, typed: String(repeating: "x", count: 300_000))
    #expect(throws: StoreError.diskFull(path: folder.database)) { try journal.append(long[0]) }
    #expect(journal.unsaved == [long[0]])
    #expect(throws: StoreError.diskFull(path: folder.database)) { try journal.append(long[1]) }
    #expect(try journal.rows() == long)
    try limit(store, pages: 1_000_000)
    let third = chain(1, after: long)[0]
    try journal.append(third)
    #expect(journal.unsaved.isEmpty)
    let saved = try Store.open(folder: folder.path).journal(of: journal.attempt.id).rows()
    #expect(saved == long + [third])
  }

  /// `RLIMIT_FSIZE` makes the kernel refuse a write in the middle, as a quota does.
  @Test func `a file that may not grow is a fact, and what was saved stays`() async throws {
    let path = folder.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGXFSZ, SIG_IGN)
      let journal = try Store.open(folder: path).begin(origin)
      var limit = rlimit(rlim_cur: 200_000, rlim_max: 200_000)
      unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      var saved = 0
      do {
        for row in chain(100, typed: String(repeating: "x", count: 10_000)) {
          try journal.append(row)
          saved += 1
        }
        exit(1)
      } catch StoreError.writeFailed, StoreError.diskFull {
        let all = try journal.rows().count
        exit(saved > 0 && journal.unsaved.count == 1 && all == saved + 1 ? 0 : 2)
      }
    }
    let store = try Store.open(folder: folder.path)
    let id = try #require(AttemptID("cafe-failover-1"))
    #expect(try !store.journal(of: id).rows().isEmpty)
    #expect(store.movedAside == nil)
  }

  @Test func `a folder that this user may not write in is a fact`() async throws {
    let path = folder.path
    try #require(unsafe chmod(path, 0o555) == 0)
    defer { unsafe chmod(path, 0o755) }
    await #expect(processExitsWith: .success) { [path = path as String] in
      // Root may write anywhere; nobody may not.
      if geteuid() == 0 { guard setuid(65_534) == 0 else { exit(3) } }
      do throws(StoreError) {
        _ = try Store.open(folder: path)
        exit(1)
      } catch { exit(error == .notWritable(path: path) ? 0 : 2) }
    }
  }

  @Test func `a file where the folder should be is a fact`() throws {
    let path = folder.path + "/file"
    #expect(unsafe close(open(path, O_CREAT | O_WRONLY, 0o600)) == 0)
    #expect(throws: StoreError.noFolder(path: path, reason: "Not a directory")) {
      try Store.open(folder: path + "/state")
    }
  }

  @Test(arguments: [
    (EROFS, StoreError.readOnlyDisk(path: "/s")), (EACCES, .notWritable(path: "/s")),
    (ENOSPC, .diskFull(path: "/s")), (EDQUOT, .diskFull(path: "/s")),
    (ENAMETOOLONG, .noFolder(path: "/s", reason: "File name too long")),
  ])
  func `what the system says about a folder becomes a fact`(code: Int32, fact: StoreError) {
    #expect(StoreError(errno: code, path: "/s") == fact)
  }

  @Test func `rows are on disk when append returns`() throws {
    let store = try Store.open(folder: folder.path)
    try store.remember(line: "status")
    let (journal, synchronous) = try store.database.read { db in
      (
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try Int.fetchOne(db, sql: "PRAGMA synchronous")
      )
    }
    #expect(journal == "wal")
    #expect(synchronous == 2)
  }
}
