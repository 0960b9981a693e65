@testable import CafeWorld
import Route53

/// One website as a plain note of what was done to it; what a request meets is worked out anew
/// each time.
struct WebsiteSketch {
  enum Life {
    case up
    case down(since: Instant, silentAtOnce: Bool)
    case starting(since: Instant)
    case rebooting(since: Instant)
  }

  var life = Life.up
  var hasPower = true
  var zoneIsDown = false
  var cutRegions: [String] = []
  var faults: [Fault] = []

  private enum Host {
    case silent, refusing, answering
  }

  private func host(at now: Instant) -> Host {
    switch life {
    case .up: .answering
    case .down(let since, let silent): silent || now - since >= 5_000 ? .silent : .refusing
    case .starting(let since):
      now - since < 10_000 ? .silent : now - since < 25_000 ? .refusing : .answering
    case .rebooting(let since): now - since < 20_000 ? .refusing : .answering
    }
  }

  private func isRunning(at now: Instant) -> Bool {
    switch life {
    case .up, .rebooting: true
    case .down: false
    case .starting(let since): now - since >= 10_000
    }
  }

  /// What a health checker's request that begins now comes to, and how long it takes.
  func probe(_ settings: HealthCheckSettings, from region: String, at now: Instant) -> Probe {
    let isTCP = settings.kind == .tcp
    let silence = Probe(outcome: .timedOut, duration: isTCP ? 10_000 : 4_000)
    let refusal = Probe(outcome: .refused, duration: 0)
    if !hasPower || zoneIsDown || cutRegions.contains(region) { return silence }
    if host(at: now) == .silent { return silence }
    let kinds = faults.filter { $0.until.map { now < $0 } ?? true }.map(\.kind)
    if kinds.contains(.drop) { return silence }
    if host(at: now) == .refusing || kinds.contains(.refuse) { return refusal }
    if settings.port != 80 { return refusal }
    if isTCP { return Probe(outcome: .connected(connectMilliseconds: 0), duration: 0) }
    var (status, slow) = (301, 0 as Milliseconds)
    for kind in kinds {
      if case .status(let code) = kind, code != 200 { status = code }
      if case .slow(let time) = kind { slow = time }
    }
    if slow > 2_000 { return Probe(outcome: .silent, duration: 2_000) }
    return Probe(
      outcome: .answered(status: status, connectMilliseconds: 0, statusMilliseconds: Int(slow)),
      duration: slow
    )
  }
}

extension WebsiteSketch {
  /// Notes a command that the world has accepted.
  mutating func note(_ command: Command, at now: Instant) {
    switch command {
    case .stopInstance, .terminateInstance:
      life = .down(since: now, silentAtOnce: host(at: now) == .silent)
    case .startInstance:
      life = isRunning(at: now) ? .rebooting(since: now) : .starting(since: now)
      hasPower = true
    case .rebootInstance:
      life = .rebooting(since: now)
      hasPower = true
    case .kill: hasPower = false
    case .breakInstance(_, let kind, let time):
      faults.removeAll { $0.kind.rank == kind.rank }
      faults.append(Fault(kind: kind, until: time.map { now + $0 }))
    case .heal, .healEverything: heal(at: now)
    case .beginZoneOutage: zoneIsDown = true
    case .endZoneOutage: zoneIsDown = false
    case .cutOff(let region, _): cutRegions.append(region)
    case .reconnect(let region, _): cutRegions.removeAll { $0 == region }
    default: break
    }
    if case .healEverything = command { zoneIsDown = false }
  }

  private mutating func heal(at now: Instant) {
    faults = []
    cutRegions = []
    if !hasPower, isRunning(at: now) { life = .rebooting(since: now) }
    hasPower = true
  }
}
