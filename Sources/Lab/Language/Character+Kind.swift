extension Character {
  /// A space, a tab or a newline; the language knows no other.
  var isBlank: Bool { asciiValue.map { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A } ?? false }

  /// A letter of any script, found by its byte where it has only one.
  var belongsToWord: Bool {
    guard let byte = asciiValue else { return isLetter }
    return (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
  }
}

extension UInt8 {
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
