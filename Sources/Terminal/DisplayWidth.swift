/// The columns that `text` takes on a terminal; a newline takes none.
public func displayWidth(of text: String) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
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
