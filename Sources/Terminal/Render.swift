/// The characters to send for `text`: escape sequences only where the display has colour.
///
/// Every line begins and ends unstyled, so lines can be cut, reordered or redrawn one by one.
public func render(_ text: Styled, on display: Display) -> String {
  guard display.colour else { return text.text }
  var output: String = ""
  for run: Styled.Run in text.runs {
    let parameters: String = run.style.parameters
    guard !parameters.isEmpty else {
      output += run.text
      continue
    }
    let parts = run.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { output += "\n" }
      if !part.isEmpty { output += "\u{1b}[\(parameters)m\(part)\u{1b}[0m" }
    }
  }
  return output
}
