import Route53API

/// The form of an order, as a browser sends it (application/x-www-form-urlencoded).
enum OrderForm {
  /// The most letters of an item.
  static let longest = 100

  /// The item that was chosen; nil: the form names none, or one that no menu has.
  static func item(in body: [UInt8]) -> String? {
    guard let source = String(validating: body, as: UTF8.self),
      let item = Form.first("item", of: source)
    else { return nil }
    let isPlain = item.unicodeScalars.allSatisfy { $0.value >= 32 && $0.value != 127 }
    return isPlain && (1...longest).contains(item.count) ? item : nil
  }
}
