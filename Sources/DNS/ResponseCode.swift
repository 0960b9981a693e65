/// How a name server's answer ends (RFC 1035 §4.1.1), as `dig` and TestDNSAnswer spell it.
public enum ResponseCode: String, Codable, Sendable {
  case noError = "NOERROR"
  case nxDomain = "NXDOMAIN"
  case refused = "REFUSED"
  case servFail = "SERVFAIL"
}
