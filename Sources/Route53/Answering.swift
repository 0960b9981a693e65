public import DNS

/// What the zone with the longest matching name answers, from the state that its servers have.
///
/// Among zones of one name the first answers. `health` is the status of a health check, nil when
/// it does not exist; `draw` decides the order of several values, and nothing else.
public func answer(
  _ question: Question,
  in zones: [HostedZone],
  health: (HealthCheckID) -> HealthStatus?,
  rules: AnsweringRules = AnsweringRules(),
  draw: UInt64
) -> Answer {
  guard let zone = responsibleZone(for: question.name, in: zones) else {
    var answer = Answer(question: question)
    answer.reasons.append(Reason(.noZone, question.name))
    return answer
  }
  var answering = Answering(question: question, zone: zone, rules: rules, draw: draw)
  answering.run(health: health)
  return answering.answer
}

private func responsibleZone(for name: DomainName, in zones: [HostedZone]) -> HostedZone? {
  var best: HostedZone?
  for zone in zones where name.isWithin(zone.name) {
    if let known = best, known.name.labels.count >= zone.name.labels.count { continue }
    best = zone
  }
  return best
}

/// One question on its way through one zone (RFC 1034 §4.3.2, RFC 4592 §3.3).
private struct Answering {
  let zone: HostedZone
  let rules: AnsweringRules
  let draw: UInt64
  var answer: Answer

  init(question: Question, zone: HostedZone, rules: AnsweringRules, draw: UInt64) {
    self.zone = zone
    self.rules = rules
    self.draw = draw
    answer = Answer(question: question)
    answer.code = .noError
    answer.zone = zone.id
    answer.isAuthoritative = true
    note(Reason(.zoneChosen, question.name, other: zone.name))
  }

  /// Looks at the name, then at the targets of CNAMEs as far as they stay in the zone.
  mutating func run(health: (HealthCheckID) -> HealthStatus?) {
    var name = answer.question.name
    var visited: [DomainName] = []
    while let target = look(at: name, health: health) {
      visited.append(name)
      guard target.isWithin(zone.name) else {
        note(Reason(.cnameLeavesZone, target))
        return succeed()
      }
      guard !visited.contains(target) else { return fail(.cnameLoop, at: target) }
      guard visited.count <= Decisions.cnameChainMax else {
        return fail(.cnameChainTooLong, at: target)
      }
      name = target
    }
  }

  /// Ends the answer at this name, or returns the target of the CNAME that stands there.
  private mutating func look(
    at name: DomainName,
    health: (HealthCheckID) -> HealthStatus?
  ) -> DomainName? {
    if let servers = delegation(of: name) {
      refer(name, to: servers)
      return nil
    }
    guard let owner = owner(of: name) else { return nil }
    let type = answer.question.type
    if let set = choose(zone.served.sets(name: owner, type: type), at: name, health: health) {
      emit(set, as: name)
      succeed()
      return nil
    }
    guard let set = choose(zone.served.sets(name: owner, type: .cname), at: name, health: health),
      case .cname(let target) = set.values.first
    else {
      note(Reason(.noData, name))
      deny()
      return nil
    }
    emit(set, as: name)
    note(Reason(.cnameFollowed, name, other: target))
    return target
  }

  /// The NS record set, below the apex, that hands the name to other name servers.
  private func delegation(of name: DomainName) -> ResourceRecordSet? {
    var cut: ResourceRecordSet?
    var place = name
    while place != zone.name, let parent = place.parent {
      cut = zone.served.sets(name: place, type: .ns).first ?? cut
      place = parent
    }
    return cut
  }

  /// The name in the zone whose records stand for `name`: itself, or the wildcard of the closest
  /// name that exists (RFC 4592 §3.3.1); without one the answer is ended.
  private mutating func owner(of name: DomainName) -> DomainName? {
    if exists(name) {
      note(Reason(.nameExists, name))
      return name
    }
    var encloser = name
    while !exists(encloser), let parent = encloser.parent { encloser = parent }
    let wildcard = encloser.wildcard
    guard exists(wildcard) else {
      note(Reason(.nxDomain, name, other: encloser))
      answer.code = .nxDomain
      deny()
      return nil
    }
    note(Reason(.wildcard, name, other: wildcard))
    return wildcard
  }

  private func exists(_ name: DomainName) -> Bool {
    zone.served.hasName(name) || zone.served.hasNameBelow(name)
  }

  private mutating func choose(
    _ sets: [ResourceRecordSet],
    at name: DomainName,
    health: (HealthCheckID) -> HealthStatus?
  ) -> ResourceRecordSet? {
    guard let first = sets.first else { return nil }
    let choosing = Choosing(sets: sets, rules: rules, health: health)
    let choice =
      switch first.routing {
      case .simple: choosing.simple(first)
      case .failover: choosing.failover(otherwise: first)
      }
    answer.reasons += choice.reasons(at: name)
    answer.chosen = choice.chosen.key
    return choice.chosen
  }

  /// Adds the record set's values; those of a wildcard bear the name that was asked for.
  private mutating func emit(_ set: ResourceRecordSet, as name: DomainName) {
    answer.records += Self.lines(of: set, as: name, values: set.values.shuffled(draw: draw))
  }

  private mutating func succeed() {
    guard answer.question != Question(name: zone.name, type: .ns) else { return }
    answer.authority = apexLines(.ns)
  }

  /// Ends with nothing found; the SOA says how long that may be remembered (RFC 2308 §3).
  private mutating func deny() {
    answer.authority = apexLines(.soa).map { line in
      guard case .soa(let start) = line.data else { return line }
      let ttl = min(line.ttl, Int(start.minimum))
      return ResourceRecord(name: line.name, ttl: ttl, data: line.data)
    }
  }

  private mutating func refer(_ name: DomainName, to servers: ResourceRecordSet) {
    note(Reason(.delegated, name, other: servers.name))
    answer.isAuthoritative = !answer.records.isEmpty
    answer.authority = Self.lines(of: servers, as: servers.name, values: servers.values)
  }

  private mutating func fail(_ rule: Rule, at name: DomainName) {
    note(Reason(rule, name))
    answer.code = .servFail
    answer.isAuthoritative = false
    answer.records = []
    answer.chosen = nil
  }

  private mutating func note(_ reason: Reason) {
    answer.reasons.append(reason)
  }

  private func apexLines(_ type: RecordType) -> [ResourceRecord] {
    zone.served.sets(name: zone.name, type: type)
      .flatMap { Self.lines(of: $0, as: zone.name, values: $0.values) }
  }

  private static func lines(
    of set: ResourceRecordSet,
    as name: DomainName,
    values: [RecordData]
  ) -> [ResourceRecord] {
    values.map { ResourceRecord(name: name, ttl: set.ttl ?? 0, data: $0) }
  }
}
