import DNS
import Testing

@testable import Route53

/// Rows of §11 of the notes on Route 53, by their numbers.
struct `Golden answers` {
  /// The set identifier that answers www from a pair with these statuses.
  private func failover(_ primary: HealthStatus, _ secondary: HealthStatus?) throws -> String? {
    var sketch = Sketch()
    try sketch.add("www", "P", .failover(.primary), .value("54.1.1.1"), primary)
    try sketch.add("www", "S", .failover(.secondary), .value("54.1.1.2"), secondary)
    return try sketch.cafe.dig("www.cafe.example").chosen?.setIdentifier
  }

  private func weighted(_ rows: [(Int, HealthStatus?)]) throws -> [String: Int] {
    var sketch = Sketch()
    for (index, row) in rows.enumerated() {
      try sketch.add("www", "\(index)", .weighted(row.0), .value("54.1.1.\(index)"), row.1)
    }
    return try sketch.cafe.tally("www.cafe.example")
  }

  /// Whether counts out of 3,000 are these shares, within four standard deviations.
  private func share(_ counts: [String: Int], _ key: String, is share: Double) -> Bool {
    let deviation = (3_000 * share * (1 - share)).squareRoot()
    return abs(Double(counts[key] ?? 0) - 3_000 * share) <= 4 * deviation
  }

  @Test func `47 both healthy: the primary`() throws {
    #expect(try failover(.healthy, .healthy) == "P")
  }

  @Test func `48 the primary unhealthy: the secondary`() throws {
    #expect(try failover(.unhealthy, .healthy) == "S")
  }

  @Test func `49 both unhealthy: the primary`() throws {
    #expect(try failover(.unhealthy, .unhealthy) == "P")
  }

  @Test func `50 a secondary without a check always takes over`() throws {
    #expect(try failover(.unhealthy, nil) == "S")
  }

  @Test func `51 an unhealthy secondary does not matter while the primary is healthy`() throws {
    #expect(try failover(.healthy, .unhealthy) == "P")
  }

  @Test func `52 the primary answers again as soon as it is healthy`() throws {
    var sketch = Sketch()
    try sketch.add("www", "P", .failover(.primary), .value("54.1.1.1"), .unhealthy)
    try sketch.add("www", "S", .failover(.secondary), .value("54.1.1.2"), .healthy)
    var cafe = sketch.cafe
    #expect(try cafe.dig("www.cafe.example").texts == ["54.1.1.2"])
    for id in cafe.health.keys { cafe.health[id] = .healthy }
    #expect(try cafe.dig("www.cafe.example").texts == ["54.1.1.1"])
  }

  @Test func `53 an unhealthy record's weight leaves the sum`() throws {
    let counts = try weighted([(10, .healthy), (20, .healthy), (20, .unhealthy)])
    #expect(counts["2"] == nil)
    #expect(share(counts, "0", is: 1.0 / 3) && share(counts, "1", is: 2.0 / 3))
  }

  @Test func `54 weight zero takes over when whatever has a weight is unhealthy`() throws {
    #expect(try weighted([(1, .unhealthy), (1, .unhealthy), (0, nil)]) == ["2": 3_000])
    #expect(try weighted([(1, .unhealthy), (1, .healthy), (0, nil)]) == ["1": 3_000])
    #expect(try weighted([(1, nil), (1, .unhealthy), (0, .healthy)]) == ["0": 3_000])
  }

  @Test func `55 three weights of zero share equally`() throws {
    let counts = try weighted([(0, nil), (0, nil), (0, .healthy)])
    for key in ["0", "1", "2"] { #expect(share(counts, key, is: 1.0 / 3)) }
  }

  @Test func `56 all unhealthy: by weight, as if healthy`() throws {
    let counts = try weighted([(1, .unhealthy), (3, .unhealthy), (0, .unhealthy)])
    #expect(counts["2"] == nil && share(counts, "0", is: 0.25) && share(counts, "1", is: 0.75))
  }

  @Test func `57 one record without a check, the others unhealthy: only that one`() throws {
    #expect(try weighted([(5, .unhealthy), (1, nil), (9, .unhealthy)]) == ["1": 3_000])
  }

  /// Two regions, each an alias of weighted servers; the nearer one's are unhealthy.
  private func regions(
    evaluates: Bool,
    own: HealthStatus? = nil,
    near: HealthStatus
  ) throws -> Answer {
    var sketch = Sketch()
    let (us, ap) = ("us-east-1", "ap-southeast-2")
    try sketch.add("www", us, .latency(region: us), .alias("us", evaluates: evaluates), own)
    try sketch.add("www", ap, .latency(region: ap), .alias("ap", evaluates: true))
    for (label, status) in [("us", near), ("ap", .healthy)] {
      for index in 1...2 {
        let value = Sketch.Content.value(label == "us" ? "54.1.1.\(index)" : "54.2.2.\(index)")
        try sketch.add(label, "\(label)-\(index)", .weighted(index), value, status)
      }
    }
    return try sketch.cafe.dig("www.cafe.example")
  }

  @Test func `58 a latency branch whose servers are all unhealthy is backed out of`() throws {
    let reply = try regions(evaluates: true, near: .unhealthy)
    #expect(reply.texts.first?.hasPrefix("54.2.2.") == true)
  }

  @Test func `59 with EvaluateTargetHealth off it is not`() throws {
    let reply = try regions(evaluates: false, near: .unhealthy)
    #expect(reply.texts.first?.hasPrefix("54.1.1.") == true)
  }

  @Test func `60 an alias whose own check is unhealthy is passed over`() throws {
    let reply = try regions(evaluates: true, own: .unhealthy, near: .healthy)
    #expect(reply.texts.first?.hasPrefix("54.2.2.") == true)
    let healthy = try regions(evaluates: true, own: .healthy, near: .healthy)
    #expect(healthy.texts.first?.hasPrefix("54.1.1.") == true)
  }

  @Test func `61 the healthy member of the primary's group answers`() throws {
    var sketch = Sketch()
    try sketch.add("www", "P", .failover(.primary), .alias("one", evaluates: true))
    try sketch.add("www", "S", .failover(.secondary), .alias("two", evaluates: true))
    for (index, status) in [HealthStatus.unhealthy, .healthy, .unhealthy].enumerated() {
      try sketch.add("one", "\(index)", .weighted(1), .value("54.1.1.\(index)"), status)
    }
    try sketch.add("two", "a", .weighted(1), .value("54.2.2.1"), .healthy)
    #expect(try sketch.cafe.dig("www.cafe.example").texts == ["54.1.1.1"])
  }

  @Test func `62 an unhealthy state leaves it to the country`() throws {
    for (status, expected) in [(HealthStatus.unhealthy, "US"), (.healthy, "OR")] {
      var sketch = Sketch()
      let oregon = GeoLocation.subdivision(country: "US", "OR")
      try sketch.add("www", "OR", .geolocation(oregon), .value("54.1.1.1"), status)
      try sketch.add("www", "US", .geolocation(.country("US")), .value("54.1.1.2"), .healthy)
      try sketch.add("www", "NA", .geolocation(.continent("NA")), .value("54.1.1.3"), .healthy)
      try sketch.add("www", "*", .geolocation(.anywhere), .value("54.1.1.4"))
      let reply = try sketch.cafe.dig("www.cafe.example")
      #expect(reply.chosen?.setIdentifier == expected)
    }
  }

  @Test func `63 without a default, whom no location holds gets an empty answer`() throws {
    var sketch = Sketch()
    try sketch.add("www", "JP", .geolocation(.country("JP")), .value("54.1.1.1"))
    let reply = try sketch.cafe.dig("www.cafe.example")
    #expect(reply.code == .noError && reply.records.isEmpty && reply.negativeTTL == 900)
    #expect(reply.reasons.last?.rule == .noAreaHoldsClient)
  }

  @Test(arguments: [(10, 0, 8), (3, 5, 3), (0, 10, 8)])
  func `64 up to eight healthy records answer, of all if none is healthy`(
    healthy: Int,
    unhealthy: Int,
    count: Int
  ) throws {
    var sketch = Sketch()
    for index in 0..<healthy {
      try sketch.add("www", "h\(index)", .multivalue, .value("54.1.1.\(index)"), .healthy)
    }
    for index in 0..<unhealthy {
      try sketch.add("www", "u\(index)", .multivalue, .value("54.2.2.\(index)"), .unhealthy)
    }
    let cafe = sketch.cafe
    var seen: Set<String> = []
    for draw in 0..<100 as Range<UInt64> {
      let texts = try cafe.dig("www.cafe.example", draw: draw).texts
      #expect(texts.count == count && Set(texts).count == count)
      if healthy > 0 { #expect(texts.allSatisfy { $0.hasPrefix("54.1.1.") }) }
      seen.formUnion(texts)
    }
    #expect(seen.count == (healthy > 0 ? healthy : unhealthy))
  }

  @Test func `65 a wildcard answers for what is not there, and not below what is`() throws {
    var sketch = Sketch()
    try sketch.add("*", .value("54.1.1.1"))
    try sketch.add("a", .value("54.1.1.2"))
    let cafe = sketch.cafe
    #expect(try cafe.dig("a.cafe.example").texts == ["54.1.1.2"])
    let other = try cafe.dig("b.cafe.example")
    #expect(other.texts == ["54.1.1.1"])
    #expect(other.records.map(\.name.description) == ["b.cafe.example."])
    #expect(try cafe.dig("x.a.cafe.example").code == .nxDomain)
  }

  @Test func `66 a type that is not there: an empty answer with the SOA`() throws {
    var sketch = Sketch()
    try sketch.add("www", .value("54.1.1.1"))
    let reply = try sketch.cafe.dig("www.cafe.example", .aaaa)
    #expect(reply.code == .noError && reply.records.isEmpty)
    #expect(reply.authority.map(\.type) == [.soa] && reply.authority.allSatisfy { $0.ttl <= 900 })
  }

  @Test func `67 a simple record answers though its check is unhealthy`() throws {
    var sketch = Sketch()
    try sketch.add("www", nil, .simple, .value("54.1.1.1"), .unhealthy)
    #expect(try sketch.cafe.dig("www.cafe.example").texts == ["54.1.1.1"])
  }

  @Test(arguments: [HealthStatus.healthy, .unhealthy])
  func `68 an alias answers what its target answers, with that TTL`(status: HealthStatus) throws {
    var sketch = Sketch()
    try sketch.add("", .alias("www", evaluates: false))
    try sketch.add("www", "P", .failover(.primary), .value("54.1.1.1"), status)
    try sketch.add("www", "S", .failover(.secondary), .value("54.1.1.2"))
    let apex = try sketch.cafe.dig("cafe.example")
    let www = try sketch.cafe.dig("www.cafe.example")
    #expect(apex.texts == www.texts && apex.ttl == 15 && www.ttl == 15)
    #expect(apex.records.map(\.name.description) == ["cafe.example."])
  }

  @Test func `69 a block longer than the client's subnet does not match`() throws {
    var collection = CidrCollection(id: CidrCollectionID("c"), name: "offices")
    let block = try #require(AddressBlock("24.20.7.0/24"))
    collection.locations = [CidrCollection.Location(name: "office", blocks: [block])]
    var sketch = Sketch()
    sketch.addCollection(collection)
    for location in ["office", CidrLocation.anywhere] {
      let routing = CidrLocation(collection: collection.id, location: location)
      let value = Sketch.Content.value(location == "office" ? "54.1.1.1" : "54.1.1.2")
      try sketch.add("www", location, .ipBased(routing), value)
    }
    let wide = try #require(AddressBlock("24.20.0.0/16"))
    #expect(try sketch.cafe.dig("www.cafe.example", from: wide).texts == ["54.1.1.2"])
    for text in ["24.20.7.0/24", "24.20.7.18"] {
      let client = try #require(AddressBlock(text))
      #expect(try sketch.cafe.dig("www.cafe.example", from: client).texts == ["54.1.1.1"])
    }
  }

  @Test func `70 a bias of 50 makes 150 km count as 75`() throws {
    var sketch = Sketch()
    // Portland is at 45.52 north; a hundredth of a degree of latitude is 1,112 m.
    let (far, near) = (4_552 + 135, 4_552 + 90)
    let places = [("A", far, 50), ("B", near, 0)]
    for (label, latitude, bias) in places {
      let point = Coordinates(latitude: latitude, longitude: -12_268)
      let location = GeoProximityLocation(.coordinates(point), bias: bias)
      let value = Sketch.Content.value(label == "A" ? "54.1.1.1" : "54.1.1.2")
      try sketch.add("www", label, .geoproximity(location), value)
    }
    let reply = try sketch.cafe.dig("www.cafe.example")
    #expect(reply.chosen?.setIdentifier == "A")
    let measures = reply.reasons.last?.candidates.map(\.measure)
    #expect(
      measures == [.metres(150_113, biased: 75_056), .metres(100_075, biased: 100_075)]
    )
  }
}
