import OrderedCollections
import Route53

extension World {
  mutating func applyHealth(_ event: Event) {
    switch event.fact {
    case .healthCheckCreated(let id, let name, let reference, let settings):
      checks[id] = newCheck(id, name, reference, settings)
      created += 1
    case .healthCheckUpdated(let id, let settings): update(id, to: settings)
    case .healthCheckRenamed(let id, let name): checks[id]?.name = name
    case .healthCheckDeleted(let id):
      if let check = checks.removeValue(forKey: id) {
        spentReferences.append(check.callerReference)
      }
    case .checkerTurned(let id, let index, let status):
      checks[id]?.checkers[index].turn(to: status)
    case .healthCheckTurned(let id, let status): turn(id, to: status, event.number)
    case .healthServed(let id, let status):
      checks[id]?.servedStatus = status
      if let push = checks[id]?.pushes.first, push.at <= now { checks[id]?.pushes.removeFirst() }
    default: preconditionFailure("not a fact about health")
    }
  }

  private func newCheck(
    _ id: HealthCheckID,
    _ name: String,
    _ reference: String,
    _ settings: HealthCheckSettings
  ) -> HealthCheck {
    let status = HealthRules.status(
      evaluated: .healthy,
      inverted: settings.inverted,
      disabled: settings.disabled
    )
    var check = HealthCheck(
      id: id,
      name: name,
      callerReference: reference,
      settings: settings,
      createdAt: now,
      checkers: Array(repeating: Checker(), count: HealthRules.sites.count),
      status: status,
      statusSince: now,
      servedStatus: status
    )
    if !settings.disabled { begin(&check) }
    return check
  }

  /// Sixteen checkers that know nothing of each other begin somewhere in the first interval.
  private func begin(_ check: inout HealthCheck) {
    let key = check.id.text.utf8.reduce(0 as UInt64) { mixed($0 ^ UInt64($1)) }
    for (index, site) in HealthRules.sites.enumerated() {
      let phase = seed.uniform(
        below: check.interval,
        .probePhase,
        key,
        UInt64(index),
        UInt64(check.version)
      )
      let probe = probe(check.settings, from: site)
      check.checkers[index].begin(
        at: now + phase,
        interval: check.interval,
        probe: probe,
        passes: probe.outcome.passes(kind: check.settings.kind)
      )
    }
  }

  private mutating func update(_ id: HealthCheckID, to settings: HealthCheckSettings) {
    guard var check = checks[id] else { return }
    let threshold = check.threshold(rules)
    let wasDisabled = check.settings.disabled
    check.version += 1
    check.settings = settings
    if settings.disabled {
      for index in check.checkers.indices {
        _ = check.checkers[index].close(at: now, threshold: threshold)
      }
    } else if wasDisabled {
      begin(&check)
    } else {
      probeAgain(&check, threshold: threshold, always: true)
    }
    checks[id] = check
  }

  private mutating func turn(_ id: HealthCheckID, to status: HealthStatus, _ event: Int) {
    guard var check = checks[id] else { return }
    if check.status == .unhealthy { check.lastUnhealthyUntil = now }
    check.status = status
    check.statusSince = now
    check.pushes.append(.init(at: now + rules.pushDelay, status: status, event: event))
    checks[id] = check
  }

  /// Ends the runs of probes that would find something else from now on, and begins new ones.
  mutating func probeAgain() {
    for index in checks.elements.indices {
      var check = checks.elements[index].value
      let threshold = check.threshold(rules)
      if probeAgain(&check, threshold: threshold, always: false) {
        checks[check.id] = check
      }
    }
  }

  @discardableResult
  private func probeAgain(_ check: inout HealthCheck, threshold: Int, always: Bool) -> Bool {
    var changed = false
    for (index, site) in HealthRules.sites.enumerated() {
      guard let run = check.checkers[index].run else { continue }
      let probe = probe(check.settings, from: site)
      guard always || probe != run.probe else { continue }
      changed = true
      let next = check.checkers[index].close(at: now, threshold: threshold) ?? now
      check.checkers[index].begin(
        at: next,
        interval: check.interval,
        probe: probe,
        passes: probe.outcome.passes(kind: check.settings.kind)
      )
    }
    return changed
  }
}
