public import CafeWorld

/// A sentence that holds whatever anybody does, and how a breach of it is seen.
public struct Invariant: Sendable {
  /// What must hold.
  public let sentence: String
  /// What was seen instead; nil: nothing against it.
  let breach: @Sendable (Occasion) -> String?

  public init(_ sentence: String, breach: @escaping @Sendable (Occasion) -> String?) {
    self.sentence = sentence
    self.breach = breach
  }

  /// When something is looked at.
  public enum Occasion: Sendable {
    /// An event has just been applied to a world; `history` is what happened before it, so that the
    /// event of number n stands at n - 1.
    case event(Event, history: [Event], before: World, after: World)
    /// Nothing more follows at this millisecond.
    case moment(World)
    /// A move that goes on from the world before it; `replayed` is that world with the move's
    /// events applied one by one.
    case accepted(Move, before: World, replayed: World, after: World)
    case refused(Move, before: Attempt, after: Attempt)
    /// A learner has stopped; the world and the journal are whole.
    case end(Attempt)
  }

  /// All that always holds.
  public static let all: [Invariant] = ofEvents + ofMoments + ofMoves + ofAttempts
}

/// A breach, and after which move it was seen.
public struct Violation: Hashable, Sendable {
  public let sentence: String
  public let detail: String
}
