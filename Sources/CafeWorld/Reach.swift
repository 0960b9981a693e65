public import DNS
public import Route53

/// What somebody finds who connects to port 80 of an address.
public enum Reach: Hashable, Sendable, Codable {
  /// Nothing comes back: packets are dropped, or nobody has the address.
  case silent
  /// The host is there and says no.
  case refuses
  /// The web server answers: status, extra milliseconds, and another body than the café's page.
  case answers(status: Int, slow: Milliseconds, body: String?)

  /// Whether a customer can order here: the café's own page, in time, with a status of success.
  public var takesOrders: Bool {
    guard case .answers(let status, let slow, let body) = self else { return false }
    return (200..<400).contains(status) && slow <= Timing.customerPatience && body == nil
  }
}

extension Instance {
  /// What a connection to this instance finds, before anything that lies on the way.
  var reach: Reach {
    let kinds = faults.map(\.kind)
    guard hasPower, service != .silent, !kinds.contains(.drop) else { return .silent }
    guard service != .refusing, !kinds.contains(.refuse) else { return .refuses }
    var (status, slow, body): (Int, Milliseconds, String?) = (200, 0, nil)
    for kind in kinds {
      switch kind {
      case .refuse, .drop: break
      case .status(let code): status = code
      case .slow(let time): slow = time
      case .body(let text): body = text
      }
    }
    return .answers(status: status, slow: slow, body: body)
  }
}

extension World {
  /// The instance that has this public address now.
  public func owner(of address: IPv4Address) -> Instance? {
    instances.first { $0.publicAddress == address }
  }

  /// What a connection to port 80 of an address finds, from a checker's region or, with nil, from
  /// the customers' side of the internet.
  public func reach(of address: IPv4Address, from region: String? = nil) -> Reach {
    guard let instance = owner(of: address), !zoneOutages.contains(instance.zone) else {
      return .silent
    }
    if let region, cutOffs.contains(CutOff(region: region, address: address)) { return .silent }
    return instance.reach
  }

  /// What a checker's probe of an endpoint comes to, if it begins now.
  ///
  /// Network time counts as nothing (our decision); a time-out counts in full.
  func probe(_ settings: HealthCheckSettings, from site: CheckerSite) -> Probe {
    let connect =
      rules.requestTimeout ?? Int64(HealthRules.connectLimitMilliseconds(settings.kind))
    guard let address = settings.address else {
      return Probe(outcome: .timedOut, duration: connect)
    }
    let reach = reach(of: address, from: site.region)
    switch (reach, settings.kind) {
    case (.silent, _): return Probe(outcome: .timedOut, duration: connect)
    case (.refuses, _): return Probe(outcome: .refused, duration: 0)
    case (.answers, _) where (settings.port ?? 80) != Website.port:
      return Probe(outcome: .refused, duration: 0)
    case (.answers, .tcp): return Probe(outcome: .connected(connectMilliseconds: 0), duration: 0)
    case (.answers(_, let slow, _), .http)
    where slow > Int64(HealthRules.statusLimitMilliseconds):
      return Probe(outcome: .silent, duration: Int64(HealthRules.statusLimitMilliseconds))
    case (.answers(let status, let slow, _), .http):
      let shown = Website.status(status, path: settings.resourcePath ?? "/")
      return Probe(
        outcome: .answered(status: shown, connectMilliseconds: 0, statusMilliseconds: Int(slow)),
        duration: slow
      )
    }
  }
}

/// One request of a checker: what came of it, and how many milliseconds it took.
public struct Probe: Hashable, Sendable, Codable {
  public let outcome: ProbeOutcome
  public let duration: Milliseconds
}
