/// Something about a submission that a person may want to look at; it changes no score.
public enum Fact: Hashable, Sendable {
  /// The learner's clock ran back between two rows, by milliseconds.
  case clockRanBack(row: Int, by: Int64)
  /// Nothing was typed for so many milliseconds.
  case gap(row: Int, milliseconds: Int64)
  /// Rows that came after the time limit by their own clock; they were not counted.
  case afterTheLimit(rows: Int)
  /// The same commands as another learner's, but for names.
  case sameCommands(as: String)
  /// More characters a minute than people type.
  case fastTyping(row: Int, charactersPerMinute: Int)
  /// Another submission of the same learner was handed in as well: it is refused, or the one that
  /// counts holds all of it.
  case anotherSubmission(String)
  /// A submission of another sitting of the same learner was handed in as well.
  case anotherSitting(String)
  /// A typed text that does not read as the command that its row holds.
  case typedOtherwise(row: Int)
  /// What the learner's program noted of a row is not what the replay comes to.
  case notedOtherwise(row: Int)
}
