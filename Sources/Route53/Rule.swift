/// The rules by which an answer is found, by name.
public enum Rule: String, CaseIterable, Codable, Sendable {
  // The way to the name.

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

  // The way behind an alias; `other` is its target.

  case aliasFollowed
  /// The target is a resource of another AWS service, which gives its addresses.
  case aliasToResource
  case aliasTargetMissing
  case aliasLoop
  case aliasChainTooLong

  // What health means.

  /// A record set without a health check counts as healthy.
  case noHealthCheckIsHealthy
  /// A record set whose health check does not exist counts as healthy; our decision.
  case unknownCheckIsHealthy
  /// The misconception of `AnsweringRules.secondaryNeedsCheck`.
  case secondaryWithoutCheckIsUnhealthy
  /// Of those that could answer none is healthy, so all count as healthy.
  case allUnhealthyCountAsHealthy

  // The policies, by what decides.

  /// A simple record set answers with all its values, whatever its health.
  case simpleAnswersAll
  case primaryHealthy
  case primaryUnhealthySecondaryHealthy
  case bothUnhealthyPrimary
  case onlyOne
  /// By chance, in proportion to the weights of the healthy.
  case weightedDraw
  /// Whatever has a weight is unhealthy, so the healthy of weight zero share the queries equally.
  case zeroWeightsTakeOver
  /// Every weight is zero, so all healthy record sets share the queries equally.
  case allWeightsZero
  case lowestLatency
  /// The smallest healthy area that holds the client.
  case smallestArea
  case noAreaHoldsClient
  /// The healthy record set whose location has the most specific block around the client.
  case mostSpecificBlock
  case noBlockHoldsClient
  /// The smallest distance after the bias.
  case nearestAfterBias
  /// Every healthy record set, eight at most.
  case upToEightHealthy

  // Why a record set is not the answer, where the rule that decided does not say it.

  case unhealthyIsPassedOver
  /// A weight of zero waits while anything with a weight is healthy.
  case zeroWeightWaits
  case notDrawn
  case otherAreaOrBlock

  /// Where the rule is written.
  public var source: String {
    switch self {
    case .noZone, .zoneChosen: "DG:DNSBehavior"
    case .delegated, .nameExists: "RFC 1034 §4.3.2"
    case .wildcard, .nxDomain: "RFC 4592 §3.3"
    case .noData: "RFC 2308 §2.2"
    case .cnameFollowed, .cnameLeavesZone, .cnameLoop, .cnameChainTooLong: "OUR:cnameChainMax"
    case .aliasFollowed, .aliasToResource: "M:AliasTarget"
    case .aliasTargetMissing: "OUR:missingTargetIsHealthy"
    case .aliasLoop, .aliasChainTooLong: "OUR:aliasDepthMax"
    case .noHealthCheckIsHealthy: "DG:health-checks-how-route-53-chooses-records"
    case .unknownCheckIsHealthy: "OUR:unknownCheckIsHealthy"
    case .secondaryWithoutCheckIsUnhealthy: "OUR:misconception"
    case .allUnhealthyCountAsHealthy: "DG:dns-failover-problems"
    case .simpleAnswersAll: "DG:routing-policy-simple"
    case .primaryHealthy, .primaryUnhealthySecondaryHealthy: "M:ResourceRecordSet.Failover"
    case .bothUnhealthyPrimary: "DG:health-checks-how-route-53-chooses-records"
    case .onlyOne: "DER:all-unhealthy"
    case .weightedDraw: "DG:routing-policy-weighted"
    case .zeroWeightsTakeOver, .zeroWeightWaits: "DG:health-checks-how-route-53-chooses-records"
    case .allWeightsZero: "M:ResourceRecordSet.Weight"
    case .lowestLatency: "M:ResourceRecordSet.Region"
    case .smallestArea, .noAreaHoldsClient: "M:GeoLocation"
    case .mostSpecificBlock, .otherAreaOrBlock: "DG:routing-policy-ipbased"
    case .noBlockHoldsClient: "OUR:noBlockHoldsClient"
    case .nearestAfterBias: "DG:routing-policy-geoproximity"
    case .upToEightHealthy: "M:ResourceRecordSet.MultiValueAnswer"
    case .unhealthyIsPassedOver, .notDrawn: "DG:health-checks-how-route-53-chooses-records"
    }
  }
}
