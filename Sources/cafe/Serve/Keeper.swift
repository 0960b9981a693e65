import CafeWorld
import Commands
import Lab
import Progress
import Tutor

/// The owner of a served world: carries commands out, one after the other, and journals them.
///
/// It holds no history. What has been is in the journal, where the REPL opens it. Time that passes
/// is journaled with the next command, or at the end: a wait of a minute is two of thirty seconds.
struct Keeper {
  private(set) var world: World
  private let journal: Journal?
  /// Up to when the journal knows.
  private var journaled: Instant
  /// Why rows are not saved any more; nil: they are, or were never meant to be.
  private(set) var unsaved: String?

  /// Takes a world to begin with, and the journal in which it is kept.
  init(_ world: World, journal: Journal?) {
    self.world = world
    self.journal = journal
    journaled = world.now
  }

  /// Writes the row that an attempt begins with.
  mutating func begin(_ beginning: Beginning) { save(.began(beginning), typed: "") }

  /// Lets time pass up to a moment, if something happens by then.
  ///
  /// - Returns: what happened, and when the next thing does; nil: nothing ever does.
  mutating func pass(to moment: Instant) -> (events: [Event], next: Instant?) {
    let next = world.nextMoment
    guard let next, next <= moment else { return ([], next) }
    let events = world.unfold(until: moment)
    return (events, world.nextMoment)
  }

  /// Carries commands out at a moment, or now where that is past: all, or none.
  ///
  /// - Returns: what happened, the time until then included, or why it is refused; then nothing
  ///   has changed.
  mutating func perform(
    _ commands: [Command],
    typed: String?,
    at moment: Instant
  ) -> Result<[Event], Rejection> {
    var after = world
    var events = moment > world.now ? after.unfold(until: moment) : []
    do throws(Rejection) {
      for command in commands { events += try after.perform(command) }
    } catch { return .failure(error) }
    if journal != nil {
      let spelt = typed ?? Aws.spelling(of: commands, in: world)
      let waits = Self.waits(from: journaled, to: after.now)
      world = after
      save(.commands(waits + commands), typed: spelt)
    } else {
      world = after
    }
    return .success(events)
  }

  /// Journals the time that has passed up to a moment.
  mutating func end(at moment: Instant) {
    if moment > world.now { _ = world.unfold(until: moment) }
    let waits = Self.waits(from: journaled, to: world.now)
    if !waits.isEmpty { save(.commands(waits), typed: "") }
  }

  private static func waits(from start: Instant, to end: Instant) -> [Command] {
    var waits: [Command] = []
    var moment = start
    while moment < end {
      let time = min(end - moment, Timing.longestWait)
      waits.append(.wait(time))
      moment = moment + time
    }
    return waits
  }

  /// Makes a row durable; where that fails, the journal keeps it for the next.
  private mutating func save(_ move: Move, typed: String) {
    guard let journal else { return }
    journaled = world.now
    let line = JournalLine(move, typed: typed, sequence: journal.nextSequence, world: world)
    do {
      try journal.append(JournalRow(line, after: journal))
      unsaved = nil
    } catch { unsaved = error.sentence }
  }
}

extension JournalRow {
  /// A row with the wall time and its place in the chain.
  init(_ line: JournalLine, after journal: Journal) {
    self.init(
      sequence: line.sequence,
      virtualTime: line.virtualTime,
      wallTime: Clock.milliseconds,
      kind: line.kind,
      typed: line.typed,
      canonical: line.canonical,
      previousHash: journal.lastHash,
      digest: line.digest
    )
  }
}
