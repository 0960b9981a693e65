/// Octets as text in which those that do not stand for themselves are `\ooo`, three octal digits.
enum OctalText {
  /// Appends a label as Route 53 prints it: only a-z, 0-9, `-` and `_` stand for themselves.
  static func append(label octets: some Sequence<UInt8>, to text: inout [UInt8]) {
    for octet in octets {
      switch octet {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.append(octet)
      default: append(escape: octet, to: &text)
      }
    }
  }

  /// A character string between quotation marks, without these; `"` and `\` follow a backslash.
  static func quoted(_ octets: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(octets.count)
    for octet in octets {
      switch octet {
      case UInt8(ascii: "\""), backslash:
        text.append(backslash)
        text.append(octet)
      case 32...126: text.append(octet)
      default: append(escape: octet, to: &text)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The octets of a character string as `quoted` prints it; a backslash alone stands for itself.
  static func octets(quoted text: String) -> [UInt8] {
    var octets: [UInt8] = []
    var rest = text[...].utf8
    while let octet = rest.first {
      if let escape = escape(at: rest) {
        octets.append(escape.octet)
        rest = escape.rest
      } else {
        rest = rest.dropFirst()
        if octet == backslash, let next = rest.first {
          octets.append(next)
          rest = rest.dropFirst()
        } else {
          octets.append(octet)
        }
      }
    }
    return octets
  }

  /// The octet of an escape with which `text` begins, and what follows it.
  static func escape(
    at text: Substring.UTF8View
  ) -> (octet: UInt8, rest: Substring.UTF8View)? {
    guard text.first == backslash else { return nil }
    let digits = text.dropFirst().prefix(3)
    guard digits.count == 3, digits.allSatisfy({ (zero..<zero + 8).contains($0) }) else {
      return nil
    }
    let value = digits.reduce(0) { $0 * 8 + Int($1 - zero) }
    return UInt8(exactly: value).map { ($0, text.dropFirst(4)) }
  }

  private static let backslash = UInt8(ascii: "\\")
  private static let zero = UInt8(ascii: "0")

  private static func append(escape octet: UInt8, to text: inout [UInt8]) {
    text.append(backslash)
    text.append(zero + octet >> 6)
    text.append(zero + octet >> 3 & 7)
    text.append(zero + octet & 7)
  }
}
