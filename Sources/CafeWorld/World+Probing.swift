import DNS
import OrderedCollections
import Route53

extension World {
  /// What a request from each site comes to from an event on, by the site's index.
  ///
  /// Only being cut off tells one region from another.
  func ways(of check: HealthCheck, because event: Int) -> [ProbeWay] {
    let usual = way(of: check, probe(check, isCutOff: false), because: event)
    var ways = Array(repeating: usual, count: HealthRules.sites.count)
    guard let target = check.target, !cutOffs.isEmpty else { return ways }
    let cuts = cutOffs.filter { $0.address == target }
    for site in HealthRules.sites where cuts.contains(where: { site.isIn($0.region) }) {
      ways[site.index] = way(of: check, probe(check, isCutOff: true), because: event)
    }
    return ways
  }

  private func way(of check: HealthCheck, _ probe: Probe, because event: Int) -> ProbeWay {
    ProbeWay(
      interval: check.interval,
      probe: probe,
      passes: probe.outcome.passes(kind: check.settings.kind),
      cause: event
    )
  }

  /// Checkers that are at rest and know nothing of each other begin somewhere in the first
  /// interval.
  func begin(_ check: inout HealthCheck, because event: Int) {
    guard check.checkers.contains(where: \.isAtRest) else { return }
    let isOutside = hasOutside && outside(of: check) != nil
    let key = check.id.text.utf8.reduce(0 as UInt64) { mixed($0 ^ UInt64($1)) }
    let ways = ways(of: check, because: event)
    for index in check.checkers.indices where check.checkers[index].isAtRest {
      let site = check.checkers[index].site
      let phase = seed.uniform(
        below: check.interval,
        .probePhase,
        key,
        UInt64(site),
        UInt64(check.version)
      )
      if isOutside {
        check.checkers[index].ask(at: now + phase)
        continue
      }
      check.checkers[index].begin(at: now + phase, probing: ways[site])
    }
  }

  /// Lets the checkers of these endpoints see what there is now.
  mutating func probeAgain(at addresses: [IPv4Address], because event: Int) {
    for index in checks.elements.indices {
      guard let target = checks.values[index].target, addresses.contains(target) else { continue }
      probeAgain(index, because: event)
    }
  }

  mutating func probeEverythingAgain() {
    for index in checks.elements.indices { probeAgain(index, because: eventCount) }
  }

  /// Ends the runs of probes that would find something else from now on, and begins new ones.
  mutating func probeAgain(_ index: Int, because event: Int) {
    if hasOutside { direct(&checks.values[index], because: event) }
    let ways = ways(of: checks.values[index], because: event)
    let threshold = checks.values[index].threshold(rules)
    for place in checks.values[index].checkers.indices {
      let way = ways[checks.values[index].checkers[place].site]
      guard let run = checks.values[index].checkers[place].run, run.probe != way.probe else {
        continue
      }
      checks.values[index].checkers[place].change(at: now, threshold: threshold, to: way)
    }
  }
}

extension World {
  /// The endpoints at which a fact may let probes come to something else; nil: none.
  func endpoints(touchedBy fact: Fact) -> [IPv4Address]? {
    switch fact {
    case .serviceTurned(let id, _), .powerLost(let id), .powerRestored(let id),
      .faultBegan(let id, _), .faultHealed(let id, _):
      [instance(id)?.publicAddress].compactMap(\.self)
    case .instanceLaunched(let instance): [instance.publicAddress].compactMap(\.self)
    case .outsideFound(let id, _): [instance(id)?.publicAddress].compactMap(\.self)
    case .addressAssigned(_, let address), .addressLost(_, let address),
      .addressAssociated(let address, _), .addressDisassociated(let address, _):
      [address]
    case .zoneOutageBegan(let zone), .zoneOutageEnded(let zone):
      instances.filter { $0.zone == zone }.compactMap(\.publicAddress)
    case .regionCutOff(let cut), .regionReconnected(let cut): [cut.address]
    case .resourceCreated(let resource): resource.addresses
    case .resourceTurned(let name, _): resource(name)?.addresses
    default: nil
    }
  }

  /// Whether the query that brought a resolver an answer would bring another one now.
  public func isOutdated(_ answer: CachedAnswer, of resolver: Resolver) -> Bool {
    !answer.agrees(with: fetched(answer.question, by: resolver, number: answer.number))
  }

  /// Marks what busy resolvers hold that is no longer what the authority says.
  mutating func noteStaleAnswers(because event: Int) { resolvers = notingStaleAnswers(event) }

  private func notingStaleAnswers(_ event: Int) -> [Resolver] {
    resolvers.map { resolver in
      guard resolver.isBusy else { return resolver }
      var noted = resolver
      for (place, entry) in resolver.cache.enumerated() {
        let since = isOutdated(entry, of: resolver) ? entry.staleBecause ?? event : nil
        if since != entry.staleBecause { noted.cache[place].staleBecause = since }
      }
      return noted
    }
  }
}

extension Fact {
  /// Whether the authority may answer otherwise from now on.
  public var changesAnswers: Bool {
    switch self {
    case .changeInSync, .healthServed, .hostedZoneCreated, .hostedZoneDeleted,
      .healthCheckDeleted, .customersArrived, .resourceCreated, .resourceTurned,
      .cidrCollectionChanged:
      true
    default: false
    }
  }
}
