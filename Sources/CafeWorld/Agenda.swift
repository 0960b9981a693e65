import DNS
import OrderedCollections
import Route53

/// What the world will do next by itself.
///
/// Computed from the state; nothing is queued twice.
struct Agenda {
  /// The next thing and its moment; of several at one moment the one that comes first below.
  private(set) var next: (at: Instant, item: Item)?

  enum Item {
    case lifecycle(InstanceID, LifecycleStep)
    case faultEnds(InstanceID, FaultKind)
    case publication(HostedZoneID, ChangeID)
    case checker(HealthCheckID, Int, HealthStatus)
    case push(HealthCheckID, HealthCheck.Push)
    case refill(resolver: String, CachedAnswer)
    case evaluation(alarm: String)
  }

  init(_ world: World) {
    let now = world.now
    for instance in world.instances { consider(instance) }
    for zone in world.hostedZones {
      if let change = zone.pending.first {
        consider(Instant(milliseconds: change.inSyncAt), .publication(zone.id, change.id))
      }
    }
    for check in world.checks.values { consider(check, world.rules, now) }
    for resolver in world.resolvers where resolver.isBusy { consider(resolver, world) }
    for alarm in world.alarms {
      if let moment = world.nextEvaluation(of: alarm) {
        consider(moment, .evaluation(alarm: alarm.name))
      }
    }
  }

  /// Keeps the earlier of two; at one moment the one that was considered first.
  private mutating func consider(_ at: Instant, _ item: Item) {
    if let next, next.at <= at { return }
    next = (at, item)
  }

  private mutating func consider(_ instance: Instance) {
    if let step = instance.agenda.first { consider(step.at, .lifecycle(instance.id, step)) }
    for fault in instance.faults {
      if let until = fault.until { consider(until, .faultEnds(instance.id, fault.kind)) }
    }
  }

  private mutating func consider(_ check: HealthCheck, _ rules: EngineRules, _ now: Instant) {
    let threshold = check.threshold(rules)
    for (index, checker) in check.checkers.enumerated() {
      if let flip = checker.nextFlip(threshold: threshold) {
        consider(max(flip.at, now), .checker(check.id, index, flip.to))
      }
    }
    if let push = check.pushes.first { consider(push.at, .push(check.id, push)) }
  }

  /// A busy resolver fetches again on its own grid; only a fetch that finds something new counts.
  private mutating func consider(_ resolver: Resolver, _ world: World) {
    for entry in resolver.cache {
      let fresh = world.fetched(entry.question)
      guard !entry.agrees(with: fresh) else { continue }
      let life = world.rules.honoursTTL ? Int64(entry.ttl) * .second : 0
      let moment = entry.nextFetch(from: world.now, life: life)
      let answer = CachedAnswer(
        question: fresh.question,
        code: fresh.code,
        records: fresh.records,
        authority: fresh.authority,
        fetchedAt: moment,
        ttl: fresh.ttl
      )
      consider(moment, .refill(resolver: resolver.name, answer))
    }
  }
}

extension CachedAnswer {
  /// The next moment of a busy resolver's grid, at `now` or later.
  fileprivate func nextFetch(from now: Instant, life: Milliseconds) -> Instant {
    guard life > 0 else { return now }
    return fetchedAt + max(1, (now - fetchedAt).quotientCeiled(by: life)) * life
  }
}
