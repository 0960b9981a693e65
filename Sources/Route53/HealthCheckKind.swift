/// What a health check judges by (`M:HealthCheckConfig.Type`).
public enum HealthCheckKind: String, CaseIterable, Codable, Sendable {
  case http = "HTTP"
  case https = "HTTPS"
  case httpStringMatch = "HTTP_STR_MATCH"
  case httpsStringMatch = "HTTPS_STR_MATCH"
  case tcp = "TCP"
  case calculated = "CALCULATED"
  case cloudWatchMetric = "CLOUDWATCH_METRIC"
  case recoveryControl = "RECOVERY_CONTROL"
}

extension HealthCheckKind {
  /// Whether checkers send requests to an endpoint; the other kinds follow from what is known
  /// already.
  public var hasEndpoint: Bool {
    switch self {
    case .http, .https, .httpStringMatch, .httpsStringMatch, .tcp: true
    case .calculated, .cloudWatchMetric, .recoveryControl: false
    }
  }

  /// Whether the request is made over TLS.
  public var isEncrypted: Bool { self == .https || self == .httpsStringMatch }

  /// Whether the body of the page counts.
  public var matchesString: Bool { self == .httpStringMatch || self == .httpsStringMatch }

  /// The port of the protocol; nil: the kind has none.
  public var usualPort: Int? {
    switch self {
    case .http, .httpStringMatch: 80
    case .https, .httpsStringMatch: 443
    case .tcp, .calculated, .cloudWatchMetric, .recoveryControl: nil
    }
  }

  /// How Amazon's texts call checks of the kind (`CP:healthcheck-port-calculated`,
  /// `CP:healthcheck-port-cloudwatch-metric`; the last is ours, by that pattern).
  var title: String {
    switch self {
    case .http, .httpStringMatch: "HTTP"
    case .https, .httpsStringMatch: "HTTPS"
    case .tcp: "TCP"
    case .calculated: "Calculated"
    case .cloudWatchMetric: "Metric-based"
    case .recoveryControl: "Recovery control"
    }
  }
}
