/// `text` made safe to print, whoever wrote it.
///
/// Newlines stay, a carriage return before one goes, a tab becomes four spaces. Every other
/// control character, each bidirectional override, invisible format character and noncharacter
/// is shown as `\x1b` or `\u{202e}`; the joiners that emoji and scripts need stay as they are.
public func sanitised(_ text: String) -> String {
  guard !text.unicodeScalars.allSatisfy({ isPlain($0) || $0 == "\n" }) else { return text }
  var safe: String = ""
  var pendingReturn: Bool = false
  for scalar: Unicode.Scalar in text.unicodeScalars {
    if pendingReturn && scalar != "\n" { safe += "\\x0d" }
    pendingReturn = scalar == "\r"
    if pendingReturn { continue }
    appendVisible(scalar, to: &safe)
  }
  if pendingReturn { safe += "\\x0d" }
  return safe
}

private func appendVisible(_ scalar: Unicode.Scalar, to safe: inout String) {
  switch scalar.value {
  case 0x0a: safe.unicodeScalars.append(scalar)
  case 0x09: safe += "    "
  case 0..<0x20, 0x7f..<0xa0: safe += "\\x" + hexadecimal(scalar.value, digits: 2)
  case 0x200c, 0x200d: safe.unicodeScalars.append(scalar)
  default:
    if isDeceptive(scalar) {
      safe += "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
    } else {
      safe.unicodeScalars.append(scalar)
    }
  }
}

/// Whether a scalar has no shape of its own but changes how its neighbours look.
private func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .format, .lineSeparator, .paragraphSeparator: true
  default: scalar.properties.isNoncharacterCodePoint
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text: String = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
