/// What a lesson may hold at most.
///
/// A lesson from a stranger is safe to open.
enum LessonLimits {
  static let bytes = 1 << 20
  static let lines = 20_000
  static let lineBytes = 4_096
  static let frontMatterLines = 100
  static let steps = 100
  static let itemsOfFence = 100
  static let variants = 1_000
  static let diagnostics = 200
  static let nesting = 16
  static let testCharacters = 4_096
  static let idCharacters = 64
  static let points = 100
  static let schedules = 1_000
}
