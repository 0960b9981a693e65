import DNS
import OrderedCollections
public import Route53

extension World {
  /// When a check's status changes next if nothing else happens; nil: not within `horizon`.
  public func nextTurn(of id: HealthCheckID, within horizon: Milliseconds = .hour) -> Instant? {
    guard let status = checks[id]?.status else { return nil }
    var future = self
    _ = future.unfold(until: now + horizon) { $0.checks[id]?.status != status }
    return future.checks[id]?.status == status ? nil : future.now
  }

  /// When the name servers would use another status of a check, if what it judges by changed its
  /// ways at this moment: what is good went bad, or what is bad became good again.
  ///
  /// Played out on a copy. An inverted check turns when its endpoint does the opposite; a
  /// calculated one when all its children turn; a recovery control check when its control is set.
  public func soonestServedTurn(of id: HealthCheckID) -> Instant? {
    guard let check = checks[id] else { return nil }
    let served = check.servedStatus
    var future = self
    let facts = future.facts(turning: check, to: served.opposite)
    guard !facts.isEmpty else { return nil }
    for fact in facts {
      future.apply(Event(number: future.eventCount + 1, at: now, cause: nil, fact: fact))
    }
    var rehearsal = Rehearsal(future)
    rehearsal.judgeEverything(because: future.eventCount)
    rehearsal.letTimePass(until: now + .hour) { $0.checks[id]?.servedStatus != served }
    let end = rehearsal.world
    return end.checks[id]?.servedStatus == served ? nil : end.now
  }

  /// What would have to happen for a check to turn.
  private func facts(turning check: HealthCheck, to status: HealthStatus) -> [Fact] {
    guard !check.settings.disabled else { return [] }
    let wanted = check.settings.inverted ? status.opposite : status
    switch check.settings.kind {
    case .http, .https, .httpStringMatch, .httpsStringMatch, .tcp:
      guard let target = check.target, let owner = owner(of: target) else { return [] }
      return wanted == .unhealthy ? [.powerLost(owner.id)] : mending(owner, at: target)
    case .calculated:
      return (check.settings.childHealthChecks ?? []).compactMap { checks[$0] }
        .flatMap { facts(turning: $0, to: wanted) }
    case .cloudWatchMetric:
      guard let source = check.followed.flatMap({ checks[$0.healthCheckID] }),
        source.settings.kind != .cloudWatchMetric
      else { return [] }
      return facts(turning: source, to: wanted)
    case .recoveryControl:
      let arn = check.settings.routingControlARN ?? ""
      return [.routingControlTurned(arn: arn, isOn: wanted == .healthy)]
    }
  }

  /// Makes whoever has an address answer as if nothing had ever been wrong.
  private func mending(_ owner: Instance, at address: IPv4Address) -> [Fact] {
    var facts: [Fact] = owner.faults.map { .faultHealed(owner.id, $0.kind) }
    if !owner.hasPower { facts.append(.powerRestored(owner.id)) }
    facts.append(.serviceTurned(owner.id, .answering))
    if zoneOutages.contains(owner.zone) { facts.append(.zoneOutageEnded(owner.zone)) }
    return facts + cutOffs.filter { $0.address == address }.map { .regionReconnected($0) }
  }
}

extension Rehearsal {
  /// Lets every check have the status that it should have.
  fileprivate mutating func judgeEverything(because cause: Int) {
    for id in world.checks.keys { turn(id, because: cause) }
  }
}
