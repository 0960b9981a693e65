import DNS

extension Answering {
  /// Chooses among record sets and adds what the chosen have, as records of `name`; so many aliases
  /// as `depth` says may still be followed.
  mutating func resolve(
    _ group: ArraySlice<ResourceRecordSet>,
    as name: DomainName,
    depth: Int
  ) -> Resolution {
    let choice = choose(group, depth: depth)
    if isExplaining { explain(choice, group, at: path.last ?? name, depth: depth) }
    guard let first = choice.chosen else { return .nothing }
    guard let alias = group[first].alias else {
      answer.chosen = group[first].key
      emit(choice, group, as: name)
      return .found
    }
    if alias.zone != zone { answer.chosen = group[first].key }
    return follow(alias, group[first].type, as: name, depth: depth)
  }

  /// Goes on at the target of a chosen alias.
  private mutating func follow(
    _ alias: AliasTarget,
    _ type: RecordType,
    as name: DomainName,
    depth: Int
  ) -> Resolution {
    guard isExplaining else { return reach(alias, type, as: name, depth: depth) }
    let outer = answer.reasons
    answer.reasons = []
    let resolution = reach(alias, type, as: name, depth: depth)
    graft(answer.reasons, onto: outer)
    return resolution
  }

  private mutating func reach(
    _ alias: AliasTarget,
    _ type: RecordType,
    as name: DomainName,
    depth: Int
  ) -> Resolution {
    let place = path.last ?? name
    guard alias.zone == zone else { return takeResource(alias.name, type, as: name, from: place) }
    guard !path.contains(alias.name) else { return .endless(.aliasLoop, alias.name) }
    guard depth > 0 else { return .endless(.aliasChainTooLong, alias.name) }
    let group = group(alias, type)
    guard !group.isEmpty else {
      note(.aliasTargetMissing, place, other: alias.name)
      return .nothing
    }
    note(.aliasFollowed, place, other: alias.name)
    if path.isEmpty { path.reserveCapacity(4) }
    path.append(alias.name)
    return resolve(group, as: name, depth: depth - 1)
  }

  /// Answers with the addresses of a resource of another AWS service.
  private mutating func takeResource(
    _ target: DomainName,
    _ type: RecordType,
    as name: DomainName,
    from place: DomainName
  ) -> Resolution {
    guard let resource = knowledge.resource(target) else {
      note(.aliasTargetMissing, place, other: target)
      return .nothing
    }
    note(.aliasToResource, place, other: target)
    guard type == .a, !resource.addresses.isEmpty else { return .nothing }
    if resource.addresses.count > 1 { answer.chance = max(answer.chance, .order) }
    answer.records += resource.addresses.shuffled(by: &chance).map {
      ResourceRecord(name: name, ttl: Decisions.resourceTTL, data: .a($0))
    }
    return .found
  }

  /// Adds the values of the chosen record sets; those of a wildcard bear the name that was asked
  /// for.
  private mutating func emit(
    _ choice: Choice,
    _ group: ArraySlice<ResourceRecordSet>,
    as name: DomainName
  ) {
    guard let chosen = choice.chosen else { return }
    emit(group[chosen], as: name)
    guard !choice.others.isEmpty else { return }
    for index in choice.others { emit(group[index], as: name) }
    answer.records.removeLast(max(0, answer.records.count - Self.multivalueMost))
  }

  private mutating func emit(_ set: ResourceRecordSet, as name: DomainName) {
    var records = set.records
    if records.count > 1 {
      answer.chance = max(answer.chance, .order)
      records = records.shuffled(by: &chance)
    }
    if set.name != name {
      records = records.map { ResourceRecord(name: name, ttl: $0.ttl, data: $0.data) }
    }
    if answer.records.isEmpty { answer.records = records } else { answer.records += records }
  }

  /// How many records a multivalue answer has at most (`M:ResourceRecordSet.MultiValueAnswer`).
  static let multivalueMost = 8
}

// The policies.
extension Answering {
  /// What the group's policy chooses; empty: it has no answer for this client.
  private mutating func choose(_ group: ArraySlice<ResourceRecordSet>, depth: Int) -> Choice {
    switch group[group.startIndex].routing {
    case .simple: Choice(chosen: group.startIndex, rule: .simpleAnswersAll)
    case .failover: chooseByRole(group, depth)
    case .weighted: chooseByWeight(group, depth)
    case .multivalue: chooseEight(group, depth)
    case .latency: chooseByRank(group, depth, .lowestLatency, otherwise: .lowestLatency)
    case .geolocation: chooseByRank(group, depth, .smallestArea, otherwise: .noAreaHoldsClient)
    case .geoproximity: chooseByRank(group, depth, .nearestAfterBias, otherwise: .nearestAfterBias)
    case .ipBased: chooseByRank(group, depth, .mostSpecificBlock, otherwise: .noBlockHoldsClient)
    }
  }

  /// The primary while it is healthy, else the secondary while that is, else the primary
  /// (`M:ResourceRecordSet.Failover`); if one is missing, the other.
  private mutating func chooseByRole(
    _ group: ArraySlice<ResourceRecordSet>,
    _ depth: Int
  ) -> Choice {
    guard let primary = group.firstIndex(where: { $0.failoverRole == .primary }),
      let secondary = group.firstIndex(where: { $0.failoverRole == .secondary })
    else { return Choice(chosen: group.startIndex, rule: .onlyOne) }
    if isHealthy(group[primary], depth: depth) {
      return Choice(chosen: primary, rule: .primaryHealthy)
    }
    return isHealthy(group[secondary], depth: depth)
      ? Choice(chosen: secondary, rule: .primaryUnhealthySecondaryHealthy)
      : Choice(chosen: primary, rule: .bothUnhealthyPrimary)
  }

  /// By chance in proportion to the weights of the healthy; while none of those has a weight, the
  /// healthy of weight zero alike (`M:ResourceRecordSet.Weight`, `DG:routing-policy-weighted`).
  private mutating func chooseByWeight(
    _ group: ArraySlice<ResourceRecordSet>,
    _ depth: Int
  ) -> Choice {
    let (eligible, isDesperate) = eligible(group, Array(group.indices), depth)
    var weights = group.map { set in
      if case .weighted(let weight) = set.routing { weight } else { 0 }
    }
    let hasWeights = weights.contains { $0 > 0 }
    var total = eligible.reduce(0) { $0 + weights[$1 - group.startIndex] }
    var rule = Rule.weightedDraw
    if total == 0 {
      rule = hasWeights ? .zeroWeightsTakeOver : .allWeightsZero
      weights = weights.map { _ in 1 }
      total = eligible.count
    }
    var choice = Choice(chosen: nil, rule: rule, isDesperate: isDesperate, total: total)
    if isExplaining {
      choice.measures = group.indices.map { index in
        let parts = eligible.contains(index) ? weights[index - group.startIndex] : 0
        return .share(parts: parts, total: total)
      }
    }
    let possible = eligible.count { weights[$0 - group.startIndex] > 0 }
    if possible > 1 { answer.chance = .choice }
    var rest = possible > 1 ? chance.next(below: total) : 0
    for index in eligible {
      rest -= weights[index - group.startIndex]
      if rest < 0 {
        choice.chosen = index
        break
      }
    }
    return choice
  }

  /// All that are healthy; of more than eight, eight by chance
  /// (`M:ResourceRecordSet.MultiValueAnswer`).
  private mutating func chooseEight(
    _ group: ArraySlice<ResourceRecordSet>,
    _ depth: Int
  ) -> Choice {
    let (eligible, isDesperate) = eligible(group, Array(group.indices), depth)
    let isShort = eligible.reduce(0) { $0 + group[$1].values.count } <= Self.multivalueMost
    if eligible.count > 1 { answer.chance = max(answer.chance, isShort ? .order : .choice) }
    let drawn = eligible.shuffled(by: &chance)
    return Choice(
      chosen: drawn.first,
      others: Array(drawn.dropFirst()),
      rule: .upToEightHealthy,
      isDesperate: isDesperate
    )
  }

  /// The healthy one that comes first by what the policy measures, of equals the first in the
  /// zone's order; what the policy gives no rank has no part in it.
  private mutating func chooseByRank(
    _ group: ArraySlice<ResourceRecordSet>,
    _ depth: Int,
    _ rule: Rule,
    otherwise: Rule
  ) -> Choice {
    answer.dependsOnClient = true
    var ranks: [Int?] = []
    for set in group { ranks.append(client.rank(of: set.routing, knowledge)) }
    let ranked = group.indices.filter { ranks[$0 - group.startIndex] != nil }
    var choice = Choice(chosen: nil, rule: otherwise, ranked: ranked)
    if isExplaining {
      for set in group { choice.measures.append(client.measure(set.routing, knowledge)) }
    }
    guard !ranked.isEmpty else { return choice }
    let (eligible, isDesperate) = eligible(group, ranked, depth)
    let best = eligible.min { one, other in
      let (left, right) = (ranks[one - group.startIndex], ranks[other - group.startIndex])
      return (left ?? .max, one) < (right ?? .max, other)
    }
    choice.chosen = best
    choice.rule = rule
    choice.isDesperate = isDesperate
    return choice
  }

  /// Those of `indices` that are healthy; if none is, all of them, since no answer is worse than
  /// one that may work (`DG:dns-failover-problems`).
  private mutating func eligible(
    _ group: ArraySlice<ResourceRecordSet>,
    _ indices: [Int],
    _ depth: Int
  ) -> (indices: [Int], isDesperate: Bool) {
    var healthy: [Int] = []
    for index in indices where isHealthy(group[index], depth: depth) { healthy.append(index) }
    return healthy.isEmpty ? (indices, true) : (healthy, false)
  }
}
