/// Why a text is no value of a record of some type; each case carries the text in fault.
public enum RecordDataError: Error, Hashable, Sendable {
  case empty
  case notOneField(String)
  case notIPv4(String)
  case notIPv6(String)
  /// Fields that are missing or too many, for MX (2) and SOA (7).
  case fieldCount(String, expected: Int)
  /// A field that must be a whole number up to `max`.
  case notNumber(String, max: UInt32)
  case name(DomainNameError, in: String)
  case notQuoted(String)
  /// 255 octets are the most of one character string (RFC 1035 §3.3).
  case stringTooLong(String)
  case unsupportedCharacter(Character)
}
