/// An address of either family.
public enum IPAddress: Hashable, Sendable, Codable {
  case v4(IPv4Address)
  case v6(IPv6Address)

  public init?(_ text: String) {
    if let address = IPv4Address(text) {
      self = .v4(address)
    } else if let address = IPv6Address(text) {
      self = .v6(address)
    } else {
      return nil
    }
  }
}

extension IPAddress: CustomStringConvertible {
  public var description: String {
    switch self {
    case .v4(let address): address.description
    case .v6(let address): address.description
    }
  }
}

extension IPAddress {
  /// Whether it is this machine's own (RFC 1122 §3.2.1.3, RFC 4291 §2.5.3).
  public var isLoopback: Bool {
    switch self {
    case .v4(let address): address.bits >> 24 == 127
    case .v6(let address): address.bits == 1
    }
  }

  /// Whether it stands for any address of this machine (RFC 1122 §3.2.1.3, RFC 4291 §2.5.2).
  public var isUnspecified: Bool {
    switch self {
    case .v4(let address): address.bits == 0
    case .v6(let address): address.bits == 0
    }
  }
}
