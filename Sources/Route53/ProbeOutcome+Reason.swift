extension ProbeOutcome {
  /// What GetHealthCheckStatus says of the probe, in Amazon's wording where that is known.
  public func reason(kind: HealthCheckKind) -> String {
    if let connect = connectMilliseconds, connect > HealthRules.connectLimitMilliseconds(kind) {
      return Self.connectionTimedOut
    }
    return switch (self, kind) {
    case (.refused, _): Decisions.connectionRefused
    case (.timedOut, _): Self.connectionTimedOut
    case (_, .tcp): Decisions.tcpSuccess
    case (.connected, .http), (.silent, .http): Decisions.noStatusInTime
    case (.answered(let status, _, let wait), .http): Self.reason(status: status, wait: wait)
    }
  }

  /// The reason as an HTTP check gives it, or for a plain connection as a TCP check does.
  public var reason: String {
    if case .connected = self { return reason(kind: .tcp) }
    return reason(kind: .http)
  }

  private var connectMilliseconds: Int? {
    switch self {
    case .connected(let connect), .answered(_, let connect, _): connect
    case .silent, .refused, .timedOut: nil
    }
  }

  private static func reason(status: Int, wait: Int) -> String {
    guard wait <= HealthRules.statusLimitMilliseconds else { return Decisions.noStatusInTime }
    let outcome = (200...399).contains(status) ? "Success" : "Failure"
    return "\(outcome): HTTP Status Code \(status), \(phrase(of: status))"
  }

  /// Texts of real observations, as public logs quote them.
  private static let connectionTimedOut: String =
    "Failure: Connection timed out. The endpoint or the internet connection is down, or requests "
    + "are being blocked by your firewall. See https://docs.aws.amazon.com/Route53/latest/"
    + "DeveloperGuide/dns-failover-router-firewall-rules.html"

  /// The phrases that Apache sends with its statuses.
  private static func phrase(of status: Int) -> String {
    switch status {
    case 200: "OK"
    case 201: "Created"
    case 204: "No Content"
    case 301: "Moved Permanently"
    case 302: "Found"
    case 304: "Not Modified"
    case 307: "Temporary Redirect"
    case 308: "Permanent Redirect"
    case 400: "Bad Request"
    case 401: "Unauthorized"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 408: "Request Timeout"
    case 410: "Gone"
    case 418: "I'm a teapot"
    case 429: "Too Many Requests"
    case 500: "Internal Server Error"
    case 501: "Not Implemented"
    case 502: "Bad Gateway"
    case 503: "Service Temporarily Unavailable"
    case 504: "Gateway Timeout"
    default: "Unknown"
    }
  }
}
