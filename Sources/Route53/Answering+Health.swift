import DNS

// The health of record sets (`DG:dns-failover-complex-configs`).
extension Answering {
  /// Whether a record set's own health check and, if it asks for that, its target are healthy.
  ///
  /// `depth` is how many aliases may still be followed; what lies deeper counts as unhealthy.
  mutating func isHealthy(_ set: ResourceRecordSet, depth: Int) -> Bool {
    let alias = set.alias
    let hasTarget = alias?.evaluatesTargetHealth ?? false
    if let id = set.healthCheckID {
      guard isHealthy(id) else { return false }
    } else if rules.secondaryNeedsCheck, !hasTarget, set.failoverRole == .secondary {
      return false
    }
    guard hasTarget, let alias else { return true }
    return isTargetHealthy(alias, set.type, depth: depth)
  }

  private func isHealthy(_ id: HealthCheckID) -> Bool {
    knowledge.health(id).map { $0 == .healthy } ?? Decisions.unknownCheckIsHealthy
  }

  private mutating func isTargetHealthy(
    _ alias: AliasTarget,
    _ type: RecordType,
    depth: Int
  ) -> Bool {
    guard alias.zone == zone else {
      return knowledge.resource(alias.name)?.isHealthy ?? Decisions.missingTargetIsHealthy
    }
    guard depth > 0 else { return false }
    let place = Lookout.Place(name: alias.name, type: type, depth: depth)
    if let known = lookout.recall(place) { return known }
    let group = group(alias, type)
    var isAnyHealthy = false
    for index in group.indices where isHealthy(group[index], depth: depth - 1) {
      isAnyHealthy = true
      break
    }
    lookout.keep(place, isAnyHealthy)
    return isAnyHealthy
  }

  /// The record sets of an alias's target in this zone; none: there is no such target.
  func group(_ alias: AliasTarget, _ type: RecordType) -> ArraySlice<ResourceRecordSet> {
    served.found(at: alias.name)?.group(type) ?? []
  }

  /// The same, with all that it rests on; if it is chosen, the target's own record sets are left to
  /// the reasons of its branch.
  mutating func finding(_ set: ResourceRecordSet, depth: Int, isChosen: Bool = false) -> Finding {
    let health: CandidateHealth =
      if let id = set.healthCheckID {
        knowledge.health(id).map { .status($0) } ?? .unknownCheck
      } else {
        .noHealthCheck
      }
    var target: TargetHealth?
    if let alias = set.alias {
      target = targetHealth(alias, set.type, depth: depth, isChosen: isChosen)
    }
    return Finding(
      key: set.key,
      healthCheckID: set.healthCheckID,
      health: health,
      target: target,
      isHealthy: isHealthy(set, depth: depth)
    )
  }

  private mutating func targetHealth(
    _ alias: AliasTarget,
    _ type: RecordType,
    depth: Int,
    isChosen: Bool
  ) -> TargetHealth {
    guard alias.evaluatesTargetHealth else { return .notEvaluated }
    guard alias.zone == zone else {
      return .resource(isHealthy: knowledge.resource(alias.name)?.isHealthy)
    }
    guard depth > 0 else { return .tooDeep }
    let isHealthy = isTargetHealthy(alias, type, depth: depth)
    guard !isChosen else { return .group(isHealthy: isHealthy, members: []) }
    guard lookout.mention(alias.name, type) else { return .mentioned(isHealthy: isHealthy) }
    var members: [Finding] = []
    for set in group(alias, type) {
      members.append(finding(set, depth: depth - 1))
    }
    return .group(isHealthy: isHealthy, members: members)
  }
}
