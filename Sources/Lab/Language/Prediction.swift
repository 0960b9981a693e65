public import CafeWorld

/// A question about what will happen, answered by the engine.
public struct Prediction: Hashable, Sendable {
  public let name: String
  /// What is done, told before the question.
  public let story: Template?
  /// Run on a copy of the learner's world.
  public let commands: [LessonCommand]
  public let question: Template
  /// Asked of the copy after the commands.
  public let answer: Value
  /// How far from the answer a response is still right; durations count in seconds.
  public let near: Double
  public let reason: Template?
  public let models: [Model]
  public let position: SourcePosition

  /// A misconception that can be calculated.
  public struct Model: Hashable, Sendable {
    public let name: String
    /// Asked of the copy after the commands, as the answer is; what is said and asked before them,
    /// of the world before.
    public let meaning: Meaning
    public let feedback: Template
    public let position: SourcePosition
  }

  public enum Meaning: Hashable, Sendable {
    case formula(Formula)
    /// The answer of an engine with one setting changed.
    case engine(EngineChange)
  }
}

/// An engine that differs from ours in one thing.
///
/// The list is closed.
public enum EngineChange: Hashable, Sendable {
  case failureThreshold(Int)
  /// The percentage of checkers that must say healthy.
  case healthyShare(percent: Double)
  case requestTimeout(Milliseconds)
  case honoursTTL(Bool)
  case secondaryNeedsCheck(Bool)
  case pushDelay(Milliseconds)
}
