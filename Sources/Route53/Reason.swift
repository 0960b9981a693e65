public import DNS

/// One rule that was applied on the way to an answer, and to what.
public struct Reason: Hashable, Sendable, Codable {
  public let rule: Rule
  /// The name that was looked at; behind a CNAME or an alias it is the target.
  public let name: DomainName
  /// The other name of the rule: the wildcard that matched, the target of the CNAME or alias, the
  /// apex of the zone, the point of delegation.
  public let other: DomainName?
  /// The record sets that the rule looked at, in the zone's order.
  public internal(set) var candidates: [Candidate]

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
  public let alias: AliasTarget?
  /// What counted for it: the health check's word and, if it asks for that, its target's health.
  public let finding: Finding
  /// What its policy ranks it by.
  public let measure: Measure?
  /// The rule by which it is not the answer, nil for one that is.
  public let eliminated: Rule?
  /// For a chosen alias, how the answer was found behind it.
  public internal(set) var branch: [Reason]

  public var role: FailoverRole? {
    if case .failover(let role) = routing { role } else { nil }
  }

  public var health: CandidateHealth { finding.health }
  public var healthCheckID: HealthCheckID? { finding.healthCheckID }
  public var isHealthy: Bool { finding.isHealthy }
}

/// What a policy ranks a record set by.
public enum Measure: Hashable, Sendable, Codable {
  /// Its part of the queries: `parts` of `total`.
  case share(parts: Int, total: Int)
  /// From the client to its region.
  case milliseconds(Int)
  /// From the client, and what the bias makes of that.
  case metres(Int, biased: Int)
  /// The length of its location's most specific block around the client; 0: any other address.
  case blockLength(Int)
}

/// The health of one record set and of what it rests on (`DG:dns-failover-complex-configs`).
public struct Finding: Hashable, Sendable, Codable {
  public let key: RecordSetKey
  public let healthCheckID: HealthCheckID?
  /// What its own health check says.
  public let health: CandidateHealth
  /// What was found behind an alias; nil: it is none.
  public let target: TargetHealth?
  /// Both together.
  public let isHealthy: Bool
}

/// The health of a record set by its own health check, and whence it is known.
public enum CandidateHealth: Hashable, Sendable, Codable {
  case noHealthCheck
  case status(HealthStatus)
  /// It names a health check that does not exist (any more).
  case unknownCheck
}

/// The health of an alias's target.
public enum TargetHealth: Hashable, Sendable, Codable {
  /// EvaluateTargetHealth is off: whatever the target's health, it has no say.
  case notEvaluated
  /// Healthy while any of these record sets is; for a chosen alias its branch tells of them.
  case group(isHealthy: Bool, members: [Finding])
  /// The same group as further up in these reasons.
  case mentioned(isHealthy: Bool)
  /// A resource of another AWS service; nil: there is none of this name.
  case resource(DomainName, isHealthy: Bool?)
  /// It lies deeper than aliases are followed.
  case tooDeep

  /// Nil when it has no say.
  public var isHealthy: Bool? {
    switch self {
    case .notEvaluated: nil
    case .group(let isHealthy, _), .mentioned(let isHealthy): isHealthy
    case .resource(_, let isHealthy): isHealthy ?? Decisions.missingTargetIsHealthy
    case .tooDeep: false
    }
  }
}

extension Answer {
  /// The health checks on which the answer rests, each once, in the order of the reasons.
  public var healthChecks: [HealthCheckID] {
    var found: [HealthCheckID] = []
    for reason in reasons { reason.collect(into: &found) }
    return found
  }
}

extension Answer {
  /// The AWS resources whose health has a say in the answer, each once, in the order of the
  /// reasons.
  public var resources: [DomainName] {
    var found: [DomainName] = []
    for reason in reasons { reason.collect(into: &found) }
    return found
  }
}

extension Reason {
  fileprivate func collect(into found: inout [DomainName]) {
    for candidate in candidates {
      if candidate.routing != .simple { candidate.finding.collect(into: &found) }
      for reason in candidate.branch { reason.collect(into: &found) }
    }
  }

  fileprivate func collect(into found: inout [HealthCheckID]) {
    for candidate in candidates {
      if candidate.routing != .simple { candidate.finding.collect(into: &found) }
      for reason in candidate.branch { reason.collect(into: &found) }
    }
  }
}

extension Finding {
  fileprivate func collect(into found: inout [DomainName]) {
    switch target {
    case .resource(let name, _): if !found.contains(name) { found.append(name) }
    case .group(_, let members): for member in members { member.collect(into: &found) }
    case .notEvaluated, .mentioned, .tooDeep, nil: break
    }
  }

  fileprivate func collect(into found: inout [HealthCheckID]) {
    if let id = healthCheckID, !found.contains(id) { found.append(id) }
    if case .group(_, let members) = target {
      for member in members { member.collect(into: &found) }
    }
  }
}
