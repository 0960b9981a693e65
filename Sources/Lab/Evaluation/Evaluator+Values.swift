import CafeWorld

extension Evaluator {
  /// What a value comes to now.
  public func value(_ value: Value) -> Datum {
    switch value {
    case .query(let query): answer(query)
    case .text(let text), .word(let text): .text(text)
    case .number(let number): .number(number)
    case .duration(let time): .number(Double(time) / 1_000)
    case .percent(let percent): .number(percent)
    case .secondsUntil(let test): secondsUntil(test)
    case .share(let schedules, let test): share(of: schedules, test)
    }
  }

  private func secondsUntil(_ test: Test) -> Datum {
    guard let moment = firstMoment(test, within: Self.horizon) else { return .never }
    return .number(Double(moment - situation.world.now) / 1_000)
  }

  /// What a formula comes to; `answer` is the engine's answer to the prediction around it.
  public func value(_ formula: Formula, answer: Datum? = nil) -> Datum {
    switch formula {
    case .value(let value): return self.value(value)
    case .answer: return answer ?? .missing
    case .negative(let inner):
      return value(inner, answer: answer).number.map { .number(-$0) } ?? .missing
    case .combined(let left, let operation, let right):
      let one = value(left, answer: answer)
      let other = value(right, answer: answer)
      if one == .never || other == .never { return .never }
      guard let first = one.number, let second = other.number else { return .missing }
      return operation.value(first, second).map { .number($0) } ?? .missing
    }
  }

  /// A template with everything that the world says filled in.
  public func text(_ template: Template, answer: Datum? = nil) -> String {
    template.parts.map { part in
      switch part {
      case .text(let text): text
      case .expression(let formula): value(formula, answer: answer).text
      }
    }.joined()
  }
}

extension Formula.Operation {
  fileprivate func value(_ one: Double, _ other: Double) -> Double? {
    switch self {
    case .plus: one + other
    case .minus: one - other
    case .times: one * other
    case .by: other == 0 ? nil : one / other
    }
  }
}
