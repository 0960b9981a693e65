/// Makes what nobody sees visible, so that a text is what it looks like wherever it is shown.
///
/// Control characters (escape sequences begin with one) and those that turn the direction of a
/// text or stand for nothing become `\x1b` or `\u{202e}`. Lines become spaces.
public func cleaned(_ text: String) -> String {
  if text.isPlain { return text }
  guard text.unicodeScalars.contains(where: \.isUnseen) else { return text }
  var safe = ""
  var isAfterReturn = false
  for scalar in text.unicodeScalars {
    let wasAfterReturn = isAfterReturn
    isAfterReturn = scalar == "\r"
    if scalar == "\n" {
      if !wasAfterReturn { safe += " " }
    } else if scalar == "\r" || scalar == "\t" {
      safe += " "
    } else if scalar.isUnseen {
      let digits = String(scalar.value, radix: 16)
      safe +=
        scalar.value < 0x100 ? "\\x" + (digits.count < 2 ? "0" : "") + digits : "\\u{\(digits)}"
    } else {
      safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}

/// The lines of a text, each made safe to show.
func cleanedLines(_ text: String) -> [String] {
  if text.isPlain { return [text] }
  return text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { cleaned(String($0)) }
}
