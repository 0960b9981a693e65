import FoundationEssentials

/// A part of a list: as the CLI's own paging cuts it, or as the service does.
enum AwsPage {
  /// How many elements of a list the service puts on a page (`M:ListHealthChecks`).
  static let most = 100
  /// The only type of hosted zone that a list can be cut down to (`M:HostedZoneType`).
  static let privateZones = "PrivateHostedZone"

  /// The elements that a call wants, under the list's name, and a token when more are left.
  static func cut(_ name: String, _ elements: [JSONValue], _ call: AwsCall) -> JSONValue {
    let rest = elements.dropFirst(call.offset)
    let most = call.maxItems ?? rest.count
    let next = rest.count > most ? token(at: call.offset + most, call.operation) : nil
    let page: JSONValue = .list(Array(rest.prefix(most)))
    // The lists of Route 53 that have tokens begin with them (`M:ListCidrBlocksResponse`).
    return call.isRawPage && call.service == "route53"
      ? .record(["NextToken": next.map(JSONValue.string), name: page])
      : .record([name: page, "NextToken": next.map(JSONValue.string)])
  }

  /// The service's page of a list whose elements have ids: from the one that the marker names on.
  static func marked(
    _ name: String,
    _ elements: [(id: String, json: JSONValue)],
    _ call: AwsCall
  ) -> JSONValue {
    let marker = call.marker
    let most = min(max(call.maxItems ?? call.whole("MaxItems") ?? Self.most, 1), Self.most)
    let rest = marker.map { marker in elements.drop { $0.id != marker } } ?? elements[...]
    let next = rest.dropFirst(most).first?.id
    return .record([
      name: .list(rest.prefix(most).map(\.json)),
      "Marker": call.text("Marker").map(JSONValue.string),
      "IsTruncated": .boolean(next != nil), "NextMarker": next.map(JSONValue.string),
      "MaxItems": .string(String(most)),
    ])
  }

  /// The CLI starts in the middle of a list only where it pages by itself.
  static func check(_ token: String?, _ call: AwsCall) throws(CommandError) {
    guard token != nil, call.isRawPage else { return }
    throw AwsFault.usage(
      "Cannot specify --no-paginate along with pagination arguments: --starting-token",
      call.operation
    )
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

  /// The token of the CLI: where the service's page begins, and how much of it was shown.
  private static func token(at offset: Int, _ operation: AwsOperation) -> String {
    let starts = operation.pageStarts.map { "\"\($0)\": null, " }.joined()
    return Data("{\(starts)\"\(member)\": \(offset)}".utf8).base64EncodedString()
  }
}
