/// The form of an order, as a browser sends it (application/x-www-form-urlencoded).
enum OrderForm {
  /// The most letters of an item.
  static let longest = 100

  /// The item that was chosen; nil: the form names none, or one that no menu has.
  static func item(in body: [UInt8]) -> String? {
    for pair in body.split(separator: UInt8(ascii: "&")) where pair.starts(with: "item=".utf8) {
      guard let text = decoded(pair.dropFirst(5)) else { return nil }
      let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
      return isPlain && (1...longest).contains(text.count) ? text : nil
    }
    return nil
  }

  /// Percent-encoding undone, with `+` as a space; nil: it is no UTF-8 text.
  private static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
    var text: [UInt8] = []
    var rest = Array(bytes)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): text.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let digits = String(decoding: rest.prefix(2), as: UTF8.self)
        guard digits.utf8.count == 2, let value = UInt8(digits, radix: 16) else { return nil }
        text.append(value)
        rest = rest.dropFirst(2)
      default: text.append(byte)
      }
    }
    return String(validating: text, as: UTF8.self)
  }
}
