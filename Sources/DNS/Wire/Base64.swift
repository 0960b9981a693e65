/// Octets as Base64 (RFC 4648 §4), padded.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )
  private static let pad = UInt8(ascii: "=")

  static func text(_ octets: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for start in stride(from: 0, to: octets.count, by: 3) {
      let group = octets[start..<min(start + 3, octets.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : pad)
      }
    }
    return text
  }

  /// The octets, or nil for what is no Base64.
  static func octets(_ text: [UInt8]) -> [UInt8]? {
    guard text.count.isMultiple(of: 4) else { return nil }
    let body = text.prefix { $0 != pad }
    guard text.count - body.count <= 2, text[body.count...].allSatisfy({ $0 == pad }) else {
      return nil
    }
    var octets: [UInt8] = []
    var (bits, count) = (0, 0)
    for character in body {
      guard let digit = digits.firstIndex(of: character) else { return nil }
      bits = (bits << 6 | digit) & 0xffff
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      octets.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return bits & ((1 << count) - 1) == 0 ? octets : nil
  }
}
