extension Fact {
  /// What a person reads of it; safe to print.
  public var sentence: String {
    switch self {
    case .clockRanBack(let row, let by):
      "Before row \(row) the learner's clock ran back by \(spoken(milliseconds: by))."
    case .gap(let row, let milliseconds):
      "Nothing was typed for \(spoken(milliseconds: milliseconds)) before row \(row)."
    case .afterTheLimit(let rows):
      rows == 1
        ? "One row came after the time limit. It was not counted."
        : "\(rows) rows came after the time limit. They were not counted."
    case .sameCommands(let other):
      "The commands are those of \(cleaned(other)), but for names."
    case .fastTyping(let row, let characters):
      "Row \(row) was typed at \(characters) characters a minute."
    case .anotherSubmission(let name):
      "Another submission of the same learner was handed in: \(cleaned(name))."
    case .anotherSitting(let name):
      "Another sitting of the same learner was handed in: \(cleaned(name)). Of each sitting the "
        + "latest hand-in is looked at, and of several sittings the one counts that ended first by "
        + "the learner's clock."
    case .typedOtherwise(let row):
      "What row \(row) says was typed does not read as the command that it holds."
    case .notedOtherwise(let row):
      "What the learner's program noted in row \(row) is not what the replay comes to."
    }
  }
}

/// A span of time in its two largest units, such as `3 min 20 s`.
func spoken(milliseconds: Int64) -> String {
  let isNegative = milliseconds < 0
  let seconds = milliseconds.magnitude / 1_000
  let parts = [
    (seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"), (seconds / 60 % 60, "min"),
    (seconds % 60, "s"),
  ]
  let shown = parts.drop { $0.0 == 0 }.prefix(2).filter { $0.0 > 0 }
  guard !shown.isEmpty else { return milliseconds == 0 ? "0 s" : "\(milliseconds) ms" }
  return (isNegative ? "-" : "") + shown.map { "\($0.0) \($0.1)" }.joined(separator: " ")
}
