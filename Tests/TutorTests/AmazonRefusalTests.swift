import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `Our words for Amazon's` {
  typealias Row = (message: String, part: String)

  private static let set = "RRSet with DNS name w.cafe.example., type A, SetIdentifier s"

  /// The texts with which ChangeResourceRecordSets refuses, as public sources quote them, and a
  /// part of what is said of each.
  static let changes: [Row] = [
    (
      "Tried to create resource record set [name='w.', type='A'] but it already exists",
      "A record with this name, type and set identifier exists"
    ),
    (
      "Tried to delete resource record set [name='w.', type='A'] but it was not found",
      "exactly this name, type and set identifier"
    ),
    (
      "Tried to delete resource record set [name='w.', type='A'] but the values provided do not "
        + "match the current values", "must repeat the record exactly"
    ),
    (
      "The request contains an invalid set of changes for a resource record set 'A w.'",
      "two things about one record"
    ),
    ("RRSet with DNS name w. is not permitted in zone z.", "lies outside this hosted zone"),
    (
      "RRSet of type CNAME with DNS name z. is not permitted at apex in zone z.",
      "stands for all of a name"
    ),
    (
      "RRSet of type A with DNS name w. is not permitted because a conflicting RRSet of type CNAME "
        + "with the same DNS name already exists in zone z.", "the only record of its name"
    ),
    (
      "RRSet of type CNAME with DNS name w. is not permitted as it conflicts with other records "
        + "with the same DNS name in zone z.", "the only record of its name"
    ),
    (
      "RRSet with DNS name w., type A cannot be created as other RRSets exist with the same name "
        + "and type.", "A simple record cannot stand beside them"
    ),
    (
      "\(set) cannot be created as a non-weighted set exists with the same name and type.",
      "those that are there are not weighted"
    ),
    (
      "\(set), and Region Name=us-east-1 cannot be created because a non-latency RRSet with the "
        + "same name and type already exists.", "those that are there are not latency"
    ),
    (
      "\(set), and Region Name=eu-west-1 cannot be created because a latency RRSet with the same "
        + "name, type and region already exists.", "A region has one latency record"
    ),
    (
      "\(set), and routing to [country = (JP, Japan)} cannot be created because a GEO RRSet with "
        + "the same name, type and routing to [country = (JP, Japan)} already exists.",
      "A location has one geolocation record"
    ),
    (
      "\(set) cannot be created because a non multivalue answer rrset exists with the same name "
        + "and type.", "those that are there are not multivalue"
    ),
    (
      "\(set), marked as primary cannot be created because a non-failover RRSet with the same name "
        + "and type already exists", "either one simple record or a failover pair"
    ),
    (
      "\(set), marked as primary cannot be created because a primary RRSet with the same name and "
        + "type already exists.", "exactly one primary"
    ),
    (
      "A non-alias primary ResourceRecordSet must have an associated health check. No changes "
        + "made.",
      "could never be found unhealthy"
    ),
    (
      "\(set) cannot be a primary without EvaluateTargetHealth set to true or an associated health "
        + "check as a secondary would never be returned.", "would never hand over"
    ),
    (
      "\(set) cannot be created as weighted sets must contain the same TTL.", "share one TTL"
    ),
    (
      "Multivalue answer rrset should not be an alias rrset. No changes made.",
      "an alias has none of its own"
    ),
    (
      "Tried to create an alias that targets a., type A in zone Z, but the alias target name does "
        + "not lie within the target zone", "does not hold such names"
    ),
    (
      "Tried to create an alias that targets a., type A in zone Z, but that target was not found",
      "a record of its own type that is there already"
    ),
    (
      "Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid "
        + "IPv4 address) encountered with 'x''", "four numbers from 0 to 255"
    ),
    (
      "Invalid Resource Record: FATAL problem: ARRDATANotSingleField (Value contains spaces) "
        + "encountered with '1.1.1.1 2.2.2.2'", "One value is one address"
    ),
    (
      "Invalid Resource Record: 'FATAL problem: InvalidCharacterString (Value should be enclosed "
        + "in quotation marks) encountered with 'x''", "between quotation marks"
    ),
    (
      "FATAL problem: UnsupportedCharacter (Value contains unsupported characters) encountered "
        + "with 'ü'", "letters, digits, hyphens"
    ),
    (
      "FATAL problem: DomainNameEmpty (Domain name is empty) encountered with ''",
      "A name is empty"
    ),
    (
      "\(set) cannot be created because this type of RRSet is not supported.",
      "have no routing policy"
    ),
    (
      "\(set), and routing to [country = (DE, Germany)} cannot be created because a non-GEO RRSet "
        + "with the same name and type already exists.", "those that are there are not geolocation"
    ),
    (
      "\(set), and routing to CidrCollectionId=c CidrLocationId=a cannot be created because a CIDR "
        + "RRSets with a different collection id (d) already exist", "choose by one CIDR collection"
    ),
    ("Cannot find region 'x'. No changes made.", "no region in which latency"),
    ("Cannot find location: 'country = XX'. No changes made.", "Geolocation knows continents"),
    (
      "Cannot find GeoProximityLocation with AWSRegion = x. No changes made.",
      "no AWS region and no local zone group"
    ),
    (
      "RRSet with DNS name w., type NS contains an alias target, but aliases of that type are "
        + "forbidden", "cannot be aliases"
    ),
    (
      "Exceeded limit on number of weighted RRSets for w., type A in this zone.",
      "100 record sets of a policy"
    ),
    ("Changing wildcard NS record sets are not supported. No changes made.", "no wildcard"),
    ("A HostedZone must contain exactly one SOA record.", "exactly one SOA"),
    ("Number of records limit of 1000 exceeded.", "an UPSERT counts twice"),
  ]

  private static let change = "in Change with [Action=CREATE, Name=w., Type=A, SetIdentifier=null]"
  private static let policies =
    "[Weight, Region, Failover, GeoLocation, MultiValueAnswer, GeoProximityLocation, or "
    + "CidrRoutingConfig]"

  /// Refusals of a request by its form.
  static let requests: [Row] = [
    (
      "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], "
        + "or TrafficPolicyInstanceId], but found none \(change)", "a TTL and at least one value"
    ),
    (
      "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], "
        + "or TrafficPolicyInstanceId], but found more than one \(change)", "or is an alias"
    ),
    ("Invalid request: Missing field 'SetIdentifier' \(change)", "tells them apart"),
    (
      "Invalid request: Expected exactly one of \(policies), but found none \(change)",
      "and this one has none"
    ),
    (
      "Invalid request: Expected exactly one of \(policies), but found more than one \(change)",
      "one routing policy, and here are two"
    ),
    (
      "1 validation error detected: Value '300' at 'changeBatch.changes.1.member.resourceRecordSet"
        + ".weight' failed to satisfy constraint: Member must have value less than or equal to 255",
      "from 0 to 255"
    ),
    (
      "Invalid XML ; javax.xml.stream.XMLStreamException: org.xml.sax.SAXParseException; "
        + "lineNumber: 1; columnNumber: 282; cvc-enumeration-valid: Value 'x' is not facet-valid "
        + "with respect to enumeration '[us-east-1, us-east-2]'. It must be a value from the "
        + "enumeration.", "no region in which latency is measured"
    ),
    (
      "Invalid XML ; cvc-complex-type.2.4.b: The content of element 'ResourceRecords' is not "
        + "complete. One of '{\"https://route53.amazonaws.com/doc/2013-04-01/\":ResourceRecord}' "
        + "is expected.", "A part of the request is missing"
    ),
  ]

  @Test(arguments: changes.indices)
  func `explain a refused change`(index: Int) {
    let row = Self.changes[index]
    let text = AmazonRefusal(
      ServiceError(code: "InvalidChangeBatch", status: 400, messages: [row.message])
    ).text.text
    #expect(text.contains("Why: ") && text.contains(row.part), "\(text)")
    #expect(text.contains("Try: ") && text.contains("[\(row.message)]"))
    #expect(text.hasSuffix("carried out whole or not at all."))
  }

  @Test(arguments: requests.indices)
  func `explain a refused request`(index: Int) {
    let row = Self.requests[index]
    let text = AmazonRefusal(
      ServiceError(code: "InvalidInput", status: 400, messages: [row.message])
    ).text.text
    #expect(text.contains("Why: ") && text.contains(row.part), "\(text)")
  }

  @Test func `say each thing once, however often Amazon does`() {
    let message = Self.changes[1].message
    let text = AmazonRefusal(
      ServiceError(
        code: "InvalidChangeBatch",
        status: 400,
        messages: [message, message, Self.changes[0].message]
      )
    ).text.text
    #expect(text.split(separator: "Why: ").count == 3)
  }

  /// The errors of the operations on hosted zones, delegation sets, CIDR collections and tags.
  @Test(arguments: [
    "HostedZoneAlreadyExists", "TooManyHostedZones", "InvalidDomainName", "InvalidVPCId",
    "ConflictingDomainExists", "PublicZoneVPCAssociation", "LastVPCAssociation",
    "VPCAssociationNotFound", "NoSuchDelegationSet", "DelegationSetAlreadyCreated",
    "DelegationSetAlreadyReusable", "DelegationSetInUse", "HostedZoneNotFound", "NoSuchHostedZone",
    "HostedZoneNotEmpty", "NoSuchCidrCollectionException", "NoSuchCidrLocationException",
    "CidrCollectionAlreadyExistsException", "CidrCollectionInUseException",
    "CidrCollectionVersionMismatchException", "CidrBlockInUseException", "PriorRequestNotComplete",
    "Throttling", "LimitsExceeded", "NoSuchHealthCheck", "HealthCheckAlreadyExists",
    "TooManyHealthChecks",
  ])
  func `explain a code`(code: String) {
    let text = AmazonRefusal(ServiceError(code: code, status: 400, messages: ["x"])).text.text
    #expect(text.contains("Why: ") && text.contains("Try: "), "\(text)")
  }
}
