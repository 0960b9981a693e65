/// What stands between the two `---` at the top of a lesson.
public struct FrontMatter: Hashable, Sendable {
  /// The id of the lesson.
  public let lesson: String
  public let title: String
  public let minutes: Int
  public let seed: UInt64
  /// The name of the scene in which the lesson begins.
  public let world: String
  /// Ids of the lessons that come before.
  public let after: [String]
  public let goals: [String]
  public let grade: Grade
  /// Changed engines that the lesson need not notice.
  public let accepted: [Acceptance]

  static let format = 1
}
