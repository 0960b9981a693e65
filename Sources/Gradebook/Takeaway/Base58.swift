/// Bytes as the letters and digits that nobody mistakes for each other (Bitcoin's base 58), in
/// which keys and signatures of credentials are written.
enum Base58 {
  private static let alphabet = Array(
    "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz".utf8
  )

  static func text(of bytes: some Collection<UInt8>) -> String {
    var digits: [Int] = []
    for byte in bytes {
      var carry = Int(byte)
      for index in digits.indices {
        carry += digits[index] << 8
        digits[index] = carry % 58
        carry /= 58
      }
      while carry > 0 {
        digits.append(carry % 58)
        carry /= 58
      }
    }
    let zeros = bytes.prefix { $0 == 0 }.count
    let written = Array(repeating: 0, count: zeros) + digits.reversed()
    return String(decoding: written.map { alphabet[$0] }, as: UTF8.self)
  }

  /// Nil: the text has another character, or is longer than any key or signature.
  static func bytes(of text: Substring) -> [UInt8]? {
    guard text.utf8.count <= 128 else { return nil }
    var bytes: [Int] = []
    for letter in text.utf8 {
      guard var carry = alphabet.firstIndex(of: letter) else { return nil }
      for index in bytes.indices {
        carry += bytes[index] * 58
        bytes[index] = carry & 255
        carry >>= 8
      }
      while carry > 0 {
        bytes.append(carry & 255)
        carry >>= 8
      }
    }
    let zeros = text.utf8.prefix { $0 == alphabet[0] }.count
    return Array(repeating: 0, count: zeros) + bytes.reversed().map { UInt8($0) }
  }
}
