import OrderedCollections
import Route53

extension World {
  mutating func applyHealth(_ event: Event) {
    switch event.fact {
    case .healthCheckCreated(let id, let name, let reference, let settings):
      create(id, name, reference, settings, event.number)
    case .healthCheckUpdated(let id, let settings): update(id, to: settings, event.number)
    case .healthCheckRenamed(let id, let name): checks[id]?.name = name
    case .healthCheckDeleted(let id): delete(id, event.number)
    case .checkerTurned(let id, let site, let status): turn(id, site, to: status, event.number)
    case .checkersRetired(let id, let region): retire(id, region, event.number)
    case .healthCheckTurned(let id, let status): turn(id, to: status, event.number)
    case .healthServed(let id, let status):
      checks[id]?.servedStatus = status
      if let push = checks[id]?.pushes.first, push.at <= now { checks[id]?.pushes.removeFirst() }
    case .metricFollowed(let id, let settings): checks[id]?.followed = settings
    case .metricEvaluated(let id, let state):
      checks[id]?.dataState = state
      if state != .insufficientData {
        checks[id]?.lastKnown = state == .ok ? .healthy : .unhealthy
      }
    default: preconditionFailure("not a fact about health")
    }
  }

  private mutating func create(
    _ id: HealthCheckID,
    _ name: String,
    _ reference: String,
    _ settings: HealthCheckSettings,
    _ event: Int
  ) {
    var check = HealthCheck(
      id: id,
      name: name,
      callerReference: reference,
      settings: settings,
      createdAt: now
    )
    created += 1
    creationTimes.removeAll { now - $0 >= .day }
    creationTimes.append(now)
    aim(&check)
    if !settings.disabled { begin(&check, because: event) }
    check.noteStatus(at: now, because: event)
    checks[id] = check
    adopt(settings.childHealthChecks, by: id)
    noteCount(of: id, because: event)
  }

  private mutating func delete(_ id: HealthCheckID, _ event: Int) {
    guard let check = checks.removeValue(forKey: id) else { return }
    spentReferences.append(check.callerReference)
    formerMetrics[id] = FormerMetrics(of: check, endedAt: now, because: event)
    namedEndpoints.removeAll { $0.check == id }
    for child in check.settings.childHealthChecks ?? [] {
      checks[child]?.parents.removeAll { $0 == id }
    }
    for parent in check.parents { noteCount(of: parent, because: event) }
  }

  private mutating func adopt(_ children: [HealthCheckID]?, by parent: HealthCheckID) {
    for child in children ?? [] where checks[child]?.parents.contains(parent) == false {
      checks[child]?.parents.append(parent)
    }
  }

  private mutating func update(
    _ id: HealthCheckID,
    to settings: HealthCheckSettings,
    _ event: Int
  ) {
    guard var check = checks[id] else { return }
    let threshold = check.threshold(rules)
    let old = check.settings
    check.version += 1
    check.settings = settings
    aim(&check)
    check.employ(settings.sites, at: now, because: event)
    if settings.disabled {
      for index in check.checkers.indices {
        _ = check.checkers[index].close(at: now, threshold: threshold)
      }
    } else {
      if hasOutside { direct(&check, because: event) }
      let ways = ways(of: check, because: event)
      for index in check.checkers.indices where check.checkers[index].run != nil {
        let way = ways[check.checkers[index].site]
        check.checkers[index].change(at: now, threshold: threshold, to: way)
      }
      begin(&check, because: event)
    }
    checks[id] = check
    if old.childHealthChecks != settings.childHealthChecks {
      for child in old.childHealthChecks ?? [] { checks[child]?.parents.removeAll { $0 == id } }
      adopt(settings.childHealthChecks, by: id)
    }
    noteCount(of: id, because: event)
  }

  private mutating func retire(_ id: HealthCheckID, _ region: String, _ event: Int) {
    checks[id]?.retirements.removeAll { $0.region == region }
    checks[id]?.checkers.removeAll { HealthRules.sites[$0.site].region == region }
    noteCount(of: id, because: event)
  }

  private mutating func turn(
    _ id: HealthCheckID,
    _ site: Int,
    to status: HealthStatus,
    _ event: Int
  ) {
    guard let index = checks.index(forKey: id),
      let place = checks.values[index].place(ofSite: site)
    else { return }
    checks.values[index].checkers[place].turn(to: status)
    checks.values[index].noteHealthyCheckers(at: now, because: event)
  }

  private mutating func turn(_ id: HealthCheckID, to status: HealthStatus, _ event: Int) {
    guard let index = checks.index(forKey: id) else { return }
    let moment = now
    let push = HealthCheck.Push(at: moment + rules.pushDelay, status: status, event: event)
    checks.values[index].turn(to: status, at: moment, push: push)
    for parent in checks.values[index].parents { noteCount(of: parent, because: event) }
  }

  /// Notes the share of healthy checkers or the number of healthy children as it is now.
  private mutating func noteCount(of id: HealthCheckID, because event: Int) {
    guard let index = checks.index(forKey: id) else { return }
    if checks.values[index].settings.kind == .calculated {
      let count = Int64(healthyChildren(of: checks.values[index])) * 1_000
      checks.values[index].counts.note(count, at: now, because: event)
    } else {
      checks.values[index].noteHealthyCheckers(at: now, because: event)
    }
  }
}

extension HealthCheck {
  fileprivate mutating func turn(to status: HealthStatus, at now: Instant, push: Push) {
    if self.status == .unhealthy { lastUnhealthyUntil = now }
    self.status = status
    statusSince = now
    pushes.append(push)
    noteStatus(at: now, because: push.event)
  }

  mutating func noteStatus(at now: Instant, because event: Int) {
    statuses.note(status == .healthy ? 1_000 : 0, at: now, because: event)
  }

  /// The metric is not available while the check is disabled (DG: monitoring-cloudwatch).
  fileprivate mutating func noteHealthyCheckers(at now: Instant, because event: Int) {
    guard settings.kind.hasEndpoint else { return }
    let share = Int64(healthyCheckers) * 100_000 / Int64(max(1, checkers.count))
    counts.note(settings.disabled ? nil : share, at: now, because: event)
  }

  /// Takes on checkers at sites that have none, and lets the regions of the others go on for a
  /// while, so that somebody is always checking (DG: health-checks-creating-values).
  fileprivate mutating func employ(
    _ sites: [CheckerSite],
    at now: Instant,
    because event: Int
  ) {
    let regions = sites.map(\.region)
    retirements.removeAll { regions.contains($0.region) }
    for checker in checkers {
      let region = HealthRules.sites[checker.site].region
      guard !regions.contains(region), !retirements.contains(where: { $0.region == region })
      else { continue }
      retirements.append(.init(at: now + Timing.regionRetires, region: region, event: event))
    }
    for site in sites where place(ofSite: site.index) == nil {
      let place = checkers.firstIndex { $0.site > site.index } ?? checkers.endIndex
      checkers.insert(Checker(site: site.index), at: place)
    }
  }
}
