import CafeWorld
import Commands

/// Some of a learner's lines, played again from a place of the journal, as if the others had never
/// been typed.
struct LineReplay {
  /// A line of the journal.
  struct Line: Hashable {
    let row: Int
    let text: String
    let commands: [Command]
  }

  /// The place from which the lines are played.
  let start: Situation
  /// Every line since then, oldest first.
  let lines: [Line]

  /// The lines of the present stay in a step, from a row of the present branch on.
  init(_ attempt: Attempt, from row: Int) {
    start = Situation(attempt, after: row)
    lines = attempt.branch.filter { $0 > row }.map { number in
      let row = attempt.rows[number]
      return Line(row: number, text: row.typed, commands: row.entry.move.commands)
    }
  }

  /// Where these lines lead; what is refused without the others is left out.
  func end(of lines: [Line]) -> Situation {
    var situation = start
    for line in lines { situation.take(line) }
    return situation
  }
}

extension Situation {
  /// A line as it was typed, so that its names mean what they mean here; a line whose words need
  /// more than a world, such as a file, by its commands.
  fileprivate mutating func take(_ line: LineReplay.Line) {
    var next = self
    let commands: [Command]
    do { commands = try next.commands(of: line.text) } catch .command(.needsFile) {
      commands = line.commands
    } catch { return }
    guard (try? next.live(through: commands)) != nil else { return }
    self = next
  }
}

extension Move {
  /// The commands that the move carries out.
  fileprivate var commands: [Command] {
    switch self {
    case .commands(let commands): commands
    case .committed(let zone, let batch): [.changeRecords(zone, batch)]
    case .began, .entered, .opened, .solved, .draftOpened, .drafted, .draftDiscarded: []
    case .responded, .leftOut, .closed, .consulted, .hinted: []
    case .undone, .redone, .wentTo, .bookmarked, .branched: []
    }
  }
}
