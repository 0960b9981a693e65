import DNS

/// A batch on its way: the state so far, and everything that is wrong with it.
struct BatchJudgement {
  let zone: HostedZone
  let surroundings: BatchSurroundings
  private(set) var records: RecordSets
  private var messages: [String] = []
  /// The place in the batch of each record set that it wrote.
  private var writing: [RecordSetKey: Int] = [:]
  /// The names and types that were written, in the order of the batch.
  private var groups: [Group] = []
  private var knownGroups: Set<Group> = []
  private var actions: [RecordSetKey: [ChangeAction]] = [:]

  /// The record sets of one name and type.
  private struct Group: Hashable {
    let name: DomainName
    let type: RecordType
  }

  init(zone: HostedZone, surroundings: BatchSurroundings) {
    self.zone = zone
    self.surroundings = surroundings
    records = zone.records
  }

  mutating func refuse(_ messages: [String]) {
    self.messages += messages
  }

  mutating func apply(_ action: ChangeAction, _ set: ResourceRecordSet) {
    guard isFirstWord(action, on: set) else { return }
    guard set.name.isWithin(zone.name) else {
      messages.append(ChangeText.outside(set, zone: zone.name))
      return
    }
    switch action {
    case .create: create(set)
    case .upsert: write(set)
    case .delete: delete(set)
    }
  }

  /// Whether the change may follow what the batch said about the same key before: only a CREATE
  /// behind a DELETE may, which replaces the record set.
  private mutating func isFirstWord(_ action: ChangeAction, on set: ResourceRecordSet) -> Bool {
    let earlier = actions[set.key, default: []]
    actions[set.key] = earlier + [action]
    if earlier.isEmpty || (earlier == [.delete] && action == .create) { return true }
    let message = ChangeText.changedTwice(set)
    if !messages.contains(message) { messages.append(message) }
    return false
  }

  private mutating func create(_ set: ResourceRecordSet) {
    guard records[set.key] == nil else {
      messages.append(ChangeText.alreadyExists(set))
      return
    }
    write(set)
  }

  private mutating func write(_ set: ResourceRecordSet) {
    records.put(set)
    writing[set.key] = writing.count
    let group = Group(name: set.name, type: set.type)
    if knownGroups.insert(group).inserted { groups.append(group) }
  }

  private mutating func delete(_ set: ResourceRecordSet) {
    guard let current = records[set.key] else {
      messages.append(ChangeText.notFound(set))
      return
    }
    guard current.matches(set) else {
      messages.append(ChangeText.noMatch(set))
      return
    }
    records.remove(set.key)
  }
}

extension BatchJudgement {
  /// Everything that is wrong: first what each change met by itself, then what the record sets that
  /// were written mean to one another, after the whole batch (`M:ChangeResourceRecordSets`).
  ///
  /// Of two record sets that cannot be together the one that was written later bears the fault, as
  /// the answers quoted in `CP:mixed-routing-policy-same-name-type` and others show.
  func faults() -> [String] {
    var found: [(place: Int, faults: [String])] = []
    for group in groups {
      let members = records.sets(name: group.name, type: group.type)
        .map { (place: writing[$0.key] ?? -1, set: $0) }
        .sorted { $0.place < $1.place }
      for (index, member) in members.enumerated() where member.place >= 0 {
        let others = members[..<index].map(\.set)
        let faults = faults(of: member.set, at: member.place, among: others)
        if !faults.isEmpty { found.append((member.place, faults)) }
      }
    }
    found.sort { $0.place < $1.place }
    return messages + found.flatMap(\.faults) + apexFaults
  }

  private func faults(
    of set: ResourceRecordSet,
    at place: Int,
    among others: [ResourceRecordSet]
  ) -> [String] {
    placeFaults(of: set, at: place) + aliasFaults(of: set)
      + GroupRules(set: set, others: others, zone: zone, surroundings: surroundings).faults
  }

  private var apexFaults: [String] {
    var faults: [String] = []
    if records.sets(name: zone.name, type: .ns).isEmpty {
      faults.append(ChangeText.apexNeedsNameServer)
    }
    if records.sets(name: zone.name, type: .soa).isEmpty {
      faults.append(ChangeText.apexNeedsAuthority)
    }
    return faults
  }

  /// Where a type may stand, and beside which other types.
  private func placeFaults(of set: ResourceRecordSet, at place: Int) -> [String] {
    let zone = zone.name
    switch set.type {
    case .cname: return cnameFaults(of: set, at: place)
    case .soa where set.name != zone: return [Decisions.notPermittedBelowApex(set, zone: zone)]
    case .soa where set.values.count > 1: return [Decisions.oneValueOnly(set)]
    case .ns where set.name.isWildcard: return [ChangeText.wildcardNameServer]
    default:
      let cnames = records.sets(name: set.name, type: .cname)
      let isBeside = cnames.contains { writing[$0.key, default: -1] < place }
      return isBeside ? [ChangeText.besideCNAME(set, zone: zone)] : []
    }
  }

  private func cnameFaults(of set: ResourceRecordSet, at place: Int) -> [String] {
    guard set.name != zone.name else { return [ChangeText.cnameAtApex(set, zone: zone.name)] }
    var faults: [String] = []
    if set.values.count > 1 { faults.append(Decisions.oneValueOnly(set)) }
    let isBeside = records.sets(name: set.name).contains { other in
      other.type != .cname && writing[other.key, default: -1] < place
    }
    if isBeside { faults.append(ChangeText.cnameBeside(set, zone: zone.name)) }
    return faults
  }

  /// What an alias may point to (`M:AliasTarget`).
  private func aliasFaults(of set: ResourceRecordSet) -> [String] {
    guard let target = set.alias else { return [] }
    if [.ns, .soa].contains(set.type) { return [ChangeText.aliasForbidden(set)] }
    if target.zone == zone.id { return localAliasFaults(of: set, target) }
    guard let provider = AwsResource.provider(of: target.zone) else {
      return [ChangeText.aliasTargetMissing(target, set.type)]
    }
    var faults: [String] = []
    if !provider.has(target.name) { faults.append(ChangeText.aliasOutside(target, set.type)) }
    if !provider.answers(set.type) || !surroundings.hasResource(target.name) {
      faults.append(ChangeText.aliasTargetMissing(target, set.type))
    }
    guard provider.kind == .distribution else { return faults }
    if target.evaluatesTargetHealth { faults.append(Decisions.distributionHealth(set)) }
    if zone.isPrivate { faults.append(Decisions.distributionInPrivateZone(set)) }
    return faults
  }

  /// A target in the same zone must be there, of the same type, and be another one
  /// (`DG:resource-record-sets-choosing-alias-non-alias`).
  private func localAliasFaults(of set: ResourceRecordSet, _ target: AliasTarget) -> [String] {
    var faults: [String] = []
    if !target.name.isWithin(zone.name) { faults.append(ChangeText.aliasOutside(target, set.type)) }
    if target.name == set.name || records.sets(name: target.name, type: set.type).isEmpty {
      faults.append(ChangeText.aliasTargetMissing(target, set.type))
    }
    return faults
  }
}
