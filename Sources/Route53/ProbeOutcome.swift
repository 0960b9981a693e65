/// What one probe of one checker met; times are in milliseconds.
public enum ProbeOutcome: Hashable, Sendable, Codable {
  /// A connection was opened, and nothing more was asked for (TCP).
  case connected(connectMilliseconds: Int)
  /// An HTTP status arrived, so long after the connection was open.
  case answered(status: Int, connectMilliseconds: Int, statusMilliseconds: Int)
  /// A status arrived, and its body was searched.
  case read(
    status: Int,
    connectMilliseconds: Int,
    statusMilliseconds: Int,
    ResponseBody.Finding
  )
  /// A connection was opened, and no status arrived within the limit.
  case silent
  case refused
  case timedOut
  /// A connection was opened, and TLS did not come about.
  case noHandshake
  /// The endpoint's name has no A record.
  case unresolved

  /// Whether the probe counts as a success
  /// (`DG:dns-failover-determining-health-of-endpoints`): connected within the kind's limit, for
  /// HTTP a status 2xx or 3xx within two seconds of that, and the string in the body if one is
  /// looked for.
  public func passes(kind: HealthCheckKind) -> Bool {
    guard isConnected(within: HealthRules.connectLimitMilliseconds(kind)) else { return false }
    switch (self, kind) {
    case (_, .tcp): return true
    case (.answered(let status, _, let wait), .http), (.answered(let status, _, let wait), .https):
      return Self.isGood(status, wait)
    case (.read(let status, _, let wait, let finding), _):
      return Self.isGood(status, wait) && (finding == .found || !kind.matchesString)
    default: return false
    }
  }

  private static func isGood(_ status: Int, _ wait: Int) -> Bool {
    wait <= HealthRules.statusLimitMilliseconds && (200...399).contains(status)
  }

  private func isConnected(within limit: Int) -> Bool {
    switch self {
    case .connected, .answered, .read: (connectMilliseconds ?? 0) <= limit
    case .silent, .noHandshake: true
    case .refused, .timedOut, .unresolved: false
    }
  }

  /// How long the connection took, where that is known.
  public var connectMilliseconds: Int? {
    switch self {
    case .connected(let connect), .answered(_, let connect, _), .read(_, let connect, _, _):
      connect
    case .silent, .refused, .timedOut, .noHandshake, .unresolved: nil
    }
  }

  /// How long after connecting the status took, if there was one.
  public var statusMilliseconds: Int? {
    switch self {
    case .answered(_, _, let wait), .read(_, _, let wait, _): wait
    case .connected, .silent, .refused, .timedOut, .noHandshake, .unresolved: nil
    }
  }
}
