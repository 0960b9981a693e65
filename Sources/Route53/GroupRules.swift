import DNS

/// The rules of the routing policies for a record set among the others of its name and type
/// (`M:ResourceRecordSet`).
struct GroupRules {
  let set: ResourceRecordSet
  let others: [ResourceRecordSet]
  let zone: HostedZone
  let surroundings: BatchSurroundings

  var faults: [String] {
    guard set.routing != .simple else { return simpleFaults }
    guard isSupported else { return [ChangeText.typeNotSupported(set)] }
    return ownFaults + companyFaults + quotaFaults
  }

  /// NS, SOA and DS have no policy; CNAME cannot be multivalue
  /// (`CP:record-type-routing-policy`, `DG:resource-record-sets-values-multivalue`).
  private var isSupported: Bool {
    switch set.type {
    case .ns, .soa, .ds: false
    case .cname: set.routing != .multivalue
    default: true
    }
  }

  private var simpleFaults: [String] {
    var faults = others.isEmpty ? [] : [ChangeText.simpleOntoPolicy(set)]
    if set.healthCheckID != nil, !Decisions.simpleMayHaveHealthCheck {
      faults.append(ChangeText.healthCheckWithoutPolicy)
    }
    return faults
  }

  /// What is wrong with the record set alone.
  private var ownFaults: [String] {
    switch set.routing {
    case .simple, .geolocation: []
    case .weighted, .latency: set.values.count > 1 ? [Decisions.oneValuePerSet(set)] : []
    case .failover(.primary): primaryFaults
    case .failover(.secondary): []
    case .multivalue: set.alias == nil ? [] : [ChangeText.multivalueAlias]
    case .geoproximity:
      zone.isPrivate ? [ChangeText.notInPrivateZone(set, "GeoProximity")] : []
    case .ipBased(let location):
      zone.isPrivate ? [ChangeText.notInPrivateZone(set, "CIDR")] : blockFaults(location)
    }
  }

  /// A primary must be able to be unhealthy (`CP:failover-requires-health-check`,
  /// `CP:failover-alias-evaluate-target-health`).
  private var primaryFaults: [String] {
    guard set.healthCheckID == nil else { return [] }
    guard let alias = set.alias else { return [ChangeText.primaryNeedsHealthCheck] }
    return alias.evaluatesTargetHealth ? [] : [ChangeText.primaryAliasNeedsHealth(set)]
  }

  private func blockFaults(_ location: CidrLocation) -> [String] {
    guard let collection = surroundings.collection(location.collection) else {
      return [Decisions.noSuchCidrCollection(location.collection)]
    }
    let isThere =
      location.location == CidrLocation.anywhere || collection.hasLocation(location.location)
    return isThere ? [] : [Decisions.noSuchCidrLocation(location, collection)]
  }

  /// What is wrong in the company of the others: one policy for all, and no two of them for the
  /// same clients.
  private var companyFaults: [String] {
    let policy = set.routing.policy
    if others.contains(where: { $0.routing.policy != policy }) {
      return [ChangeText.otherPolicy(set)]
    }
    switch set.routing {
    case .simple, .multivalue: return []
    case .weighted: return weightedFaults
    case .failover(let role):
      let isSecond = others.contains { $0.routing == set.routing }
      return isSecond ? [Decisions.secondOfRole(set, role)] : []
    case .latency: return same(\.routing, ChangeText.sameRegion)
    case .geolocation: return same(\.routing, ChangeText.sameLocation)
    case .geoproximity: return same(\.proximity, Decisions.sameProximity)
    case .ipBased(let location): return collectionFaults(location)
    }
  }

  /// An alias has no TTL of its own.
  private var weightedFaults: [String] {
    guard let ttl = set.ttl else { return [] }
    let differs = others.contains { $0.ttl.map { $0 != ttl } ?? false }
    return differs ? [ChangeText.otherTTL(set)] : []
  }

  private func collectionFaults(_ location: CidrLocation) -> [String] {
    for case .ipBased(let other) in others.map(\.routing)
    where other.collection != location.collection {
      return [ChangeText.otherCollection(set, other.collection)]
    }
    return same(\.routing, Decisions.sameCidrLocation)
  }

  private func same<Value: Equatable>(
    _ value: (ResourceRecordSet) -> Value,
    _ text: (ResourceRecordSet) -> String
  ) -> [String] {
    let mine = value(set)
    return others.contains { value($0) == mine } ? [text(set)] : []
  }

  /// `DG:DNSLimitations`; the first one too many bears the fault for all.
  private var quotaFaults: [String] {
    let most: Int? =
      switch set.routing {
      case .weighted, .latency, .geolocation, .multivalue, .ipBased: 100
      case .geoproximity: 30
      case .simple, .failover: nil
      }
    return others.count == most ? [ChangeText.tooManySets(set)] : []
  }
}

extension ResourceRecordSet {
  /// The place of a geoproximity record set, whatever its bias.
  fileprivate var proximity: GeoProximityLocation.Place? {
    if case .geoproximity(let location) = routing { location.place } else { nil }
  }
}
