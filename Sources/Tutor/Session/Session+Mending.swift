import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

extension Session {
  /// `cause CONDITION`: the fewest of the learner's lines that make it fail.
  mutating func cause(_ id: String?, typed line: String) {
    if hasKey, rules.feedback == .which { return refuse(line: line, Styled(whatIsHeard)) }
    guard let condition = failing(id, typed: line) else { return }
    switch attempt.cause(of: condition) {
    case .holds: tell("It holds; nothing makes it fail.")
    case .broken(let row, let lines):
      let clock = attempt.rows[row].cafe.world.now.clock(seenFrom: world.now)
      tell("It held after row \(row) (\(clock)). Since then these lines alone make it fail:")
      list(lines)
      whisper(
        (hasGoTo && demo == nil ? "`goto \(row)` goes back to before them; " : "")
          + "`repair \(condition.id)` looks for a change."
      )
    case .hindered(let lines):
      tell(
        "It has not held since the step began. Without \(lines.count == 1 ? "this line" : "these") "
          + "it would:"
      )
      list(lines)
    case .neverHeld:
      tell(
        "It has not held since the step began, and no line of yours is to blame: something is "
          + "missing, or set otherwise. `repair \(condition.id)` looks for a change, `hint` helps."
      )
    }
    finish(line, accepted: true)
  }

  /// `repair CONDITION`: the nearest change that makes it hold.
  mutating func repair(_ id: String?, typed line: String) {
    guard let condition = failing(id, typed: line) else { return }
    let others = (step?.conditions ?? []).filter { $0.id != condition.id }
    let search = Situation(attempt).repair(of: condition, keeping: others)
    guard let repair = search.repair else {
      tell(
        "No small change of yours makes it hold: \(counted(search.tried, "changed café")) "
          + (search.isCutShort ? "tried, and there I stopped. " : "tried. ")
          + "Perhaps a part is not there yet. `hint` helps, `show me` plays a solution."
      )
      return finish(line, accepted: true)
    }
    tell(repair)
    if !repair.lines.isEmpty { countAsShown(typed: line) }
    finish(line, accepted: true)
  }

  private mutating func tell(_ repair: Repair) {
    if repair.lines.isEmpty {
      let seconds = (repair.wait + .second - 1) / .second
      tell("It needs nothing but time: `wait \(Durations.text(seconds * .second))`.")
      return
    }
    tell(repair.lines.count == 1 ? "This change would do:" : "These changes would do:")
    list(repair.lines)
    if repair.wait > 0 { tell("It holds \(span(repair.wait)) after that.") }
    for id in repair.breaks {
      let label = reports.first { $0.id == id }?.label ?? id
      tell("But then this would not hold any more: \(label)")
    }
  }

  private mutating func list(_ lines: [String]) {
    for line in lines { sayVerbatim(Styled("  ") + Styled(line, .command)) }
  }

  /// The condition that is meant, or the first that fails; says why where there is none, or where
  /// it cannot be looked at yet.
  private mutating func failing(_ id: String?, typed line: String) -> Condition? {
    guard let step else {
      refuseWithoutLesson(line)
      return nil
    }
    guard rules.feedback != .none else {
      refuse(
        line: line,
        Styled(
          "What holds and what does not is not told in this sitting. `rules` shows what holds."
        )
      )
      return nil
    }
    guard let found = id.map({ condition(called: $0) }) ?? step.conditions.first(where: isOpen)
    else {
      if let id {
        refuse(unknownCondition: id, typed: line)
      } else {
        refuse(line: line, Styled("No condition of this step fails. `task` shows them."))
      }
      return nil
    }
    let report = reports.first { $0.id == found.id }
    if case .waits(let needs) = report?.status, let first = needs.first {
      refuse(
        line: line,
        Styled("\(found.id) is not looked at before \(first) holds. Try that one first.")
      )
      return nil
    }
    if report?.status.isMet == true {
      refuse(line: line, Styled("\(found.id) holds. `why \(found.id)` says since when."))
      return nil
    }
    if let report { say(self.line(for: report, named: true)) }
    return found
  }

  private func isOpen(_ condition: Condition) -> Bool {
    switch reports.first(where: { $0.id == condition.id })?.status {
    case .unmet, .refused: true
    case .met, .waits, nil: false
    }
  }
}
