import CafeWorld
public import Lab

extension Replay {
  /// What each dealt item came to, in the order of the quiz.
  func items(_ limits: GradingLimits) -> [ItemGrade] {
    let times = wallTimes()
    return dealt.lesson.steps.map { grade($0, times[$0.id] ?? 0, limits) }
  }

  private func grade(
    _ step: Step,
    _ time: Int64,
    _ limits: GradingLimits
  ) -> ItemGrade {
    let ending = ending(of: step)
    let questions = questions(of: step, limits)
    let hints = attempt.record.hintsKnown(in: step.id)
    let gross =
      ending.conditions.reduce(0) { $0 + $1.earned }
      + questions.reduce(0) { $0 + $1.earned }
    let charges = attempt.charges(in: step, under: dealt.quiz.rules)
    let price = min(gross, charges.reduce(0) { $0 + $1.price })
    return ItemGrade(
      item: step.id,
      title: step.title,
      earned: gross - price,
      possible: dealt.quiz.rules.points(of: step) * dealt.quiz.rules.unit,
      price: price,
      charges: charges,
      conditions: ending.conditions,
      questions: questions,
      mistake: ending.mistake,
      hints: hints,
      wallTime: time
    )
  }

  /// Milliseconds of the learner's clock by the item in which they passed; running back is none.
  private func wallTimes() -> [String: Int64] {
    var times: [String: Int64] = [:]
    for row in attempt.rows.indices.dropFirst() {
      let head = attempt.presentHead(after: row - 1)
      guard let item = attempt.rows[head].cafe.step ?? attempt.rows[row].cafe.step else { continue }
      let (time, overflow) = journal[row].wallTime.subtractingReportingOverflow(
        journal[row - 1].wallTime
      )
      if !overflow, time > 0 { times[item, default: 0] &+= time }
    }
    return times
  }
}

// The task

extension Replay {
  /// The situation in which an item was left; nil: it was never begun.
  public func situation(endOf item: String) -> Situation? {
    attempt.latestHead(in: item).map { Situation(attempt, after: $0) }
  }

  /// The situation right after an item was begun; nil: it never was.
  public func situation(beginningOf item: String) -> Situation? {
    attempt.rows.indices.first { row in
      if case .opened(item, _, _) = attempt.rows[row].entry.move { true } else { false }
    }.map { Situation(attempt, after: $0) }
  }

  private struct Ending {
    let conditions: [ConditionGrade]
    let mistake: String?
  }

  private func ending(of step: Step) -> Ending {
    guard !step.conditions.isEmpty else { return Ending(conditions: [], mistake: nil) }
    let lines = memory.lines { $0.read(step) }
    guard let end = situation(endOf: step.id)?.knowing(lines),
      let start = situation(beginningOf: step.id)?.knowing(lines)
    else { return Ending(conditions: unbegun(step), mistake: nil) }
    let reports = step.look(at: end)
    guard !reports.allSatisfy(\.status.isMet) else {
      return Ending(conditions: reports.map { grade($0, counts: true) }, mistake: nil)
    }
    let beginning = step.look(at: start)
    let isOwn = isLearnersDoing(reports, since: beginning)
    return Ending(
      conditions: reports.map { grade($0, counts: isOwn) },
      mistake: mistake(in: reports, since: beginning, of: step, from: start)?.name
    )
  }

  private func mistake(
    in reports: [ConditionReport],
    since beginning: [ConditionReport],
    of step: Step,
    from start: Situation
  ) -> Mistake? {
    let variant = dealt.deal.items.first { $0.id.description == step.id }?.variant ?? 0
    return step.mistake(in: reports, since: beginning) { mistake in
      memory.isRefused(
        GradingMemory.WrongWay(
          item: step.id,
          variant: variant,
          seed: dealt.deal.seed,
          mistake: mistake.name
        )
      ) { start.refuses(mistake) }
    }
  }

  /// Whether some condition holds that did not when the item was begun.
  ///
  /// Where none does, what holds is nobody's doing and gives nothing.
  private func isLearnersDoing(
    _ reports: [ConditionReport],
    since beginning: [ConditionReport]
  ) -> Bool {
    let given = beginning.filter(\.status.isMet).map(\.id)
    return reports.contains { $0.status.isMet && !given.contains($0.id) }
  }

  private func grade(_ report: ConditionReport, counts: Bool) -> ConditionGrade {
    let possible = report.points * dealt.quiz.rules.unit
    let isGiven = report.status.isMet && !counts && possible > 0
    let words = [report.feedback, report.namesakes, isGiven ? Self.given : nil].compactMap(\.self)
    return ConditionGrade(
      id: report.id,
      label: report.label,
      status: report.status,
      earned: report.status.isMet && counts ? possible : 0,
      possible: possible,
      found: report.found,
      feedback: words.isEmpty ? nil : words.joined(separator: " ")
    )
  }

  /// Why a condition that holds gives no points.
  private static let given =
    "It held when the item began, and nothing more was made to hold, so it gives nothing."

  /// The conditions of an item that the learner never saw.
  private func unbegun(_ step: Step) -> [ConditionGrade] {
    step.conditions.map { condition in
      ConditionGrade(
        id: condition.id,
        label: condition.label.plainText ?? "\(condition.label)",
        status: .unmet,
        earned: 0,
        possible: condition.points * dealt.quiz.rules.unit,
        found: nil,
        feedback: nil
      )
    }
  }
}
