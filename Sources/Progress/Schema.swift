import GRDB

/// The tables of the state, and how each past form of them becomes the present one.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in try db.execute(sql: v1) }
    return migrator
  }

  /// Brings the database up to date, and says which of its changes are newer than this program.
  static func bringUpToDate(_ database: DatabaseQueue) throws -> [String] {
    let known = Set(migrator.migrations)
    let unknown = try database.read { db in
      try migrator.appliedIdentifiers(db).subtracting(known).sorted()
    }
    if unknown.isEmpty { try migrator.migrate(database) }
    return unknown
  }

  /// Times are milliseconds; a seed is the bit pattern of an unsigned number.
  private static let v1 = """
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
    """
}
