/// A type of resource record; the order is Route 53's, which is that of ASCII.
public enum RecordType: String, CaseIterable, Codable, Sendable {
  case a = "A"
  case aaaa = "AAAA"
  case cname = "CNAME"
  case mx = "MX"
  case ns = "NS"
  case soa = "SOA"
  case txt = "TXT"
}

extension RecordType: Comparable {
  public static func < (left: RecordType, right: RecordType) -> Bool {
    left.rawValue < right.rawValue
  }
}
