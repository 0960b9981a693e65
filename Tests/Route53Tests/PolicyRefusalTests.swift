import DNS
import Route53
import Testing

/// The rules of the routing policies, each with its text (§1.6, §2 of the notes on Route 53).
struct `A refused policy` {
  static let name = "www.cafe.example"
  static let office = CidrCollectionID("0a5b1f8e-0000-4000-8000-0000000000c1")
  static let home = CidrCollectionID("0a5b1f8e-0000-4000-8000-0000000000c2")

  static var cafe: Cafe {
    get throws {
      var cafe = Cafe()
      cafe.health = [Cafe.check: .healthy]
      let collections = [
        try CidrCollection(id: office, name: "offices").changed(by: [
          CidrCollectionChange(.put, location: "berlin", blocks: ["54.0.0.0/16"]),
          CidrCollectionChange(.put, location: "paris", blocks: ["54.1.0.0/16"]),
        ]),
        try CidrCollection(id: home, name: "homes").changed(by: [
          CidrCollectionChange(.put, location: "north", blocks: ["54.2.0.0/16"])
        ]),
      ]
      for collection in collections { cafe.collections[collection.id] = collection }
      return cafe
    }
  }

  typealias Row = (there: RecordSetRequest, new: RecordSetRequest, text: String)

  static let one = RecordSetRequest.weighted(name, "one", 1)
  static let subject = "RRSet with DNS name www.cafe.example., type A, SetIdentifier two"
  static let germany = GeoLocationRequest(countryCode: "DE")
  static let japan = GeoLocationRequest(countryCode: "JP")
  static let washington = GeoLocationRequest(countryCode: "US", subdivisionCode: "WA")

  static let mixed: [Row] = [
    (
      one, .latency(name, "two", "us-east-1"),
      "\(subject), and Region Name=us-east-1 cannot be created because a non-latency RRSet with "
        + "the same name and type already exists."
    ),
    (
      one, .geo(name, "two", GeoLocationRequest(countryCode: "*")),
      "\(subject), and routing to [country = (*, Default)} cannot be created because a non-GEO "
        + "RRSet with the same name and type already exists."
    ),
    (
      one, .multivalue(name, "two"),
      "\(subject) cannot be created because a non multivalue answer rrset exists with the same "
        + "name and type."
    ),
    (
      one, .proximity(name, "two", GeoProximityRequest(region: "us-east-1")),
      "\(subject), and routing to [us-east-1] cannot be created because a non-GeoProximity RRSet "
        + "with the same name and type already exists."
    ),
    (
      one, .cidr(name, "two", office, "berlin"),
      "\(subject), and routing to CidrCollectionId=\(office) CidrLocationId=berlin cannot be "
        + "created because a non-CIDR RRSet with the same name and type already exists."
    ),
    (
      .latency(name, "one", "us-east-1"), .weighted(name, "two", 1),
      "\(subject) cannot be created as a non-weighted set exists with the same name and type."
    ),
  ]

  static let same: [Row] = [
    (
      .geo(name, "one", japan), .geo(name, "two", japan),
      "\(subject), and routing to [country = (JP, Japan)} cannot be created because a GEO RRSet "
        + "with the same name, type and routing to [country = (JP, Japan)} already exists."
    ),
    (
      .geo(name, "one", washington), .geo(name, "two", washington),
      "\(subject), and routing to [country = (US, United States), subdivision = (WA, Washington)} "
        + "cannot be created because a GEO RRSet with the same name, type and routing to [country "
        + "= (US, United States), subdivision = (WA, Washington)} already exists."
    ),
    (
      .geo(name, "one", GeoLocationRequest(continentCode: "EU")),
      .geo(name, "two", GeoLocationRequest(continentCode: "EU")),
      "\(subject), and routing to [continent = (EU, Europe)} cannot be created because a GEO RRSet "
        + "with the same name, type and routing to [continent = (EU, Europe)} already exists."
    ),
    (
      .proximity(name, "one", GeoProximityRequest(region: "us-east-1")),
      .proximity(name, "two", GeoProximityRequest(region: "us-east-1", bias: 5)),
      "\(subject), and routing to [us-east-1, bias 5] cannot be created because a GeoProximity "
        + "RRSet with the same name, type and location already exists."
    ),
    (
      .cidr(name, "one", office, "*"), .cidr(name, "two", office, "*"),
      "\(subject), and routing to CidrCollectionId=\(office) CidrLocationId=* cannot be created "
        + "because a CIDR RRSet with the same name, type and location already exists."
    ),
    (
      .cidr(name, "one", office, "berlin"), .cidr(name, "two", home, "north"),
      "\(subject), and routing to CidrCollectionId=\(home) CidrLocationId=north cannot be created "
        + "because a CIDR RRSets with a different collection id (\(office)) already exist"
    ),
  ]

  @Test(arguments: mixed + same)
  func `says what it cannot stand beside`(
    there: RecordSetRequest,
    new: RecordSetRequest,
    text: String
  ) throws {
    var cafe = try Self.cafe
    try cafe.change(Change(.create, there))
    #expect(cafe.refusal(Change(.create, new)) == [text])
    // In one batch the later of the two bears the fault.
    let empty = try Self.cafe
    #expect(empty.refusal(Change(.create, there), Change(.create, new)) == [text])
  }

  static let alone: [(RecordSetRequest, String)] = [
    (.latency(name, "two", "xx-fake-1"), "Cannot find region 'xx-fake-1'. No changes made."),
    (
      .geo(name, "two", GeoLocationRequest(continentCode: "XX")),
      "Cannot find location: ' continent = XX'. No changes made."
    ),
    (
      .geo(name, "two", GeoLocationRequest(countryCode: "ZZ")),
      "Cannot find location: 'country = ZZ'. No changes made."
    ),
    (
      .geo(name, "two", GeoLocationRequest(countryCode: "BV")),
      "Cannot find location: 'country = BV'. No changes made."
    ),
    (
      .geo(name, "two", GeoLocationRequest(countryCode: "US", subdivisionCode: "ZZ")),
      "Cannot find location: 'country = US subdivision = ZZ'. No changes made."
    ),
    (
      .geo(name, "two", GeoLocationRequest(countryCode: "CA", subdivisionCode: "ON")),
      "Cannot find location: 'country = CA subdivision = ON'. No changes made."
    ),
    (
      .proximity(name, "two", GeoProximityRequest(region: "xx-fake-1")),
      "Cannot find GeoProximityLocation with AWSRegion = xx-fake-1. No changes made."
    ),
    (
      .proximity(name, "two", GeoProximityRequest(localZoneGroup: "not-a-zone-group")),
      "Cannot find GeoProximityLocation with LocalZoneGroup = not-a-zone-group. No changes made."
    ),
    (
      .cidr(name, "two", CidrCollectionID("0a5b1f8e-0000-4000-8000-0000000000c9"), "*"),
      "A CIDR collection with id 0a5b1f8e-0000-4000-8000-0000000000c9 does not exist."
    ),
    (
      .cidr(name, "two", office, "rome"),
      "The CIDR collection offices has no location named rome."
    ),
    (
      changed(.weighted(name, "two", 1)) { $0.values.append(Cafe.standby) },
      "\(subject) cannot be created as weighted sets must contain exactly one ResourceRecord."
    ),
    (
      changed(.latency(name, "two", "us-east-1")) { $0.values.append(Cafe.standby) },
      "\(subject) cannot be created as latency sets must contain exactly one ResourceRecord."
    ),
    (
      changed(.weighted("cafe.example", "two", 1)) {
        $0.type = "NS"
        $0.values = ["ns.example"]
      },
      "RRSet with DNS name cafe.example., type NS, SetIdentifier two cannot be created because "
        + "this type of RRSet is not supported."
    ),
    (
      changed(.multivalue(name, "two")) {
        $0.type = "CNAME"
        $0.values = ["x.example"]
      },
      "RRSet with DNS name www.cafe.example., type CNAME, SetIdentifier two cannot be created "
        + "because this type of RRSet is not supported."
    ),
    (
      changed(.weighted(name, "two", 1)) {
        $0.type = "DS"
        $0.values = ["1 2 3 00"]
      },
      "RRSet with DNS name www.cafe.example., type DS, SetIdentifier two cannot be created because "
        + "this type of RRSet is not supported."
    ),
  ]

  @Test(arguments: alone)
  func `says what is wrong with it alone`(request: RecordSetRequest, text: String) throws {
    #expect(try Self.cafe.refusal(Change(.create, request)) == [text])
  }

  static func quota(_ count: Int, _ request: (Int) -> RecordSetRequest) -> [Change] {
    (0..<count).map { Change(.create, request($0)) }
  }

  @Test func `keeps a hundred record sets of a name and type`() throws {
    let weighted = Self.quota(101) { .weighted(Self.name, "s\($0)", 1) }
    let text = "Exceeded limit on number of weighted RRSets for www.cafe.example., type A in this "
    #expect(try Self.cafe.refusal(weighted) == [text + "zone."])
    #expect(try Self.cafe.refusal(Array(weighted.dropLast())).isEmpty)
    #expect(try Self.cafe.refusal(Self.quota(130) { .weighted(Self.name, "s\($0)", 1) }).count == 1)
    let multivalue = Self.quota(101) { .multivalue(Self.name, "s\($0)") }
    #expect(try Self.cafe.refusal(multivalue).count == 1)
    let codes = Geography.countries.prefix(101).map(\.code)
    let countries = Self.quota(101) {
      .geo(Self.name, codes[$0], GeoLocationRequest(countryCode: codes[$0]))
    }
    #expect(try Self.cafe.refusal(countries).count == 1)
    #expect(try Self.cafe.refusal(Array(countries.dropLast())).isEmpty)
  }

  @Test func `keeps thirty geoproximity record sets of a name and type`() throws {
    let changes = Self.quota(31) { index in
      .proximity(
        Self.name,
        "s\(index)",
        GeoProximityRequest(latitude: "\(index)", longitude: "-\(index).5")
      )
    }
    #expect(
      try Self.cafe.refusal(changes) == [
        "Exceeded limit on number of geo-proximity RRSets for www.cafe.example., type A in this "
          + "zone."
      ]
    )
    #expect(try Self.cafe.refusal(Array(changes.dropLast())).isEmpty)
  }

  // DG:hosted-zone-private-considerations
  @Test func `keeps two policies out of private zones`() throws {
    var cafe = try Self.cafe
    cafe.zone.vpcs = [VPC(region: "us-west-2", id: "vpc-0a1b2c3d4e5f60718")]
    #expect(
      cafe.refusal(Change(.create, .cidr(Self.name, "two", Self.office, "*"))) == [
        "\(Self.subject) cannot be created because CIDR RRSet is not supported with private hosted "
          + "zone."
      ]
    )
    let place = GeoProximityRequest(region: "us-east-1")
    #expect(
      cafe.refusal(Change(.create, .proximity(Self.name, "two", place))) == [
        "\(Self.subject) cannot be created because GeoProximity RRSet is not supported with "
          + "private hosted zone."
      ]
    )
    #expect(cafe.refusal(Change(.create, .weighted(Self.name, "two", 1))).isEmpty)
    cafe.resourceNames = ["d111111abcdef8.cloudfront.net"]
    let alias = RecordSetRequest.alias(
      Self.name,
      to: "d111111abcdef8.cloudfront.net",
      in: HostedZoneID("Z2FDTNDATAQYW2"),
      evaluates: false
    )
    #expect(cafe.refusal(Change(.create, alias)).count == 1)
  }
}
