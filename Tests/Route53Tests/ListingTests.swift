import DNS
import Route53
import Testing

/// §1.7 of the notes on Route 53.
struct `A list of record sets` {
  private var cafe: Cafe {
    get throws {
      var cafe = Cafe()
      cafe.health = [Cafe.check: .healthy]
      try cafe.change(
        Change(.create, .a("b.cafe.example", Cafe.main)),
        Change(.create, changed(.a("b.cafe.example", "2600::1")) { $0.type = "AAAA" }),
        Change(.create, .a("a.x.cafe.example", Cafe.main)),
        Change(.create, .weighted("c.cafe.example", "two", 1)),
        Change(.create, .weighted("c.cafe.example", "One", 1)),
        Change(.create, .a("c-1.cafe.example", Cafe.main))
      )
      return cafe
    }
  }

  private func titles(_ listing: RecordSetListing) throws -> [String] {
    try cafe.zone.list(listing).sets.map { set in
      "\(set.name.labels[0]) \(set.type.rawValue)" + (set.setIdentifier.map { " \($0)" } ?? "")
    }
  }

  static let all: [String] = [
    "cafe NS", "cafe SOA", "b A", "b AAAA", "c-1 A", "c A One", "c A two", "a A",
  ]

  // M:ListResourceRecordSets: the trailing dot counts, so `c-1` comes before `c`.
  @Test func `goes by reversed name, type and set identifier`() throws {
    #expect(try titles(RecordSetListing()) == Self.all)
  }

  @Test func `begins where it is asked to`() throws {
    #expect(try titles(RecordSetListing(name: "b.cafe.example")) == Array(Self.all[2...]))
    #expect(try titles(RecordSetListing(name: "bb.cafe.example")) == Array(Self.all[4...]))
    #expect(try titles(RecordSetListing(name: "b.cafe.example", type: "AAAA")).first == "b AAAA")
    #expect(try titles(RecordSetListing(name: "b.cafe.example", type: "TXT")).first == "c-1 A")
    let inside = RecordSetListing(name: "c.cafe.example", type: "A", identifier: "p")
    #expect(try titles(inside) == Array(Self.all[6...]))
    #expect(try titles(RecordSetListing(name: "z.example")) == [])
  }

  @Test(arguments: 1...9)
  func `goes on page by page`(size: Int) throws {
    let zone = try cafe.zone
    var seen: [ResourceRecordSet] = []
    var listing = RecordSetListing(maxItems: size)
    while true {
      let page = try zone.list(listing)
      #expect(page.sets.count <= size && page.maxItems == size)
      seen += page.sets
      guard let next = page.next else { break }
      listing.name = next.name.description
      listing.type = next.type.rawValue
      listing.identifier = next.setIdentifier
    }
    #expect(seen == zone.records.all)
  }

  @Test func `refuses what makes no sense`() throws {
    let zone = try cafe.zone
    let wrong: [RecordSetListing] = [
      RecordSetListing(type: "A"), RecordSetListing(name: "b.cafe.example", identifier: "x"),
      RecordSetListing(name: "b.cafe.example", type: "a"), RecordSetListing(name: "é.example"),
      RecordSetListing(maxItems: 0),
    ]
    for listing in wrong {
      let error = #expect(throws: ServiceError.self) { try zone.list(listing) }
      #expect(error?.code == "InvalidInput")
    }
    #expect(try zone.list(RecordSetListing(maxItems: .max)).maxItems == 300)
  }
}

struct `A list of hosted zones` {
  private let zones: [HostedZone] = [
    "tea.example", "cafe.example", "a.cafe.example", "cafe.example",
  ]
  .enumerated().map { index, name in
    HostedZone(
      id: HostedZoneID("Z\(9 - index)"),
      name: (try? DomainName(name)) ?? .root,
      comment: nil,
      nameServers: [],
      delegationSet: index == 1 ? DelegationSetID("N1") : nil,
      vpcs: index == 2 ? [VPC(region: "us-east-1", id: "vpc-00000001")] : []
    )
  }

  private func ids(_ page: HostedZonePage) -> [String] { page.zones.map(\.id.text) }

  // M:ListHostedZonesByName
  @Test func `by name begins at a name and an id`() throws {
    #expect(ids(try HostedZone.byName(zones)) == ["Z6", "Z8", "Z7", "Z9"])
    #expect(ids(try HostedZone.byName(zones, from: "b.example")) == ["Z6", "Z8", "Z7", "Z9"])
    #expect(
      ids(try HostedZone.byName(zones, from: "cafe.example", id: "Z7")) == ["Z8", "Z7", "Z9"]
    )
    let page = try HostedZone.byName(zones, maxItems: 1)
    #expect(ids(page) == ["Z6"] && page.next?.id.text == "Z8")
    #expect(throws: ServiceError.self) { try HostedZone.byName(zones, id: "Z7") }
    let error = #expect(throws: ServiceError.self) { try HostedZone.byName(zones, from: "a..b") }
    #expect(error?.code == "InvalidDomainName")
  }

  @Test func `begins at a marker and can be narrowed`() throws {
    #expect(ids(try HostedZone.list(zones)) == ["Z9", "Z8", "Z7", "Z6"])
    #expect(ids(try HostedZone.list(zones, marker: "Z7")) == ["Z7", "Z6"])
    #expect(ids(try HostedZone.list(zones, delegationSet: DelegationSetID("N1"))) == ["Z8"])
    #expect(ids(try HostedZone.list(zones, isPrivate: true)) == ["Z7"])
    let page = try HostedZone.list(zones, maxItems: 3)
    #expect(page.zones.count == 3 && page.next?.id.text == "Z6")
    #expect(throws: ServiceError.self) { try HostedZone.list(zones, marker: "Z0") }
    #expect(throws: ServiceError.self) { try HostedZone.list(zones, maxItems: -1) }
  }
}
