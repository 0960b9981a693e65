import DNS

/// Octets as people write them: pairs of hexadecimal digits, and texts between apostrophes.
func octets(_ text: String) -> [UInt8] {
  var octets: [UInt8] = []
  for (index, part) in text.split(separator: "'", omittingEmptySubsequences: false).enumerated() {
    if index.isMultiple(of: 2) {
      let digits = Array(part.filter { !$0.isWhitespace })
      for place in stride(from: 0, to: digits.count, by: 2) {
        guard let octet = UInt8(String(digits[place..<place + 2]), radix: 16) else {
          preconditionFailure("no hexadecimal digits: \(text)")
        }
        octets.append(octet)
      }
    } else {
      octets += Array(part.utf8)
    }
  }
  return octets
}

func message(_ octets: [UInt8]) throws -> Message { try Message(octets.span) }

func asked(_ octets: [UInt8]) -> Query? { Query(octets.span) }

extension Query {
  /// The whole answer to a query that a body answers.
  static func answer(_ octets: [UInt8], _ response: Response, limit: Int? = nil) -> [UInt8]? {
    guard let query = Query(octets.span) else { return nil }
    let isAsked = query.questionEnd > Query.headerCount
    var (body, _) = response.body(
      question: octets[Query.headerCount..<query.questionEnd],
      name: isAsked ? query.name(in: octets.span) : nil,
      limit: (limit ?? query.udpLimit(isLocal: true)) - query.extensionCount
    )
    query.finish(&body, octets.span, scope: query.extensions?.clientSubnet?.told?.length ?? 0)
    return body
  }
}
