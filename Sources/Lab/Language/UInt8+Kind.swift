/// What ends a line.
let newline = UInt8(ascii: "\n")

extension UInt8 {
  /// A space or a tab; the language knows no other.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
  var isBlankOrNewline: Bool { isBlank || self == newline }
  var isLetter: Bool { (0x61...0x7A).contains(self) || (0x41...0x5A).contains(self) }
  var isDigit: Bool { (0x30...0x39).contains(self) }
}
