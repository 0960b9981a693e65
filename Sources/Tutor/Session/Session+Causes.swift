import CafeWorld
import Lab
import Terminal

extension Session {
  /// The latest things that happened, each with what brought it about; of the last one the whole
  /// way back to the line that was typed.
  mutating func tellCauses(typed line: String) {
    let story = CausedStory(attempt, on: display)
    guard let last = story.lines.last(where: { $0.cause != nil }) ?? story.lines.last else {
      say(
        spans(
          "Nothing has happened lately. `explain www` tells why a name is answered so.",
          on: display
        )
      )
      return finish(line, accepted: true)
    }
    for told in story.lines.suffix(10) {
      say(told.clocked(on: display))
      let causes = story.causes(of: told)
      for cause in told.number == last.number ? causes : Array(causes.prefix(1)) {
        say(cause.wrapped(to: display.proseWidth, hanging: Styled("      ")).joined())
      }
    }
    finish(line, accepted: true)
  }
}

/// What happened lately along the present branch, with the way from each thing to what brought it
/// about.
private struct CausedStory {
  /// The sentences about the last rows, oldest first.
  let lines: [NarratedLine]
  private var causes: [Int: Int] = [:]
  private var typed: [Int: String] = [:]
  private var told: [Int: NarratedLine] = [:]

  init(_ attempt: Attempt, on display: Display) {
    let branch = attempt.branch
    for row in branch {
      for event in attempt.rows[row].events {
        causes[event.number] = event.cause
        typed[event.number] = attempt.rows[row].typed
      }
    }
    let recent = max(0, branch.count - 8)
    // A shown solution begins from an earlier café: nothing before it can be played on from there.
    let solved = branch.lastIndex { attempt.rows[$0].isSolved } ?? 0
    let rows = branch[min(recent, max(solved, branch.count - 40))...]
    guard let before = rows.first, let after = rows.last else {
      lines = []
      return
    }
    let all = Narration.lines(
      rows.dropFirst().flatMap { attempt.rows[$0].events },
      before: attempt.rows[before].cafe.world,
      after: attempt.rows[after].cafe.world,
      on: display
    )
    for line in all where told[line.number] == nil { told[line.number] = line }
    let oldest = attempt.rows[branch[recent]].cafe.world.eventCount
    lines = all.filter { $0.number > oldest }
  }

  /// What brought a thing about, nearest first: what was told of it, and last the typed line.
  func causes(of line: NarratedLine) -> [Styled] {
    var causes: [Styled] = []
    var number = line.cause
    var root = line.number
    while let cause = number, cause > 0 {
      root = cause
      if let line = told[cause] {
        let clock = line.at.civil(local: true).clock
        causes.append(
          Styled("    because of what happened at \(clock): ", .quiet) + line.text.over(.quiet)
        )
      }
      number = self.causes[cause]
    }
    if number == 0 {
      causes.append(Styled("    because that is how it all began.", .quiet))
    } else if root != line.number, let typed = typed[root], !typed.isEmpty {
      causes.append(Styled("    because somebody typed: ", .quiet) + Styled(typed, .command))
    }
    return causes
  }
}

extension Attempt.Row {
  fileprivate var isSolved: Bool {
    if case .solved = entry.move { true } else { false }
  }
}
