/// What one probe of one checker met; times are in milliseconds.
public enum ProbeOutcome: Hashable, Sendable, Codable {
  /// A connection was opened, and nothing more was asked for (TCP).
  case connected(connectMilliseconds: Int)
  /// An HTTP status arrived, so long after the connection was open.
  case answered(status: Int, connectMilliseconds: Int, statusMilliseconds: Int)
  /// A connection was opened, and no status arrived within the limit.
  case silent
  case refused
  case timedOut

  /// Whether the probe counts as a success
  /// (`DG:dns-failover-determining-health-of-endpoints`): connected within the kind's limit, and
  /// for HTTP a status 2xx or 3xx within two seconds of that.
  public func passes(kind: HealthCheckKind) -> Bool {
    switch (self, kind) {
    case (.connected(let connect), .tcp), (.answered(_, let connect, _), .tcp):
      connect <= HealthRules.connectLimitMilliseconds(.tcp)
    case (.answered(let status, let connect, let wait), .http):
      connect <= HealthRules.connectLimitMilliseconds(.http)
        && wait <= HealthRules.statusLimitMilliseconds && (200...399).contains(status)
    case (.silent, .tcp): true
    case (.connected, .http), (.silent, .http), (.refused, _), (.timedOut, _): false
    }
  }
}
