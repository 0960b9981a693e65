/// What the elements of an answer are called, where it is not what the service's model calls the
/// member.
struct XMLNames {
  /// The names of an element by the member's.
  private let elements: [String: String]
  /// The names of a list's elements by the list's member.
  private let items: [String: String]
  private let usualItem: String
  private let maps: Set<String>
  private let lowersFirst: Bool

  /// Lists are wrapped, and each has a name for its elements (`M:` of each list).
  static let route53 = XMLNames(
    elements: [:],
    items: [
      "ChildHealthChecks": "ChildHealthCheck", "DelegationSets": "DelegationSet",
      "GeoLocationDetailsList": "GeoLocationDetails",
      "HealthCheckObservations": "HealthCheckObservation", "HealthChecks": "HealthCheck",
      "HostedZoneSummaries": "HostedZoneSummary", "HostedZones": "HostedZone",
      "NameServers": "NameServer", "QueryLoggingConfigs": "QueryLoggingConfig",
      "RecordData": "RecordDataEntry", "Regions": "Region",
      "ResourceRecordSets": "ResourceRecordSet", "ResourceRecords": "ResourceRecord",
      "ResourceTagSets": "ResourceTagSet", "Tags": "Tag",
      "TrafficPolicyInstances": "TrafficPolicyInstance",
      "TrafficPolicySummaries": "TrafficPolicySummary", "VPCs": "VPC",
    ],
    usualItem: "member",
    maps: [],
    lowersFirst: false
  )

  /// SNS, CloudWatch and STS.
  static let query = XMLNames(
    elements: [:],
    items: [:],
    usualItem: "member",
    maps: ["Attributes"],
    lowersFirst: false
  )

  /// EC2's names begin with a small letter, and its lists are sets (EC2M: locationName).
  static let ec2 = ec2(state: "instanceState")
  static let ec2Zones = ec2(state: "zoneState")

  private static func ec2(state: String) -> XMLNames {
    XMLNames(
      elements: [
        "Reservations": "reservationSet", "Groups": "groupSet", "Instances": "instancesSet",
        "StartingInstances": "instancesSet", "StoppingInstances": "instancesSet",
        "TerminatingInstances": "instancesSet", "State": state, "Tags": "tagSet",
        "PublicDnsName": "dnsName", "PublicIpAddress": "ipAddress",
        "InstanceStatuses": "instanceStatusSet", "Addresses": "addressesSet",
        "Regions": "regionInfo", "Endpoint": "regionEndpoint",
        "AvailabilityZones": "availabilityZoneInfo",
      ],
      items: [:],
      usualItem: "item",
      maps: [],
      lowersFirst: true
    )
  }

  func element(_ member: String) -> String {
    if let name = elements[member] { return name }
    return lowersFirst ? member.prefix(1).lowercased() + member.dropFirst() : member
  }

  func item(of member: String) -> String { items[member] ?? usualItem }

  func isMap(_ member: String) -> Bool { maps.contains(member) }
}
