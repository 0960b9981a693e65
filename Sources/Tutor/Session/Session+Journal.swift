public import CafeWorld
import FoundationEssentials
public import Lab
import Terminal

extension Session {
  /// Carries a move out, looks at the conditions again, and makes its row an effect, unless another
  /// window writes the journal.
  ///
  /// - Throws: why the world refuses; then nothing has changed and nothing is said.
  @discardableResult
  mutating func record(_ move: Move, typed: String) throws(Rejection) -> [Event] {
    // The row that closes a sitting is its last one.
    let isKept = !isReadOnly && !isPlaying
    let events = try carryOut(move, typed: typed)
    if let step, !step.conditions.isEmpty {
      reports = step.look(at: Situation(attempt))
      attempt.note(met: reports.filter(\.status.isMet).map(\.id))
    } else {
      reports = []
    }
    if isKept { effects.append(.append(journalLine(attempt.rows.count - 1))) }
    return events
  }

  /// Carries a move out at the time that it is by the clock.
  ///
  /// A wait has a row of its own: what is taken back is the time that it names.
  private mutating func carryOut(_ move: Move, typed: String) throws(Rejection) -> [Event] {
    guard let clock, clock > world.now, move.changesCafe, !isPlaying else {
      return try attempt.carryOut(move, typed: typed)
    }
    let wait = Command.wait(clock - world.now)
    if case .commands(let commands) = move, commands.isEmpty || !commands.allSatisfy(\.isWait) {
      return try attempt.carryOut(.commands([wait] + commands), typed: typed)
    }
    let passed = try attempt.carryOut(.commands([wait]), typed: "")
    if !isReadOnly { effects.append(.append(journalLine(attempt.rows.count - 1))) }
    return passed + (try attempt.carryOut(move, typed: typed))
  }

  /// A row as the journal keeps it.
  public func journalLine(_ number: Int) -> JournalLine {
    let row = attempt.rows[number]
    return JournalLine(row.entry, typed: row.typed, sequence: number, world: row.cafe.world)
  }
}

extension JournalLine {
  /// The row of something that was done, and the world right after it.
  init(_ entry: Entry, typed: String, sequence: Int, world: World) {
    self.init(
      sequence: sequence,
      virtualTime: world.now.milliseconds,
      kind: entry.move.kind,
      typed: typed,
      canonical: entry.canonical,
      digest: world.digest
    )
  }

  /// The row of a move at whose conditions nobody looks.
  public init(_ move: Move, typed: String, sequence: Int, world: World) {
    self.init(Entry(move), typed: typed, sequence: sequence, world: world)
  }
}

extension Attempt {
  /// The digest of the state after a row.
  public func digest(after row: Int) -> String { rows[row].cafe.world.digest }
}

extension Entry {
  /// The entry as JSON with sorted keys: the same bytes for the same entry everywhere.
  public var canonical: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("an entry is plain values, which JSON can always hold")
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// An entry from its JSON.
  ///
  /// - Throws: `DecodingError` where it is none.
  public init(canonical: String) throws {
    self = try JSONDecoder().decode(Entry.self, from: Data(canonical.utf8))
  }
}
