import DNS

/// Where a list of record sets begins, as ListResourceRecordSets is asked for it.
public struct RecordSetListing: Hashable, Sendable {
  public var name: String?
  public var type: String?
  public var identifier: String?
  public var maxItems: Int?

  public init(
    name: String? = nil,
    type: String? = nil,
    identifier: String? = nil,
    maxItems: Int? = nil
  ) {
    self.name = name
    self.type = type
    self.identifier = identifier
    self.maxItems = maxItems
  }
}

/// Some of the record sets of a zone, and where the next begin; nil: these are the last.
public struct RecordSetPage: Hashable, Sendable {
  public let sets: [ResourceRecordSet]
  public let next: RecordSetKey?
  /// How many there could have been.
  public let maxItems: Int
}

extension HostedZone {
  /// Record sets in the order of lists, changes that are PENDING included
  /// (`M:ListResourceRecordSets`).
  ///
  /// From a name on, and within it from a type and an identifier on. A type without a name, or an
  /// identifier without both, is invalid input.
  public func list(
    _ listing: RecordSetListing = RecordSetListing()
  ) throws(ServiceError) -> RecordSetPage {
    let start = try Self.start(of: listing)
    let limit = try Self.pageSize(listing.maxItems, most: Decisions.recordSetsPerPage)
    let found = records.page(from: start, limit: limit + 1)
    return RecordSetPage(
      sets: Array(found.prefix(limit)),
      next: found.count > limit ? found[limit].key : nil,
      maxItems: limit
    )
  }

  /// Whether a list may begin there, and have so many.
  public static func check(_ listing: RecordSetListing) throws(ServiceError) {
    _ = try start(of: listing)
    _ = try pageSize(listing.maxItems, most: Decisions.recordSetsPerPage)
  }

  private static func start(of listing: RecordSetListing) throws(ServiceError) -> RecordSetKey {
    if let type = listing.type, RecordType(rawValue: type) == nil {
      throw .invalidInput([ConstraintText.enumeration(type, RecordType.names)])
    }
    let type = listing.type.flatMap(RecordType.init(rawValue:))
    guard listing.name != nil || type == nil else {
      throw .invalidInput([Decisions.typeWithoutName])
    }
    guard type != nil || listing.identifier == nil else {
      throw .invalidInput([Decisions.identifierWithoutType])
    }
    guard let text = listing.name else { return RecordSetKey(name: .root, type: .a) }
    do {
      return RecordSetKey(
        name: try DomainName(text),
        type: type ?? .a,
        setIdentifier: listing.identifier
      )
    } catch { throw .invalidInput([error.fatalProblem(in: text)]) }
  }

  fileprivate static func pageSize(_ wanted: Int?, most: Int) throws(ServiceError) -> Int {
    guard let wanted else { return most }
    guard wanted > 0 else { throw .invalidInput([Decisions.pageOfNothing(wanted)]) }
    return min(wanted, most)
  }
}

/// Some hosted zones, and the one with which the next begin; nil: these are the last.
public struct HostedZonePage: Hashable, Sendable {
  public let zones: [HostedZone]
  public let next: HostedZone?
  public let maxItems: Int
}

extension HostedZone {
  /// Zones by name and then id, from a name and an id on (`M:ListHostedZonesByName`); an id without
  /// a name is invalid input.
  public static func byName(
    _ zones: [HostedZone],
    from name: String? = nil,
    id: String? = nil,
    maxItems: Int? = nil
  ) throws(ServiceError) -> HostedZonePage {
    guard name != nil || id == nil else { throw .invalidInput([Decisions.zoneIDWithoutName]) }
    let limit = try pageSize(maxItems, most: zonesPerPage)
    var sorted = zones.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    if let text = name {
      let first: DomainName
      do { first = try DomainName(text) } catch {
        throw .invalidDomainName(error.fatalProblem(in: text))
      }
      let start = HostedZoneID(id ?? "")
      sorted.removeAll { ($0.name, $0.id) < (first, start) }
    }
    return page(sorted, limit)
  }

  /// Zones in order of creation, from the one with the id `marker` on (`M:ListHostedZones`), of one
  /// delegation set or of one kind if asked for.
  public static func list(
    _ zones: [HostedZone],
    marker: String? = nil,
    maxItems: Int? = nil,
    delegationSet: DelegationSetID? = nil,
    isPrivate: Bool? = nil
  ) throws(ServiceError) -> HostedZonePage {
    let limit = try pageSize(maxItems, most: zonesPerPage)
    var rest = zones[...]
    if let marker {
      let first = HostedZoneID(marker)
      guard zones.contains(where: { $0.id == first }) else {
        throw .invalidInput([Decisions.unknownMarker(marker)])
      }
      rest = zones.drop { $0.id != first }
    }
    let wanted = rest.filter { zone in
      (delegationSet == nil || zone.delegationSet == delegationSet)
        && (isPrivate == nil || zone.isPrivate == isPrivate)
    }
    return page(wanted, limit)
  }

  /// `M:ListHostedZones.MaxItems`.
  private static let zonesPerPage = 100

  private static func page(_ zones: [HostedZone], _ limit: Int) -> HostedZonePage {
    HostedZonePage(
      zones: Array(zones.prefix(limit)),
      next: zones.count > limit ? zones[limit] : nil,
      maxItems: limit
    )
  }
}
