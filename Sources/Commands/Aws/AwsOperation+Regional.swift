/// The options of the services that are not Route 53.
extension AwsOperation {
  /// The options of the operations of EC2 (`EC2M`).
  var ec2Options: [AwsOption] {
    switch self {
    case .describeInstances:
      [
        .optional("instance-ids", "InstanceIds", .list(.text), .instance),
        .optional("filters", "Filters", .list(.filter)),
      ] + AwsOption.absent("include-managed-resources", "dry-run")
    case .describeInstanceStatus:
      [
        .optional("instance-ids", "InstanceIds", .list(.text), .instance),
        .optional("include-all-instances", "IncludeAllInstances", .flag),
        .optional("filters", "Filters", .list(.filter)),
      ] + AwsOption.absent("include-managed-resources", "dry-run")
    case .startInstances: Self.instances + AwsOption.absent("additional-info", "dry-run")
    case .stopInstances, .terminateInstances:
      Self.instances + AwsOption.absent("hibernate", "skip-os-shutdown", "force", "dry-run")
    case .rebootInstances: Self.instances + AwsOption.absent("dry-run")
    case .describeRegions:
      [
        .optional("region-names", "RegionNames", .list(.text)),
        .optional("all-regions", "AllRegions", .flag),
      ] + AwsOption.absent("filters", "dry-run")
    case .describeAvailabilityZones:
      [
        .optional("zone-names", "ZoneNames", .list(.text)),
        .optional("all-availability-zones", "AllAvailabilityZones", .flag),
      ] + AwsOption.absent("filters", "zone-ids", "dry-run")
    case .describeAddresses:
      [
        .optional("public-ips", "PublicIps", .list(.text)),
        .optional("allocation-ids", "AllocationIds", .list(.text), .allocation),
        .optional("filters", "Filters", .list(.filter)),
      ] + AwsOption.absent("dry-run")
    case .allocateAddress:
      [.optional("domain", "Domain", .text, .choice(["vpc"]))]
        + AwsOption.absent(
          "address",
          "public-ipv4-pool",
          "network-border-group",
          "customer-owned-ipv4-pool",
          "tag-specifications",
          "ipam-pool-id",
          "dry-run"
        )
    case .associateAddress:
      [
        .optional("allocation-id", "AllocationId", .text, .allocation),
        .optional("instance-id", "InstanceId", .text, .instance),
        .optional("public-ip", "PublicIp"),
        .optional("allow-reassociation", "AllowReassociation", .flag),
      ] + AwsOption.absent("dry-run", "network-interface-id", "private-ip-address")
    case .disassociateAddress:
      [
        .optional("association-id", "AssociationId", .text, .association),
        .optional("public-ip", "PublicIp"),
      ] + AwsOption.absent("dry-run")
    case .releaseAddress:
      [
        .optional("allocation-id", "AllocationId", .text, .allocation),
        .optional("public-ip", "PublicIp"),
      ] + AwsOption.absent("network-border-group", "dry-run")
    default: []
    }
  }

  private static let instances: [AwsOption] = [
    .required("instance-ids", "InstanceIds", .list(.text), .instance)
  ]

  /// The options of the operations of SNS (`SNSM`).
  var snsOptions: [AwsOption] {
    switch self {
    case .createTopic:
      [.required("name", "Name")]
        + AwsOption.absent("attributes", "tags", "data-protection-policy")
    case .deleteTopic, .getTopicAttributes, .listSubscriptionsByTopic: [Self.topic]
    case .subscribe:
      [
        Self.topic, .required("protocol", "Protocol", .text, .choice(["email"])),
        .optional("notification-endpoint", "Endpoint"), .optional("endpoint", "Endpoint"),
        .optional("return-subscription-arn", "ReturnSubscriptionArn", .flag),
      ] + AwsOption.absent("attributes")
    case .confirmSubscription:
      [
        Self.topic, .required("token", "Token"),
        .optional("authenticate-on-unsubscribe", "AuthenticateOnUnsubscribe"),
      ]
    case .unsubscribe:
      [.required("subscription-arn", "SubscriptionArn", .text, .subscription)]
    case .publish:
      [
        .optional("topic-arn", "TopicArn", .text, .topic),
        .optional("target-arn", "TargetArn", .text, .topic),
        .required("message", "Message", .prose),
        .optional("subject", "Subject"),
      ]
        + AwsOption.absent(
          "phone-number",
          "message-structure",
          "message-attributes",
          "message-deduplication-id",
          "message-group-id"
        )
    default: []
    }
  }

  private static let topic: AwsOption = .required("topic-arn", "TopicArn", .text, .topic)
}

extension AwsShape {
  static let filter: AwsShape = .structure([
    Member("Name", .text), Member("Values", .list(.text)),
  ])

  static let dimensionFilter: AwsShape = .structure([
    Member("Name", .text, required: true), Member("Value", .text),
  ])

  static let dimension: AwsShape = .structure([
    Member("Name", .text, required: true), Member("Value", .text, required: true),
  ])
}
