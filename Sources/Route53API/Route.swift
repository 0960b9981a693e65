import Commands

/// An operation of Route 53 by method and path.
struct Route {
  let method: String
  /// Its segments behind the version; `{Id}` stands for the argument `Id`.
  let segments: [String]
  let operation: String
  /// Nil where this café has nothing of the kind.
  let known: AwsOperation?
  /// What is answered where this café has nothing of the kind.
  let absence: Absence?

  private static let base = "/2013-04-01"

  /// Whether a path is Route 53's.
  static func isPath(_ path: String) -> Bool { path.hasPrefix(base + "/") || path == base }

  /// The route of a request and the arguments in its path; nil: there is none.
  static func of(_ request: APIRequest) -> (route: Route, arguments: [JSONValue.Member])? {
    var parts: [String] = []
    for part in request.path.utf8.dropFirst(base.utf8.count).split(separator: UInt8(ascii: "/")) {
      guard let plain = Form.plain(part, plusIsSpace: false) else { return nil }
      parts.append(plain)
    }
    guard let first = parts.first else { return nil }
    let candidates = table["\(request.method) \(first) \(parts.count)"] ?? []
    for route in candidates {
      if let arguments = route.arguments(of: parts) { return (route, arguments) }
    }
    return nil
  }

  private func arguments(of parts: [String]) -> [JSONValue.Member]? {
    var arguments: [JSONValue.Member] = []
    for (segment, part) in zip(segments, parts) {
      if segment.hasPrefix("{") {
        let member = String(segment.dropFirst().dropLast())
        arguments.append(.init(key: member, value: .string(part)))
      } else if segment != part {
        return nil
      }
    }
    return arguments
  }

  /// The member that a parameter of the query stands for: mostly its own name in small letters.
  func member(_ key: String, among options: [AwsOption]) -> String {
    if let known = Self.oddKeys["\(operation) \(key)"] { return known }
    let known = options.map(\.member) + ["MaxItems", "MaxResults", "NextToken", "Marker"]
    return known.first { $0.lowercased() == key } ?? key
  }

  private static let oddKeys: [String: String] = [
    "ListResourceRecordSets name": "StartRecordName",
    "ListResourceRecordSets type": "StartRecordType",
    "ListResourceRecordSets identifier": "StartRecordIdentifier",
    "ListCidrBlocks location": "LocationName",
  ]

  private static let table: [String: [Route]] = Dictionary(grouping: all) { route in
    "\(route.method) \(route.segments[0]) \(route.segments.count)"
  }

  /// A line has the method, the path and the operation's name.
  init(_ line: String, _ absence: Absence? = nil) {
    let words = line.split(separator: " ").map(String.init)
    precondition(words.count == 3, "a route has a method, a path and an operation: \(line)")
    method = words[0]
    segments = words[1].split(separator: "/").map(String.init)
    operation = words[2]
    known = AwsEndpoint.route53.operation(operation)
    self.absence = absence
  }
}
