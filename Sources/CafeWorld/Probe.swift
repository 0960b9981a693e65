public import DNS
public import Route53

/// One request of a checker: what came of it, and how many milliseconds it took.
public struct Probe: Hashable, Sendable, Codable {
  public let outcome: ProbeOutcome
  public let duration: Milliseconds
  /// The address that the endpoint's name led to, if it was looked up.
  public var resolved: IPv4Address?

  init(outcome: ProbeOutcome, duration: Milliseconds) {
    self.outcome = outcome
    self.duration = duration
  }
}

extension World {
  /// What a checker's probe of an endpoint comes to, if it begins now.
  ///
  /// Network time counts as nothing (our decision); a time-out counts in full.
  func probe(_ check: HealthCheck, isCutOff: Bool) -> Probe {
    let settings = check.settings
    guard settings.lookedUpName != nil else { return probe(settings, check.target, isCutOff) }
    guard let target = check.target else { return Probe(outcome: .unresolved, duration: 0) }
    var probe = probe(settings, target, isCutOff)
    probe.resolved = target
    return probe
  }

  private func probe(
    _ settings: HealthCheckSettings,
    _ target: IPv4Address?,
    _ isCutOff: Bool
  ) -> Probe {
    let limit =
      rules.requestTimeout ?? Int64(HealthRules.connectLimitMilliseconds(settings.kind))
    guard !isCutOff, let host = target.flatMap({ host(at: $0) }) else {
      return Probe(outcome: .timedOut, duration: limit)
    }
    switch host.listening {
    case .silent: return Probe(outcome: .timedOut, duration: limit)
    case .refuses: return Probe(outcome: .refused, duration: 0)
    case .serves(let serving):
      guard let port = settings.port, host.ports.contains(port) else {
        return Probe(outcome: .refused, duration: 0)
      }
      guard serving.connect <= limit else { return Probe(outcome: .timedOut, duration: limit) }
      return serving.probe(settings, host)
    }
  }
}

extension Serving {
  /// What a request on an open connection comes to.
  fileprivate func probe(_ settings: HealthCheckSettings, _ host: Host) -> Probe {
    let kind = settings.kind
    if kind == .tcp {
      return Probe(outcome: .connected(connectMilliseconds: Int(connect)), duration: connect)
    }
    if kind.isEncrypted, !shakesHands(settings) {
      return Probe(outcome: .noHandshake, duration: connect)
    }
    let limit = Int64(HealthRules.statusLimitMilliseconds)
    guard slow <= limit else { return Probe(outcome: .silent, duration: connect + limit) }
    let path = settings.resourcePath ?? "/"
    let isPlainOnTLS = !kind.isEncrypted && settings.port == Website.securePort
    let status = isPlainOnTLS ? 400 : host.status(self.status, path: path)
    let (open, wait) = (Int(connect), Int(slow))
    guard kind.matchesString, (200..<400).contains(status) else {
      return Probe(
        outcome: .answered(status: status, connectMilliseconds: open, statusMilliseconds: wait),
        duration: connect + slow
      )
    }
    let body = page ?? host.body(path: path)
    let longest = min(body.delayMilliseconds, HealthRules.bodyLimitMilliseconds)
    return Probe(
      outcome: .read(
        status: status,
        connectMilliseconds: open,
        statusMilliseconds: wait,
        body.finding(settings.searchString ?? "")
      ),
      duration: connect + slow + Int64(longest)
    )
  }

  /// TLS is spoken on its own port only; whether a certificate is valid is not looked at
  /// (DG: dns-failover-determining-health-of-endpoints).
  private func shakesHands(_ settings: HealthCheckSettings) -> Bool {
    guard settings.port == Website.securePort else { return false }
    switch handshake {
    case nil: return true
    case .always: return false
    case .withoutHostName:
      return settings.namesHostInTLS && settings.fullyQualifiedDomainName != nil
    }
  }
}
