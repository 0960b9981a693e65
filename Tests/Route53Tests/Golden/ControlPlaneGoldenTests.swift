import DNS
import Route53
import Testing

/// Rows 1 to 25 and 27 of §11 of the notes on Route 53, by their numbers.
struct `Golden record changes` {
  private let cafe: Cafe = {
    var cafe = Cafe()
    cafe.health = [Cafe.check: .healthy, Cafe.otherCheck: .healthy]
    return cafe
  }()

  private func with(_ requests: RecordSetRequest...) throws -> Cafe {
    var cafe = cafe
    for request in requests { try cafe.change(Change(.create, request)) }
    return cafe
  }

  private func names(_ cafe: Cafe) throws -> [String] {
    try cafe.zone.list().sets.map(\.name.description)
  }

  @Test func `1 a name is listed in lower case`() throws {
    let cafe = try with(.a("WWW.Cafe.EXAMPLE", Cafe.main))
    #expect(try names(cafe).last == "www.cafe.example.")
  }

  @Test func `2 a wildcard is listed as an octal escape`() throws {
    let cafe = try with(.a("*.cafe.example", Cafe.main))
    #expect(try names(cafe).last == "\\052.cafe.example.")
  }

  @Test func `3 what exists cannot be created`() throws {
    let cafe = try with(.a("www.cafe.example", Cafe.main))
    let error = cafe.error(Change(.create, .a("www.cafe.example", Cafe.standby)))
    #expect(error?.code == "InvalidChangeBatch" && error?.status == 400)
    #expect(
      error?.message
        == "[Tried to create resource record set [name='www.cafe.example.', type='A'] but it "
        + "already exists]"
    )
  }

  @Test func `4 a batch with one fault creates nothing`() throws {
    let error = cafe.error(
      Change(.create, .a("a.cafe.example", Cafe.main)),
      Change(.delete, .a("b.cafe.example", Cafe.main))
    )
    #expect(
      error?.message
        == "[Tried to delete resource record set [name='b.cafe.example.', type='A'] but it was "
        + "not found]"
    )
    #expect(try names(cafe).allSatisfy { $0 == "cafe.example." })
  }

  @Test func `5 an alias takes the place of a CNAME in one batch`() throws {
    var cafe = try with(
      .cname("www.cafe.example", "old.cafe.example"),
      .a("new.cafe.example", Cafe.main)
    )
    try cafe.change(
      Change(.delete, .cname("www.cafe.example", "old.cafe.example")),
      Change(.create, .alias("www.cafe.example", to: "new.cafe.example", in: cafe.zone.id))
    )
    let www = cafe.zone.records.sets(name: DomainName(known: "www.cafe.example"))
    #expect(www.map(\.type) == [.a] && www[0].alias != nil)
  }

  @Test func `6 a record cannot be deleted twice in a batch`() throws {
    let cafe = try with(.a("www.cafe.example", Cafe.main))
    let delete = Change(.delete, .a("www.cafe.example", Cafe.main))
    #expect(
      cafe.error(delete, delete)?.message
        == "[The request contains an invalid set of changes for a resource record set 'A "
        + "www.cafe.example.']"
    )
  }

  @Test func `7 a weighted pair becomes a failover pair in one batch`() throws {
    var cafe = try with(
      .weighted("www.cafe.example", "FailoverPrimary", 1),
      .weighted("www.cafe.example", "FailoverSecondary", 1)
    )
    try cafe.change(
      Change(.upsert, .primary("www.cafe.example")),
      Change(.upsert, .secondary("www.cafe.example"))
    )
    let roles = cafe.zone.records.all.compactMap(\.failoverRole)
    #expect(roles == [.primary, .secondary])
  }

  @Test func `8 and not one record at a time`() throws {
    let cafe = try with(
      .weighted("www.cafe.example", "FailoverPrimary", 1),
      .weighted("www.cafe.example", "FailoverSecondary", 1)
    )
    #expect(
      cafe.refusal(Change(.upsert, .primary("www.cafe.example"))) == [
        "RRSet with DNS name www.cafe.example., type A, SetIdentifier FailoverPrimary, marked as "
          + "primary cannot be created because a non-failover RRSet with the same name and type "
          + "already exists"
      ]
    )
  }

  @Test func `9 an UPSERT replaces`() throws {
    var cafe = try with(.a("www.cafe.example", Cafe.main, ttl: 60))
    let count = cafe.zone.records.count
    try cafe.change(Change(.upsert, .a("www.cafe.example", Cafe.standby, ttl: 5)))
    let set = try #require(cafe.zone.records.all.last)
    #expect(cafe.zone.records.count == count)
    #expect(set.ttl == 5 && set.values.map(\.description) == [Cafe.standby])
  }

  @Test func `10 a DELETE repeats TTL, values and health check`() throws {
    let cafe = try with(.primary("www.cafe.example"))
    let wrong: [RecordSetRequest] = [
      changed(.primary("www.cafe.example")) { $0.ttl = 16 },
      .primary("www.cafe.example", Cafe.standby),
      .primary("www.cafe.example", check: nil),
    ]
    for request in wrong {
      #expect(
        cafe.refusal(Change(.delete, request)) == [
          "Tried to delete resource record set [name='www.cafe.example.', type='A', "
            + "set-identifier='FailoverPrimary'] but the values provided do not match the current "
            + "values"
        ]
      )
    }
  }

  @Test func `11 a primary needs a health check`() {
    #expect(
      cafe.refusal(Change(.create, .primary("www.cafe.example", check: nil))) == [
        "A non-alias primary ResourceRecordSet must have an associated health check. No changes "
          + "made."
      ]
    )
  }

  @Test func `12 a primary alias must be able to be unhealthy`() throws {
    let cafe = try with(.a("site.cafe.example", Cafe.main))
    func primary(_ evaluates: Bool, _ check: HealthCheckID? = nil) -> RecordSetRequest {
      changed(.alias("www.cafe.example", to: "site.cafe.example", in: cafe.zone.id)) {
        $0.setIdentifier = "one"
        $0.failover = "PRIMARY"
        $0.aliasTarget?.evaluateTargetHealth = evaluates
        $0.healthCheckID = check?.text
      }
    }
    #expect(
      cafe.refusal(Change(.create, primary(false))) == [
        "RRSet with DNS name www.cafe.example., type A, SetIdentifier one cannot be a primary "
          + "without EvaluateTargetHealth set to true or an associated health check as a "
          + "secondary would never be returned."
      ]
    )
    #expect(cafe.refusal(Change(.create, primary(true))).isEmpty)
    #expect(cafe.refusal(Change(.create, primary(false, Cafe.check))).isEmpty)
  }

  @Test func `13 a secondary does not need a health check`() {
    #expect(cafe.refusal(Change(.create, .secondary("www.cafe.example"))).isEmpty)
  }

  @Test func `14 there is one primary`() throws {
    let cafe = try with(.primary("www.cafe.example"))
    let second = changed(.primary("www.cafe.example")) { $0.setIdentifier = "two" }
    #expect(
      cafe.refusal(Change(.create, second)) == [
        "RRSet with DNS name www.cafe.example., type A, SetIdentifier two, marked as primary "
          + "cannot be created because a primary RRSet with the same name and type already exists."
      ]
    )
  }

  @Test func `15 simple and weighted do not mix`() throws {
    let weighted = RecordSetRequest.weighted("www.cafe.example", "one", 1)
    let simple = RecordSetRequest.a("www.cafe.example", Cafe.main)
    #expect(
      try with(weighted).refusal(Change(.create, simple)) == [
        "RRSet with DNS name www.cafe.example., type A cannot be created as other RRSets exist "
          + "with the same name and type."
      ]
    )
    #expect(
      try with(simple).refusal(Change(.create, weighted)) == [
        "RRSet with DNS name www.cafe.example., type A, SetIdentifier one cannot be created as a "
          + "non-weighted set exists with the same name and type."
      ]
    )
  }

  @Test func `16 weighted records share their TTL`() throws {
    let cafe = try with(.weighted("www.cafe.example", "one", 1))
    let other = changed(.weighted("www.cafe.example", "two", 1)) { $0.ttl = 30 }
    #expect(
      cafe.refusal(Change(.create, other)) == [
        "RRSet with DNS name www.cafe.example., type A, SetIdentifier two cannot be created as "
          + "weighted sets must contain the same TTL."
      ]
    )
  }

  @Test func `17 a latency region is there once`() throws {
    let cafe = try with(.latency("www.cafe.example", "one", "us-east-1"))
    #expect(
      cafe.refusal(Change(.create, .latency("www.cafe.example", "two", "us-east-1"))) == [
        "RRSet with DNS name www.cafe.example., type A, SetIdentifier two, and Region "
          + "Name=us-east-1 cannot be created because a latency RRSet with the same name, type "
          + "and region already exists."
      ]
    )
    let other = RecordSetRequest.latency("www.cafe.example", "two", "eu-west-1")
    #expect(cafe.refusal(Change(.create, other)).isEmpty)
  }

  @Test func `18 a continent stands alone`() {
    let location = GeoLocationRequest(continentCode: "EU", countryCode: "DE")
    let error = cafe.error(Change(.create, .geo("www.cafe.example", "one", location)))
    #expect(error?.code == "InvalidInput" && error?.status == 400)
  }

  @Test func `19 the types of a name are independent`() throws {
    var cafe = try with(.weighted("www.cafe.example", "one", 1))
    let pair = [
      RecordSetRequest.primary("www.cafe.example", "2600:1f14::1"),
      RecordSetRequest.secondary("www.cafe.example", "2600:1f14::2"),
    ].map { request in changed(request) { $0.type = "AAAA" } }
    try cafe.change(Change(.create, pair[0]), Change(.create, pair[1]))
    #expect(cafe.zone.records.count == 5)
  }

  @Test func `20 a CNAME stands neither at the apex nor beside another type`() throws {
    let cafe = try with(.a("www.cafe.example", Cafe.main))
    #expect(
      cafe.refusal(Change(.create, .cname("cafe.example", "x.example"))) == [
        "RRSet of type CNAME with DNS name cafe.example. is not permitted at apex in zone "
          + "cafe.example."
      ]
    )
    #expect(
      cafe.refusal(Change(.create, .cname("www.cafe.example", "x.example"))) == [
        "RRSet of type CNAME with DNS name www.cafe.example. is not permitted as it conflicts "
          + "with other records with the same DNS name in zone cafe.example."
      ]
    )
  }

  @Test func `21 set identifier and policy come together`() {
    let alone = changed(.a("www.cafe.example", Cafe.main)) { $0.setIdentifier = "one" }
    let place = "in Change with [Action=CREATE, Name=www.cafe.example., Type=A, SetIdentifier="
    let error = cafe.error(Change(.create, alone))
    #expect(error?.code == "InvalidInput")
    #expect(
      error?.message
        == "Invalid request: Expected exactly one of [Weight, Region, Failover, GeoLocation, "
        + "MultiValueAnswer, GeoProximityLocation, or CidrRoutingConfig], but found none "
        + "\(place)one]"
    )
    let nameless = changed(.weighted("www.cafe.example", "one", 1)) { $0.setIdentifier = nil }
    #expect(
      cafe.error(Change(.create, nameless))?.message
        == "Invalid request: Missing field 'SetIdentifier' \(place)null]"
    )
  }

  @Test func `22 MultiValueAnswer counts as a policy when it is false`() {
    let request = changed(.a("www.cafe.example", Cafe.main)) { $0.multiValueAnswer = false }
    let error = cafe.error(Change(.create, request))
    #expect(error?.code == "InvalidInput")
    #expect(error?.message.contains("Missing field 'SetIdentifier'") == true)
  }

  @Test func `23 an UPSERT of 501 values counts 1002`() {
    func change(_ name: String, _ range: Range<Int>) -> Change {
      let values = range.map { "54.1.\($0 / 256).\($0 % 256)" }
      return Change(.upsert, RecordSetRequest(name: name, type: "A", ttl: 60, values: values))
    }
    let error = cafe.error(change("a.cafe.example", 0..<250), change("b.cafe.example", 0..<251))
    #expect(error?.code == "InvalidChangeBatch")
    #expect(error?.message == "[Number of records limit of 1000 exceeded.]")
    #expect(
      cafe.error(change("a.cafe.example", 0..<250), change("b.cafe.example", 0..<250)) == nil
    )
  }

  @Test func `24 a new zone lists NS and SOA`() throws {
    let sets = try Cafe().zone.list().sets
    #expect(sets.map(\.type) == [.ns, .soa])
    #expect(sets.map(\.ttl) == [172_800, 900])
  }

  @Test func `25 a zone with a record cannot be deleted`() throws {
    let cafe = try with(.a("www.cafe.example", Cafe.main))
    #expect(!cafe.zone.holdsOnlyItsOwnRecords)
    #expect(ServiceError.hostedZoneNotEmpty.code == "HostedZoneNotEmpty")
    #expect(ServiceError.hostedZoneNotEmpty.status == 400)
    #expect(
      ServiceError.hostedZoneNotEmpty.message
        == "The specified hosted zone contains non-required resource record sets  and so cannot "
        + "be deleted."
    )
  }

  @Test func `27 a type without a name lists nothing`() {
    let error = #expect(throws: ServiceError.self) {
      try cafe.zone.list(RecordSetListing(type: "A"))
    }
    #expect(error?.code == "InvalidInput" && error?.status == 400)
  }
}
