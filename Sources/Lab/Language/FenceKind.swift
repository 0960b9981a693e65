/// The typed fences of a lesson.
public enum FenceKind: String, Hashable, Sendable, CaseIterable {
  case setup, vars, predict, task, mistake, also, hint, solve, quiz, demo, note

  /// Whether a name follows the kind on the opening line.
  var hasName: Bool {
    switch self {
    case .predict, .mistake, .also, .quiz: true
    case .setup, .vars, .task, .hint, .solve, .demo, .note: false
    }
  }

  /// Whether a step has at most one.
  var isSingle: Bool { self == .task || self == .solve || self == .demo }

  /// Whether it makes sense only beside a task.
  var needsTask: Bool { self == .mistake || self == .also || self == .solve }

  /// Other words after the backticks: code that is shown as it stands.
  static let plainLanguages = [
    "bash", "cafe", "console", "css", "dns", "html", "http", "ini", "json", "sh", "shell", "text",
    "txt", "xml", "yaml", "zone",
  ]
}
