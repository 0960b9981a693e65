public import DNS

// Zones of one name, or one above the other.
extension HostedZone {
  /// Whether the zones have the same name, or one lies below the other.
  public func isRelated(to name: DomainName) -> Bool {
    self.name.isWithin(name) || name.isWithin(self.name)
  }

  /// The name servers that a new public zone must not have: those of zones of its name, above and
  /// below (`DG:hosted-zone-public-considerations`, `M:ConflictingDomainExists`).
  public static func takenNameServers(
    for name: DomainName,
    in zones: [HostedZone]
  ) -> Set<DomainName> {
    Set(zones.filter { !$0.isPrivate && $0.isRelated(to: name) }.flatMap(\.nameServers))
  }
}

extension HostedZone {
  /// Whether record sets choose by a CIDR collection.
  public func uses(_ collection: CidrCollectionID) -> Bool {
    records.all.contains { set in
      if case .ipBased(let location) = set.routing {
        location.collection == collection
      } else {
        false
      }
    }
  }
}

// The VPCs of private zones.
extension HostedZone {
  /// Refuses one more VPC where Route 53 does (`M:AssociateVPCWithHostedZone`); `zones` are all of
  /// the account.
  public func checkAssociation(
    with vpc: VPC,
    among zones: [HostedZone]
  ) throws(ServiceError) {
    guard isPrivate else { throw .publicZoneVPCAssociation }
    try vpc.check()
    try Self.checkConflict(of: name, in: vpc, among: zones)
    guard vpcs.count < Decisions.vpcsMax else { throw .tooManyVPCs }
  }

  /// Refuses a second private zone of a name in one VPC.
  public static func checkConflict(
    of name: DomainName,
    in vpc: VPC,
    among zones: [HostedZone]
  ) throws(ServiceError) {
    if let zone = zones.first(where: { $0.name == name && $0.vpcs.contains(vpc) }) {
      throw .conflictingDomain(of: zone.id, in: vpc)
    }
  }

  /// Refuses to take a VPC away where Route 53 does (`M:DisassociateVPCFromHostedZone`).
  public func checkDisassociation(from vpc: VPC) throws(ServiceError) {
    try vpc.check()
    guard vpcs.contains(vpc) else { throw .vpcAssociationNotFound(vpc) }
    guard vpcs.count > 1 else { throw .lastVPCAssociation }
  }
}

extension VPC {
  /// Refuses a VPC whose region or id has not the form of one (`LS:test_route53`).
  public func check() throws(ServiceError) {
    guard AwsRegion.all.contains(region) else {
      throw .invalidInput([ConstraintText.enumeration(region, AwsRegion.all)])
    }
    guard isWellFormed else { throw .invalidVPC }
  }
}
