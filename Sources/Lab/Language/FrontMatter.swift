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

  /// The rules of graded mode; what is nil is left to the instructor.
  public struct Grade: Hashable, Sendable {
    /// How often a question may be answered.
    public let tries: Int?
    public let minutes: Int?
    /// The percentage of the points that passes.
    public let pass: Int?

    public init(tries: Int? = nil, minutes: Int? = nil, pass: Int? = nil) {
      self.tries = tries
      self.minutes = minutes
      self.pass = pass
    }
  }

  static let format = 1
}
