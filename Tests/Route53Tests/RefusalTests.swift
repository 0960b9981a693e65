import DNS
import Route53
import Testing

/// Amazon's texts, one by one.
struct `A refused change` {
  private static var cafe: Cafe {
    get throws {
      var cafe = Cafe()
      cafe.health = [Cafe.check: .healthy]
      try cafe.change(
        Change(.create, .a("taken.cafe.example", Cafe.main)),
        Change(.create, .cname("also.cafe.example", "taken.cafe.example")),
        Change(.create, .primary("pair.cafe.example"))
      )
      return cafe
    }
  }

  static func txt(_ value: String) -> RecordSetRequest {
    RecordSetRequest(name: "t.cafe.example", type: "TXT", ttl: 60, values: [value])
  }

  static func request(_ type: String, _ name: String, _ value: String) -> RecordSetRequest {
    RecordSetRequest(name: name, type: type, ttl: 60, values: [value])
  }

  static let soa = "a. b. 1 2 3 4 5"
  static let long = String(repeating: "x", count: 64)

  static let rows: [(RecordSetRequest, String)] = [
    (
      .a("www.tea.example", "54.1.1.1"),
      "RRSet with DNS name www.tea.example. is not permitted in zone cafe.example."
    ),
    (
      .cname("cafe.example", "x.example"),
      "RRSet of type CNAME with DNS name cafe.example. is not permitted at apex in zone "
        + "cafe.example."
    ),
    (
      .a("also.cafe.example", "54.1.1.1"),
      "RRSet of type A with DNS name also.cafe.example. is not permitted because a conflicting "
        + "RRSet "
        + "of type CNAME with the same DNS name already exists in zone cafe.example."
    ),
    (
      .cname("taken.cafe.example", "x.example"),
      "RRSet of type CNAME with DNS name taken.cafe.example. is not permitted as it conflicts with "
        + "other records with the same DNS name in zone cafe.example."
    ),
    (
      .a("x.cafe.example", "999.1.1.1"),
      "Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid "
        + "IPv4 "
        + "address) encountered with '999.1.1.1''"
    ),
    (
      .a("x.cafe.example", "54.1.1.1 54.1.1.2"),
      "Invalid Resource Record: 'FATAL problem: ARRDATANotSingleField (Value contains spaces) "
        + "encountered with '54.1.1.1 54.1.1.2''"
    ),
    (
      request("AAAA", "x.cafe.example", "54.1.1.1"),
      "Invalid Resource Record: 'FATAL problem: AAAARRDATAIllegalIPv6Address (Value is not a valid "
        + "IPv6 address) encountered with '54.1.1.1''"
    ),
    (
      txt("bare"),
      "Invalid Resource Record: 'FATAL problem: InvalidCharacterString (Value should be "
        + "enclosed in "
        + "quotation marks) encountered with 'bare''"
    ),
    (
      .a("caf\u{e9}.cafe.example", "54.1.1.1"),
      "FATAL problem: UnsupportedCharacter (Value contains unsupported characters) encountered "
        + "with 'é'"
    ),
    (
      .a("", "54.1.1.1"),
      "FATAL problem: DomainNameEmpty (Domain name is empty) encountered with ''"
    ),
    (
      .a("a..cafe.example", "54.1.1.1"),
      "FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with 'a..cafe.example'"
    ),
    (
      .a("\(long).cafe.example", "54.1.1.1"),
      "FATAL problem: DomainLabelTooLong (Domain label is too long) encountered with '\(long)'"
    ),
    (
      .a("x.cafe.example", "54.1.1.1", "54.1.1.1"), "Duplicate Resource Record: '54.1.1.1'"
    ),
    (
      .primary("www.cafe.example", check: nil),
      "A non-alias primary ResourceRecordSet must have an associated health check. No changes made."
    ),
    (
      RecordSetRequest(
        name: "pair.cafe.example",
        type: "A",
        setIdentifier: "Second",
        failover: "PRIMARY",
        ttl: 15,
        values: ["54.1.1.1"],
        healthCheckID: Cafe.check.text
      ),
      "RRSet with DNS name pair.cafe.example., type A, SetIdentifier Second, marked as primary "
        + "cannot "
        + "be created because a primary RRSet with the same name and type already exists."
    ),
    (
      RecordSetRequest(
        name: "cafe.example",
        type: "NS",
        setIdentifier: "S",
        failover: "SECONDARY",
        ttl: 15,
        values: ["ns.example"]
      ),
      "RRSet with DNS name cafe.example., type NS, SetIdentifier S cannot be created because this "
        + "type of RRSet is not supported."
    ),
    (
      request("SOA", "x.cafe.example", soa),
      "RRSet of type SOA with DNS name x.cafe.example. is only permitted at apex in zone "
        + "cafe.example."
    ),
    (
      request("NS", "*.cafe.example", "ns.example"),
      "Changing wildcard NS record sets are not supported. No changes made."
    ),
  ]

  @Test(arguments: rows)
  func `says why in Amazon's words`(request: RecordSetRequest, text: String) throws {
    #expect(try Self.cafe.refusal(Change(.create, request)) == [text])
  }

  static func inChange(_ type: String, _ identifier: String) -> String {
    " in Change with [Action=UPSERT, Name=www.cafe.example., Type=\(type), "
      + "SetIdentifier=\(identifier)]"
  }

  static let malformed: [(RecordSetRequest, String)] = [
    (
      RecordSetRequest(name: "WWW.cafe.example", type: "A"),
      "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and "
        + "ResourceRecords], or "
        + "TrafficPolicyInstanceId], but found none" + inChange("A", "null")
    ),
    (
      RecordSetRequest(
        name: "www.cafe.example",
        type: "A",
        failover: "PRIMARY",
        ttl: 1,
        values: ["1.1.1.1"]
      ),
      "Invalid request: Missing field 'SetIdentifier'" + inChange("A", "null")
    ),
    (
      RecordSetRequest(
        name: "www.cafe.example",
        type: "A",
        setIdentifier: "One",
        ttl: 1,
        values: ["1.1.1.1"]
      ),
      "Invalid request: Expected exactly one of [Weight, Region, Failover, GeoLocation, "
        + "MultiValueAnswer, GeoProximityLocation, or CidrRoutingConfig], but found none"
        + inChange("A", "One")
    ),
    (
      RecordSetRequest(name: "www.cafe.example", type: "a", ttl: 1, values: ["1.1.1.1"]),
      "Invalid XML ; cvc-enumeration-valid: Value 'a' is not facet-valid with respect to "
        + "enumeration "
        + "'[A, AAAA, CAA, CNAME, DS, HTTPS, MX, NAPTR, NS, PTR, SOA, SPF, SRV, SSHFP, SVCB, TLSA, "
        + "TXT]'. It must be a value from the enumeration."
    ),
    (
      RecordSetRequest(
        name: "www.cafe.example",
        type: "A",
        setIdentifier: "x",
        failover: "third",
        ttl: 1,
        values: ["1.1.1.1"]
      ),
      "Invalid XML ; cvc-enumeration-valid: Value 'third' is not facet-valid with respect to "
        + "enumeration '[PRIMARY, SECONDARY]'. It must be a value from the enumeration."
    ),
    (
      .a("www.cafe.example", "1.1.1.1", ttl: 2_147_483_648),
      "1 validation error detected: Value '2147483648' at "
        + "'changeBatch.changes.1.member.resourceRecordSet.tTL' failed to satisfy constraint: "
        + "Member must have value less than or equal to 2147483647"
    ),
    (
      RecordSetRequest(
        name: "www.cafe.example",
        type: "A",
        setIdentifier: "",
        failover: "SECONDARY",
        ttl: -1,
        values: ["1.1.1.1"]
      ),
      "2 validation errors detected: Value '' at "
        + "'changeBatch.changes.1.member.resourceRecordSet.setIdentifier' failed to satisfy "
        + "constraint: Member must have length greater than or equal to 1; Value '-1' at "
        + "'changeBatch.changes.1.member.resourceRecordSet.tTL' failed to satisfy constraint: "
        + "Member must have value greater than or equal to 0"
    ),
  ]

  @Test(arguments: malformed)
  func `is invalid input when its shape is wrong`(request: RecordSetRequest, text: String) throws {
    let cafe = try Self.cafe
    let error = #expect(throws: ServiceError.self) {
      try cafe.validated([Change(.upsert, request)])
    }
    #expect(error == ServiceError(code: "InvalidInput", status: 400, messages: [text]))
    #expect(error?.message == text)
  }

  @Test func `is invalid input when nothing is changed or the comment is long`() throws {
    let cafe = try Self.cafe
    let empty = #expect(throws: ServiceError.self) { try cafe.validated([]) }
    #expect(empty?.code == "InvalidInput")
    let long = ChangeBatch(
      comment: String(repeating: "c", count: 257),
      changes: [Change(.create, .a("new.cafe.example", Cafe.main))]
    )
    let error = #expect(throws: ServiceError.self) {
      try cafe.zone.validated(long) { _ in true }
    }
    #expect(error?.message.hasSuffix("Member must have length less than or equal to 256") == true)
  }

  @Test func `names a health check that does not exist`() throws {
    let cafe = try Self.cafe
    let error = #expect(throws: ServiceError.self) {
      try cafe.validated([Change(.create, .primary("www.cafe.example", check: Cafe.otherCheck))])
    }
    #expect(error?.code == "NoSuchHealthCheck" && error?.status == 404)
    #expect(
      error?.message == "A health check with id \(Cafe.otherCheck) does not exist."
    )
  }

  @Test func `leaves a zone its own NS and SOA`() throws {
    let cafe = try Self.cafe
    let own = cafe.zone.records.sets(name: cafe.zone.name)
    #expect(own.map(\.type) == [.ns, .soa])
    #expect(
      cafe.refusal(Change(.delete, own[0].request), Change(.delete, own[1].request)) == [
        "A HostedZone must contain at least one NS record for the zone itself.",
        "A HostedZone must contain exactly one SOA record.",
      ]
    )
    var servers = own[0].request
    servers.ttl = 300
    #expect(cafe.refusal(Change(.upsert, servers)).isEmpty)
  }
}
