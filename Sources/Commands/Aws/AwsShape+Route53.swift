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

  /// `M:ResourceRecordSet`.
  private static let recordSet: AwsShape = .structure([
    Member("Name", .text, required: true), Member("Type", .text, required: true),
    Member("SetIdentifier", .text), Member("Weight", .whole), Member("Region", .text),
    Member("GeoLocation", .geoLocation), Member("Failover", .text),
    Member("MultiValueAnswer", .flag), Member("TTL", .whole),
    Member("ResourceRecords", .list(.structure([Member("Value", .text, required: true)]))),
    Member("AliasTarget", .aliasTarget), Member("HealthCheckId", .text),
    Member("TrafficPolicyInstanceId", .text, here: false),
    Member("CidrRoutingConfig", .cidrRouting),
    Member("GeoProximityLocation", .geoProximity),
  ])

  /// `M:GeoLocation`.
  private static let geoLocation: AwsShape = .structure([
    Member("ContinentCode", .text), Member("CountryCode", .text),
    Member("SubdivisionCode", .text),
  ])

  /// `M:AliasTarget`.
  private static let aliasTarget: AwsShape = .structure([
    Member("HostedZoneId", .text, required: true), Member("DNSName", .text, required: true),
    Member("EvaluateTargetHealth", .flag, required: true),
  ])

  /// `M:CidrRoutingConfig`.
  private static let cidrRouting: AwsShape = .structure([
    Member("CollectionId", .text, required: true), Member("LocationName", .text, required: true),
  ])

  /// `M:GeoProximityLocation`.
  private static let geoProximity: AwsShape = .structure([
    Member("AWSRegion", .text), Member("LocalZoneGroup", .text),
    Member(
      "Coordinates",
      .structure([
        Member("Latitude", .text, required: true), Member("Longitude", .text, required: true),
      ])
    ),
    Member("Bias", .whole),
  ])

  /// `M:HostedZoneConfig`.
  static let hostedZoneConfig: AwsShape = .structure([
    Member("Comment", .text), Member("PrivateZone", .flag),
  ])

  /// `M:VPC`.
  static let vpc: AwsShape = .structure([Member("VPCRegion", .text), Member("VPCId", .text)])

  /// `M:CidrCollectionChange`.
  static let cidrCollectionChange: AwsShape = .structure([
    Member("LocationName", .text, required: true), Member("Action", .text, required: true),
    Member("CidrList", .list(.text), required: true),
  ])

  static let tag: AwsShape = .structure([Member("Key", .text), Member("Value", .text)])
}
