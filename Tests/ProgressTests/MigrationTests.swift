import GRDB
import Lab
import Testing

@testable import Progress

/// Databases of each past form, as that version of the program made them, open with all they hold.
@Suite(.timeLimit(.minutes(1)))
struct MigrationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func make(_ statements: String) throws {
    try DatabaseQueue(path: folder.database).write { db in try db.execute(sql: statements) }
  }

  @Test func `version 1 opens`() throws {
    try make(version1)
    let store = try Store.open(folder: folder.path)
    #expect(store.movedAside == nil)
    let attempt = try #require(try store.attempts().first)
    #expect(attempt.origin.seed == .max)
    let journal = try store.journal(of: attempt.id)
    #expect(try journal.rows().map(\.typed) == ["kill CafeInstance1"])
    #expect(try journal.bookmarks().map(\.name) == ["start"])
    #expect(try store.settings() == ["teach": "on"])
    #expect(try store.lines() == ["status"])
    #expect(try store.achievements().map(\.points) == [2])
    #expect(journal.nextSequence == 1)
  }

  @Test func `a fresh database has the tables that the last past one was brought to`() throws {
    try make(version1)
    _ = try Store.open(folder: folder.path)
    let other = try TemporaryFolder()
    _ = try Store.open(folder: other.path)
    #expect(try tables(folder) == tables(other))
  }

  @Test func `a newer database is left as it is`() throws {
    _ = try Store.open(folder: folder.path)
    try make("INSERT INTO grdb_migrations VALUES ('v99')")
    let error = StoreError.newerSchema(path: folder.database, unknown: ["v99"])
    #expect(throws: error) { try Store.open(folder: folder.path) }
    #expect(try folder.files("cafe.sqlite.damaged").isEmpty)
  }

  private func tables(_ folder: TemporaryFolder) throws -> [String] {
    try DatabaseQueue(path: folder.database).read { db in
      try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql NOT NULL ORDER BY name")
    }
  }
}

private let version1 = """
  CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
  INSERT INTO grdb_migrations VALUES ('v1');
  CREATE TABLE attempt (
    key INTEGER PRIMARY KEY,
    lesson TEXT NOT NULL,
    number INTEGER NOT NULL,
    created INTEGER NOT NULL,
    engine TEXT NOT NULL,
    lessonHash TEXT NOT NULL,
    scene TEXT NOT NULL,
    seed INTEGER NOT NULL,
    UNIQUE (lesson, number)
  ) STRICT;
  CREATE TABLE entry (
    attempt INTEGER NOT NULL REFERENCES attempt ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    virtualTime INTEGER NOT NULL,
    wallTime INTEGER NOT NULL,
    kind TEXT NOT NULL,
    typed TEXT NOT NULL,
    canonical TEXT NOT NULL,
    previousHash TEXT NOT NULL,
    digest TEXT NOT NULL,
    UNIQUE (attempt, sequence)
  ) STRICT;
  CREATE TABLE snapshot (
    attempt INTEGER NOT NULL REFERENCES attempt ON DELETE CASCADE,
    sequence INTEGER NOT NULL,
    digest TEXT NOT NULL,
    state BLOB NOT NULL,
    UNIQUE (attempt, sequence)
  ) STRICT;
  CREATE TABLE bookmark (
    attempt INTEGER NOT NULL REFERENCES attempt ON DELETE CASCADE,
    name TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (attempt, name)
  ) STRICT;
  CREATE TABLE achievement (
    lesson TEXT NOT NULL,
    step TEXT NOT NULL,
    item TEXT NOT NULL,
    points INTEGER NOT NULL,
    possible INTEGER NOT NULL,
    wallTime INTEGER NOT NULL,
    PRIMARY KEY (lesson, step, item)
  ) STRICT;
  CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE line (key INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
  INSERT INTO attempt VALUES (1, 'cafe-failover', 1, 0, '0.1.0', 'abc', 'cafe', -1);
  INSERT INTO entry VALUES (1, 0, 0, 0, 'command', 'kill CafeInstance1', '{}', '0', 'd');
  INSERT INTO bookmark VALUES (1, 'start', 0);
  INSERT INTO achievement VALUES ('cafe-failover', 'outage', 'lost', 2, 2, 0);
  INSERT INTO setting VALUES ('teach', 'on');
  INSERT INTO line VALUES (1, 'status');
  """
