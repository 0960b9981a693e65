/// What any line must be before it is looked at: short enough, and of printable characters.
enum LineCheck {
  static func check(_ line: String) throws(CommandError) {
    let bytes = line.utf8.count
    guard bytes <= Words.longestLine else {
      throw .tooLong(bytes: bytes, most: Words.longestLine)
    }
    for (index, character) in line.enumerated() {
      for scalar in character.unicodeScalars where !scalar.isPrintable && scalar != "\t" {
        throw .controlCharacter(column: index + 1, scalar: scalar.value)
      }
    }
  }

  /// A line without the line ending that it may have come with.
  static func withoutEnding(_ line: String) -> String {
    var scalars = Substring(line).unicodeScalars
    if scalars.last == "\n" { scalars.removeLast() }
    if scalars.last == "\r" { scalars.removeLast() }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether it can be shown as it is: no control character, no line separator, nothing that turns
  /// the direction of the text, and not the mark of bytes that were no text at all.
  var isPrintable: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F: false
    case 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x061C: false
    case 0xFEFF, 0xFFFD, 0xE0000...0xE007F: false
    default: true
    }
  }
}

extension String {
  /// The text fit to be shown: what is not printable as `\x1b` or `\u202e`, cut at `longest`.
  ///
  /// With `keepsLines` line feeds stay, for text of our own around what was typed.
  package func shown(longest: Int = 60, keepsLines: Bool = false) -> String {
    var text = ""
    for character in self.prefix(longest) {
      for scalar in character.unicodeScalars.prefix(8) {
        let isShown = scalar.isPrintable || (keepsLines && scalar == "\n")
        if isShown { text.unicodeScalars.append(scalar) } else { text += scalar.escaped }
      }
    }
    return self.dropFirst(longest).isEmpty ? text : text + "…"
  }
}

extension Unicode.Scalar {
  fileprivate var escaped: String {
    let digits = String(value, radix: 16)
    let width = value <= 0xFF ? 2 : 4
    let padding = String(repeating: "0", count: max(0, width - digits.count))
    return (width == 2 ? "\\x" : "\\u") + padding + digits
  }
}
