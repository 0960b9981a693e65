/// Octets as pairs of hexadecimal digits, upper-case as zone files have them (RFC 4034 §5.3).
enum Hexadecimal {
  static func text(_ octets: [UInt8]) -> String {
    octets.map { octet in
      (octet < 16 ? "0" : "") + String(octet, radix: 16, uppercase: true)
    }.joined()
  }

  /// The octets, or nil for a text that is not made of such pairs.
  static func octets(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map(digit)
    guard !digits.isEmpty, digits.count.isMultiple(of: 2) else { return nil }
    var octets: [UInt8] = []
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = digits[index], let low = digits[index + 1] else { return nil }
      octets.append(high << 4 | low)
    }
    return octets
  }

  private static func digit(_ octet: UInt8) -> UInt8? {
    switch octet {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
