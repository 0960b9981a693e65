public import DNS

extension ProbeOutcome {
  /// What GetHealthCheckStatus says of the probe, in Amazon's wording where that is known.
  ///
  /// An endpoint that is given by name has its address told with a status.
  public func reason(kind: HealthCheckKind, resolved: IPv4Address? = nil) -> String {
    if let connect = connectMilliseconds, connect > HealthRules.connectLimitMilliseconds(kind) {
      return Self.connectionTimedOut
    }
    if kind == .tcp, passes(kind: .tcp) { return Decisions.tcpSuccess }
    switch self {
    case .refused: return Decisions.connectionRefused
    case .timedOut: return Self.connectionTimedOut
    case .noHandshake: return Self.handshakeFailure
    case .unresolved: return Self.resolutionFailure
    case .connected, .silent: return Decisions.noStatusInTime
    case .answered(let status, _, let wait):
      return Self.reason(status: status, wait: wait, resolved)
    case .read(let status, _, let wait, let finding):
      let isGood = (200...399).contains(status) && wait <= HealthRules.statusLimitMilliseconds
      let failure = isGood && kind.matchesString ? Self.failure(finding) : nil
      return failure ?? Self.reason(status: status, wait: wait, resolved)
    }
  }

  /// The reason as an HTTP check gives it, or for a plain connection as a TCP check does.
  public var reason: String {
    if case .connected = self { return reason(kind: .tcp) }
    return reason(kind: .http)
  }

  private static func failure(_ finding: ResponseBody.Finding) -> String? {
    switch finding {
    case .found: nil
    case .missing: Decisions.searchStringMissing
    case .late: Decisions.bodyTooLate
    case .unreadable(let encoding): Decisions.encodingUnknown(encoding.rawValue)
    }
  }

  private static func reason(status: Int, wait: Int, _ resolved: IPv4Address?) -> String {
    guard wait <= HealthRules.statusLimitMilliseconds else { return Decisions.noStatusInTime }
    let outcome = (200...399).contains(status) ? "Success" : "Failure"
    let place = resolved.map { ". Resolved IP: \($0)" } ?? ""
    return "\(outcome): HTTP Status Code \(status), \(phrase(of: status))\(place)"
  }

  /// Named by `M:HealthCheckConfig.EnableSNI`.
  private static let handshakeFailure: String = "Failure: SSL alert handshake_failure"

  /// Named by `M:HealthCheckConfig.FullyQualifiedDomainName`.
  private static let resolutionFailure: String = "Failure: DNS resolution failed"

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
