import CafeWorld
import Commands
import Lab
import Terminal

extension Session {
  /// Ticks what is newly met, says what no longer holds, and names a known mistake.
  mutating func tellConditions(since before: [ConditionReport]) {
    guard let step, !reports.isEmpty else { return }
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.status.isMet) })
    for report in reports {
      switch (old[report.id] ?? false, report.status.isMet) {
      case (false, true):
        say(Sign.done.drawn(on: display) + Styled(" \(report.label)", .good))
      case (true, false):
        say(Sign.failed.drawn(on: display) + Styled(" no longer: \(report.label)", .bad))
      default: break
      }
    }
    let wasDone = before.count == reports.count && before.allSatisfy(\.status.isMet)
    if reports.allSatisfy(\.status.isMet) {
      if !wasDone {
        say(Styled("All of the task is done.", .good.bold))
        sayWhatIsNext(after: step)
      }
    } else if failing(reports) != failing(before) {
      tellMistake()
    }
  }

  private func failing(_ reports: [ConditionReport]) -> [String] {
    reports.filter { $0.status == .unmet }.map(\.id)
  }

  /// The situation in which the step began.
  private var beginning: (situation: Situation, failing: [String])? {
    guard let step, let entry = attempt.entry(into: step.id) else { return nil }
    let situation = Situation(attempt).with(entry.world)
    return (situation, failing(step.look(at: situation)))
  }

  /// A known mistake gets its own words, unless the step simply has not been begun.
  @discardableResult
  mutating func tellMistake(always: Bool = false) -> Bool {
    guard let step, let beginning, always || failing(reports) != beginning.failing,
      let mistake = step.mistake(in: reports, from: beginning.situation)
    else { return false }
    let text = Evaluator(Situation(attempt)).text(mistake.feedback)
    let narrower = display.with(width: display.proseWidth - 2)
    for (index, line) in Markdown(text).drawn(on: narrower).lines.enumerated() {
      say((index == 0 ? Sign.note.drawn(on: display) + Styled(" ") : Styled("  ")) + line)
    }
    return true
  }

  /// A mistake whose last word is Amazon's refusal.
  mutating func tellMistake(refusedAs rejection: Rejection) {
    guard let step, let beginning,
      let mistake = step.mistake(refusedAs: rejection, from: beginning.situation)
    else { return }
    tell(Evaluator(Situation(attempt)).text(mistake.feedback))
  }

  /// Every condition with what was found instead.
  mutating func check(typed line: String) {
    guard let step else { return refuse(line: line, Styled("No lesson is open.")) }
    guard !step.conditions.isEmpty else {
      say(Styled("This step has nothing to check."))
      askNext(in: step)
      return finish(line, accepted: true)
    }
    reports = step.look(at: Situation(attempt))
    for report in reports {
      say(self.line(for: report))
      for detail in details(of: report) {
        let narrow = display.with(width: display.proseWidth - 4)
        for part in spans(detail, .quiet, on: display).wrapped(to: narrow.proseWidth) {
          say(Styled("    ") + part)
        }
      }
    }
    let met = reports.filter(\.status.isMet)
    let points = met.reduce(0) { $0 + $1.points }
    let possible = reports.reduce(0) { $0 + $1.points }
    say(Styled("\(met.count) of \(reports.count) conditions, \(points) of \(possible) points"))
    if met.count < reports.count, attempt.branch.last != attempt.cafe.visits.last?.row {
      tellMistake(always: true)
    }
    if met.count == reports.count { sayWhatIsNext(after: step) }
    finish(line, accepted: true)
  }

  private func details(of report: ConditionReport) -> [String] {
    switch report.status {
    case .met: []
    case .waits(let needs):
      ["not checked yet: it needs \(needs.map { label(of: $0) }.joined(separator: "; "))"]
    case .refused(let refusal): ["not checked yet: \(text(of: refusal))"]
    case .unmet:
      [
        report.feedback ?? report.found.map { "found: \($0)" }
          ?? "played out on a copy of your café, this did not happen"
      ]
    }
  }

  private func label(of condition: String) -> String {
    reports.first { $0.id == condition }.map { "“\($0.label)”" } ?? condition
  }

  func text(of refusal: Refusal) -> String {
    switch refusal {
    case .command(let error): error.message
    case .world(let rejection): Narration.refusal(rejection, world: world).text
    }
  }

  /// `why CONDITION`: the test itself and what it found.
  ///
  /// Without a condition, how the latest things came about.
  mutating func why(_ id: String?, typed line: String) {
    guard let id else { return tellCauses(typed: line) }
    guard let condition = step?[condition: id] else {
      return refuse(
        line: line,
        Styled(
          "No condition is called \(id). Here: "
            + (step?.conditions.map(\.id).joined(separator: ", ") ?? "none") + "."
        )
      )
    }
    let evaluator = Evaluator(Situation(attempt))
    say(Styled(evaluator.text(condition.label), .heading))
    say(Styled("  asks:   ", .quiet) + Styled(condition.test.description, .command))
    for query in condition.test.queries {
      let found = evaluator.value(Value.query(query)).text
      say(Styled("  found:  ", .quiet) + Styled(query.description + " is " + found))
    }
    if let report = reports.first(where: { $0.id == id }) {
      for detail in details(of: report) { say(Styled("  " + detail)) }
    }
    finish(line, accepted: true)
  }

  /// The latest things that happened, each with what brought it about.
  private mutating func tellCauses(typed line: String) {
    let rows = attempt.branch.suffix(8)
    guard let first = rows.first, let last = rows.last else { return }
    let before = attempt.rows[first].cafe.world
    let events = rows.dropFirst().flatMap { attempt.rows[$0].events }
    let told = Narration.lines(
      events,
      before: before,
      after: attempt.rows[last].cafe.world,
      on: display
    )
    guard !told.isEmpty else {
      say(
        spans(
          "Nothing has happened lately. `explain www` tells why a name is answered so.",
          on: display
        )
      )
      return finish(line, accepted: true)
    }
    for line in told.suffix(10) {
      let cause = told.first { $0.number == line.cause }
      say(line.clocked(on: display))
      if let cause {
        say(
          Styled("    because of what happened at \(cause.at.civil(local: true).clock): ", .quiet)
            + cause.text.over(.quiet)
        )
      }
    }
    finish(line, accepted: true)
  }
}
