import Crypto

/// What a signature of Version 4 signs, and whether it does
/// (AWS: Create a signed AWS API request).
struct Signing {
  private let authorization: Authorization
  private let date: String
  private let request: APIRequest

  init(_ request: APIRequest, _ authorization: Authorization, date: String) {
    self.request = request
    self.authorization = authorization
    self.date = date
  }

  /// Compared in a time that does not tell how much of it was right.
  func isGood(with secret: String) -> Bool {
    guard let given = Self.octets(hex: authorization.signature) else { return false }
    return HMAC<SHA256>.isValidAuthenticationCode(
      given,
      authenticating: Array(stringToSign.utf8),
      using: key(from: secret)
    )
  }

  /// The request in the one form that both sides sign.
  var canonicalRequest: String {
    let headers = authorization.signedHeaders.map { "\($0):\(value(of: $0))\n" }.joined()
    let payload = Self.hex(SHA256.hash(data: request.body))
    return [
      request.method, Self.path(request.path), Self.query(request.query), headers,
      authorization.signedHeaders.joined(separator: ";"), payload,
    ]
    .joined(separator: "\n")
  }

  var stringToSign: String {
    let scope = authorization.scope
    return [
      Authorization.algorithm, date, "\(scope.day)/\(scope.region)/\(scope.service)/aws4_request",
      Self.hex(SHA256.hash(data: Array(canonicalRequest.utf8))),
    ]
    .joined(separator: "\n")
  }

  private func key(from secret: String) -> SymmetricKey {
    let scope = authorization.scope
    var key = SymmetricKey(data: Array("AWS4\(secret)".utf8))
    for part in [scope.day, scope.region, scope.service, "aws4_request"] {
      let code = HMAC<SHA256>.authenticationCode(for: Array(part.utf8), using: key)
      key = SymmetricKey(data: Array(code))
    }
    return key
  }

  /// All values of a header, their ends trimmed and runs of spaces as one.
  private func value(of name: String) -> String {
    let values = request.headers.filter { $0.name.lowercased() == name }.map { header in
      header.value.split(separator: " ").joined(separator: " ")
    }
    return values.joined(separator: ",")
  }

  /// The path as it came, each of its bytes but the slashes encoded once more.
  private static func path(_ path: String) -> String {
    var encoded = ""
    for octet in (path.isEmpty ? "/" : path).utf8 {
      if octet == UInt8(ascii: "/") || isUnreserved(octet) {
        encoded.unicodeScalars.append(Unicode.Scalar(octet))
      } else {
        encoded += "%" + hex([octet]).uppercased()
      }
    }
    return encoded
  }

  /// The parameters in the order of their names and values, as they came.
  private static func query(_ query: String) -> String {
    let pairs = query.split(separator: "&").map { part in
      let equals = part.firstIndex(of: "=") ?? part.endIndex
      return (name: String(part[..<equals]), value: String(part[equals...].dropFirst()))
    }
    return pairs.sorted { ($0.name, $0.value) < ($1.name, $1.value) }
      .map { "\($0.name)=\($0.value)" }.joined(separator: "&")
  }

  private static func isUnreserved(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hex(_ octets: some Sequence<UInt8>) -> String {
    octets.map { octet in
      let digits = String(octet, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    .joined()
  }

  private static func octets(hex: String) -> [UInt8]? {
    let digits = hex.utf8.compactMap(\.hexDigit)
    guard digits.count == hex.utf8.count, digits.count == 64 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
