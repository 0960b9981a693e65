public import Lab

extension Attempt {
  /// What the help that was taken in a step costs, in units; the record never shrinks, so what was
  /// undone costs as much.
  public func charge(in step: Step, under rules: Rules) -> Int {
    rows.reduce(0) { sum, row in
      guard row.cafe.step == step.id else { return sum }
      return sum + charge(row.entry.move, in: step, under: rules)
    }
  }

  private func charge(_ move: Move, in step: Step, under rules: Rules) -> Int {
    switch move {
    case .hinted(_, let count):
      let hint = step.hints.indices.contains(count - 1) ? step.hints[count - 1] : nil
      return rules.price(of: .hint, price: hint?.price)
    case .undone: return rules.price(of: .undo)
    case .consulted(let verb): return RuledVerb(rawValue: verb).map { rules.price(of: $0) } ?? 0
    case .solved(_, _, let skipped): return rules.price(of: skipped ? .skip : .showMe)
    case .began, .entered, .opened, .commands, .draftOpened, .drafted, .draftDiscarded, .committed,
      .responded, .redone, .wentTo, .bookmarked, .branched:
      return 0
    }
  }

  /// What a step has come to where its key is at hand, in units: never less than nothing.
  public func score(of step: Step, under rules: Rules) -> (earned: Int, possible: Int) {
    let held = record.conditionsMet(in: step.id) ?? []
    let isOwn = record.help(in: step.id) == nil
    var earned = isOwn ? record.points(for: held, in: step) * rules.unit : 0
    for quiz in step.quizzes {
      let responses = record.responses(to: quiz.name)
      if responses.last?.outcome.isRight ?? false {
        earned += rules.units(points: 1, atTry: responses.count)
      }
    }
    if rules.isSupervised {
      earned +=
        step.predictions.count {
          record.responses(to: $0.name).first?.outcome.isRight ?? false
        } * rules.unit
    }
    return (
      max(0, earned - charge(in: step, under: rules)), rules.points(of: step) * rules.unit
    )
  }
}

extension Rules {
  /// Units as points: `3`, `3.6`, `0.33`.
  public func points(_ units: Int) -> String { Self.points(units, unit: unit) }

  /// Units as points, of which so many make one.
  public static func points(_ units: Int, unit: Int) -> String {
    Ratio(units, unit).decimal(places: 2)
  }
}
