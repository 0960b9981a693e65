import DNS
import Route53

extension Rehearsal {
  /// Four name servers that zones can share: new ones, or those of a zone that is there
  /// (M: CreateReusableDelegationSet).
  mutating func createDelegationSet(
    _ reference: String?,
    of zone: HostedZoneID?
  ) throws(Rejection) {
    if let error = reference.flatMap({ ServiceError.badLength($0, 1...128, at: "callerReference") })
    {
      throw .service(error)
    }
    let isTaken = world.delegationSets.contains { $0.callerReference == reference }
    guard !isTaken, !world.spentDelegationReferences.contains(reference ?? "") else {
      throw .service(.delegationSetAlreadyCreated)
    }
    guard world.delegationSets.count < DelegationSet.countMax else {
      throw .service(.tooManyDelegationSets)
    }
    let servers = try nameServers(toShare: zone)
    let id = DelegationSetID(world.identifier("N0", length: 19, 6))
    let set = DelegationSet(id: id, callerReference: reference ?? id.text, nameServers: servers)
    happen(.delegationSetCreated(set, of: zone))
  }

  private func nameServers(toShare id: HostedZoneID?) throws(Rejection) -> [DomainName] {
    guard let id else {
      return HostedZone.nameServers(
        seed: world.seed.draw(.nameServers, world.created, 1),
        avoiding: Set(world.delegationSets.flatMap(\.nameServers))
      )
    }
    guard let zone = world.hostedZone(id) else { throw .service(.hostedZoneNotFound(id)) }
    guard !zone.isPrivate else { throw .service(.delegationSetOfPrivateZone) }
    guard zone.delegationSet == nil else { throw .service(.delegationSetAlreadyReusable) }
    return zone.nameServers
  }

  mutating func deleteDelegationSet(_ id: DelegationSetID) throws(Rejection) {
    guard world.delegationSet(id) != nil else { throw .service(.noSuchDelegationSet(id)) }
    guard !world.hostedZones.contains(where: { $0.delegationSet == id }) else {
      throw .service(.delegationSetInUse)
    }
    happen(.delegationSetDeleted(id))
  }
}
