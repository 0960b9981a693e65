import CafeWorld
import DNS
import Route53

/// Groups of record sets, of each policy that has groups; their members are values, and aliases of
/// other names of the zone or of AWS resources.
extension RecordSample {
  static let groups: [RecordSample] = [
    group("a group by weight") { draws, _, record in
      record.weight = draws.one(of: [0, 0, 1, 3, 255, 256])
    },
    group("a group by latency") { draws, _, record in
      record.region = draws.one(of: ["us-west-2", "eu-west-1", "ap-northeast-1", "nowhere"])
    },
    group("a group by place") { draws, _, record in
      record.geoLocation = draws.one(of: [
        GeoLocationRequest(countryCode: "US", subdivisionCode: "OR"),
        GeoLocationRequest(countryCode: "US"), GeoLocationRequest(continentCode: "NA"),
        GeoLocationRequest(countryCode: "*"), GeoLocationRequest(continentCode: "EU"),
        GeoLocationRequest(continentCode: "EU", countryCode: "DE"),
      ])
    },
    group("a group by distance") { draws, _, record in
      record.geoProximity = draws.one(of: [
        GeoProximityRequest(region: "us-west-2", bias: 20),
        GeoProximityRequest(region: "eu-west-1"),
        GeoProximityRequest(latitude: "52.52", longitude: "13.40", bias: -50),
        GeoProximityRequest(localZoneGroup: "us-west-2-lax-1"), GeoProximityRequest(bias: 100),
      ])
    },
    group("a group of many values") { draws, _, record in
      record.multiValueAnswer = draws.chance(of: 95)
    },
    group("a group by block") { draws, world, record in
      record.cidrRouting = CidrRoutingRequest(
        collectionID: world.cidrCollections.first?.id.text ?? "none",
        locationName: draws.one(of: ["home", "work", "*"])
      )
    },
    RecordSample(name: "a pair of aliases") { draws, world, zone in
      FailoverRole.allCases.map { role -> RecordSetRequest in
        var record = draws.member(of: draws.one(of: labels), in: zone, world)
        record.name = "shop.\(zone.name)"
        record.setIdentifier = role.rawValue
        record.failover = role.rawValue
        draws.lead(&record, in: zone, world)
        return record
      }
    },
    RecordSample(name: "an alias") { draws, world, zone in
      var record = draws.record(draws.one(of: labels), .a, in: zone, values: [])
      draws.lead(&record, in: zone, world)
      return [record]
    },
    RecordSample(name: "two policies at once") { draws, world, zone in
      var record = draws.member(of: draws.one(of: labels), in: zone, world)
      record.setIdentifier = "both"
      record.weight = 1
      record.region = "us-west-2"
      return [record]
    },
  ]

  fileprivate static let labels = ["www", "www", "shop", "a.b", "*"]

  /// One to four record sets of one name; `route` sets what their policy chooses by.
  private static func group(
    _ name: String,
    _ route: @escaping @Sendable (inout Draws, World, inout RecordSetRequest) -> Void
  ) -> RecordSample {
    RecordSample(name: name) { draws, world, zone in
      let label = draws.one(of: labels)
      return (0..<draws.within(1...4)).map { number in
        var record = draws.member(of: label, in: zone, world)
        record.setIdentifier = "\(number)"
        route(&draws, world, &record)
        return record
      }
    }
  }
}

extension Draws {
  /// A record set as groups have them: mostly a value, mostly of the group's TTL, and now and then
  /// with a health check.
  fileprivate mutating func member(
    of label: String,
    in zone: HostedZone,
    _ world: World
  ) -> RecordSetRequest {
    var record = record(label, .a, in: zone, values: ["\(address(world))"])
    if chance(of: 95) { record.ttl = 60 }
    if chance(of: 25) { lead(&record, in: zone, world) }
    if chance(of: 50) { record.healthCheckID = check(world).text }
    return record
  }

  /// Makes a record set an alias: of a name that the zone has, or of an AWS resource.
  fileprivate mutating func lead(
    _ record: inout RecordSetRequest,
    in zone: HostedZone,
    _ world: World
  ) {
    record.values = []
    record.ttl = nil
    let evaluates = chance(of: 60)
    if !world.resources.isEmpty, chance(of: 40) {
      let resource = one(of: world.resources)
      let home = AwsResource.zone(of: resource.kind, in: resource.region) ?? zone.id
      record.aliasTarget = AliasTargetRequest(
        hostedZoneID: home.text,
        dnsName: "\(resource.name)",
        evaluateTargetHealth: evaluates
      )
    } else {
      let names = zone.records.all.filter { $0.type == .a }.map { "\($0.name)" }
      record.aliasTarget = AliasTargetRequest(
        hostedZoneID: zone.id.text,
        dnsName: one(of: names + ["nowhere.\(zone.name)"]),
        evaluateTargetHealth: evaluates
      )
    }
  }
}
