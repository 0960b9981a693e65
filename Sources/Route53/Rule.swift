/// The rules by which an answer is found, by name.
public enum Rule: String, CaseIterable, Codable, Sendable {
  /// No hosted zone holds the name.
  case noZone
  /// The zone with the longest matching name answers; `other` is its apex.
  case zoneChosen
  /// Other name servers were made responsible for the name; `other` is where that begins.
  case delegated
  case nameExists
  /// The name is absent, and a wildcard covers it; `other` is the wildcard.
  case wildcard
  /// The name is absent and no wildcard covers it; `other` is the closest name that exists.
  case nxDomain
  /// The name exists, but has no record of the type.
  case noData
  /// A CNAME stands at the name; `other` is its target.
  case cnameFollowed
  /// The target of the CNAME lies outside the zone; the resolver goes on from there.
  case cnameLeavesZone
  case cnameLoop
  case cnameChainTooLong
  /// A simple record set answers with all its values, whatever its health.
  case simpleAnswersAll
  case primaryHealthy
  case primaryUnhealthySecondaryHealthy
  case bothUnhealthyPrimary
  case onlyOne
  /// A record set without a health check counts as healthy.
  case noHealthCheckIsHealthy
  /// A record set whose health check does not exist counts as healthy; our decision.
  case unknownCheckIsHealthy
  /// The misconception of `AnsweringRules.secondaryNeedsCheck`.
  case secondaryWithoutCheckIsUnhealthy

  /// Where the rule is written.
  public var source: String {
    switch self {
    case .noZone, .zoneChosen: "DG:DNSBehavior"
    case .delegated: "RFC 1034 §4.3.2"
    case .nameExists: "RFC 1034 §4.3.2"
    case .wildcard: "RFC 4592 §3.3"
    case .nxDomain: "RFC 4592 §3.3"
    case .noData: "RFC 2308 §2.2"
    case .cnameFollowed, .cnameLeavesZone, .cnameLoop, .cnameChainTooLong: "OUR:cnameChainMax"
    case .simpleAnswersAll: "DG:routing-policy-simple"
    case .primaryHealthy: "M:ResourceRecordSet.Failover"
    case .primaryUnhealthySecondaryHealthy: "M:ResourceRecordSet.Failover"
    case .bothUnhealthyPrimary: "DG:health-checks-how-route-53-chooses-records"
    case .onlyOne: "DER:all-unhealthy"
    case .noHealthCheckIsHealthy: "DG:health-checks-how-route-53-chooses-records"
    case .unknownCheckIsHealthy: "OUR:unknownCheckIsHealthy"
    case .secondaryWithoutCheckIsUnhealthy: "OUR:misconception"
    }
  }
}
