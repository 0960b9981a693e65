public import DNS

/// What kind of probe a health check sends.
public enum HealthCheckKind: String, CaseIterable, Codable, Sendable {
  case http = "HTTP"
  case tcp = "TCP"
}

/// The settings of a health check (`M:HealthCheckConfig`).
public struct HealthCheckSettings: Hashable, Sendable, Codable {
  public var kind: HealthCheckKind
  public var ipAddress: String?
  public var fullyQualifiedDomainName: String?
  public var port: Int?
  public var resourcePath: String?
  /// Seconds from a response to the next request: 10 or 30.
  public var requestInterval: Int
  /// Consecutive results that turn a checker's opinion, either way: 1 to 10.
  public var failureThreshold: Int
  public var inverted: Bool
  public var disabled: Bool

  public init(
    kind: HealthCheckKind,
    ipAddress: String? = nil,
    fullyQualifiedDomainName: String? = nil,
    port: Int? = nil,
    resourcePath: String? = nil,
    requestInterval: Int = 30,
    failureThreshold: Int = 3,
    inverted: Bool = false,
    disabled: Bool = false
  ) {
    self.kind = kind
    self.ipAddress = ipAddress
    self.fullyQualifiedDomainName = fullyQualifiedDomainName
    self.port = port
    self.resourcePath = resourcePath
    self.requestInterval = requestInterval
    self.failureThreshold = failureThreshold
    self.inverted = inverted
    self.disabled = disabled
  }

  /// The endpoint, when it is given as an IPv4 address.
  public var address: IPv4Address? {
    ipAddress.flatMap { IPv4Address($0) }
  }

  /// What the HTTP request names as its host: the domain name or else the address, with the port
  /// when that is not 80 (`M:HealthCheckConfig.FullyQualifiedDomainName`).
  public var hostHeader: String? {
    guard let host = fullyQualifiedDomainName ?? ipAddress, kind == .http else { return nil }
    guard let port, port != Self.httpPort else { return host }
    return "\(host):\(port)"
  }

  static let httpPort = 80
}
