import DNS
import Route53
import Testing

/// "Bad input" of the third issue: Amazon's refusal, or a clear sentence, and never a trap.
@Suite(.timeLimit(.minutes(1)))
struct `A bad record` {
  private let cafe: Cafe = {
    var cafe = Cafe()
    cafe.health = [Cafe.check: .healthy]
    return cafe
  }()

  private func txt(_ value: String) -> Change {
    Change(.create, RecordSetRequest(name: "t.cafe.example", type: "TXT", ttl: 1, values: [value]))
  }

  private static let label = String(repeating: "a", count: 63)

  /// A name of `length` characters without its dot, in the zone.
  private func name(_ length: Int) -> String {
    var name = "cafe.example"
    while name.utf8.count < length {
      let rest = min(63, length - name.utf8.count - 1)
      name = String(repeating: "b", count: max(1, rest)) + "." + name
    }
    return name
  }

  // CP:record-name-label-length, CP:record-name-total-length
  @Test func `has a name within 63 and 253`() {
    let good = ["\(Self.label).cafe.example", name(253), name(253) + "."]
    for name in good { #expect(cafe.refusal(Change(.create, .a(name, Cafe.main))).isEmpty) }
    let long = "a\(Self.label).cafe.example"
    #expect(
      cafe.refusal(Change(.create, .a(long, Cafe.main))) == [
        "FATAL problem: DomainLabelTooLong (Domain label is too long) encountered with "
          + "'a\(Self.label)'"
      ]
    )
    for length in [254, 255, 256, 1_024] {
      let refusal = cafe.refusal(Change(.create, .a(name(length), Cafe.main)))
      #expect(refusal.count == 1 && refusal[0].contains("DomainNameTooLong"))
    }
    let error = cafe.error(Change(.create, .a(name(1_025), Cafe.main)))
    #expect(error?.code == "InvalidInput" && error?.message.contains("1024") == true)
  }

  @Test func `has escaped octets as any others`() {
    let escapes = (0..<32).map { "\\0\($0 / 8)\($0 % 8)" }.joined()
    let good = ["\(escapes).cafe.example", "\\052.cafe.example", "\\056.cafe.example"]
    for name in good { #expect(cafe.refusal(Change(.create, .a(name, Cafe.main))).isEmpty) }
    for name in ["\\400.cafe.example", "\\08.cafe.example", "\\", "a\u{0}.cafe.example", ".", ".."]
    {
      #expect(cafe.refusal(Change(.create, .a(name, Cafe.main))).count == 1)
    }
  }

  // CP:record-name-punycode
  @Test(arguments: ["caf\u{e9}", "cafe\u{301}", "☕", "\u{202e}x", " ", "a b"])
  func `has no characters beyond ASCII in its name`(label: String) {
    let refusal = cafe.refusal(Change(.create, .a("\(label).cafe.example", Cafe.main)))
    #expect(refusal.count == 1 && refusal[0].contains("UnsupportedCharacter"))
  }

  // DG:ResourceRecordTypes
  @Test func `has TXT strings of 255 characters, and values of 4000`() {
    let most = String(repeating: "x", count: 255)
    #expect(cafe.refusal(txt("\"\(most)\"")).isEmpty)
    #expect(cafe.refusal(txt("\"\(most)x\"")).count == 1)
    let escaped = String(repeating: "\\351", count: 255)
    #expect(cafe.refusal(txt("\"\(escaped)\"")).isEmpty)
    let fifteen = Array(repeating: "\"\(most)\"", count: 15).joined(separator: " ")
    let full = fifteen + " \"" + String(repeating: "y", count: 4_000 - fifteen.count - 3) + "\""
    #expect(full.count == 4_000 && cafe.refusal(txt(full)).isEmpty)
    let error = cafe.error(txt(full + " "))
    #expect(error?.code == "InvalidInput" && error?.message.contains("4000") == true)
    #expect(cafe.refusal(txt("\"caf\u{e9}\"")).count == 1)
    #expect(cafe.refusal(txt("\"\u{0}\"")).count == 1)
  }

  @Test func `has numbers within their ranges`() {
    let wrong: [RecordSetRequest] = [
      changed(.a("www.cafe.example", Cafe.main)) { $0.ttl = .max },
      changed(.a("www.cafe.example", Cafe.main)) { $0.ttl = .min },
      .weighted("www.cafe.example", "one", 256), .weighted("www.cafe.example", "one", -1),
      .weighted("www.cafe.example", "one", .max), .weighted("www.cafe.example", "one", .min),
      .proximity("www.cafe.example", "one", GeoProximityRequest(region: "us-east-1", bias: 100)),
      .proximity("www.cafe.example", "one", GeoProximityRequest(region: "us-east-1", bias: .min)),
      .proximity("www.cafe.example", "one", GeoProximityRequest(latitude: "90.01", longitude: "0")),
      .proximity("www.cafe.example", "one", GeoProximityRequest(latitude: "0", longitude: "180.0")),
      .proximity("www.cafe.example", "one", GeoProximityRequest(latitude: "1e1", longitude: "0")),
      .proximity("www.cafe.example", "one", GeoProximityRequest(latitude: "1")),
      .proximity("www.cafe.example", "one", GeoProximityRequest()),
      .proximity(
        "www.cafe.example",
        "one",
        GeoProximityRequest(region: "us-east-1", localZoneGroup: "us-west-2-lax-1")
      ),
      .cidr("www.cafe.example", "one", CidrCollectionID("no-uuid"), "*"),
      .cidr("www.cafe.example", "one", `A refused policy`.office, "bad location!"),
      .geo("www.cafe.example", "one", GeoLocationRequest()),
      .geo("www.cafe.example", "one", GeoLocationRequest(subdivisionCode: "WA")),
      .geo("www.cafe.example", "one", GeoLocationRequest(countryCode: "DEU")),
      .latency("www.cafe.example", "one", ""),
      changed(.multivalue("www.cafe.example", "one")) { $0.multiValueAnswer = false },
      changed(.multivalue("www.cafe.example", "one")) { $0.weight = 1 },
      changed(.a("www.cafe.example", Cafe.main)) { $0.trafficPolicyInstanceID = "x" },
      changed(.alias("www.cafe.example", to: "x", in: HostedZoneID("Z1"))) { $0.ttl = 1 },
    ]
    for request in wrong {
      let error = cafe.error(Change(.create, request))
      #expect(error?.code == "InvalidInput" && error?.message.isEmpty == false, "\(request)")
    }
  }

  // CP:weight-range, CP:geoproximity-bias-range, CP:coordinates-latitude-range
  @Test func `is told which bound it breaks`() {
    func message(_ request: RecordSetRequest) -> String? {
      cafe.error(Change(.create, request))?.message
    }
    #expect(
      message(.weighted("www.cafe.example", "one", 300))
        == "1 validation error detected: Value '300' at "
        + "'changeBatch.changes.1.member.resourceRecordSet.weight' failed to satisfy constraint: "
        + "Member must have value less than or equal to 255"
    )
    let biased = GeoProximityRequest(region: "us-east-1", bias: 150)
    #expect(
      message(.proximity("www.cafe.example", "one", biased))
        == "Invalid XML ; cvc-maxInclusive-valid: Value '150' is not facet-valid with respect to "
        + "maxInclusive '99' for type 'Bias'."
    )
    let far = GeoProximityRequest(latitude: "95", longitude: "0")
    #expect(
      message(.proximity("www.cafe.example", "one", far))
        == "Invalid XML ; cvc-pattern-valid: Value '95' is not facet-valid with respect to pattern "
        + "'[-+]?(90|[0-8]{0,1}[0-9](\\.[0-9]{0,2})?)' for type 'Latitude'."
    )
    #expect(
      message(.cidr("www.cafe.example", "one", CidrCollectionID("not-a-uuid"), "*"))
        == "1 validation error detected: Value 'not-a-uuid' at 'changeBatch.changes.1.member."
        + "resourceRecordSet.cidrRoutingConfig.collectionId' failed to satisfy constraint: Member "
        + "must satisfy regular expression pattern: [0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    )
    let both = GeoProximityRequest(region: "us-east-1", localZoneGroup: "us-west-2-lax-1")
    #expect(
      message(.proximity("www.cafe.example", "one", both))?.hasPrefix(
        "Invalid request: Expected exactly one of [AWSRegion, LocalZoneGroup, or at least one of "
          + "[Coordinates, or all of [Latitude, and Longitude]]], but found more than one"
      ) == true
    )
    let twice = changed(.weighted("www.cafe.example", "one", 1)) { $0.region = "us-east-1" }
    #expect(message(twice)?.contains("CidrRoutingConfig], but found more than one") == true)
    let mixed = changed(.alias("www.cafe.example", to: "x", in: cafe.zone.id)) {
      $0.ttl = 1
      $0.values = [Cafe.main]
    }
    #expect(
      message(mixed)?.hasPrefix(
        "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], "
          + "or TrafficPolicyInstanceId], but found more than one in Change with"
      ) == true
    )
  }

  @Test func `comes in a batch of any size`() {
    let huge = (0..<20_000).map { index in
      Change(.create, .a("n\(index).cafe.example", Cafe.main))
    }
    let excesses = [
      "Number of records limit of 1000 exceeded.", "RDATA character limit of 32000 exceeded.",
    ]
    #expect(cafe.refusal(huge) == excesses)
    #expect(cafe.refusal(Array(huge.prefix(1_000))).isEmpty)
    let deletions = huge.map { Change(.delete, $0.recordSet) }
    #expect(cafe.refusal(deletions) == excesses)
    #expect(cafe.refusal(Array(deletions.prefix(1_000))).count == 1_000)
  }

  // DG:DNSLimitations
  @Test func `is not the ten-thousand-and-first of its zone`() throws {
    var full = cafe
    for start in stride(from: 0, to: 9_998, by: 999) {
      let range = start..<min(start + 999, 9_998)
      full.publish(
        try full.validated(range.map { Change(.create, .a("n\($0).cafe.example", Cafe.main)) })
      )
    }
    #expect(full.zone.records.count == 10_000)
    let error = full.error(Change(.create, .a("more.cafe.example", Cafe.main)))
    #expect(error?.code == "LimitsExceeded" && error?.status == 400)
    #expect(full.error(Change(.upsert, .a("n7.cafe.example", Cafe.standby))) == nil)
  }
}

/// The texts for values of every type (`CP`, and ours by their pattern).
struct `A bad value` {
  static let rows: [(String, String, String)] = [
    (
      "CAA", "0 policy \"x\"",
      "CAARRDATAInvalidTag (Invalid tag) encountered with 'Only issue/issuewild/iodef is allowed "
        + "for non critical flags.'"
    ),
    (
      "DS", "1 2 3",
      "DSRRDATAInvalidValue (Invalid value for field \"RData\") encountered with 'Wrong format or "
        + "it doesn't contain all fields.'"
    ),
    (
      "HTTPS", "1",
      "SVCBIncorrectNumberOfFields (Incorrect number of fields, needs <svc priority>, <target "
        + "name>. Optional fields include <svc param>) encountered with '1'"
    ),
    (
      "HTTPS", "1 . foo=1",
      "SVCBInvalidFieldValue (Invalid value for field \"SVC Params\") encountered with 'SVCParam "
        + "Key presentation name has invalid value: foo'"
    ),
    (
      "SVCB", "1 . alpn",
      "SVCBInvalidFieldValue (Invalid value for field \"SVC Params\") encountered with 'SVCParam "
        + "Key alpn must have non-empty value: '"
    ),
    (
      "HTTPS", "1 . no-default-alpn",
      "SVCBInconsistentParams (Inconsistent SVC Params for SVCParam Key \"no-default-alpn\") "
        + "encountered with 'When no-default-alpn is specified in an RR, alpn must also be "
        + "specified'"
    ),
    (
      "NAPTR", "100 50 \"U\" \"E2U+sip\" \"!^.*$!x!\"",
      "NAPTRRRDATANotValid (Invalid NAPTR record) encountered with '100 50 \"U\" \"E2U+sip\" "
        + "\"!^.*$!x!\"'"
    ),
    (
      "NAPTR", "65536 50 \"U\" \"s\" \"\" .",
      "NAPTRRRDATAOrderOutOfBounds (NAPTR record order value is out of bounds) encountered with "
        + "'65536 50 \"U\" \"s\" \"\" .'"
    ),
    (
      "SOA", "a. b. 1 2 3 4",
      "SOARRDATANotSevenFields (SOA record doesn't have 7 fields) encountered with 'a. b. 1 2 3 4'"
    ),
    (
      "SRV", "1 10 5269",
      "SRVRRDATANotFourFields (SRV record doesn't have 4 fields) encountered with '1 10 5269'"
    ),
    (
      "SSHFP", "2 1",
      "SSHFPMissingFields (Missing fields, needs: algorithm, fingerprint type, fingerprint) "
        + "encountered with '2 1'"
    ),
    (
      "SSHFP", "2 3 00",
      "SSHFPInvalidValue (Invalid value for field \"Fingerprint Type\") encountered with "
        + "'Fingerprint Type value not supported: 3'"
    ),
    (
      "SSHFP", "2 1 zz",
      "SSHFPInvalidValue (Invalid value for field \"Fingerprint\") encountered with 'Invalid "
        + "fingerprint hexstring value: zz'"
    ),
    (
      "TLSA", "3 1 1",
      "TLSAMissingFields (Missing fields, needs: certificate usage, selector, matching type, "
        + "certificate association data) encountered with '3 1 1'"
    ),
    (
      "TLSA", "4 1 1 00",
      "TLSAInvalidValue (Invalid value for field \"Certificate Usage\") encountered with "
        + "'Certificate Usage value not supported: 4'"
    ),
    (
      "TLSA", "3 2 1 00",
      "TLSAInvalidValue (Invalid value for field \"Selector\") encountered with 'Selector value "
        + "not supported: 2'"
    ),
    (
      "TLSA", "3 1 3 00",
      "TLSAInvalidValue (Invalid value for field \"Matching Type\") encountered with 'Matching "
        + "Type not supported: 3'"
    ),
    (
      "SPF", "v=spf1 -all",
      "InvalidCharacterString (Value should be enclosed in quotation marks) encountered with "
        + "'v=spf1 -all'"
    ),
    (
      "MX", "mail.cafe.example",
      "MXRRDATANotTwoFields (MX record doesn't have 2 fields) encountered with 'mail.cafe.example'"
    ),
    (
      "MX", "70000 mail.cafe.example",
      "MXRRDATAInvalidValue (Invalid value for field \"Preference\") encountered with '70000 is "
        + "not a number from 0 to 65535'"
    ),
    (
      "DS", "1 2 3 xyz",
      "DSInvalidValue (Invalid value for field \"Digest\") encountered with 'Invalid digest "
        + "hexstring value: xyz'"
    ),
    (
      "PTR", "a b", "PTRRRDATANotSingleField (Value contains spaces) encountered with 'a b'"
    ),
    ("A", " ", "ARRDATAEmpty (Value is empty) encountered with ' '"),
  ]

  @Test(arguments: rows)
  func `is refused in Amazon's way`(type: String, value: String, text: String) {
    let request = RecordSetRequest(name: "x.cafe.example", type: type, ttl: 60, values: [value])
    let refusal = Cafe().refusal(Change(.create, request))
    #expect(refusal.first == "Invalid Resource Record: 'FATAL problem: \(text)'")
  }

  @Test func `is refused in two more ways`() {
    func refusal(_ type: String, _ value: String) -> [String] {
      let request = RecordSetRequest(name: "x.cafe.example", type: type, ttl: 60, values: [value])
      return Cafe().refusal(Change(.create, request))
    }
    // CP:https-svcpriority-range
    #expect(refusal("HTTPS", "32768 .") == ["Unsupported SvcPriority value."])
    // CP:naptr-regexp-replacement-exclusive
    let value = "100 50 \"U\" \"E2U+sip\" \"!^.*$!x!\" replacement.example.com."
    #expect(
      refusal("NAPTR", value) == [
        "Invalid Resource Record: 'WARNING problem: NAPTRRRDATARegexpAndReplacementError (NAPTR "
          + "record can have only one field in regexp and replacement) encountered with "
          + "'\(value)''"
      ]
    )
  }
}
