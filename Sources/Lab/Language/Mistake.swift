/// Another way that must pass.
public struct Alternative: Hashable, Sendable {
  public let name: String
  public let commands: [LessonCommand]
  public let position: SourcePosition
}

/// A wrong way that is known, with words of its own.
public struct Mistake: Hashable, Sendable {
  public let name: String
  public let commands: [LessonCommand]
  /// Ids of exactly those conditions that fail.
  public let fails: [String]
  public let feedback: Template
  public let position: SourcePosition
}
