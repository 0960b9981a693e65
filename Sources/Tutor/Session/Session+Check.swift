import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

extension Session {
  /// Ticks what is newly met, says what no longer holds, and names a known mistake.
  mutating func tellConditions(since before: [ConditionReport]) {
    guard let step, !reports.isEmpty, !isPlaying else { return }
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.id, $0.status.isMet) })
    for report in reports where isShown(report) {
      switch (old[report.id] ?? false, report.status) {
      case (false, .met): say(ticked(report))
      // One that waits for another may well hold still; the other one is told.
      case (true, .unmet):
        say(Sign.failed.drawn(on: display) + Styled(" no longer: \(report.label)", .bad))
      default: break
      }
    }
    let wasDone = before.count == reports.count && before.allSatisfy(\.status.isMet)
    // A script that types needs no coaching.
    if !hasKey || !reports.allSatisfy(isShown) || demo?.isTyping == true { return }
    if reports.allSatisfy(\.status.isMet) {
      if !wasDone {
        say(Styled("All of the task is done.", .good.bold))
        sayWhatIsNext(after: step)
      }
    } else if reports.failing != before.failing {
      tellMistake()
    }
  }

  /// A condition that is met, with its reason.
  private func ticked(_ report: ConditionReport) -> Styled {
    let reason = report.reason.map { Styled(" (\($0))", .quiet) } ?? Styled()
    return (Sign.done.drawn(on: display) + Styled(" \(report.label)", .good) + reason)
      .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
  }

  /// The situation in which the step began.
  private var beginning: (situation: Situation, reports: [ConditionReport])? {
    guard let step, let entry = attempt.entry(into: step.id) else { return nil }
    let situation = Situation(attempt).with(entry.world)
    return (situation, step.look(at: situation))
  }

  /// A known mistake gets its own words; unasked only where something has come of what was done.
  @discardableResult
  mutating func tellMistake(always: Bool = false) -> Bool {
    guard rules.feedback == .atOnce else { return false }
    guard let step, let beginning,
      let mistake = step.mistake(
        in: reports,
        since: always ? [] : beginning.reports,
        refused: beginning.situation.refuses
      )
    else { return false }
    let text = Evaluator(Situation(attempt)).text(mistake.feedback)
    let lead = Sign.note.drawn(on: display) + Styled(" ")
    let narrower = display.with(width: display.proseWidth - lead.width)
    for (index, line) in Markdown(text).drawn(on: narrower).lines.enumerated() {
      say((index == 0 ? lead : Styled("  ")) + line)
    }
    return true
  }

  /// A mistake whose last word is Amazon's refusal.
  mutating func tellMistake(refusedAs rejection: Rejection) {
    guard rules.feedback == .atOnce, let step, let beginning,
      let mistake = step.mistake(refusedAs: rejection, from: beginning.situation)
    else { return }
    tell(Evaluator(Situation(attempt)).text(mistake.feedback))
  }

  /// Every condition with what was found instead.
  mutating func check(typed line: String) {
    guard let step else { return refuseWithoutLesson(line) }
    guard !step.conditions.isEmpty else {
      if isTask(step) {
        tell(nothingTicked)
      } else {
        say(Styled("This step has nothing to check."))
      }
      askNext(in: step)
      return finish(line, accepted: true)
    }
    reports = step.look(at: Situation(attempt))
    if rules.mode != .practice || !hasKey { return checkUnderRules(step, typed: line) }
    tellInFull(reports)
    let met = reports.filter(\.status.isMet)
    let points = attempt.record.points(for: met.map(\.id), in: step)
    let possible = reports.reduce(0) { $0 + $1.points }
    say(Styled("\(met.count) of \(reports.count) conditions, \(points) of \(possible) points"))
    tellWhatFollows(met.count == reports.count, step)
    finish(line, accepted: true)
  }

  /// As much as the rules let anybody hear.
  private mutating func checkUnderRules(_ step: Step, typed line: String) {
    let told = rules.feedback == .none ? reports.filter(isShown) : reports
    if rules.feedback == .atOnce {
      tellInFull(told)
    } else {
      for report in told { say(self.line(for: report, named: true)) }
    }
    let met = told.count(where: \.status.isMet)
    if told.isEmpty {
      tell(nothingTicked)
    } else {
      let points =
        tellsPoints
        ? ", \(rules.points(attempt.score(of: step, under: rules).earned)) points" : ""
      say(Styled("\(met) of \(told.count) \(hasKey ? "" : "shown ")conditions\(points)"))
    }
    if hasKey { tellWhatFollows(met == reports.count, step) }
    finish(line, accepted: true)
  }

  /// Whether something is to be made to happen in a step, be it shown or not.
  func isTask(_ step: Step) -> Bool { !step.conditions.isEmpty || hidesConditions(of: step) }

  /// Whether a step counts more than is ticked: in a pack, more than stands in it.
  func hidesConditions(of step: Step) -> Bool {
    guard let dealt else { return !reports.allSatisfy(isShown) }
    guard let worth = dealt.points(of: step.id) else { return step.quizzes.isEmpty }
    return worth > rules.points(of: step)
  }

  private var nothingTicked: String { "Nothing is ticked in this sitting. \(whoSaysWhatHolds)" }

  /// What a task is that is not ticked, or not all of it.
  func whatIsHidden(besides shown: [ConditionReport]) -> String {
    let words =
      shown.isEmpty
      ? "Make this café do what the text asks for. Nothing is ticked here. "
      : "The task may ask for more than is ticked here. "
    return words + whoSaysWhatHolds
  }

  private var whoSaysWhatHolds: String {
    hasKey
      ? "What it comes to is told when the sitting is closed."
      : "It counts as you leave it, and the result file says what holds."
  }

  private mutating func tellWhatFollows(_ isDone: Bool, _ step: Step) {
    if !isDone, attempt.branch.last != attempt.cafe.visits.last?.row { tellMistake(always: true) }
    if isDone { sayWhatIsNext(after: step) }
  }

  private mutating func tellInFull(_ reports: [ConditionReport]) {
    for report in reports {
      say(self.line(for: report, named: true))
      let narrow = display.with(width: display.proseWidth - 4)
      for detail in details(of: report) {
        // An author's words are Markdown; what was found is shown as it is.
        let parts =
          detail == report.feedback
          ? Markdown(detail).drawn(on: narrow).over(.quiet).lines
          : spans(detail, .quiet, on: display).wrapped(to: narrow.proseWidth)
        for part in parts { say(Styled("    ") + part) }
      }
    }
  }

  func details(of report: ConditionReport) -> [String] {
    switch report.status {
    case .met: []
    case .waits(let needs):
      ["not checked yet: it needs \(needs.map { label(of: $0) }.joined(separator: "; "))"]
    case .refused(let refusal): ["not checked yet: \(text(of: refusal))"]
    case .unmet:
      [finding(of: report)] + (report.namesakes.map { [$0] } ?? [])
    }
  }

  private func finding(of report: ConditionReport) -> String {
    report.feedback ?? report.found.map { "found: \($0)" }
      ?? "played out on a copy of your café, this did not happen"
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
}
