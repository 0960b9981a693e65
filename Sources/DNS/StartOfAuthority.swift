/// The value of an SOA record (RFC 1035 §3.3.13); all intervals in seconds.
public struct StartOfAuthority: Hashable, Sendable {
  public let primary: DomainName
  public let mailbox: DomainName
  public let serial: UInt32
  public let refresh: UInt32
  public let retry: UInt32
  public let expire: UInt32
  /// How long resolvers may remember that a name or a type is absent (RFC 2308 §4).
  public let minimum: UInt32

  public init(
    primary: DomainName,
    mailbox: DomainName,
    serial: UInt32,
    refresh: UInt32,
    retry: UInt32,
    expire: UInt32,
    minimum: UInt32
  ) {
    self.primary = primary
    self.mailbox = mailbox
    self.serial = serial
    self.refresh = refresh
    self.retry = retry
    self.expire = expire
    self.minimum = minimum
  }

  /// The longest interval that DNS knows (RFC 2181 §8).
  static let secondsMax: UInt32 = 2_147_483_647
}

extension StartOfAuthority: CustomStringConvertible {
  public var description: String {
    "\(primary) \(mailbox) \(serial) \(refresh) \(retry) \(expire) \(minimum)"
  }
}
