import DNS

/// A batch on its way: the state so far, and everything that is wrong with it.
struct BatchJudgement {
  let zone: DomainName
  private(set) var records: RecordSets
  var messages: [String] = []
  /// The record sets that the batch wrote, in its order.
  private var written: [ResourceRecordSet] = []
  private var actions: [RecordSetKey: [ChangeAction]] = [:]

  init(zone: DomainName, records: RecordSets) {
    self.zone = zone
    self.records = records
  }

  mutating func apply(_ action: ChangeAction, _ set: ResourceRecordSet) {
    guard isFirstWord(action, on: set) else { return }
    guard set.name.isWithin(zone) else {
      messages.append(ChangeText.outside(set, zone: zone))
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
    written.append(set)
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

  /// Judges what was written by the company that it is in after the whole batch.
  mutating func judgeGroups() {
    for set in written {
      messages += placeFaults(of: set)
      messages += groupFaults(of: set)
    }
    if records.sets(name: zone, type: .ns).isEmpty {
      messages.append(ChangeText.apexNeedsNameServer)
    }
    if records.sets(name: zone, type: .soa).isEmpty {
      messages.append(ChangeText.apexNeedsAuthority)
    }
  }

  /// Where a type may stand, and beside which other types.
  private func placeFaults(of set: ResourceRecordSet) -> [String] {
    switch set.type {
    case .cname: aliasFaults(of: set)
    case .soa where set.name != zone: [Decisions.notPermittedBelowApex(set, zone: zone)]
    case .soa where set.values.count > 1: [Decisions.oneValueOnly(set)]
    case .ns where set.name.isWildcard: [Decisions.wildcardNotPermitted(set, zone: zone)]
    case .a, .aaaa, .mx, .ns, .soa, .txt:
      standsBesideAlias(set) ? [ChangeText.besideAlias(set, zone: zone)] : []
    }
  }

  private func aliasFaults(of set: ResourceRecordSet) -> [String] {
    guard set.name != zone else { return [ChangeText.aliasAtApex(set, zone: zone)] }
    var faults: [String] = []
    if set.values.count > 1 { faults.append(Decisions.oneValueOnly(set)) }
    if records.sets(name: set.name).contains(where: { $0.type != .cname }) {
      faults.append(ChangeText.aliasBeside(set, zone: zone))
    }
    return faults
  }

  /// Whether a CNAME was there before; one that came with the same batch bears the fault itself.
  private func standsBesideAlias(_ set: ResourceRecordSet) -> Bool {
    records.sets(name: set.name, type: .cname).contains { !written.contains($0) }
  }

  /// The rules among record sets of one name and type (`M:ResourceRecordSet`).
  private func groupFaults(of set: ResourceRecordSet) -> [String] {
    let others = records.sets(name: set.name, type: set.type).filter { $0.key != set.key }
    switch set.routing {
    case .simple: return others.isEmpty ? [] : [ChangeText.simpleOntoPolicy(set)]
    case .failover(let role): return failoverFaults(of: set, role, among: others)
    }
  }

  private func failoverFaults(
    of set: ResourceRecordSet,
    _ role: FailoverRole,
    among others: [ResourceRecordSet]
  ) -> [String] {
    guard set.type != .ns, set.type != .soa else { return [Decisions.policyNotSupported(set)] }
    var faults: [String] = []
    if others.contains(where: { $0.failoverRole == nil }) {
      faults.append(ChangeText.failoverOntoOther(set, role))
    }
    if others.contains(where: { $0.failoverRole == role }) {
      faults.append(Decisions.secondOfRole(set, role))
    }
    if role == .primary, set.healthCheckID == nil {
      faults.append(ChangeText.primaryNeedsHealthCheck)
    }
    return faults
  }
}
