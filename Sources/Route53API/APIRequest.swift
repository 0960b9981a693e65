/// An HTTP request as a server has read it; nothing of it is trusted yet.
public struct APIRequest: Sendable {
  public let method: String
  /// As it came, percent-encoded, without the query.
  public let path: String
  /// As it came, percent-encoded, without the question mark; empty if there is none.
  public let query: String
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]

  public init(
    method: String,
    path: String,
    query: String = "",
    headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The first value of a header; the name counts in any case of its letters.
  func header(_ name: String) -> String? {
    headers.first { $0.name.utf8.elementsEqual(name.utf8, by: Self.areOneLetter) }?.value
  }

  private static func areOneLetter(_ left: UInt8, _ right: UInt8) -> Bool {
    left == right || left.asLowercase == right.asLowercase
  }
}

extension UInt8 {
  /// The small letter of an ASCII capital, or the byte itself.
  var asLowercase: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
