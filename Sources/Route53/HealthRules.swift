public enum HealthStatus: String, CaseIterable, Codable, Sendable {
  case healthy = "healthy"
  case unhealthy = "unhealthy"

  public var opposite: HealthStatus {
    self == .healthy ? .unhealthy : .healthy
  }
}

/// How Route 53 makes one status of what its checkers see.
public enum HealthRules {
  /// How many health checks an account can create in 24 hours (`DG:DNSLimitations`).
  public static let creationsPerDay = Decisions.creationsPerDay

  /// Percent of the checkers; more than this must call an endpoint healthy
  /// (`DG:dns-failover-determining-health-of-endpoints`).
  public static let healthyShare = 18

  /// Healthy when more than `share` percent of `of` checkers say so.
  ///
  /// While no checker has an opinion a check counts as healthy, as a new one does
  /// (`DG:dns-failover-determining-health-of-endpoints`).
  public static func evaluated(
    healthy: Int,
    of: Int,
    share: Int = healthyShare
  ) -> HealthStatus {
    of == 0 || healthy * 100 > share * of ? .healthy : .unhealthy
  }

  /// A calculated check is healthy when enough children are: with a threshold of 0 always, with one
  /// above their number never (`M:HealthCheckConfig.HealthThreshold`).
  public static func calculated(healthyChildren: Int, threshold: Int) -> HealthStatus {
    healthyChildren >= threshold ? .healthy : .unhealthy
  }

  /// What a CloudWatch metric check is without enough data; `lastKnown` is nil when there never was
  /// any, which counts as healthy (`M:HealthCheckConfig.InsufficientDataHealthStatus`).
  public static func withoutData(
    _ setting: InsufficientDataStatus?,
    lastKnown: HealthStatus?
  ) -> HealthStatus {
    switch setting ?? Decisions.insufficientData {
    case .healthy: .healthy
    case .unhealthy: .unhealthy
    case .lastKnown: lastKnown ?? .healthy
    }
  }

  /// The status that counts: a disabled check is healthy, and inversion comes last
  /// (`M:UpdateHealthCheckRequest.Disabled`).
  public static func status(
    evaluated: HealthStatus,
    inverted: Bool,
    disabled: Bool
  ) -> HealthStatus {
    let status = disabled ? HealthStatus.healthy : evaluated
    return inverted ? status.opposite : status
  }

  /// How long a connection may take to open, in milliseconds: 4 s for HTTP and HTTPS, 10 s for TCP
  /// (`DG:dns-failover-determining-health-of-endpoints`).
  public static func connectLimitMilliseconds(_ kind: HealthCheckKind) -> Int {
    kind == .tcp ? 10_000 : 4_000
  }

  /// How long after connecting the status line may take, in milliseconds.
  public static let statusLimitMilliseconds = 2_000

  /// How long after the status the body may take, in milliseconds.
  public static let bodyLimitMilliseconds = 2_000

  /// How much of a body is searched, in bytes.
  public static let searchedBytes = 5_120
}
