/// A word of a line, its quotes and backslashes resolved, and where it stands.
struct Word: Hashable, Sendable {
  var text: String
  /// UTF-8 offsets in the line, quotes included.
  var start: Int
  var end: Int
}
