public import DNS

/// One rule that was applied on the way to an answer, and to what.
public struct Reason: Hashable, Sendable, Codable {
  public let rule: Rule
  /// The name that was looked at; behind a CNAME it is the CNAME's target.
  public let name: DomainName
  /// The other name of the rule: the wildcard that matched, the target of the CNAME, the apex of
  /// the zone, the point of delegation.
  public let other: DomainName?
  /// The record sets that the rule looked at, in the zone's order.
  public let candidates: [Candidate]

  init(_ rule: Rule, _ name: DomainName, other: DomainName? = nil, among: [Candidate] = []) {
    self.rule = rule
    self.name = name
    self.other = other
    candidates = among
  }
}

/// A record set that could have been the answer.
public struct Candidate: Hashable, Sendable, Codable {
  public let key: RecordSetKey
  public let routing: Routing
  public let healthCheckID: HealthCheckID?
  public let health: CandidateHealth
  /// The rule by which it is not the answer, nil for the one that was chosen.
  public let eliminated: Rule?

  public var role: FailoverRole? {
    switch routing {
    case .simple: nil
    case .failover(let role): role
    }
  }
}

/// The health of a record set, and whence it is known.
public enum CandidateHealth: Hashable, Sendable, Codable {
  case noHealthCheck
  case status(HealthStatus)
  /// It names a health check that does not exist (any more).
  case unknownCheck
}
