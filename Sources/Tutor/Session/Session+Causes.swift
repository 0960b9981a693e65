import CafeWorld
import Lab
import Terminal

extension Session {
  /// What happened at a time of day, each thing with the whole way back to the line that was typed;
  /// of several days the latest.
  mutating func tellCauses(at clock: String, typed line: String) {
    let story = CausedStory(attempt, rows: attempt.branch.count, on: display)
    let found = story.lines.filter { $0.at.civil(local: true).clock.hasPrefix(clock) }
    let day = found.last?.at.civil(local: true).date
    let lines = found.filter { $0.at.civil(local: true).date == day }
    guard !lines.isEmpty else {
      return refuse(
        line: line,
        Styled("Nothing that is told happened at \(clock). `timeline` shows when something did.")
      )
    }
    for told in lines.suffix(10) { say(told, story.wholeWay(of: told)) }
    finish(line, accepted: true)
  }

  private mutating func say(_ told: NarratedLine, _ way: [Styled]) {
    say(told.clocked(on: display))
    for part in way {
      say(part.wrapped(to: display.proseWidth, hanging: Styled("      ")).joined())
    }
  }

  /// The latest things that happened, each with what brought it about; of the last one the whole
  /// way back to the line that was typed.
  mutating func tellCauses(typed line: String) {
    let story = CausedStory(attempt, rows: 8, on: display)
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
      let causes = story.causes(of: told)
      say(told, told.number == last.number ? causes : Array(causes.prefix(1)))
    }
    finish(line, accepted: true)
  }
}

/// What happened along the present branch, with the way from each thing to what brought it about.
///
/// Each row is told by itself, as it was when its line was carried out.
private struct CausedStory {
  /// The sentences about the last rows, oldest first.
  let lines: [NarratedLine]
  private var causes: [Int: Int] = [:]
  private var typed: [Int: String] = [:]
  private var told: [Int: NarratedLine] = [:]

  /// Sentences about the last so many rows; what brought them about is looked for in earlier ones
  /// too.
  init(_ attempt: Attempt, rows count: Int, on display: Display) {
    let lived = attempt.livedRows
    var lines: [NarratedLine] = []
    for (index, number) in lived.enumerated() {
      let row = attempt.rows[number]
      for event in row.events {
        causes[event.number] = event.cause
        typed[event.number] = row.typed
      }
      guard index > 0, index >= lived.count - max(40, count) else { continue }
      var all = Narration.lines(
        row.events,
        before: attempt.world(before: number, along: lived[index - 1]),
        after: row.cafe.world,
        on: display
      )
      for place in all.indices { all[place].seenFrom = attempt.world.now }
      for line in all where told[line.number] == nil { told[line.number] = line }
      if index >= lived.count - count { lines += all }
    }
    self.lines = lines
  }

  /// What brought a thing about, nearest first: what was told of it, and last the typed line.
  func causes(of line: NarratedLine) -> [Styled] {
    var causes: [Styled] = []
    var number = line.cause
    var root = line.number
    while let cause = number, cause > 0 {
      root = cause
      if let line = told[cause] {
        let clock = line.at.clock(seenFrom: line.seenFrom ?? line.at)
        causes.append(
          Styled("    because of what happened at \(clock): ", .quiet) + line.text.over(.quiet)
        )
      }
      number = self.causes[cause]
    }
    if number == 0 {
      causes.append(Styled("    because that is how it all began.", .quiet))
    } else if root != line.number {
      causes += origin(of: root)
    }
    return causes
  }

  /// The whole way, also where the thing is what a line did by itself.
  func wholeWay(of line: NarratedLine) -> [Styled] {
    line.cause == nil ? origin(of: line.number) : causes(of: line)
  }

  private func origin(of number: Int) -> [Styled] {
    guard let typed = typed[number], !typed.isEmpty else { return [] }
    return [Styled("    because somebody typed: ", .quiet) + Styled(typed, .command)]
  }
}

extension Attempt {
  /// The rows of the present branch whose events led to the present café: a shown solution begins
  /// from its step's entry, so what was tried before it is not among them.
  fileprivate var livedRows: [Int] {
    branch.reduce(into: []) { kept, number in
      if let entry = entryOfSolution(number) { kept.removeAll { $0 > entry } }
      kept.append(number)
    }
  }

  /// The world from which a row's events went on.
  fileprivate func world(before number: Int, along previous: Int) -> World {
    rows[entryOfSolution(number) ?? previous].cafe.world
  }

  /// For a shown solution the row that entered its step.
  private func entryOfSolution(_ number: Int) -> Int? {
    guard case .solved(let step, _, _) = rows[number].entry.move else { return nil }
    return rows[number].cafe.visits.last { $0.step == step }?.row
  }
}
