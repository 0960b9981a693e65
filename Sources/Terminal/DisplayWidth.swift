/// The columns that `text` takes on a terminal; a newline takes none.
public func displayWidth(of text: String) -> Int {
  // Joining scalars into characters is dear, and few texts need it.
  let scalars: String.UnicodeScalarView = text.unicodeScalars
  if scalars.allSatisfy(isPlain) { return scalars.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// Whether a scalar is a visible character of one column, whatever of its kind stands beside it.
///
/// That is Latin letters, punctuation, arrows, mathematics, lines, boxes and ticks, but for the few
/// among them that are wide, invisible or join with their neighbours.
func isPlain(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20..<0x7f, 0xa1..<0xad, 0xae..<0x300: true
  case 0x2010..<0x2028, 0x2190..<0x231a, 0x2500..<0x25fd, 0x2713..<0x2719: true
  default: false
  }
}

/// The columns of one user-perceived character, 0 to 2.
///
/// A cluster takes what its parts take, at most 2, so flags and joined emoji take 2; the
/// variation selector U+FE0F asks for the emoji picture and makes it 2 (UTS #51, §2.3).
func displayWidth(of character: Character) -> Int {
  if let ascii: UInt8 = character.asciiValue { return (0x20..<0x7f).contains(ascii) ? 1 : 0 }
  let scalars: String.UnicodeScalarView = character.unicodeScalars
  let asksForPicture: Bool = scalars.count > 1 && scalars.contains { $0.value == 0xfe0f }
  return asksForPicture ? 2 : min(2, scalars.reduce(0) { $0 + displayWidth(of: $1) })
}

private func displayWidth(of scalar: Unicode.Scalar) -> Int {
  switch scalar.properties.generalCategory {
  case .control, .nonspacingMark, .enclosingMark, .format, .lineSeparator, .paragraphSeparator:
    return 0
  default:
    // Medial vowels and final consonants of conjoining Hangul stand inside the leading one.
    if (0x1160...0x11ff).contains(scalar.value) || (0xd7b0...0xd7fb).contains(scalar.value) {
      return 0
    }
    return WideRanges.contain(scalar.value) ? 2 : 1
  }
}
