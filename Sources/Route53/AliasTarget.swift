public import DNS

/// What an alias record set answers with (`M:AliasTarget`).
public struct AliasTarget: Hashable, Sendable, Codable {
  /// The zone of the target: this one, or that of an AWS service.
  public let zone: HostedZoneID
  public let name: DomainName
  /// Whether the record set is healthy only while the target is.
  public let evaluatesTargetHealth: Bool

  public init(zone: HostedZoneID, name: DomainName, evaluatesTargetHealth: Bool) {
    self.zone = zone
    self.name = name
    self.evaluatesTargetHealth = evaluatesTargetHealth
  }
}
