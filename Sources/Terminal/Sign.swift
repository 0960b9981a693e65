/// A mark before a line that says how it stands, in shape as well as in colour.
public enum Sign: Sendable, Equatable, CaseIterable {
  /// Reached; not reached; not yet looked at; something to note; something to take care of.
  case done, failed, open, note, warning

  /// The mark, one column wide, or three as ASCII; on a linear display a word.
  public func drawn(on display: Display) -> Styled {
    if display.linear { return Styled(word) }
    return display.unicode ? Styled(glyph, style) : Styled("[\(letter)]", style)
  }

  private var style: Style {
    switch self {
    case .done: .good
    case .failed: .bad
    case .open: .quiet
    case .note: .accent
    case .warning: .warning
    }
  }

  private var glyph: String {
    switch self {
    case .done: "✓"
    case .failed: "✗"
    case .open: "○"
    case .note: "▸"
    case .warning: "!"
    }
  }

  private var letter: String {
    switch self {
    case .done: "x"
    case .failed: "-"
    case .open: " "
    case .note: ">"
    case .warning: "!"
    }
  }

  private var word: String {
    switch self {
    case .done: "done:"
    case .failed: "no:"
    case .open: "open:"
    case .note: "note:"
    case .warning: "warning:"
    }
  }
}
