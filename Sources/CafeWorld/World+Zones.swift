import OrderedCollections
public import Route53

extension World {
  mutating func applyZones(_ event: Event) {
    switch event.fact {
    case .hostedZoneCreated(let zone):
      hostedZones.append(zone)
      note(zone.id.changeID, event)
      created += 1
    case .hostedZoneDeleted(let id):
      let ended = hostedZones.filter { $0.id == id && $0.hasGivenReference }
      spentZoneReferences += ended.map(\.callerReference)
      hostedZones.removeAll { $0.id == id }
      note(id.changeID, event)
    case .hostedZoneCommented(let id, let comment): change(zone: id) { $0.comment = comment }
    case .vpcAssociated(let id, let vpc): change(zone: id) { $0.vpcs.append(vpc) }
    case .vpcDisassociated(let id, let vpc): change(zone: id) { $0.vpcs.removeAll { $0 == vpc } }
    case .recordsChanged(let id, let change):
      note(change.id, event)
      submit(change, to: id)
    case .changeInSync(let id, let change): self.change(zone: id) { $0.publish(change) }
    default: preconditionFailure("not a fact about hosted zones")
    }
  }

  /// Keeps what GetChange will be asked for.
  private mutating func note(_ id: ChangeID, _ event: Event) {
    submissions.note(id, Submission(event: event.number, at: now))
  }

  private mutating func submit(_ change: RecordsChange, to id: HostedZoneID) {
    let moment = now.milliseconds
    self.change(zone: id) {
      $0.submit(
        change.after,
        of: change.names,
        change: change.id,
        at: moment,
        inSyncAt: change.inSyncAt.milliseconds
      )
    }
    created += 1
  }

  mutating func change(zone id: HostedZoneID, _ body: (inout HostedZone) -> Void) {
    guard let index = hostedZones.firstIndex(where: { $0.id == id }) else { return }
    body(&hostedZones[index])
  }

  mutating func applyCollections(_ event: Event) {
    switch event.fact {
    case .delegationSetCreated(let set, let zone):
      delegationSets.append(set)
      created += 1
      if let zone { change(zone: zone) { $0.delegationSet = set.id } }
    case .delegationSetDeleted(let id):
      spentDelegationReferences += delegationSets.filter { $0.id == id }.map(\.callerReference)
      delegationSets.removeAll { $0.id == id }
    case .cidrCollectionCreated(let collection):
      cidrCollections.append(collection)
      created += 1
    case .cidrCollectionChanged(let collection):
      for index in cidrCollections.indices where cidrCollections[index].id == collection.id {
        cidrCollections[index] = collection
      }
      note(collection.changeID, event)
    case .cidrCollectionDeleted(let id): cidrCollections.removeAll { $0.id == id }
    default: preconditionFailure("not a fact about what zones share")
    }
  }
}

extension World {
  public func delegationSet(_ id: DelegationSetID) -> DelegationSet? {
    delegationSets.first { $0.id == id }
  }

  public func cidrCollection(_ id: CidrCollectionID) -> CidrCollection? {
    cidrCollections.first { $0.id == id }
  }

  /// A CIDR collection by id or name.
  public func cidrCollection(_ nameOrID: String) -> CidrCollection? {
    cidrCollection(CidrCollectionID(nameOrID)) ?? cidrCollections.first { $0.name == nameOrID }
  }

  /// Whether a caller reference has made a zone already, which may be gone.
  func hasZoneReference(_ reference: String) -> Bool {
    hostedZones.contains { $0.callerReference == reference }
      || spentZoneReferences.contains(reference)
  }
}
