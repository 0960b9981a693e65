import CafeWorld
import Commands
import Gradebook
import Lab

/// The lines of a step as they are to be typed again, each with its spelling for the AWS CLI.
struct DeedLog {
  private(set) var deeds: [Runbook.Deed] = []
  /// Lines of a batch that waits for `commit`.
  private var batch: [String] = []

  /// Adds what a row of the journal did.
  ///
  /// `entry`: the café when the step was entered; `before`: the world before the row.
  mutating func add(_ row: Attempt.Row, in step: Step?, entry: World, before: World) {
    switch row.entry.move {
    case .entered(_, let setup), .opened(_, _, let setup):
      add(setup, typed: step?.setup.map(\.text) ?? [], in: before, isSetup: true)
    case .commands(let commands): add(commands, typed: [row.typed], in: before)
    case .solved(_, let commands, _):
      // It goes back to the step's entry: what was typed since is taken back.
      deeds.removeAll { !$0.isSetup }
      add(commands, typed: step?.solution.map(\.text) ?? [], in: entry)
    case .draftOpened: batch = [row.typed]
    case .drafted: batch.append(row.typed)
    case .draftDiscarded: batch = []
    case .committed(let zone, let changes):
      add([.changeRecords(zone, changes)], typed: batch + [row.typed], in: before)
      batch = []
    case .began, .responded, .leftOut, .closed, .consulted, .hinted, .undone, .redone, .wentTo,
      .bookmarked, .branched:
      break
    }
  }

  /// In the words in which it was typed, where those still come to the same; else in our own.
  private mutating func add(
    _ commands: [Command],
    typed lines: [String],
    in world: World,
    isSetup: Bool = false
  ) {
    let typed = Self.deeds(typed: lines, in: world, isSetup: isSetup)
    if typed.commands == commands {
      deeds += typed.deeds
    } else {
      deeds += Self.deeds(commands, in: world, isSetup: isSetup)
    }
  }

  private static func deeds(
    typed lines: [String],
    in world: World,
    isSetup: Bool
  ) -> (deeds: [Runbook.Deed], commands: [Command]) {
    var situation = Situation(world: world)
    var found: (deeds: [Runbook.Deed], commands: [Command]) = ([], [])
    for line in lines {
      let context = ParseContext(world: situation.world)
      guard let request = try? parse(line, in: context) else { return ([], []) }
      let (next, commands, refusal) = situation.carryingOut([line])
      guard refusal == nil else { return ([], []) }
      switch request {
      case .change, .changeRecord, .batch:
        let aws = spelling(of: commands, in: situation.world)
        let own = ownLines(for: request, commands, from: situation, to: next) ?? [line]
        found.deeds += own.enumerated().map { place, line in
          let isLast = place == own.count - 1
          return Runbook.Deed(
            line: line,
            aws: isLast ? aws : [],
            waitsForCommit: !isLast || commands.isEmpty,
            isSetup: isSetup
          )
        }
      // What is waited for may never come in a café without the lesson; the time that passed does.
      case .lesson: found.deeds += deeds(commands, in: situation.world, isSetup: isSetup)
      case .nothing, .ask, .travel, .sitting, .session, .demo: break
      }
      found.commands += commands
      situation = next
    }
    return found
  }

  /// The café's own words for a line of the AWS CLI; nil for any other line, and where they would
  /// not come to the very same café.
  private static func ownLines(
    for request: Request,
    _ commands: [Command],
    from start: Situation,
    to end: Situation
  ) -> [String]? {
    guard case .change(_, showing: .aws) = request, commands.count == 1,
      let lines = commands[0].ownLines(in: start.world)
    else { return nil }
    let (other, _, refusal) = start.carryingOut(lines)
    return refusal == nil && other.world.digest == end.world.digest ? lines : nil
  }

  private static func deeds(
    _ commands: [Command],
    in world: World,
    isSetup: Bool
  ) -> [Runbook.Deed] {
    var world = world
    return commands.map { command in
      let line = command.line(in: world) ?? "# what no line can say: a probe of a real server"
      let aws = Aws.spelling(of: command, in: world)
      _ = try? world.perform(command)
      return Runbook.Deed(line: line, aws: aws, isSetup: isSetup)
    }
  }

  private static func spelling(of commands: [Command], in world: World) -> [String] {
    deeds(commands, in: world, isSetup: false).flatMap(\.aws)
  }
}
