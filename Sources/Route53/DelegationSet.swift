public import DNS

/// Four name servers that several hosted zones can share (`M:DelegationSet`).
public struct DelegationSet: Hashable, Sendable, Codable {
  public let id: DelegationSetID
  public let callerReference: String
  public let nameServers: [DomainName]

  public init(id: DelegationSetID, callerReference: String, nameServers: [DomainName]) {
    self.id = id
    self.callerReference = callerReference
    self.nameServers = nameServers
  }

  /// How many zones can share one (`DG:DNSLimitations`).
  public static let zonesMax = 100

  /// How many an account can have (`DG:DNSLimitations`).
  public static let countMax = 100
}
