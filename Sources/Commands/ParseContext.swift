public import CafeWorld
public import Route53

/// What a line is read against: the world for its names, and what the session knows besides.
public struct ParseContext: Sendable {
  public var world: World
  /// The record changes of an open `batch`; nil: none is open.
  public var draft: [Change]?
  /// The contents of files that a line names, by path, as the shell has read them.
  public var files: [String: String]
  /// Names that completion offers besides those of the world.
  public var steps: [String]
  public var lessons: [String]
  public var questions: [String]
  public var bookmarks: [String]
  public var branches: [String]
  /// The ids of the present step's conditions.
  public var conditions: [String]
  /// The width of help and of usage errors, in columns.
  public var width: Int

  public init(
    world: World,
    draft: [Change]? = nil,
    files: [String: String] = [:],
    steps: [String] = [],
    lessons: [String] = [],
    questions: [String] = [],
    bookmarks: [String] = [],
    branches: [String] = [],
    conditions: [String] = [],
    width: Int = 80
  ) {
    self.world = world
    self.draft = draft
    self.files = files
    self.steps = steps
    self.lessons = lessons
    self.questions = questions
    self.bookmarks = bookmarks
    self.branches = branches
    self.conditions = conditions
    self.width = width
  }
}
