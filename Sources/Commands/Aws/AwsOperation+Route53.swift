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
        .optional("edns0-client-subnet-ip", "EDNS0ClientSubnetIP"),
        .optional("edns0-client-subnet-mask", "EDNS0ClientSubnetMask"),
      ]
    case .createHostedZone:
      [
        .required("name", "Name"), .optional("vpc", "VPC", .vpc),
        .required("caller-reference", "CallerReference"),
        .optional("hosted-zone-config", "HostedZoneConfig", .hostedZoneConfig),
        .optional("delegation-set-id", "DelegationSetId", .text, .delegationSet),
      ]
    case .updateHostedZoneComment:
      [.required("id", "Id", .text, .hostedZone), .optional("comment", "Comment")]
    case .associateVPC, .disassociateVPC:
      [
        Self.hostedZoneID, .required("vpc", "VPC", .vpc), .optional("comment", "Comment"),
      ]
    case .listHostedZonesByVPC:
      [
        .required("vpc-id", "VPCId"), .required("vpc-region", "VPCRegion"),
        .optional("max-items", "MaxItems", .whole), .optional("next-token", "NextToken"),
      ]
    case .getDNSSEC: [Self.hostedZoneID]
    case .getHostedZone, .deleteHostedZone: [.required("id", "Id", .text, .hostedZone)]
    case .getChange: [.required("id", "Id")]
    case .listHostedZonesByName:
      [
        .optional("dns-name", "DNSName"),
        .optional("hosted-zone-id", "HostedZoneId", .text, .hostedZone),
        .optional("max-items", "MaxItems", .whole),
      ]
    case .listHealthChecks: [.optional("marker", "Marker", .text, .healthCheck)]
    case .listHostedZones:
      [
        .optional("marker", "Marker", .text, .hostedZone),
        .optional("delegation-set-id", "DelegationSetId", .text, .delegationSet),
        .optional(
          "hosted-zone-type",
          "HostedZoneType",
          .text,
          .choice([AwsPage.privateZones])
        ),
      ]
    case .createDelegationSet, .getDelegationSet, .listDelegationSets, .deleteDelegationSet,
      .getDelegationSetLimit:
      delegationSetOptions
    case .createCidrCollection, .changeCidrCollection, .listCidrLocations, .listCidrBlocks,
      .deleteCidrCollection:
      cidrOptions
    case .listGeoLocations:
      [
        .optional("start-continent-code", "StartContinentCode"),
        .optional("start-country-code", "StartCountryCode"),
        .optional("start-subdivision-code", "StartSubdivisionCode"),
        .optional("max-items", "MaxItems", .whole),
      ]
    case .getGeoLocation:
      [
        .optional("continent-code", "ContinentCode"), .optional("country-code", "CountryCode"),
        .optional("subdivision-code", "SubdivisionCode"),
      ]
    case .getAccountLimit: [.required("type", "Type", .text, .choice(AwsLimit.account))]
    case .getHostedZoneLimit:
      [.required("type", "Type", .text, .choice(AwsLimit.zone)), Self.hostedZoneID]
    case .changeTagsForResource:
      Self.tagged + [
        .optional("add-tags", "AddTags", .list(.tag)),
        .optional("remove-tag-keys", "RemoveTagKeys", .list(.text)),
      ]
    case .listTagsForResource: Self.tagged
    case .listTagsForResources:
      [
        Self.tagged[0],
        .required("resource-ids", "ResourceIds", .list(.text), .healthCheck),
      ]
    default: []
    }
  }

  private var delegationSetOptions: [AwsOption] {
    let id = AwsOption.required("id", "Id", .text, .delegationSet)
    return switch self {
    case .createDelegationSet:
      [
        .required("caller-reference", "CallerReference"),
        .optional("hosted-zone-id", "HostedZoneId", .text, .hostedZone),
      ]
    case .listDelegationSets:
      [
        .optional("marker", "Marker", .text, .delegationSet),
        .optional("max-items", "MaxItems", .whole),
      ]
    case .getDelegationSetLimit:
      [
        .required("type", "Type", .text, .choice(AwsLimit.delegationSet)),
        .required("delegation-set-id", "DelegationSetId", .text, .delegationSet),
      ]
    default: [id]
    }
  }

  private var cidrOptions: [AwsOption] {
    let collection = AwsOption.required("collection-id", "CollectionId", .text, .collection)
    return switch self {
    case .createCidrCollection:
      [.required("name", "Name"), .required("caller-reference", "CallerReference")]
    case .changeCidrCollection:
      [
        .required("id", "Id", .text, .collection),
        .optional("collection-version", "CollectionVersion", .whole),
        .required("changes", "Changes", .list(.cidrCollectionChange)),
      ]
    case .listCidrLocations: [collection]
    case .listCidrBlocks: [collection, .optional("location-name", "LocationName")]
    default: [.required("id", "Id", .text, .collection)]
    }
  }

  private static let healthCheckID: AwsOption =
    .required("health-check-id", "HealthCheckId", .text, .healthCheck)

  private static let hostedZoneID: AwsOption =
    .required("hosted-zone-id", "HostedZoneId", .text, .hostedZone)

  private static let types: AwsOption.Names = .choice(RecordType.names)

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
