import CafeWorld
import Crypto

/// The access keys whose signatures are good, each with its secret.
public struct Credentials: Sendable {
  private let secrets: [String: String]

  public init(_ secrets: [String: String]) {
    self.secrets = secrets
  }

  /// How far a signature's time may be from the time of day, in milliseconds.
  static let skewMost: Int64 = 5 * .minute

  /// Whether a request bears a good signature of one of the keys.
  func check(_ request: APIRequest, now wall: Int64) throws(APIFault) {
    guard let header = request.header("authorization") else {
      throw APIFault("MissingAuthenticationToken", "Request is missing Authentication Token")
    }
    guard let authorization = Authorization(header) else { throw .incompleteSignature(header) }
    guard let secret = secrets[authorization.accessKey] else {
      throw APIFault(
        "InvalidClientTokenId",
        "The security token included in the request is invalid."
      )
    }
    let date = request.header("x-amz-date") ?? ""
    guard let moment = Self.moment(date), date.hasPrefix(authorization.scope.day),
      authorization.signedHeaders.contains("host")
    else { throw .incompleteSignature(header) }
    guard abs(moment - wall) <= Self.skewMost else { throw .expired(date, wall) }
    let signing = Signing(request, authorization, date: date)
    guard signing.isGood(with: secret) else { throw .wrongSignature }
  }

  /// `20150830T123600Z` in milliseconds since 1970.
  private static func moment(_ text: String) -> Int64? {
    let octets = Array(text.utf8)
    guard octets.count == 16, octets[8] == UInt8(ascii: "T"), octets[15] == UInt8(ascii: "Z") else {
      return nil
    }
    let digits = octets[0..<8] + octets[9..<15]
    guard digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
    func number(_ range: Range<Int>) -> Int64 {
      octets[range].reduce(0) { $0 * 10 + Int64($1 - 48) }
    }
    let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    guard year >= 1970, (1...12).contains(month), (1...31).contains(day) else { return nil }
    let time = number(9..<11) * 3_600 + number(11..<13) * 60 + number(13..<15)
    return (days(year, month, day) * 86_400 + time) * 1_000
  }

  /// Days since 1970 by Howard Hinnant's `days_from_civil`.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension APIFault {
  fileprivate static let wrongSignature = APIFault(
    "SignatureDoesNotMatch",
    "The request signature we calculated does not match the signature you provided. Check your "
      + "AWS Secret Access Key and signing method. Consult the service documentation for details."
  )

  /// The header is told without its signature.
  fileprivate static func incompleteSignature(_ header: String) -> APIFault {
    APIFault(
      "IncompleteSignature",
      "Authorization header requires 'Credential' parameter, 'Signature' parameter, "
        + "'SignedHeaders' parameter with host, and an 'X-Amz-Date' of the same day."
    )
  }

  fileprivate static func expired(_ date: String, _ wall: Int64) -> APIFault {
    let now = Instant(milliseconds: wall).iso
    return APIFault(
      "SignatureDoesNotMatch",
      "Signature expired: \(date) is more than 5 minutes from \(now)."
    )
  }
}
