/// A number made of numbers, the answer of a prediction, and what the world says; or just what it
/// says.
public indirect enum Formula: Hashable, Sendable {
  case value(Value)
  /// The engine's answer to the prediction in which the formula stands.
  case answer
  case negative(Formula)
  case combined(Formula, Operation, Formula)

  public enum Operation: String, Hashable, Sendable, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case by = "/"

    var bindsTighter: Bool { self == .times || self == .by }
  }
}

extension Formula {
  /// Every query in the formula, in the order in which it is written.
  public var queries: [Query] {
    switch self {
    case .value(let value): value.queries
    case .answer: []
    case .negative(let formula): formula.queries
    case .combined(let left, _, let right): left.queries + right.queries
    }
  }

  var usesAnswer: Bool {
    switch self {
    case .value: false
    case .answer: true
    case .negative(let formula): formula.usesAnswer
    case .combined(let left, _, let right): left.usesAnswer || right.usesAnswer
    }
  }
}
