public import DNS

/// What tells one record set of a zone from another (`M:ResourceRecordSet`).
public struct RecordSetKey: Hashable, Sendable, Codable {
  public let name: DomainName
  public let type: RecordType
  public let setIdentifier: String?

  public init(name: DomainName, type: RecordType, setIdentifier: String? = nil) {
    self.name = name
    self.type = type
    self.setIdentifier = setIdentifier
  }
}

extension RecordSetKey: Comparable {
  /// By name in Route 53's order, then type, then set identifier (`M:ListResourceRecordSets`).
  public static func < (left: RecordSetKey, right: RecordSetKey) -> Bool {
    if left.name != right.name { return left.name < right.name }
    if left.type != right.type { return left.type < right.type }
    return (left.setIdentifier ?? "") < (right.setIdentifier ?? "")
  }
}
