public import CafeWorld

/// A question about a world that is either true or false.
///
/// It reads, never changes, and always ends.
///
/// As data it can be judged at a moment of any world, printed back, weakened by a mutant, and
/// compared.
public indirect enum Test: Hashable, Sendable {
  case not(Test)
  /// Joined by `and`; two or more.
  case all([Test])
  /// Joined by `or`; two or more.
  case any([Test])
  case at(Moment, Test)
  /// The command runs on a copy, and the copy is tested.
  case under(command: String, Test)
  case compare(Value, Comparison, Value)
  case among(Value, [Value])
  case matches(Value, Glob)
  case exists(Value)
  /// A value alone, which is true when the value is.
  case holds(Value)

  /// When a test must hold, seen from the moment at which it is asked.
  public enum Moment: Hashable, Sendable {
    case now
    /// At some moment since the step was entered, along the present branch.
    case ever
    /// At some moment from now until then, both ends included.
    case within(Milliseconds)
    case after(Milliseconds)
    /// At every moment from now until then, both ends included.
    case always(Milliseconds)
  }

  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
  }
}

extension Test {
  /// Every query in the test, in the order in which it is written, those inside values as well.
  public var queries: [Query] {
    switch self {
    case .not(let test), .at(_, let test), .under(_, let test): test.queries
    case .all(let tests), .any(let tests): tests.flatMap(\.queries)
    case .compare(let left, _, let right): left.queries + right.queries
    case .among(let value, let others): value.queries + others.flatMap(\.queries)
    case .matches(let value, _), .exists(let value), .holds(let value): value.queries
    }
  }

  /// Whether a share of chaos is asked for somewhere in the test.
  var asksForChaos: Bool {
    switch self {
    case .not(let test), .at(_, let test), .under(_, let test): test.asksForChaos
    case .all(let tests), .any(let tests): tests.contains(where: \.asksForChaos)
    case .compare(let left, _, let right): left.asksForChaos || right.asksForChaos
    case .among(let value, let others):
      value.asksForChaos || others.contains(where: \.asksForChaos)
    case .matches(let value, _), .exists(let value), .holds(let value): value.asksForChaos
    }
  }

  /// The commands of every `under`, in the order in which they are written.
  public var commands: [String] {
    switch self {
    case .not(let test), .at(_, let test): test.commands
    case .under(let command, let test): [command] + test.commands
    case .all(let tests), .any(let tests): tests.flatMap(\.commands)
    case .compare(let left, _, let right): left.commands + right.commands
    case .among(let value, let others): value.commands + others.flatMap(\.commands)
    case .matches(let value, _), .exists(let value), .holds(let value): value.commands
    }
  }
}
