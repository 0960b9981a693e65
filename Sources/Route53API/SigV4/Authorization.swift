/// The `Authorization` header of Signature Version 4, taken apart.
struct Authorization: Hashable {
  let accessKey: String
  let scope: Scope
  /// In the order of the header, in small letters.
  let signedHeaders: [String]
  let signature: String

  /// For which day, region and service a key signs.
  struct Scope: Hashable {
    /// `20150830`.
    let day: String
    let region: String
    let service: String
  }

  static let algorithm = "AWS4-HMAC-SHA256"

  /// Reads a header; nil: it is not of this kind, or not whole.
  init?(_ header: String) {
    guard header.hasPrefix(Self.algorithm + " ") else { return nil }
    var fields: [Substring: Substring] = [:]
    let rest = header.dropFirst(Self.algorithm.count + 1)
    for part in rest.split(whereSeparator: { $0 == "," || $0 == " " }) {
      guard let equals = part.firstIndex(of: "=") else { return nil }
      fields[part[..<equals]] = part[part.index(after: equals)...]
    }
    guard let credential = fields["Credential"], let names = fields["SignedHeaders"],
      let signature = fields["Signature"]
    else { return nil }
    let parts = credential.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count >= 5, parts[parts.count - 1] == "aws4_request" else { return nil }
    accessKey = parts.dropLast(4).joined(separator: "/")
    scope = Scope(
      day: String(parts[parts.count - 4]),
      region: String(parts[parts.count - 3]),
      service: String(parts[parts.count - 2])
    )
    signedHeaders = names.split(separator: ";").map(String.init)
    self.signature = String(signature)
  }

  /// The scope of a request's signature; nil: it has none that can be read.
  static func scope(of request: APIRequest) -> Scope? {
    request.header("authorization").flatMap(Authorization.init)?.scope
  }
}
