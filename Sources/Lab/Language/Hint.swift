public import CafeWorld

/// One hint; the first is given first.
public struct Hint: Hashable, Sendable {
  public let text: Template
  /// What it costs in graded mode, in points.
  public let price: Int?
}

/// What a presenter does.
public enum DemoLine: Hashable, Sendable {
  case say(Template)
  case poll(Template)
  /// The model solution of the step, line by line.
  case solve
  case command(LessonCommand)
  case watch(Milliseconds)
  case rewind(Int)
}
