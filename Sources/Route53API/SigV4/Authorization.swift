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
    var (credential, names, signature): (Substring?, Substring?, Substring?)
    // Byte by byte: each request has such a header, and it is ASCII.
    for part in header.utf8.dropFirst(Self.algorithm.utf8.count + 1).split(whereSeparator: {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ")
    }) {
      guard let equals = part.firstIndex(of: UInt8(ascii: "=")) else { return nil }
      let value = Substring(part[part.index(after: equals)...])
      switch Substring(part[..<equals]) {
      case "Credential": credential = value
      case "SignedHeaders": names = value
      case "Signature": signature = value
      default: break
      }
    }
    guard let credential, let names, let signature else { return nil }
    let parts = credential.utf8.split(
      separator: UInt8(ascii: "/"),
      omittingEmptySubsequences: false
    ).map { Substring($0) }
    guard parts.count >= 5, parts[parts.count - 1] == "aws4_request" else { return nil }
    accessKey = parts.dropLast(4).joined(separator: "/")
    scope = Scope(
      day: String(parts[parts.count - 4]),
      region: String(parts[parts.count - 3]),
      service: String(parts[parts.count - 2])
    )
    signedHeaders = names.utf8.split(separator: UInt8(ascii: ";")).map { String(Substring($0)) }
    self.signature = String(signature)
  }

  /// The scope of a request's signature; nil: it has none that can be read.
  static func scope(of request: APIRequest) -> Scope? {
    request.header("authorization").flatMap(Authorization.init)?.scope
  }
}
