import Terminal

/// A sentence of ours in which backquotes mark what can be typed.
///
/// Where there is no colour to tell it by, they stay.
func spans(_ text: String, _ style: Style = .plain, on display: Display) -> Styled {
  guard display.colour else { return Styled(text, style) }
  var result = Styled()
  for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
    result += Styled(String(part), index % 2 == 1 ? .command : style)
  }
  return result
}
