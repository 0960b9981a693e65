import DNS

extension Answering {
  /// Chooses among record sets and adds what the chosen have, as records of `name`.
  mutating func resolve(_ group: Group, as name: DomainName) -> Resolution {
    let choice = choose(group)
    if isExplaining { explain(choice, group, at: path.last ?? name) }
    guard let first = choice.chosen else { return .nothing }
    let set = group.sets[first]
    guard let alias = set.alias else {
      answer.chosen = set.key
      emit(choice, group.sets, as: name)
      return .found
    }
    if alias.zone != zone { answer.chosen = set.key }
    return follow(set, alias, as: name, depth: group.depth, known: group.behind(first))
  }

  /// Goes on at the target of a chosen alias, whose group may be known by its number.
  private mutating func follow(
    _ set: ResourceRecordSet,
    _ alias: AliasTarget,
    as name: DomainName,
    depth: Int,
    known number: Int?
  ) -> Resolution {
    guard isExplaining else { return reach(set, alias, as: name, depth, known: number) }
    let outer = answer.reasons
    answer.reasons = []
    let resolution = reach(set, alias, as: name, depth, known: number)
    graft(answer.reasons, onto: outer)
    return resolution
  }

  private mutating func reach(
    _ set: ResourceRecordSet,
    _ alias: AliasTarget,
    as name: DomainName,
    _ depth: Int,
    known number: Int?
  ) -> Resolution {
    guard alias.zone == zone else {
      return takeResource(alias.name, set.type, as: name, from: path.last ?? name)
    }
    guard !path.contains(alias.name) else { return .endless(.aliasLoop, alias.name) }
    guard depth > 0 else { return .endless(.aliasChainTooLong, alias.name) }
    let known = number ?? lookout.recall(set, alias.name, depth: depth)
    let group =
      known.map { lookout.groups[$0] } ?? Group(group(alias, set.type), depth: depth - 1)
    guard !group.sets.isEmpty else {
      note(.aliasTargetMissing, path.last ?? name, other: alias.name)
      return .nothing
    }
    note(.aliasFollowed, path.last ?? name, other: alias.name)
    if path.isEmpty { path.reserveCapacity(4) }
    path.append(alias.name)
    return resolve(group, as: name)
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
  private mutating func choose(_ group: Group) -> Choice {
    let first = group.sets.startIndex
    return switch group.sets[first].policy {
    case .simple: Choice(chosen: first, rule: .simpleAnswersAll)
    case .failover: chooseByRole(group)
    case .weighted: chooseByWeight(group)
    case .multivalue: chooseEight(group)
    case .latency: chooseByRank(group, .lowestLatency, otherwise: .lowestLatency)
    case .geolocation: chooseByRank(group, .smallestArea, otherwise: .noAreaHoldsClient)
    case .geoproximity: chooseByRank(group, .nearestAfterBias, otherwise: .nearestAfterBias)
    case .ipBased: chooseByRank(group, .mostSpecificBlock, otherwise: .noBlockHoldsClient)
    }
  }

  /// The primary while it is healthy, else the secondary while that is, else the primary
  /// (`M:ResourceRecordSet.Failover`); if one is missing, the other.
  private mutating func chooseByRole(_ group: Group) -> Choice {
    guard let primary = group.sets.firstIndex(where: { $0.failoverRole == .primary }),
      let secondary = group.sets.firstIndex(where: { $0.failoverRole == .secondary })
    else { return Choice(chosen: group.sets.startIndex, rule: .onlyOne) }
    if isHealthy(primary, in: group) {
      return Choice(chosen: primary, rule: .primaryHealthy)
    }
    return isHealthy(secondary, in: group)
      ? Choice(chosen: secondary, rule: .primaryUnhealthySecondaryHealthy)
      : Choice(chosen: primary, rule: .bothUnhealthyPrimary)
  }

  /// By chance in proportion to the weights of the healthy; while none of those has a weight, the
  /// healthy of weight zero alike (`M:ResourceRecordSet.Weight`, `DG:routing-policy-weighted`).
  private mutating func chooseByWeight(_ group: Group) -> Choice {
    let sets = group.sets
    let (eligible, isDesperate) = eligible(group, Array(sets.indices))
    var weights = sets.map { set in
      if case .weighted(let weight) = set.routing { weight } else { 0 }
    }
    let hasWeights = weights.contains { $0 > 0 }
    var total = eligible.reduce(0) { $0 + weights[$1 - sets.startIndex] }
    var rule = Rule.weightedDraw
    if total == 0 {
      rule = hasWeights ? .zeroWeightsTakeOver : .allWeightsZero
      weights = weights.map { _ in 1 }
      total = eligible.count
    }
    var choice = Choice(chosen: nil, rule: rule, isDesperate: isDesperate, total: total)
    if isExplaining {
      choice.measures = sets.indices.map { index in
        let parts = eligible.contains(index) ? weights[index - sets.startIndex] : 0
        return .share(parts: parts, total: total)
      }
    }
    let possible = eligible.count { weights[$0 - sets.startIndex] > 0 }
    if possible > 1 { answer.chance = .choice }
    var rest = possible > 1 ? chance.next(below: total) : 0
    for index in eligible {
      rest -= weights[index - sets.startIndex]
      if rest < 0 {
        choice.chosen = index
        break
      }
    }
    return choice
  }

  /// All that are healthy; of more than eight, eight by chance
  /// (`M:ResourceRecordSet.MultiValueAnswer`).
  private mutating func chooseEight(_ group: Group) -> Choice {
    let sets = group.sets
    let (eligible, isDesperate) = eligible(group, Array(sets.indices))
    let isShort = eligible.reduce(0) { $0 + sets[$1].values.count } <= Self.multivalueMost
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
    _ group: Group,
    _ rule: Rule,
    otherwise: Rule
  ) -> Choice {
    answer.dependsOnClient = true
    let sets = group.sets
    var ranks: [Int?] = []
    for set in sets { ranks.append(client.rank(of: set.routing, knowledge)) }
    let ranked = sets.indices.filter { ranks[$0 - sets.startIndex] != nil }
    var choice = Choice(chosen: nil, rule: otherwise, ranked: ranked)
    if isExplaining {
      for set in sets { choice.measures.append(client.measure(set.routing, knowledge)) }
    }
    guard !ranked.isEmpty else { return choice }
    let (eligible, isDesperate) = eligible(group, ranked)
    let best = eligible.min { one, other in
      let (left, right) = (ranks[one - sets.startIndex], ranks[other - sets.startIndex])
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
    _ group: Group,
    _ indices: [Int]
  ) -> (indices: [Int], isDesperate: Bool) {
    var healthy: [Int] = []
    for index in indices where isHealthy(index, in: group) { healthy.append(index) }
    return healthy.isEmpty ? (indices, true) : (healthy, false)
  }
}
