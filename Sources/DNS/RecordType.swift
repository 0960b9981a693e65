/// A type of resource record; the order is Route 53's, which is that of ASCII (`M:RRType`).
public enum RecordType: String, CaseIterable, Codable, Sendable {
  case a = "A"
  case aaaa = "AAAA"
  case caa = "CAA"
  case cname = "CNAME"
  case ds = "DS"
  case https = "HTTPS"
  case mx = "MX"
  case naptr = "NAPTR"
  case ns = "NS"
  case ptr = "PTR"
  case soa = "SOA"
  case spf = "SPF"
  case srv = "SRV"
  case sshfp = "SSHFP"
  case svcb = "SVCB"
  case tlsa = "TLSA"
  case txt = "TXT"

  /// All of them as they are written, in their order.
  public static let names: [String] = allCases.map(\.rawValue)
}

extension RecordType: Comparable {
  public static func < (left: RecordType, right: RecordType) -> Bool {
    left.rawValue < right.rawValue
  }
}
