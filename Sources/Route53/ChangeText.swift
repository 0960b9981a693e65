import DNS

/// The texts with which ChangeResourceRecordSets refuses, word for word; tags say whence.
enum ChangeText {
  /// Quoted by `GH:hashicorp/terraform-provider-aws#7918`, `GH:barnybug/cli53#317`.
  static func alreadyExists(_ set: ResourceRecordSet) -> String {
    "Tried to create resource record set \(brackets(set)) but it already exists"
  }

  /// Quoted by `GH:floci-io/floci#3565`, `CP:failover-alias-evaluate-target-health`.
  static func notFound(_ set: ResourceRecordSet) -> String {
    "Tried to delete resource record set \(brackets(set)) but it was not found"
  }

  /// Quoted by `GH:kubernetes-sigs/external-dns#732`.
  static func noMatch(_ set: ResourceRecordSet) -> String {
    "Tried to delete resource record set \(brackets(set)) but the values provided do not match "
      + "the current values"
  }

  /// Quoted by `CP:set-identifier-unique-in-group`.
  static func changedTwice(_ set: ResourceRecordSet) -> String {
    "The request contains an invalid set of changes for a resource record set "
      + "'\(set.type.rawValue) \(set.name)'"
  }

  /// Quoted by `GH:meltwater/terraform-aws-asg-dns-handler#38`.
  static func outside(_ set: ResourceRecordSet, zone: DomainName) -> String {
    "RRSet with DNS name \(set.name) is not permitted in zone \(zone)"
  }

  /// Quoted by `CP:apex-cname`.
  static func cnameAtApex(_ set: ResourceRecordSet, zone: DomainName) -> String {
    "\(typed(set)) is not permitted at apex in zone \(zone)"
  }

  /// Quoted by `CP:cname-name-collision`.
  static func besideCNAME(_ set: ResourceRecordSet, zone: DomainName) -> String {
    "\(typed(set)) is not permitted because a conflicting RRSet of type CNAME with the same DNS "
      + "name already exists in zone \(zone)"
  }

  /// Quoted by `GH:aws/aws-sdk-java#1996`.
  static func cnameBeside(_ set: ResourceRecordSet, zone: DomainName) -> String {
    "\(typed(set)) is not permitted as it conflicts with other records with the same DNS name in "
      + "zone \(zone)"
  }

  /// Quoted by `GH:chef-boneyard/route53#100`.
  static func simpleOntoPolicy(_ set: ResourceRecordSet) -> String {
    "RRSet with DNS name \(set.name), type \(set.type.rawValue) cannot be created as other RRSets "
      + "exist with the same name and type."
  }

  /// Quoted by `CP:record-name-wildcard-ns`.
  static let wildcardNameServer: String =
    "Changing wildcard NS record sets are not supported. No changes made."

  /// The end is quoted in public; the beginning follows the texts of the other policies.
  static func failoverOntoOther(_ set: ResourceRecordSet, _ role: FailoverRole) -> String {
    "\(failoverSubject(set, role)) cannot be created because a non-failover RRSet with the same "
      + "name and type already exists"
  }

  /// Quoted by `CP:failover-requires-health-check`.
  static let primaryNeedsHealthCheck: String =
    "A non-alias primary ResourceRecordSet must have an associated health check. No changes made."

  /// Quoted by `GH:airbnb/zonify#1`.
  static let apexNeedsNameServer: String =
    "A HostedZone must contain at least one NS record for the zone itself."

  /// Quoted by `GH:DNSControl/dnscontrol#4403`.
  static let apexNeedsAuthority: String = "A HostedZone must contain exactly one SOA record."

  /// The text that moto answers.
  static func tooManyRecords(limit: Int) -> String {
    "Number of records limit of \(limit) exceeded."
  }

  /// Quoted by `GH:kubernetes/kops#4495`.
  static func tooManyCharacters(limit: Int) -> String {
    "RDATA character limit of \(limit) exceeded."
  }

  /// Quoted by `GH:rancher/rancher#10253`.
  static func tooManyValues(limit: Int) -> String {
    "Cannot have more than \(limit) records in a RRSet."
  }

  /// As CloudFormation and others quote it in public.
  static func duplicateValue(_ value: RecordData) -> String {
    "Duplicate Resource Record: '\(value)'"
  }

  static func word(_ role: FailoverRole) -> String {
    role.rawValue.lowercased()
  }

  static func policySubject(_ set: ResourceRecordSet) -> String {
    "RRSet with DNS name \(set.name), type \(set.type.rawValue), "
      + "SetIdentifier \(set.setIdentifier ?? "null")"
  }

  static func failoverSubject(_ set: ResourceRecordSet, _ role: FailoverRole) -> String {
    "\(policySubject(set)), marked as \(word(role))"
  }

  private static func typed(_ set: ResourceRecordSet) -> String {
    "RRSet of type \(set.type.rawValue) with DNS name \(set.name)"
  }

  private static func brackets(_ set: ResourceRecordSet) -> String {
    let identifier = set.setIdentifier.map { ", set-identifier='\($0)'" } ?? ""
    return "[name='\(set.name)', type='\(set.type.rawValue)'\(identifier)]"
  }
}
