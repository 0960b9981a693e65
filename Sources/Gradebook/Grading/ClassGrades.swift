/// A class's quiz after grading: what every report is made of.
public struct ClassGrades: Hashable, Sendable {
  public let quiz: ClassQuiz
  /// In the order of the roster; then submissions of nobody whom the roster knows.
  public let grades: [Grade]
  /// Refused submissions of learners of whom another one has the line in ``grades``.
  public let refused: [Grade]

  public init(quiz: ClassQuiz, grades: [Grade], refused: [Grade] = []) {
    self.quiz = quiz
    self.grades = grades
    self.refused = refused
  }
}
