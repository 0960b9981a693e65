/// Octets as text in which those that do not stand for themselves are `\ooo`, three octal digits.
enum OctalText {
  /// A label as Route 53 prints it: only a-z, 0-9, `-` and `_` stand for themselves.
  static func label(_ octets: [UInt8]) -> String {
    var text = ""
    for octet in octets {
      switch octet {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        text.unicodeScalars.append(Unicode.Scalar(octet))
      default: text += escaped(octet)
      }
    }
    return text
  }

  /// A character string between quotation marks, without these; `"` and `\` follow a backslash.
  static func quoted(_ octets: [UInt8]) -> String {
    var text = ""
    for octet in octets {
      switch octet {
      case UInt8(ascii: "\""): text += "\\\""
      case UInt8(ascii: "\\"): text += "\\\\"
      case 32...126: text.unicodeScalars.append(Unicode.Scalar(octet))
      default: text += escaped(octet)
      }
    }
    return text
  }

  /// The octets that an escaped text stands for.
  static func octets(of text: String) -> [UInt8] {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return Array(text.utf8) }
    var octets: [UInt8] = []
    var rest = text[...]
    while let character = rest.first {
      if let (octet, after) = escape(at: rest) {
        octets.append(octet)
        rest = after
      } else {
        octets.append(contentsOf: character.utf8)
        rest = rest.dropFirst()
      }
    }
    return octets
  }

  /// The octet of an escape with which `text` begins, and what follows it.
  static func escape(at text: Substring) -> (octet: UInt8, rest: Substring)? {
    guard text.first == "\\" else { return nil }
    let digits = text.dropFirst().prefix(3)
    guard digits.count == 3, digits.allSatisfy({ ("0"..."7").contains($0) }),
      let octet = UInt8(digits, radix: 8)
    else { return nil }
    return (octet, text.dropFirst(4))
  }

  private static func escaped(_ octet: UInt8) -> String {
    let digits = String(octet, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.count) + digits
  }
}
