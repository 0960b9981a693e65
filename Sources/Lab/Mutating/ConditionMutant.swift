import CafeWorld
import Commands

/// A condition with another test, or with none.
struct ConditionMutant {
  let mutant: Mutant
  /// Nil: the condition holds whatever happens.
  let test: Test?
}

extension Condition {
  var mutants: [ConditionMutant] {
    [ConditionMutant(mutant: mutant("delete", "without `[\(id)]`"), test: nil)]
      + test.weaker.map { weaker in
        ConditionMutant(
          mutant: mutant(weaker.name, "`\(weaker.test)` in place of the test of `[\(id)]`"),
          test: weaker.test
        )
      }
  }

  private func mutant(_ name: String, _ change: String) -> Mutant {
    Mutant(name: name, change: change, position: testPosition, origin: .condition(id))
  }
}

/// A test that asks for less, and what was taken from it.
struct Weakening {
  let name: String
  let test: Test
}

extension Test {
  /// The test with one thing in it weakened, each way once.
  var weaker: [Weakening] {
    switch self {
    case .not(let test): return test.weaker.map { $0.wrapped { .not($0) } }
    case .all(let tests):
      return tests.indices.map { place in
        var rest = tests
        rest.remove(at: place)
        return Weakening(name: "and", test: rest.count == 1 ? rest[0] : .all(rest))
      } + Self.weaker(in: tests) { .all($0) }
    case .any(let tests): return Self.weaker(in: tests) { .any($0) }
    case .at(let moment, let test):
      return moment.weaker(test) + test.weaker.map { $0.wrapped { .at(moment, $0) } }
    case .under(let command, let test):
      return [Weakening(name: "under", test: test)]
        + test.weaker.map { $0.wrapped { .under(command: command, $0) } }
    case .compare(let left, let sign, let right): return Self.weaker(left, sign, right)
    case .among(let value, _): return [Weakening(name: "in", test: .exists(value))]
    case .matches(let value, _): return [Weakening(name: "matches", test: .exists(value))]
    case .exists, .holds: return []
    }
  }

  private static func weaker(
    in tests: [Test],
    _ joined: ([Test]) -> Test
  ) -> [Weakening] {
    tests.indices.flatMap { place in
      tests[place].weaker.map { weaker in
        var changed = tests
        changed[place] = weaker.test
        return Weakening(name: weaker.name, test: joined(changed))
      }
    }
  }

  private static func weaker(
    _ left: Value,
    _ sign: Comparison,
    _ right: Value
  ) -> [Weakening] {
    switch sign {
    case .equal, .unequal:
      return left.isLiteral ? [] : [Weakening(name: "equal", test: .exists(left))]
    case .less, .atMost:
      return right.scaled(by: 2).map { [Weakening(name: "limit", test: .compare(left, sign, $0))] }
        ?? []
    case .greater, .atLeast:
      return right.scaled(by: 0.5)
        .map { [Weakening(name: "limit", test: .compare(left, sign, $0))] } ?? []
    }
  }
}

extension Weakening {
  fileprivate func wrapped(_ wrap: (Test) -> Test) -> Weakening {
    Weakening(name: name, test: wrap(test))
  }
}

extension Test.Moment {
  fileprivate func weaker(_ test: Test) -> [Weakening] {
    switch self {
    case .now, .ever, .after: []
    case .within(let time):
      [Weakening(name: "within", test: .at(.within(min(10 * time, Evaluator.horizon)), test))]
    case .always: [Weakening(name: "always", test: test)]
    }
  }
}

extension Value {
  /// Nil where it is no amount, or none that can be less.
  fileprivate func scaled(by factor: Double) -> Value? {
    switch self {
    case .number(let number): number == 0 ? nil : .number(number * factor)
    case .duration(let time): .duration(Milliseconds(Double(time) * factor))
    case .percent(let percent): .percent(percent * factor)
    case .query, .text, .word, .secondsUntil, .share: nil
    }
  }
}
