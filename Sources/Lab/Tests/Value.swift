public import CafeWorld

/// One side of a comparison.
public indirect enum Value: Hashable, Sendable {
  case query(Query)
  /// Text in quotes.
  case text(String)
  /// A name that stands for itself, such as `unhealthy` or `us-west-2b`.
  case word(String)
  case number(Double)
  case duration(Milliseconds)
  /// `18%` is 18 here; compared with a fraction it is 0.18.
  case percent(Double)
  /// Seconds from now until the test first holds; never, when that is beyond the horizon.
  case secondsUntil(Test)
  /// The fraction of so many seeded fault schedules in which the test holds.
  case share(schedules: Int, Test)
}

extension Value {
  /// Every query in the value, in the order in which it is written.
  public var queries: [Query] {
    switch self {
    case .query(let query): [query]
    case .secondsUntil(let test), .share(_, let test): test.queries
    case .text, .word, .number, .duration, .percent: []
    }
  }

  var commands: [String] {
    switch self {
    case .secondsUntil(let test), .share(_, let test): test.commands
    case .query, .text, .word, .number, .duration, .percent: []
    }
  }

  var asksForChaos: Bool {
    switch self {
    case .share: true
    case .secondsUntil(let test): test.asksForChaos
    case .query, .text, .word, .number, .duration, .percent: false
    }
  }

  /// Whether it can be a number below 0: of what is counted and measured here only a bias can.
  var canBeNegative: Bool {
    switch self {
    case .query(let query): query.properties.last == "bias"
    case .number(let number): number < 0
    case .text, .word, .duration, .percent, .secondsUntil, .share: false
    }
  }

  /// Whether the value says the same of every world.
  var isLiteral: Bool {
    switch self {
    case .query, .secondsUntil, .share: false
    case .text, .word, .number, .duration, .percent: true
    }
  }
}
