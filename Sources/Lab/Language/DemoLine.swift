public import CafeWorld

/// What a presenter does.
public enum DemoLine: Hashable, Sendable {
  case say(Template, at: SourcePosition)
  case poll(DemoPoll)
  /// A prediction of the step by its name, put to the room.
  case predict(String, at: SourcePosition)
  /// The model solution of the step, line by line.
  case solve(at: SourcePosition)
  case command(LessonCommand)
  /// Time passes at a pace that a room can follow.
  case watch(Milliseconds, at: SourcePosition)
  /// Takes back so many lines that were typed in this step.
  case rewind(Int, at: SourcePosition)

  /// Where it stands in the file.
  var position: SourcePosition {
    switch self {
    case .say(_, at: let position), .predict(_, at: let position), .solve(at: let position),
      .watch(_, at: let position), .rewind(_, at: let position):
      position
    case .poll(let poll): poll.position
    case .command(let command): command.position
    }
  }
}

/// A question to the room, before it sees what the engine does.
public struct DemoPoll: Hashable, Sendable {
  public let question: Template
  /// What hands are raised for; none where the room just thinks.
  public let choices: [Choice]
  public let position: SourcePosition

  /// How many choices a poll has that has any: what fits on a screen, a letter each.
  static let choiceCounts = 2...9

  public struct Choice: Hashable, Sendable {
    public let label: Template
    /// Holds at the reveal if this is what happened; nil: nobody can tell.
    public let test: Test?
    let position: SourcePosition
  }
}
