/// One step of a lesson: prose, and what the learner is asked to do, to foresee, or to answer.
public struct Step: Hashable, Sendable {
  public let id: String
  public let title: String
  public let position: SourcePosition
  /// Prose, figures and fences in the order of the file.
  public let blocks: [Block]
  /// Journaled when the step is entered.
  public let setup: [LessonCommand]
  public let predictions: [Prediction]
  /// The task; empty in a step without one.
  public let conditions: [Condition]
  public let solution: [LessonCommand]
  /// Mutants of the solution that may survive.
  public let accepted: [Acceptance]
  public let alternatives: [Alternative]
  public let mistakes: [Mistake]
  public let hints: [Hint]
  public let quizzes: [Quiz]
  public let demo: [DemoLine]
  /// Markdown for the instructor only.
  public let notes: [Template]

  public var points: Int { conditions.reduce(0) { $0 + $1.points } }

  public subscript(condition id: String) -> Condition? { conditions.first { $0.id == id } }
  public subscript(prediction name: String) -> Prediction? {
    predictions.first { $0.name == name }
  }
  public subscript(quiz name: String) -> Quiz? { quizzes.first { $0.name == name } }
}
