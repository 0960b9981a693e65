public import DNS

/// The settings of a health check (`M:HealthCheckConfig`).
///
/// What is nil was not given; its text form leaves it out.
public struct HealthCheckSettings: Hashable, Sendable, Codable {
  public var kind: HealthCheckKind
  public var ipAddress: String?
  public var fullyQualifiedDomainName: String?
  public var port: Int?
  public var resourcePath: String?
  /// What the body must hold, for the kinds that match a string.
  public var searchString: String?
  /// Seconds from a response to the next request: 10 or 30.
  public var requestInterval: Int
  /// Consecutive results that turn a checker's opinion, either way: 1 to 10.
  public var failureThreshold: Int
  public var measuresLatency: Bool?
  public var inverted: Bool
  public var disabled: Bool
  /// Whether the host is named when TLS begins; nil: as usual for the kind.
  public var enablesSNI: Bool?
  /// From where requests are sent; nil: from all eight regions.
  public var regions: [String]?
  /// How many children must be healthy, for a calculated check.
  public var healthThreshold: Int?
  public var childHealthChecks: [HealthCheckID]?
  /// The alarm whose data a CloudWatch metric check follows.
  public var alarmIdentifier: AlarmIdentifier?
  public var insufficientDataStatus: InsufficientDataStatus?
  public var routingControlARN: String?

  public init(
    kind: HealthCheckKind,
    ipAddress: String? = nil,
    fullyQualifiedDomainName: String? = nil,
    port: Int? = nil,
    resourcePath: String? = nil,
    searchString: String? = nil,
    requestInterval: Int = 30,
    failureThreshold: Int = 3,
    measuresLatency: Bool? = nil,
    inverted: Bool = false,
    disabled: Bool = false,
    enablesSNI: Bool? = nil,
    regions: [String]? = nil
  ) {
    self.kind = kind
    self.ipAddress = ipAddress
    self.fullyQualifiedDomainName = fullyQualifiedDomainName
    self.port = port
    self.resourcePath = resourcePath
    self.searchString = searchString
    self.requestInterval = requestInterval
    self.failureThreshold = failureThreshold
    self.measuresLatency = measuresLatency
    self.inverted = inverted
    self.disabled = disabled
    self.enablesSNI = enablesSNI
    self.regions = regions
  }

  /// A check that counts the healthy among other checks.
  public static func calculated(
    _ children: [HealthCheckID],
    threshold: Int,
    inverted: Bool = false,
    disabled: Bool = false
  ) -> HealthCheckSettings {
    var settings = HealthCheckSettings(kind: .calculated, inverted: inverted, disabled: disabled)
    settings.childHealthChecks = children
    settings.healthThreshold = threshold
    return settings
  }

  /// A check that follows the data of an alarm.
  public static func metric(
    of alarm: AlarmIdentifier,
    insufficient: InsufficientDataStatus? = nil,
    inverted: Bool = false
  ) -> HealthCheckSettings {
    var settings = HealthCheckSettings(kind: .cloudWatchMetric, inverted: inverted)
    settings.alarmIdentifier = alarm
    settings.insufficientDataStatus = insufficient
    return settings
  }

  /// A check that follows a routing control.
  public static func routingControl(_ arn: String) -> HealthCheckSettings {
    var settings = HealthCheckSettings(kind: .recoveryControl)
    settings.routingControlARN = arn
    return settings
  }
}

extension HealthCheckSettings {
  /// The endpoint, when it is given as an IPv4 address.
  public var address: IPv4Address? {
    ipAddress.flatMap { IPv4Address($0) }
  }

  /// The name that checkers look up before each request; nil: they are given an address.
  public var lookedUpName: String? {
    kind.hasEndpoint && ipAddress == nil ? fullyQualifiedDomainName : nil
  }

  /// Whether the TLS handshake names the host: by default on the kinds that have one
  /// (`M:HealthCheckConfig.EnableSNI`).
  public var namesHostInTLS: Bool { enablesSNI ?? kind.isEncrypted }

  /// The regions that requests come from, in the order of the service's list.
  public var checkerRegions: [String] {
    guard kind.hasEndpoint else { return [] }
    guard let regions else { return HealthRules.regions }
    return HealthRules.regions.filter(regions.contains)
  }

  /// What the HTTP request names as its host: the domain name or else the address, with the port
  /// when that is not the protocol's (`M:HealthCheckConfig.FullyQualifiedDomainName`).
  public var hostHeader: String? {
    guard let usual = kind.usualPort, let host = fullyQualifiedDomainName ?? ipAddress else {
      return nil
    }
    guard let port, port != usual else { return host }
    return "\(host):\(port)"
  }
}

/// The alarm that a CloudWatch metric check follows (`M:AlarmIdentifier`).
public struct AlarmIdentifier: Hashable, Sendable, Codable {
  public var region: String
  public var name: String

  public init(region: String, name: String) {
    self.region = region
    self.name = name
  }
}

/// What a CloudWatch metric check is while there is not enough data
/// (`M:HealthCheckConfig.InsufficientDataHealthStatus`).
public enum InsufficientDataStatus: String, CaseIterable, Hashable, Sendable, Codable {
  case healthy = "Healthy"
  case unhealthy = "Unhealthy"
  case lastKnown = "LastKnownStatus"
}
