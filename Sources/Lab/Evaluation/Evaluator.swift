public import CafeWorld

/// Asks a lesson's tests and values of a situation.
///
/// It reads, works on copies, and always ends.
public struct Evaluator: Sendable {
  public let situation: Situation

  public init(_ situation: Situation) {
    self.situation = situation
  }

  /// How far tests look ahead, and `seconds until`.
  public static let horizon: Milliseconds = 24 * .hour

  /// What a test comes to.
  public enum Verdict: Hashable, Sendable {
    case holds
    case fails
    /// It could not be asked: the command of an `under` was refused.
    case unchecked(Refusal)

    static func of(_ truth: Bool) -> Verdict { truth ? .holds : .fails }
  }

  public func judge(_ test: Test) -> Verdict {
    switch test {
    case .not(let test): judge(test).negated
    case .all(let tests): all(tests)
    case .any(let tests): any(tests)
    case .at(let moment, let test): judge(test, at: moment)
    case .under(let command, let test): judge(test, under: command)
    case .compare(let left, let sign, let right): compare(left, sign, right)
    case .among(let value, let others): among(value, others)
    case .matches(let value, let glob): matches(value, glob)
    case .exists(let value): .of(self.value(value) != .missing)
    case .holds(let value): .of(self.value(value).equals(.flag(true)))
    }
  }

  private func all(_ tests: [Test]) -> Verdict { judge(tests, decidedBy: .fails) }

  private func any(_ tests: [Test]) -> Verdict { judge(tests, decidedBy: .holds) }

  /// The verdict that decides, if any test comes to it; else the first that could not be asked;
  /// else its opposite.
  private func judge(_ tests: [Test], decidedBy decisive: Verdict) -> Verdict {
    var whole = decisive.negated
    for test in tests {
      let verdict = judge(test)
      if verdict == decisive { return verdict }
      if whole == decisive.negated { whole = verdict }
    }
    return whole
  }

  private func judge(_ test: Test, under command: String) -> Verdict {
    var copy = situation
    if !command.asksOfBystanders { copy.world = world(for: test) }
    return switch copy.carryingOut(command) {
    case .success(let world): Evaluator(situation.with(world)).judge(test)
    case .failure(let refusal): .unchecked(refusal)
    }
  }

  private func compare(_ left: Value, _ sign: Test.Comparison, _ right: Value) -> Verdict {
    let (one, other) = matched(value(left), left, value(right), right)
    guard !one.isAbsent, !other.isAbsent else { return .fails }
    switch sign {
    case .equal: return .of(one.equals(other))
    case .unequal: return .of(!one.equals(other))
    case .less, .atMost, .greater, .atLeast:
      guard let first = one.number, let second = other.number else { return .fails }
      return .of(sign.holds(first, second))
    }
  }

  /// `18%` is 18 beside a number of percent, and 0.18 beside a fraction.
  private func matched(
    _ one: Datum,
    _ left: Value,
    _ other: Datum,
    _ right: Value
  ) -> (Datum, Datum) {
    if case .percent(let percent) = right, let number = one.number, number <= 1 {
      return (one, .number(percent / 100))
    }
    if case .percent(let percent) = left, let number = other.number, number <= 1 {
      return (.number(percent / 100), other)
    }
    return (one, other)
  }

  private func among(_ value: Value, _ others: [Value]) -> Verdict {
    let datum = self.value(value)
    guard !datum.isAbsent else { return .fails }
    return .of(others.contains { datum.equals(self.value($0)) })
  }

  private func matches(_ value: Value, _ glob: Glob) -> Verdict {
    let datum = self.value(value)
    return .of(!datum.isAbsent && glob.matches(datum.text))
  }
}

extension Evaluator.Verdict {
  var negated: Self {
    switch self {
    case .holds: .fails
    case .fails: .holds
    case .unchecked: self
    }
  }
}

extension Test.Comparison {
  fileprivate func holds(_ one: Double, _ other: Double) -> Bool {
    switch self {
    case .equal: one == other
    case .unequal: one != other
    case .less: one < other
    case .atMost: one <= other
    case .greater: one > other
    case .atLeast: one >= other
    }
  }
}
