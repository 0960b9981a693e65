import CafeWorld
import Commands
import DNS
import Route53
import Testing

@testable import Route53API

struct `A page of record sets` {
  private static let bodies: [String] = [
    "<TTL>60</TTL>VALUES", "<SetIdentifier>a</SetIdentifier><Weight>10</Weight><TTL>5</TTL>VALUES",
    "<SetIdentifier>a &lt;1&gt;</SetIdentifier><Region>us-west-2</Region><TTL>5</TTL>VALUES",
    "<SetIdentifier>a</SetIdentifier><GeoLocation><CountryCode>US</CountryCode>"
      + "<SubdivisionCode>WA</SubdivisionCode></GeoLocation><TTL>5</TTL>VALUES",
    "<SetIdentifier>a</SetIdentifier><GeoLocation><ContinentCode>EU</ContinentCode></GeoLocation>"
      + "<TTL>5</TTL>VALUES",
    "<SetIdentifier>a</SetIdentifier><MultiValueAnswer>true</MultiValueAnswer><TTL>5</TTL>VALUES",
    "<SetIdentifier>a</SetIdentifier><Failover>SECONDARY</Failover><TTL>5</TTL>VALUES",
    "<SetIdentifier>a</SetIdentifier><TTL>5</TTL>VALUES<GeoProximityLocation>"
      + "<Coordinates><Latitude>47.6</Latitude><Longitude>-122.33</Longitude></Coordinates>"
      + "<Bias>-5</Bias></GeoProximityLocation>",
    "<SetIdentifier>a</SetIdentifier><TTL>5</TTL>VALUES<GeoProximityLocation>"
      + "<AWSRegion>us-west-2</AWSRegion></GeoProximityLocation>",
    "<SetIdentifier>a</SetIdentifier><TTL>5</TTL>VALUES<CidrRoutingConfig><CollectionId>"
      + "COLLECTION</CollectionId><LocationName>*</LocationName></CidrRoutingConfig>",
    "<AliasTarget><HostedZoneId>ZONE</HostedZoneId><DNSName>h0.cafe.example</DNSName>"
      + "<EvaluateTargetHealth>true</EvaluateTargetHealth></AliasTarget>",
  ]

  /// A café whose zone has a record set of each policy.
  private static func filled() throws -> APICafe {
    var cafe = APICafe()
    let made = cafe.rest(
      "POST /cidrcollection",
      APICafe.xml(
        "CreateCidrCollection",
        "<Name>c</Name><CallerReference>c</CallerReference>"
      )
    )
    let collection = try #require(made.text(of: "Id"))
    let zone = try #require(cafe.world.hostedZones.first)
    let changes = bodies.enumerated().map { index, body in
      let values =
        "<ResourceRecords><ResourceRecord><Value>52.10.1.1</Value></ResourceRecord>"
        + "</ResourceRecords>"
      let plain = body.replacing("VALUES", with: values).replacing("COLLECTION", with: collection)
        .replacing("ZONE", with: zone.id.text).replacing("h0.cafe.example", with: "h0.\(zone.name)")
      return "<Change><Action>UPSERT</Action><ResourceRecordSet><Name>h\(index).\(zone.name)</Name>"
        + "<Type>A</Type>\(plain)</ResourceRecordSet></Change>"
    }
    let answer = cafe.rest(
      "POST /hostedzone/\(zone.id)/rrset/",
      APICafe.xml(
        "ChangeResourceRecordSets",
        "<ChangeBatch><Changes>\(changes.joined())</Changes></ChangeBatch>"
      )
    )
    try #require(answer.status == 200, "\(answer.text)")
    return cafe
  }

  /// It is written in two ways, for speed; the slow one goes by the value that the CLI prints.
  @Test(arguments: [1, 4, 100])
  func `is the same however it is written`(most: Int) throws {
    var cafe = try Self.filled()
    let answer = cafe.rest("GET /hostedzone/\(cafe.zone)/rrset?maxitems=\(most)")
    var call = AwsCall(
      .listResourceRecordSets,
      [.init(key: "HostedZoneId", value: .string(cafe.zone))]
    )
    call.isRawPage = true
    call.maxItems = most
    let value = Aws.value(call, before: cafe.world, after: cafe.world, events: [])
    let plain = XMLWriter.document(
      "ListResourceRecordSetsResponse",
      namespace: APICafe.namespace
    ) { $0.members(of: value, names: .route53) }
    #expect(answer.text == String(decoding: plain, as: UTF8.self))
    #expect(answer.text.contains("<MaxItems>\(most)</MaxItems>"))
  }

  /// What a list says can be handed back to delete it (`TF:record.go`).
  @Test func `can be deleted as it is listed`() throws {
    var cafe = try Self.filled()
    let before = cafe.world.hostedZones[0].records.count
    let text = cafe.rest("GET /hostedzone/\(cafe.zone)/rrset").text
    let sets = text.split(separator: "<ResourceRecordSet>").dropFirst().compactMap { part in
      part.contains("<Name>h") ? part.split(separator: "</ResourceRecordSet>")[0] : nil
    }
    try #require(sets.count == Self.bodies.count)
    let changes = sets.map {
      "<Change><Action>DELETE</Action><ResourceRecordSet>\($0)</ResourceRecordSet></Change>"
    }
    let answer = cafe.rest(
      "POST /hostedzone/\(cafe.zone)/rrset/",
      APICafe.xml(
        "ChangeResourceRecordSets",
        "<ChangeBatch><Changes>\(changes.joined())</Changes></ChangeBatch>"
      )
    )
    #expect(answer.status == 200, "\(answer.text)")
    #expect(cafe.world.hostedZones[0].records.count == before - Self.bodies.count)
  }
}
