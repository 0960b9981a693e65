import CafeWorld
import Route53

/// The limits of an account, and of its things (`DG:DNSLimitations`).
enum AwsLimit {
  /// `M:AccountLimitType`.
  static let account = [
    healthChecks, hostedZones, trafficPolicyInstances, delegationSets, trafficPolicies,
  ]
  /// `M:HostedZoneLimitType`.
  static let zone = [recordSets, vpcs]
  /// `M:ReusableDelegationSetLimitType`.
  static let delegationSet = ["MAX_ZONES_BY_REUSABLE_DELEGATION_SET"]

  private static let healthChecks = "MAX_HEALTH_CHECKS_BY_OWNER"
  private static let hostedZones = "MAX_HOSTED_ZONES_BY_OWNER"
  private static let trafficPolicyInstances = "MAX_TRAFFIC_POLICY_INSTANCES_BY_OWNER"
  private static let delegationSets = "MAX_REUSABLE_DELEGATION_SETS_BY_OWNER"
  private static let trafficPolicies = "MAX_TRAFFIC_POLICIES_BY_OWNER"
  private static let recordSets = "MAX_RRSETS_BY_ZONE"
  static let vpcs = "MAX_VPCS_ASSOCIATED_BY_ZONE"

  /// A limit of the account and how much of it is used; there are no traffic policies here.
  static func account(_ type: String, of world: World) -> JSONValue? {
    switch type {
    case healthChecks: json(type, world.rules.healthChecksMost, world.healthChecks.count)
    case hostedZones: json(type, HostedZone.countMax, world.hostedZones.count)
    case trafficPolicyInstances: json(type, 5, 0)
    case delegationSets: json(type, DelegationSet.countMax, world.delegationSets.count)
    case trafficPolicies: json(type, 50, 0)
    default: nil
    }
  }

  static func zone(_ type: String, of zone: HostedZone) -> JSONValue? {
    switch type {
    case recordSets: json(type, HostedZone.recordSetsLimit, zone.records.count)
    case vpcs: json(type, HostedZone.vpcsLimit, zone.vpcs.count)
    default: nil
    }
  }

  static func delegationSet(_ type: String, of set: DelegationSet, in world: World) -> JSONValue {
    let count = world.hostedZones.count { $0.delegationSet == set.id }
    return json(type, DelegationSet.zonesMax, count)
  }

  private static func json(_ type: String, _ most: Int, _ count: Int) -> JSONValue {
    let limit: JSONValue = .record(["Type": .string(type), "Value": .whole(most)])
    return .record(["Limit": limit, "Count": .whole(count)])
  }
}
