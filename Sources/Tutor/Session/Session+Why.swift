import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

extension Session {
  /// `why CONDITION`: the test itself, and what it found or when it was met.
  ///
  /// Without a condition, how the latest things came about.
  mutating func why(_ id: String?, typed line: String) {
    guard let id else { return tellCauses(typed: line) }
    if id.contains(":"), id.allSatisfy({ $0.isNumber || $0 == ":" }) {
      return tellCauses(at: id, typed: line)
    }
    guard step != nil else { return refuseWithoutLesson(line) }
    if hasKey, rules.feedback != .atOnce { return refuse(line: line, Styled(whatIsHeard)) }
    guard let condition = condition(called: id) else {
      return refuse(unknownCondition: id, typed: line)
    }
    let report = reports.first { $0.id == condition.id }
    if let report { say(self.line(for: report)) }
    tell(quiet: "asks: ", Styled(condition.test.description, .command))
    if let report { tellStanding(of: report, condition) }
    finish(line, accepted: true)
  }

  /// Why nobody looks into a condition where less is heard than that.
  var whatIsHeard: String {
    rules.feedback == .none
      ? "Whether something is right is not told in this sitting. `rules` shows what holds."
      : "In this sitting you hear whether something is right, and no more: `check` says it."
  }

  mutating func refuse(unknownCondition id: String, typed line: String) {
    let known = step?.conditions.map(\.id) ?? []
    let near = nearest(to: id, in: known).map { " Did you mean \($0)?" }
    let here = known.isEmpty ? "This step has none." : "Here: \(known.joined(separator: ", "))."
    refuse(
      line: line,
      Styled("No condition is called \(id).\(near ?? "") \(here) Their numbers will do as well.")
    )
  }

  /// By its id, by its number in the task, or by words that only its label has.
  func condition(called name: String) -> Condition? {
    guard let step else { return nil }
    if let condition = step[condition: name] { return condition }
    if let number = Int(name), step.conditions.indices.contains(number - 1) {
      return step.conditions[number - 1]
    }
    let found = reports.filter { $0.label.lowercased().contains(name.lowercased()) }
    return found.count == 1 ? step[condition: found[0].id] : nil
  }

  private mutating func tellStanding(of report: ConditionReport, _ condition: Condition) {
    let found = Evaluator(Situation(attempt)).found(condition.test)
    if report.status.isMet {
      tell(quiet: "met: ", Styled(whenMet(report.id)))
      if let found { tell(quiet: "found: ", Styled(found)) }
      return
    }
    if report.status == .unmet, let found { tell(quiet: "found: ", Styled(found)) }
    for detail in details(of: report) where detail != "found: " + (found ?? "") {
      tell(quiet: "", spans(detail, on: display))
    }
  }

  private mutating func tell(quiet word: String, _ text: Styled) {
    let whole = Styled("  " + word, .quiet) + text
    say(whole.wrapped(to: display.proseWidth, hanging: Styled("    ")).joined())
  }

  /// Since which row of this stay in the step a condition has held, in words.
  private func whenMet(_ id: String) -> String {
    let stay = attempt.branch.filter { $0 >= attempt.cafe.visits.last?.row ?? 0 }
    let held = stay.reversed().prefix { attempt.rows[$0].entry.met?.contains(id) ?? false }
    guard let first = held.last, first != stay.first else {
      return "since the step began"
    }
    let row = attempt.rows[first]
    let clock = row.cafe.world.now.clock(seenFrom: world.now)
    return "since \(clock), after `\(row.typed)`"
  }
}
