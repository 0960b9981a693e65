import DNS
import OrderedCollections
import Route53

extension Rehearsal {
  /// Makes an instance that runs at once: one of this world, or a name for what runs outside.
  mutating func createInstance(
    _ name: String,
    _ zone: String,
    _ outside: Outside?
  ) throws(Rejection) {
    guard (1...255).contains(name.utf16.count),
      name.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
    else {
      throw .badValue(
        option: "NAME",
        value: name,
        allowed: "1 to 255 letters, no control characters"
      )
    }
    guard AddressPool.isZone(zone) else {
      throw .badValue(
        option: "--zone",
        value: zone,
        allowed: "an Availability Zone such as us-west-2a, in "
          + AddressPool.regions.joined(separator: ", ")
      )
    }
    guard world.instances.count < Instance.most else {
      throw .limitReached("instance", most: Instance.most)
    }
    happen(.instanceLaunched(world.newInstance(name, zone, outside)))
  }

  /// Takes in what a real request of a checker found.
  mutating func reportProbe(
    _ id: HealthCheckID,
    _ site: Int,
    _ found: ProbeOutcome,
    took time: Milliseconds
  ) throws(Rejection) {
    guard let check = world.checks[id] else { throw .unknown(.healthCheck, id.text) }
    guard let target = check.target, let owner = world.owner(of: target), owner.outside != nil,
      let due = check.checker(at: site)?.asks, due <= world.now
    else {
      throw .badValue(
        option: "checker",
        value: "\(site)",
        allowed: "one whose request outside this world is due"
      )
    }
    guard (0...Timing.longestProbe).contains(time) else {
      throw .badValue(
        option: "time",
        value: "\(time) ms",
        allowed: "0 to \(Timing.longestProbe) ms"
      )
    }
    let isCut =
      world.host(at: target) == nil
      || world.cutOff(of: HealthRules.sites[site].region, from: target) != nil
    let outcome = isCut ? .timedOut : found
    let result = ProbeResult(
      startedAt: world.now - time,
      endedAt: world.now,
      outcome: outcome,
      passes: outcome.passes(kind: check.settings.kind)
    )
    let cause = happen(.probeReturned(id, checker: site, result))
    let reach = Reach(outcome)
    if !isCut, reach != owner.found, world.speaks(check) {
      happen(.outsideFound(owner.id, reach), because: cause)
    }
    let threshold = check.threshold(world.rules)
    if let opinion = world.checks[id]?.checker(at: site)?.verdict(threshold: threshold) {
      happen(.checkerTurned(id, checker: site, to: opinion), because: cause)
    }
  }

  /// What runs outside is asked for real, and no checker here speaks TLS.
  func checkReachable(_ settings: HealthCheckSettings) throws(Rejection) {
    guard settings.kind.isEncrypted, let address = settings.ipAddress.flatMap(IPv4Address.init),
      let owner = world.owner(of: address), owner.outside != nil
    else { return }
    throw .badValue(
      option: "--type",
      value: settings.kind.rawValue,
      allowed: "HTTP, HTTP_STR_MATCH or TCP for \(owner.name), which runs outside"
    )
  }

  /// What runs outside is started, stopped and broken there.
  func checkWithin(_ id: InstanceID) throws(Rejection) {
    if let instance = world.instance(id), let outside = instance.outside {
      throw .runsOutside(name: instance.name, outside)
    }
  }
}

extension World {
  /// Whether what a check finds outside is what everybody finds there: the oldest that asks for a
  /// page speaks for it, and where none does, the oldest; two pages of one server may differ.
  fileprivate func speaks(_ check: HealthCheck) -> Bool {
    let asking = checks.values.filter { $0.target == check.target && !$0.settings.disabled }
    let speaker = asking.first { $0.settings.kind != .tcp } ?? asking.first
    return speaker?.id == check.id
  }

  fileprivate func newInstance(_ name: String, _ zone: String, _ outside: Outside?) -> Instance {
    let key: UInt64 = 0x1A_0000_0000 | created
    let subnet = "Public Subnet \(zone.suffix(1))"
    return running(
      Scene.Server(name: name, zone: zone, subnet: subnet, outside: outside),
      id: InstanceID("i-0" + String(seed.draw(.identifier, key).hex)),
      privateAddress: IPv4Address(
        bits: 0x0A00_0000
          | UInt32(truncatingIfNeeded: seed.uniform(below: 60_000, .address, key) + 256)
      ),
      since: now,
      key: key
    )
  }

  mutating func applyOutside(_ event: Event) {
    switch event.fact {
    case .instanceLaunched(let instance):
      instances.append(instance)
      created += 1
    case .probeReturned(let id, let site, let result):
      guard let index = checks.index(forKey: id),
        let place = checks.values[index].place(ofSite: site)
      else { return }
      let interval = checks.values[index].interval
      checks.values[index].checkers[place].receive(result, askingAfter: interval)
    case .outsideFound(let id, let reach): change(instance: id) { $0.found = reach }
    default: preconditionFailure("not a fact about what is outside")
    }
  }
}

extension Reach {
  /// What a customer would find where a checker found this; times below a second count as none.
  fileprivate init(_ outcome: ProbeOutcome) {
    switch outcome {
    case .connected: self = .answers(status: 200, slow: 0, body: nil)
    case .answered(let status, let connect, let wait), .read(let status, let connect, let wait, _):
      let time = Int64(connect + wait) / .second * .second
      self = .answers(status: status, slow: time, body: nil)
    case .refused, .noHandshake: self = .refuses
    case .silent, .timedOut, .unresolved: self = .silent
    }
  }
}
