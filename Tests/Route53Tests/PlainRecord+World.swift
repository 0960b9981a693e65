import DNS
import Testing

@testable import Route53

/// How a plain record becomes one of the service's.
extension PlainRecord {
  /// The policies that rank, each with parameters from the best to the worst for `Cafe.client`, and
  /// one that is for other clients.
  enum Ranking: CaseIterable {
    case latency, geolocation, geoproximity, ipBased

    func routing(_ rank: Int?) -> Routing {
      switch self {
      case .latency:
        .latency(region: ["us-west-2", "us-west-1", "us-east-1", "sa-east-1"][rank ?? 3])
      case .geolocation:
        .geolocation(
          rank.map {
            [.subdivision(country: "US", "OR"), .country("US"), .continent("NA"), .anywhere][$0]
          } ?? .country("JP")
        )
      case .geoproximity:
        .geoproximity(
          GeoProximityLocation(
            .coordinates(Coordinates(latitude: 4_552 - 100 * (rank ?? 9), longitude: -12_268))
          )
        )
      case .ipBased:
        .ipBased(
          CidrLocation(
            collection: Self.collection.id,
            location: rank.map { ["host", "office", "city", CidrLocation.anywhere][$0] } ?? "far"
          )
        )
      }
    }

    /// Whether the policy can be for other clients altogether.
    var excludes: Bool { self == .geolocation || self == .ipBased }

    static let collection: CidrCollection = {
      var collection = CidrCollection(id: CidrCollectionID("c"), name: "blocks")
      collection.locations = [
        ("host", "24.20.7.18/32"), ("office", "24.20.7.0/24"), ("city", "24.20.0.0/16"),
        ("far", "10.0.0.0/8"),
      ].compactMap { name, text in
        AddressBlock(text).map { CidrCollection.Location(name: name, blocks: [$0]) }
      }
      return collection
    }()
  }

  static let healthyCheck = HealthCheckID("healthy")
  static let unhealthyCheck = HealthCheckID("unhealthy")
  static let goneCheck = HealthCheckID("gone")

  static func health(_ id: HealthCheckID) -> HealthStatus? {
    switch id {
    case healthyCheck: .healthy
    case unhealthyCheck: .unhealthy
    default: nil
    }
  }

  /// The record set, in a zone with this id; ranks are those of one policy.
  func set(in zone: HostedZoneID, ranking: Ranking) throws -> ResourceRecordSet {
    let routing: Routing =
      switch policy {
      case .simple: .simple
      case .primary: .failover(.primary)
      case .secondary: .failover(.secondary)
      case .multivalue: .multivalue
      case .weight(let weight): .weighted(weight)
      case .rank(let rank): ranking.routing(rank)
      }
    let check: HealthCheckID? =
      switch check {
      case .none: nil
      case .healthy: Self.healthyCheck
      case .unhealthy: Self.unhealthyCheck
      case .gone: Self.goneCheck
      }
    let (name, type) = (try DomainName(name), try #require(RecordType(rawValue: type)))
    let identifier = policy == .simple ? nil : identifier
    let target: AliasTarget
    switch content {
    case .value(let text):
      return ResourceRecordSet(
        name: name,
        type: type,
        setIdentifier: identifier,
        routing: routing,
        ttl: 15,
        values: [try RecordData(text, type: type)],
        healthCheckID: check
      )
    case .alias(let text, let evaluates):
      target = AliasTarget(
        zone: zone,
        name: try DomainName(text),
        evaluatesTargetHealth: evaluates
      )
    case .resource(let text, let evaluates):
      target = AliasTarget(
        zone: Sketch.elsewhere,
        name: try DomainName(text),
        evaluatesTargetHealth: evaluates
      )
    }
    return ResourceRecordSet(
      name: name,
      type: type,
      setIdentifier: identifier,
      routing: routing,
      alias: target,
      healthCheckID: check
    )
  }
}

extension Answer {
  /// The answer as the plain reading writes it.
  var plainText: String {
    let lines = records.map { "\($0.name) \($0.data)".replacing("\\052", with: "*") }
    return PlainReading.text(code.rawValue, lines, code.rawValue)
  }
}
