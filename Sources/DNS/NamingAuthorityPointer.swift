/// The value of a NAPTR record (RFC 3403 §4.1).
public struct NamingAuthorityPointer: Hashable, Sendable {
  public let order: UInt16
  public let preference: UInt16
  /// Flags, service and regular expression as they are written between quotation marks.
  public let flags: String
  public let service: String
  public let regularExpression: String
  public let replacement: DomainName

  public init(
    order: UInt16,
    preference: UInt16,
    flags: String,
    service: String,
    regularExpression: String,
    replacement: DomainName
  ) {
    self.order = order
    self.preference = preference
    self.flags = flags
    self.service = service
    self.regularExpression = regularExpression
    self.replacement = replacement
  }
}

extension NamingAuthorityPointer: CustomStringConvertible {
  public var description: String {
    "\(order) \(preference) \"\(flags)\" \"\(service)\" \"\(regularExpression)\" \(replacement)"
  }
}
