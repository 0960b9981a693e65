import DNS
import OrderedCollections
import Route53

extension Rehearsal {
  /// A change batch: lists show it at once, answers at a moment of its own (§1.5 of the notes on
  /// Route 53; DG: at most 60 seconds, usually).
  mutating func changeRecords(
    _ id: HostedZoneID,
    _ batch: ChangeBatch
  ) throws(Rejection) {
    guard let zone = world.hostedZone(id) else {
      throw .service(.noSuchHostedZone(id))
    }
    let world = world
    let surroundings = BatchSurroundings(
      hasHealthCheck: { world.checks[$0] != nil },
      collection: { world.cidrCollection($0) },
      hasResource: { world.resource($0) != nil }
    )
    let after: RecordSets
    do { after = try zone.validated(batch, in: surroundings) } catch { throw .service(error) }
    let spread = Timing.propagationMost - Timing.propagationLeast
    let delay =
      Timing.propagationLeast
      + world.seed.uniform(below: spread + 1, .propagation, world.created)
    let latest = zone.pending.last?.inSyncAt ?? 0
    let moment = Instant(milliseconds: max((world.now + delay).milliseconds, latest))
    let change = RecordsChange(
      id: ChangeID(world.identifier("C0", length: 19, 2)),
      batch: batch,
      after: after,
      inSyncAt: moment
    )
    happen(.recordsChanged(id, change))
  }

  /// A public zone with name servers of its own or of a delegation set, or a private one for a VPC.
  mutating func createHostedZone(
    _ text: String,
    _ reference: String?,
    _ comment: String?,
    _ set: DelegationSetID?,
    _ vpc: VPC?
  ) throws(Rejection) {
    try checkLengths(reference, comment)
    let name: DomainName
    do { name = try HostedZone.newName(text) } catch { throw .service(error) }
    if let reference, world.hasZoneReference(reference) {
      throw .service(.hostedZoneAlreadyExists)
    }
    guard world.hostedZones.count < HostedZone.countMax else {
      throw .service(.tooManyHostedZones(limit: HostedZone.countMax))
    }
    if let vpc { try checkVPC(vpc, of: name, set) }
    let servers = try nameServers(of: name, set)
    let id = HostedZoneID(world.identifier("Z0", length: 19, 3))
    happen(
      .hostedZoneCreated(
        HostedZone(
          id: id,
          name: name,
          comment: comment,
          nameServers: servers,
          callerReference: reference,
          delegationSet: set,
          vpcs: vpc.map { [$0] } ?? []
        )
      )
    )
  }

  private func checkLengths(_ reference: String?, _ comment: String?) throws(Rejection) {
    let faults: [ServiceError?] = [
      reference.flatMap { .badLength($0, 1...128, at: "callerReference") },
      comment.flatMap { .badLength($0, 0...256, at: "hostedZoneConfig.comment") },
    ]
    if let fault = faults.compactMap(\.self).first { throw .service(fault) }
  }

  private func checkVPC(
    _ vpc: VPC,
    of name: DomainName,
    _ set: DelegationSetID?
  ) throws(Rejection) {
    guard set == nil else { throw .service(.delegationSetOfPrivateZone) }
    do throws(ServiceError) {
      try vpc.check()
      try HostedZone.checkConflict(of: name, in: vpc, among: world.hostedZones)
    } catch { throw .service(error) }
  }

  private func nameServers(
    of name: DomainName,
    _ id: DelegationSetID?
  ) throws(Rejection) -> [DomainName] {
    let taken = HostedZone.takenNameServers(for: name, in: world.hostedZones)
    guard let id else {
      let seed = world.seed.draw(.nameServers, world.created)
      return HostedZone.nameServers(seed: seed, avoiding: taken)
    }
    guard let set = world.delegationSet(id) else { throw .service(.noSuchDelegationSet(id)) }
    guard taken.isDisjoint(with: set.nameServers) else {
      throw .service(.conflictingDomain(name, sharing: id))
    }
    guard world.hostedZones.count(where: { $0.delegationSet == id }) < DelegationSet.zonesMax else {
      throw .service(.tooManyHostedZones(limit: DelegationSet.zonesMax))
    }
    return set.nameServers
  }

  mutating func deleteHostedZone(_ id: HostedZoneID) throws(Rejection) {
    guard let zone = world.hostedZone(id) else {
      throw .service(.noSuchHostedZone(id))
    }
    guard zone.holdsOnlyItsOwnRecords else { throw .service(.hostedZoneNotEmpty) }
    happen(.hostedZoneDeleted(id))
  }

  /// Without a comment the zone has none any more (M: UpdateHostedZoneCommentRequest).
  mutating func commentHostedZone(_ id: HostedZoneID, _ comment: String?) throws(Rejection) {
    guard world.hostedZone(id) != nil else { throw .service(.noSuchHostedZone(id)) }
    if let error = comment.flatMap({ ServiceError.badLength($0, 0...256, at: "comment") }) {
      throw .service(error)
    }
    happen(.hostedZoneCommented(id, comment))
  }

  mutating func associateVPC(_ id: HostedZoneID, _ vpc: VPC) throws(Rejection) {
    guard let zone = world.hostedZone(id) else { throw .service(.noSuchHostedZone(id)) }
    do { try zone.checkAssociation(with: vpc, among: world.hostedZones) } catch {
      throw .service(error)
    }
    happen(.vpcAssociated(id, vpc))
  }

  mutating func disassociateVPC(_ id: HostedZoneID, _ vpc: VPC) throws(Rejection) {
    guard let zone = world.hostedZone(id) else { throw .service(.noSuchHostedZone(id)) }
    do { try zone.checkDisassociation(from: vpc) } catch { throw .service(error) }
    happen(.vpcDisassociated(id, vpc))
  }
}
