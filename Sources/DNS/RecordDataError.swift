/// Why a text is no value of a record of some type; each case carries the text in fault.
public enum RecordDataError: Error, Hashable, Sendable {
  case empty
  case notOneField(String)
  case notIPv4(String)
  case notIPv6(String)
  /// Fields that are missing or too many.
  case fieldCount(String, expected: Int)
  /// A field that must be a whole number up to `max`.
  case notNumber(String, max: UInt32, RecordField)
  /// A number that has no meaning in its field.
  case unassigned(String, RecordField)
  /// A field that must be pairs of hexadecimal digits.
  case notHexadecimal(String, RecordField)
  /// A CAA tag other than issue, issuewild and iodef that is not marked as critical.
  case unknownTag(String)
  /// A field of NAPTR that must stand between quotation marks.
  case fieldNotQuoted(String)
  /// A NAPTR value with both a regular expression and a replacement (RFC 3403 §4.1).
  case twoRewrites(String)
  /// A key that service bindings do not know.
  case unknownKey(String)
  case keyTwice(String)
  case keyWithoutValue(String)
  case keyWithValue(String)
  /// `no-default-alpn` without `alpn` (RFC 9460 §7.1.1).
  case noProtocol
  /// Parameters of a service binding in alias mode (RFC 9460 §2.4.2).
  case aliasWithParameters(String)
  case name(DomainNameError, in: String)
  case notQuoted(String)
  /// 255 octets are the most of one character string (RFC 1035 §3.3).
  case stringTooLong(String)
  case unsupportedCharacter(Character)
}

/// A field of a record's value, as Route 53's texts call it.
public enum RecordField: String, Hashable, Sendable {
  case algorithm = "Algorithm"
  case certificateData = "Certificate Association Data"
  case certificateUsage = "Certificate Usage"
  case digest = "Digest"
  case digestType = "Digest Type"
  case expire = "Expire"
  case fingerprint = "Fingerprint"
  case fingerprintType = "Fingerprint Type"
  case flags = "Flags"
  case keyTag = "Key Tag"
  case matchingType = "Matching Type"
  case minimum = "Minimum TTL"
  case order = "Order"
  case port = "Port"
  case preference = "Preference"
  case priority = "Priority"
  case refresh = "Refresh"
  case retry = "Retry"
  case selector = "Selector"
  case serial = "Serial"
  case weight = "Weight"
}
