/// The operations of the AWS CLI that this café has, as they are typed behind `aws`.
package enum AwsOperation: String, CaseIterable, Sendable {
  case createHealthCheck = "route53 create-health-check"
  case updateHealthCheck = "route53 update-health-check"
  case getHealthCheck = "route53 get-health-check"
  case listHealthChecks = "route53 list-health-checks"
  case deleteHealthCheck = "route53 delete-health-check"
  case getHealthCheckCount = "route53 get-health-check-count"
  case getHealthCheckStatus = "route53 get-health-check-status"
  case getHealthCheckLastFailureReason = "route53 get-health-check-last-failure-reason"
  case changeResourceRecordSets = "route53 change-resource-record-sets"
  case listResourceRecordSets = "route53 list-resource-record-sets"
  case getChange = "route53 get-change"
  case testDNSAnswer = "route53 test-dns-answer"
  case createHostedZone = "route53 create-hosted-zone"
  case getHostedZone = "route53 get-hosted-zone"
  case getHostedZoneCount = "route53 get-hosted-zone-count"
  case listHostedZones = "route53 list-hosted-zones"
  case listHostedZonesByName = "route53 list-hosted-zones-by-name"
  case listHostedZonesByVPC = "route53 list-hosted-zones-by-vpc"
  case updateHostedZoneComment = "route53 update-hosted-zone-comment"
  case deleteHostedZone = "route53 delete-hosted-zone"
  case associateVPC = "route53 associate-vpc-with-hosted-zone"
  case disassociateVPC = "route53 disassociate-vpc-from-hosted-zone"
  case getDNSSEC = "route53 get-dnssec"
  case createDelegationSet = "route53 create-reusable-delegation-set"
  case getDelegationSet = "route53 get-reusable-delegation-set"
  case listDelegationSets = "route53 list-reusable-delegation-sets"
  case deleteDelegationSet = "route53 delete-reusable-delegation-set"
  case createCidrCollection = "route53 create-cidr-collection"
  case changeCidrCollection = "route53 change-cidr-collection"
  case listCidrCollections = "route53 list-cidr-collections"
  case listCidrLocations = "route53 list-cidr-locations"
  case listCidrBlocks = "route53 list-cidr-blocks"
  case deleteCidrCollection = "route53 delete-cidr-collection"
  case listGeoLocations = "route53 list-geo-locations"
  case getGeoLocation = "route53 get-geo-location"
  case changeTagsForResource = "route53 change-tags-for-resource"
  case listTagsForResource = "route53 list-tags-for-resource"
  case listTagsForResources = "route53 list-tags-for-resources"
  case getAccountLimit = "route53 get-account-limit"
  case getHostedZoneLimit = "route53 get-hosted-zone-limit"
  case getDelegationSetLimit = "route53 get-reusable-delegation-set-limit"
  case getCheckerIPRanges = "route53 get-checker-ip-ranges"

  case describeInstances = "ec2 describe-instances"
  case describeInstanceStatus = "ec2 describe-instance-status"
  case startInstances = "ec2 start-instances"
  case stopInstances = "ec2 stop-instances"
  case rebootInstances = "ec2 reboot-instances"
  case terminateInstances = "ec2 terminate-instances"
  case describeRegions = "ec2 describe-regions"
  case describeAvailabilityZones = "ec2 describe-availability-zones"
  case describeAddresses = "ec2 describe-addresses"
  case allocateAddress = "ec2 allocate-address"
  case associateAddress = "ec2 associate-address"
  case disassociateAddress = "ec2 disassociate-address"
  case releaseAddress = "ec2 release-address"

  case createTopic = "sns create-topic"
  case getTopicAttributes = "sns get-topic-attributes"
  case listTopics = "sns list-topics"
  case deleteTopic = "sns delete-topic"
  case subscribe = "sns subscribe"
  case confirmSubscription = "sns confirm-subscription"
  case listSubscriptions = "sns list-subscriptions"
  case listSubscriptionsByTopic = "sns list-subscriptions-by-topic"
  case unsubscribe = "sns unsubscribe"
  case publish = "sns publish"

  case putMetricAlarm = "cloudwatch put-metric-alarm"
  case describeAlarms = "cloudwatch describe-alarms"
  case deleteAlarms = "cloudwatch delete-alarms"
  case setAlarmState = "cloudwatch set-alarm-state"
  case listMetrics = "cloudwatch list-metrics"
  case getMetricStatistics = "cloudwatch get-metric-statistics"
  case getMetricData = "cloudwatch get-metric-data"

  case getCallerIdentity = "sts get-caller-identity"

  /// The services, in the order in which they are listed.
  package static let services: [String] = ["route53", "ec2", "sns", "cloudwatch", "sts"]

  package static func operations(of service: String) -> [AwsOperation] {
    allCases.filter { $0.service == service }
  }

  package var service: String { Self.spellings[self]?.service ?? "" }

  /// As it is typed: `create-health-check`.
  package var name: String { Self.spellings[self]?.name ?? "" }

  /// As the service calls it: `CreateHealthCheck`.
  package var apiName: String { Self.spellings[self]?.apiName ?? "" }

  private struct Spelling {
    let service: String
    let name: String
    let apiName: String
  }

  /// Made once: each call asks for them several times.
  private static let spellings: [AwsOperation: Spelling] = Dictionary(
    uniqueKeysWithValues: allCases.map { operation in
      let words = operation.rawValue.split(separator: " ").map(String.init)
      let apiName = operation.spelledName(of: words[1])
      return (operation, Spelling(service: words[0], name: words[1], apiName: apiName))
    }
  )

  private func spelledName(of name: String) -> String {
    switch self {
    case .testDNSAnswer: return "TestDNSAnswer"
    case .getDNSSEC: return "GetDNSSEC"
    case .listHostedZonesByVPC: return "ListHostedZonesByVPC"
    case .associateVPC: return "AssociateVPCWithHostedZone"
    case .disassociateVPC: return "DisassociateVPCFromHostedZone"
    default: break
    }
    return name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  package var options: [AwsOption] {
    switch service {
    case "route53": route53Options
    case "ec2": ec2Options
    case "sns": snsOptions
    case "cloudwatch": cloudWatchOptions
    default: []
    }
  }

  /// Whether the CLI pages through the result by itself, and so has `--max-items`.
  package var isPaged: Bool {
    switch self {
    case .listHealthChecks, .listHostedZones, .listResourceRecordSets, .listCidrCollections,
      .listCidrLocations, .listCidrBlocks, .describeInstances,
      .describeInstanceStatus, .listTopics, .listSubscriptions, .listSubscriptionsByTopic,
      .describeAlarms, .listMetrics:
      true
    default: false
    }
  }

  /// The members with which a caller says where a page of a paged list begins; one of them given,
  /// the CLI prints the service's own page and pages no further.
  var pageStarts: [String] {
    switch self {
    case .listResourceRecordSets:
      ["StartRecordName", "StartRecordType", "StartRecordIdentifier"]
    case .listHealthChecks, .listHostedZones: ["Marker"]
    default: ["NextToken"]
    }
  }
}
