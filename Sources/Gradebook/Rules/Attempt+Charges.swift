public import Lab

extension Attempt {
  /// What the help that was taken in a step costs, in units; the record never shrinks, so what was
  /// undone costs as much.
  public func charge(in step: Step, under rules: Rules) -> Int {
    charges(in: step, under: rules).reduce(0) { $0 + $1.price }
  }

  /// Every use of help in a step that has its price, in the order of the rows.
  public func charges(in step: Step, under rules: Rules) -> [HelpCharge] {
    rows.indices.compactMap { number in
      let row = rows[number]
      guard row.cafe.step == step.id else { return nil }
      let price = charge(row.entry.move, in: step, under: rules)
      guard price > 0, let help = row.entry.move.help else { return nil }
      return HelpCharge(row: number, help: help, price: price)
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
      .responded, .leftOut, .closed, .redone, .wentTo, .bookmarked, .branched:
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

extension Move {
  /// The help that a move uses, in words; nil: none.
  fileprivate var help: String? {
    switch self {
    case .hinted(_, let count): "hint \(count)"
    case .undone: RuledVerb.undo.word
    case .consulted(let verb): RuledVerb(rawValue: verb)?.word ?? verb
    case .solved(_, _, let skipped): (skipped ? RuledVerb.skip : .showMe).word
    case .began, .entered, .opened, .commands, .draftOpened, .drafted, .draftDiscarded, .committed,
      .responded, .leftOut, .closed, .redone, .wentTo, .bookmarked, .branched:
      nil
    }
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
