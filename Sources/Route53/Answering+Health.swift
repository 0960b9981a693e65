import DNS

// The health of record sets (`DG:dns-failover-complex-configs`).
extension Answering {
  /// Whether a record set's own health check and, if it asks for that, its target are healthy.
  ///
  /// `depth` is how many aliases may still be followed; what lies deeper counts as unhealthy.
  mutating func isHealthy(_ set: ResourceRecordSet, depth: Int) -> Bool {
    guard isHealthyByItself(set) else { return false }
    guard set.evaluatesTargetHealth, let alias = set.alias else { return true }
    return isTargetHealthy(set, alias, depth: depth)
  }

  private func isHealthyByItself(_ set: ResourceRecordSet) -> Bool {
    if let id = set.healthCheckID { return isHealthy(id) }
    return !rules.secondaryNeedsCheck || set.evaluatesTargetHealth
      || set.failoverRole != .secondary
  }

  /// The same for a member of a group, of which it may be known.
  mutating func isHealthy(_ index: Int, in group: Group) -> Bool {
    group.isHealthy(index) ?? isHealthy(group.sets[index], depth: group.depth)
  }

  private func isHealthy(_ id: HealthCheckID) -> Bool {
    knowledge.health(id).map { $0 == .healthy } ?? Decisions.unknownCheckIsHealthy
  }

  private mutating func isTargetHealthy(
    _ set: ResourceRecordSet,
    _ alias: AliasTarget,
    depth: Int
  ) -> Bool {
    guard alias.zone == zone else {
      return knowledge.resource(alias.name)?.isHealthy ?? Decisions.missingTargetIsHealthy
    }
    guard depth > 0 else { return false }
    let number = look(behind: set, alias, depth: depth)
    return lookout.groups[number].isHealthy
  }

  /// The number of an alias's group, whose members were looked at up to the first healthy one.
  private mutating func look(
    behind set: ResourceRecordSet,
    _ alias: AliasTarget,
    depth: Int
  ) -> Int {
    let name = alias.name
    if let known = lookout.recall(set, name, depth: depth) { return known }
    var group = Group(group(alias, set.type), depth: depth - 1)
    for index in group.sets.indices where !group.isHealthy {
      let set = group.sets[index]
      group.seen += 1
      group.behind = nil
      guard isHealthyByItself(set) else { continue }
      guard set.evaluatesTargetHealth, let alias = set.alias else {
        group.isHealthy = true
        continue
      }
      guard alias.zone == zone, group.depth > 0 else {
        group.isHealthy = isTargetHealthy(set, alias, depth: group.depth)
        continue
      }
      let number = look(behind: set, alias, depth: group.depth)
      group.isHealthy = lookout.groups[number].isHealthy
      group.behind = number
    }
    return lookout.keep(group, behind: set, name, depth: depth)
  }

  /// The record sets of an alias's target in this zone; none: there is no such target.
  func group(_ alias: AliasTarget, _ type: RecordType) -> ArraySlice<ResourceRecordSet> {
    served.group(at: alias.name, type)
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
      target = targetHealth(set, alias, depth: depth, isChosen: isChosen)
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
    _ set: ResourceRecordSet,
    _ alias: AliasTarget,
    depth: Int,
    isChosen: Bool
  ) -> TargetHealth {
    guard alias.evaluatesTargetHealth else { return .notEvaluated }
    guard alias.zone == zone else {
      return .resource(alias.name, isHealthy: knowledge.resource(alias.name)?.isHealthy)
    }
    guard depth > 0 else { return .tooDeep }
    let isHealthy = isTargetHealthy(set, alias, depth: depth)
    guard !isChosen else { return .group(isHealthy: isHealthy, members: []) }
    guard lookout.mention(alias.name, set.type) else { return .mentioned(isHealthy: isHealthy) }
    var members: [Finding] = []
    for set in group(alias, set.type) {
      members.append(finding(set, depth: depth - 1))
    }
    return .group(isHealthy: isHealthy, members: members)
  }
}
