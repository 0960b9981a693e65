/// A line as a learner would type it, and where the author wrote it.
public struct LessonCommand: Hashable, Sendable {
  public let text: String
  public let position: SourcePosition
}
