/// One small change that a lesson should notice.
public struct Mutant: Hashable, Sendable {
  /// What an acceptance calls it, such as `wait` or `no-ttl`.
  public let name: String
  /// What was changed, for the author.
  public let change: String
  /// Where the change is.
  public let position: SourcePosition
  public let origin: Origin

  /// What was changed.
  public enum Origin: Hashable, Sendable {
    case solution
    case condition(String)
    case engine
  }
}

/// A mutant, and what became of it.
public struct Trialled: Hashable, Sendable {
  public let mutant: Mutant
  public let step: String
  public let fate: Fate

  /// What became of a mutant.
  public enum Fate: Hashable, Sendable {
    case caught
    /// Nothing noticed it; the author says why that is no harm.
    case accepted(reason: String)
    /// Nothing noticed it; the line that should have.
    case survived(expected: SourcePosition)
  }

  public var isSurvivor: Bool {
    if case .survived = fate { true } else { false }
  }
}
