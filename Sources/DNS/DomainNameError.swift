/// Why a text is no domain name.
public enum DomainNameError: Error, Hashable, Sendable {
  case empty
  case emptyLabel
  /// The label as it was written; 63 octets are the most (RFC 1035 §2.3.4).
  case labelTooLong(String)
  /// The length without the trailing dot; 253 is the most (`CP:record-name-total-length`).
  case nameTooLong(Int)
  case unsupportedCharacter(Character)
}
