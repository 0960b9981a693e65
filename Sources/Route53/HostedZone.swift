public import DNS

/// A hosted zone: what its lists show, and what its name servers answer.
public struct HostedZone: Hashable, Sendable, Codable {
  public let id: HostedZoneID
  public let name: DomainName
  public var comment: String?
  /// The comment that the zone was created with.
  public let firstComment: String?
  public let nameServers: [DomainName]
  public let callerReference: String
  /// The reusable delegation set that its name servers are; nil: they are its own.
  public var delegationSet: DelegationSetID?
  /// The VPCs that a private zone is for; none: the zone is public.
  public var vpcs: [VPC]
  /// In the order in which they were added.
  public var tags: [Tag] = []
  /// What lists show: the newest state, changes that are PENDING included.
  public private(set) var records: RecordSets
  /// What the name servers answer from.
  public private(set) var served: RecordSets
  /// Changes that the name servers do not answer from yet, oldest first.
  public private(set) var pending = PendingChanges()

  /// A new zone with its own NS and SOA (`DG:SOA-NSrecords`), which are served at once.
  ///
  /// Without a caller reference of its own it has its id for one.
  public init(
    id: HostedZoneID,
    name: DomainName,
    comment: String?,
    nameServers: [DomainName],
    callerReference: String? = nil,
    delegationSet: DelegationSetID? = nil,
    vpcs: [VPC] = []
  ) {
    self.id = id
    self.name = name
    self.comment = comment
    firstComment = comment
    self.nameServers = nameServers
    self.callerReference = callerReference ?? id.text
    self.delegationSet = delegationSet
    self.vpcs = vpcs
    records = Self.apexRecords(name: name, nameServers: nameServers)
    served = records
  }

  /// Whether somebody gave the caller reference; otherwise the id stands for it.
  public var hasGivenReference: Bool { callerReference != id.text }

  /// How many an account can have (`DG:DNSLimitations`).
  public static let countMax = 500

  /// Whether only VPCs can look names up here; nobody asks it from outside.
  public var isPrivate: Bool { !vpcs.isEmpty }

  /// Whether only what every zone holds is left, so that the zone may be deleted.
  public var holdsOnlyItsOwnRecords: Bool {
    records.count == records.sets(name: name).count { $0.type == .ns || $0.type == .soa }
  }

  /// Takes a validated state, which the name servers will answer from at `inSyncAt`, and the names
  /// at which it is another than the one before.
  ///
  /// A later change is never served before an earlier one. Times are in milliseconds.
  public mutating func submit(
    _ after: RecordSets,
    of names: [DomainName],
    change: ChangeID,
    at: Int64,
    inSyncAt: Int64
  ) {
    records = after
    let earliest = pending.last?.inSyncAt ?? at
    pending.append(
      PendingChange(
        id: change,
        submittedAt: at,
        inSyncAt: max(inSyncAt, earliest),
        names: names,
        after: after
      )
    )
  }

  /// Lets the name servers answer from every change whose time has come.
  public mutating func settle(at: Int64) {
    publish(through: pending.lastIndex { $0.inSyncAt <= at })
  }

  /// Lets the name servers answer from one change, and so from all before it.
  public mutating func publish(_ id: ChangeID) {
    publish(through: pending.firstIndex { $0.id == id })
  }

  private mutating func publish(through index: Int?) {
    guard let index else { return }
    served = pending[index].after
    pending.removeFirst(index + 1)
  }
}

extension HostedZoneID {
  /// The id of the change that made or ended the zone: the zone's own with another letter.
  public var changeID: ChangeID { ChangeID("C" + text.dropFirst()) }
}

/// A change that name servers do not answer from yet; times are in milliseconds.
public struct PendingChange: Hashable, Sendable, Codable {
  public let id: ChangeID
  public let submittedAt: Int64
  public let inSyncAt: Int64
  /// Whose records it changes.
  public let names: [DomainName]
  /// What the name servers will answer from then on.
  public let after: RecordSets
}
