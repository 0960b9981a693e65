/// Why octets are no DNS message (RFC 1035 §4.1).
public enum WireError: Error, Hashable, Sendable {
  /// A field reaches beyond the message, or beyond its record.
  case endsEarly
  /// Octets stand behind the last record, or behind the last field of a record.
  case trailingOctets
  /// A label that is neither one of up to 63 octets nor a pointer.
  case badLabel
  /// A pointer that does not lead back, or stands where none may (RFC 1035 §4.1.4, RFC 3597 §4).
  case badPointer
  /// A name of more than 255 octets.
  case nameTooLong
  /// An OPT record that RFC 6891 §6.1 does not allow.
  case badExtensions
  /// A client subnet that RFC 7871 §6 does not allow.
  case badClientSubnet
  /// Other than one question.
  case questionCount
}
