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

/// The same of a line that has styles already; an odd backquote leaves it as it is.
func spans(in line: Styled, on display: Display) -> Styled {
  guard display.colour, line.text.count(where: { $0 == "`" }).isMultiple(of: 2) else { return line }
  var result = Styled()
  for run in line.withCommands.runs {
    result.append(run.text.filter { $0 != "`" }, run.style)
  }
  return result
}
