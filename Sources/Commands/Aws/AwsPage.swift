import FoundationEssentials

/// A part of a list, as the CLI's own paging cuts it.
enum AwsPage {
  /// The elements that a call wants, under the list's name, and a token when more are left.
  static func cut(_ name: String, _ elements: [JSONValue], _ call: AwsCall) -> JSONValue {
    let rest = elements.dropFirst(call.offset)
    let most = call.maxItems ?? rest.count
    let next = rest.count > most ? token(at: call.offset + most) : nil
    return .record([
      name: .list(Array(rest.prefix(most))), "NextToken": next.map(JSONValue.string),
    ])
  }

  /// How many elements a token from `cut` skips.
  static func offset(_ token: String?) throws(CommandError) -> Int {
    guard let token else { return 0 }
    guard let data = Data(base64Encoded: token),
      let text = String(validating: data, as: UTF8.self),
      let value = try? JSONReader.value(of: text), let offset = value[member]?.whole, offset >= 0
    else {
      throw .badValue(
        option: "--starting-token",
        value: token.shown(),
        allowed: "a NextToken of this list",
        near: []
      )
    }
    return offset
  }

  private static let member = "boto_truncate_amount"

  private static func token(at offset: Int) -> String {
    Data("{\"Marker\": null, \"\(member)\": \(offset)}".utf8).base64EncodedString()
  }
}
