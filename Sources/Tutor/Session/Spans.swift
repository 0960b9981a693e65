import Terminal

/// A sentence of ours in which backquotes mark what can be typed.
///
/// They stay in colour too, which alone would tell some readers nothing.
func spans(_ text: String, _ style: Style = .plain, on display: Display) -> Styled {
  let parts = text.split(separator: "`", omittingEmptySubsequences: false)
  guard display.colour, !parts.count.isMultiple(of: 2) else { return Styled(text, style) }
  var result = Styled()
  for (index, part) in parts.enumerated() {
    result += index % 2 == 1 ? Styled("`\(part)`", .command) : Styled(String(part), style)
  }
  return result
}

/// The same of a line that has styles already; an odd backquote leaves it as it is.
func spans(in line: Styled, on display: Display) -> Styled {
  guard display.colour, line.text.count(where: { $0 == "`" }).isMultiple(of: 2) else { return line }
  return line.withCommands
}
