public import DNS

/// A public hosted zone: what its lists show, and what its name servers answer.
public struct HostedZone: Hashable, Sendable, Codable {
  public let id: HostedZoneID
  public let name: DomainName
  public var comment: String?
  public let nameServers: [DomainName]
  /// What lists show: the newest state, changes that are PENDING included.
  public private(set) var records: RecordSets
  /// What the name servers answer from.
  public private(set) var served: RecordSets
  /// Changes that the name servers do not answer from yet, oldest first.
  public private(set) var pending: [PendingChange]

  /// A new zone with its own NS and SOA (`DG:SOA-NSrecords`), which are served at once.
  public init(id: HostedZoneID, name: DomainName, comment: String?, nameServers: [DomainName]) {
    self.id = id
    self.name = name
    self.comment = comment
    self.nameServers = nameServers
    records = Self.apexRecords(name: name, nameServers: nameServers)
    served = records
    pending = []
  }

  /// Whether only what every zone holds is left, so that the zone may be deleted.
  public var holdsOnlyItsOwnRecords: Bool {
    records.all.allSatisfy { $0.name == name && ($0.type == .ns || $0.type == .soa) }
  }

  /// Takes a validated state, which the name servers will answer from at `inSyncAt`.
  ///
  /// A later change is never served before an earlier one. Times are in milliseconds.
  public mutating func submit(
    _ after: RecordSets,
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
  /// What the name servers will answer from then on.
  public let after: RecordSets
}
