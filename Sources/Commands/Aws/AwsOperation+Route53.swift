import DNS
import Route53

extension AwsOperation {
  /// The options of the operations of Route 53 (`M:` of each request).
  var route53Options: [AwsOption] {
    switch self {
    case .createHealthCheck:
      [
        .required("caller-reference", "CallerReference"),
        .required("health-check-config", "HealthCheckConfig", .healthCheckConfig),
      ]
    case .updateHealthCheck: Self.updateOptions
    case .getHealthCheck, .deleteHealthCheck, .getHealthCheckStatus,
      .getHealthCheckLastFailureReason:
      [Self.healthCheckID]
    case .changeResourceRecordSets:
      [Self.hostedZoneID, .required("change-batch", "ChangeBatch", .changeBatch)]
    case .listResourceRecordSets:
      [
        Self.hostedZoneID, .optional("start-record-name", "StartRecordName"),
        .optional("start-record-type", "StartRecordType", .text, Self.types),
        .optional("start-record-identifier", "StartRecordIdentifier"),
      ]
    case .testDNSAnswer:
      [
        Self.hostedZoneID, .required("record-name", "RecordName"),
        .required("record-type", "RecordType", .text, Self.types),
        .optional("resolver-ip", "ResolverIP"),
      ] + AwsOption.absent("edns0-client-subnet-ip", "edns0-client-subnet-mask")
    case .createHostedZone:
      [
        .required("name", "Name"), .required("caller-reference", "CallerReference"),
        .optional("hosted-zone-config", "HostedZoneConfig", .hostedZoneConfig),
      ] + AwsOption.absent("vpc", "delegation-set-id")
    case .getHostedZone, .deleteHostedZone: [.required("id", "Id", .text, .hostedZone)]
    case .getChange: [.required("id", "Id")]
    case .listHostedZonesByName:
      [
        .optional("dns-name", "DNSName"),
        .optional("hosted-zone-id", "HostedZoneId", .text, .hostedZone),
        .optional("max-items", "MaxItems", .whole),
      ]
    case .listHostedZones: AwsOption.absent("delegation-set-id", "hosted-zone-type")
    case .changeTagsForResource:
      Self.tagged + [
        .optional("add-tags", "AddTags", .list(.tag)),
        .optional("remove-tag-keys", "RemoveTagKeys", .list(.text)),
      ]
    case .listTagsForResource: Self.tagged
    default: []
    }
  }

  private static let healthCheckID: AwsOption =
    .required("health-check-id", "HealthCheckId", .text, .healthCheck)

  private static let hostedZoneID: AwsOption =
    .required("hosted-zone-id", "HostedZoneId", .text, .hostedZone)

  private static let types: AwsOption.Names = .choice(RecordType.allCases.map(\.rawValue))

  private static let updateOptions: [AwsOption] =
    [
      healthCheckID, .optional("health-check-version", "HealthCheckVersion", .whole),
      .optional("ip-address", "IPAddress"), .optional("port", "Port", .whole),
      .optional("resource-path", "ResourcePath"),
      .optional("fully-qualified-domain-name", "FullyQualifiedDomainName"),
      .optional("failure-threshold", "FailureThreshold", .whole),
      .optional("inverted", "Inverted", .flag), .optional("disabled", "Disabled", .flag),
      .optional("search-string", "SearchString"),
      .optional("health-threshold", "HealthThreshold", .whole),
      .optional("child-health-checks", "ChildHealthChecks", .list(.text), .healthCheck),
      .optional("enable-sni", "EnableSNI", .flag),
      .optional("regions", "Regions", .list(.text), .choice(HealthRules.regions)),
      .optional("alarm-identifier", "AlarmIdentifier", .alarmIdentifier),
      .optional(
        "insufficient-data-health-status",
        "InsufficientDataHealthStatus",
        .text,
        .choice(InsufficientDataStatus.allCases.map(\.rawValue))
      ),
      .optional(
        "reset-elements",
        "ResetElements",
        .list(.text),
        .choice(ResettableElement.allCases.map(\.rawValue))
      ),
    ]

  private static let tagged: [AwsOption] = [
    .required("resource-type", "ResourceType", .text, .choice(["healthcheck", "hostedzone"])),
    .required("resource-id", "ResourceId", .text, .healthCheck),
  ]
}

extension AwsShape {
  /// `M:HealthCheckConfig`.
  static let healthCheckConfig: AwsShape = .structure([
    Member("IPAddress", .text), Member("Port", .whole), Member("Type", .text, required: true),
    Member("ResourcePath", .text), Member("FullyQualifiedDomainName", .text),
    Member("SearchString", .text), Member("RequestInterval", .whole),
    Member("FailureThreshold", .whole), Member("MeasureLatency", .flag),
    Member("Inverted", .flag), Member("Disabled", .flag),
    Member("HealthThreshold", .whole),
    Member("ChildHealthChecks", .list(.text)),
    Member("EnableSNI", .flag), Member("Regions", .list(.text)),
    Member("AlarmIdentifier", .alarmIdentifier),
    Member("InsufficientDataHealthStatus", .text),
    Member("RoutingControlArn", .text),
  ])

  /// `M:AlarmIdentifier`.
  static let alarmIdentifier: AwsShape = .structure([
    Member("Region", .text, required: true), Member("Name", .text, required: true),
  ])

  /// `M:ChangeBatch`.
  static let changeBatch: AwsShape = .structure([
    Member("Comment", .text),
    Member(
      "Changes",
      .list(
        .structure([
          Member("Action", .text, required: true),
          Member("ResourceRecordSet", .recordSet, required: true),
        ])
      ),
      required: true
    ),
  ])

  /// `M:ResourceRecordSet`; what belongs to other routing policies is not looked into.
  private static let recordSet: AwsShape = .structure([
    Member("Name", .text, required: true), Member("Type", .text, required: true),
    Member("SetIdentifier", .text), Member("Weight", .whole, here: false),
    Member("Region", .text, here: false), Member("GeoLocation", .anything, here: false),
    Member("Failover", .text), Member("MultiValueAnswer", .flag, here: false),
    Member("TTL", .whole),
    Member("ResourceRecords", .list(.structure([Member("Value", .text, required: true)]))),
    Member("AliasTarget", .anything, here: false), Member("HealthCheckId", .text),
    Member("TrafficPolicyInstanceId", .text, here: false),
    Member("CidrRoutingConfig", .anything, here: false),
    Member("GeoProximityLocation", .anything, here: false),
  ])

  static let hostedZoneConfig: AwsShape = .structure([
    Member("Comment", .text), Member("PrivateZone", .flag, here: false),
  ])

  static let tag: AwsShape = .structure([Member("Key", .text), Member("Value", .text)])
}
