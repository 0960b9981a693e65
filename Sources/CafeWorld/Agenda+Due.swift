import OrderedCollections
import Route53

extension Agenda {
  /// The next thing that lies before something.
  static func due(_ key: Key, _ world: World) -> (at: Instant, item: Item)? {
    switch key.kind {
    case .instance: world.instances[key.index].due
    case .network: dueInNetwork(world)
    case .zone:
      world.hostedZones[key.index].pending.first.map { change in
        let zone = world.hostedZones[key.index].id
        return (Instant(milliseconds: change.inSyncAt), .publication(zone, change.id))
      }
    case .check: dueAtCheck(key.index, world)
    case .resolver: world.resolvers[key.index].due(world)
    case .alarm:
      world.nextEvaluation(of: world.alarms[key.index]).map {
        ($0, .evaluation(alarm: world.alarms[key.index].name))
      }
    case .controlPlane: dueAtControlPlane(world)
    }
  }

  private static func dueAtControlPlane(_ world: World) -> (at: Instant, item: Item)? {
    var soonest = Soonest()
    for fault in world.controlPlaneFaults {
      if let until = fault.until { soonest.consider(until, .controlPlaneHeals(fault)) }
    }
    return soonest.found
  }

  private static func dueInNetwork(_ world: World) -> (at: Instant, item: Item)? {
    var soonest = Soonest()
    for cut in world.cutOffs {
      if let until = cut.until { soonest.consider(until, .cutOffEnds(cut)) }
    }
    return soonest.found
  }

  /// Part by part: a copy of a check, or of a checker, would cost more than the look at it.
  private static func dueAtCheck(_ index: Int, _ world: World) -> (at: Instant, item: Item)? {
    var soonest = Soonest()
    let id = world.checks.keys[index]
    let threshold = world.checks.values[index].threshold(world.rules)
    let all = world.checks.values[index].checkers
    let checkers = all.span
    for place in checkers.indices {
      if let flip = checkers[place].nextFlip(threshold: threshold) {
        soonest.consider(
          max(flip.at, world.now),
          .checker(id, site: checkers[place].site, flip)
        )
      }
    }
    if let push = world.checks.values[index].pushes.first {
      soonest.consider(push.at, .push(id, push))
    }
    if let retirement = world.checks.values[index].retirements.min(by: { $0.at < $1.at }) {
      soonest.consider(retirement.at, .retirement(id, retirement))
    }
    if world.checks.values[index].followed != nil,
      let moment = world.nextEvaluation(of: world.checks.values[index])
    {
      soonest.consider(moment, .checkEvaluation(id))
    }
    return soonest.found
  }
}

/// Keeps the earlier of two; at one moment the one that was considered first.
private struct Soonest {
  private(set) var found: (at: Instant, item: Agenda.Item)?

  mutating func consider(_ at: Instant, _ item: @autoclosure () -> Agenda.Item) {
    if let found, found.at <= at { return }
    found = (at, item())
  }
}

extension Instance {
  fileprivate var due: (at: Instant, item: Agenda.Item)? {
    var soonest = Soonest()
    if let step = agenda.first {
      soonest.consider(step.at, .lifecycle(id, step, cause: plannedBy))
    }
    for fault in faults {
      if let until = fault.until { soonest.consider(until, .faultEnds(id, fault)) }
    }
    return soonest.found
  }
}

extension Resolver {
  /// A busy resolver fetches again on its own grid; only a fetch that finds something new counts.
  fileprivate func due(_ world: World) -> (at: Instant, item: Agenda.Item)? {
    guard isBusy else { return nil }
    var soonest = Soonest()
    for entry in cache {
      guard let cause = entry.staleBecause else { continue }
      let fresh = world.fetched(entry.question, by: self)
      let life = world.rules.honoursTTL ? Int64(entry.ttl) * .second : 0
      let moment = entry.nextFetch(from: world.now, life: life)
      let answer = fresh.fetched(at: moment)
      soonest.consider(moment, .refill(resolver: name, answer, cause: cause))
    }
    return soonest.found
  }
}

extension CachedAnswer {
  /// The next moment of a busy resolver's grid, at `now` or later.
  fileprivate func nextFetch(from now: Instant, life: Milliseconds) -> Instant {
    guard life > 0 else { return now }
    return fetchedAt + max(1, (now - fetchedAt).quotientCeiled(by: life)) * life
  }
}
