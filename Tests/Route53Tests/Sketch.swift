import DNS
import Route53

/// A zone `cafe.example` in the making, whose records need no API: names are labels in it, and a
/// status given to a record makes a health check of its own.
struct Sketch {
  private var sets: [ResourceRecordSet] = []
  private var health: [HealthCheckID: HealthStatus] = [:]
  private var resources: [DomainName: AwsResource] = [:]
  private var collections: [CidrCollectionID: CidrCollection] = [:]
  private var checks = 0

  enum Content {
    case value(String)
    /// An alias of another name of the zone.
    case alias(String, evaluates: Bool)
    /// An alias of an AWS resource.
    case resource(String, evaluates: Bool)
  }

  static let elsewhere = HostedZoneID("Z35SXDOTRQ7X7K")

  var cafe: Cafe {
    var cafe = Cafe()
    cafe.health = health
    cafe.resources = resources
    cafe.collections = collections
    cafe.publish(sets.reduce(cafe.zone.records) { $0.applying($1) })
    return cafe
  }

  static func name(_ label: String) throws -> DomainName {
    try DomainName(label.isEmpty ? "cafe.example" : "\(label).cafe.example")
  }

  /// A simple record set without a health check.
  mutating func add(_ label: String, _ content: Content) throws {
    try add(label, nil, .simple, content)
  }

  mutating func add(
    _ label: String,
    _ identifier: String?,
    _ routing: Routing,
    _ content: Content,
    _ status: HealthStatus? = nil,
    type: RecordType = .a
  ) throws {
    var check: HealthCheckID?
    if let status {
      let id = HealthCheckID("check-\(checks)")
      checks += 1
      health[id] = status
      check = id
    }
    sets.append(try Self.set(label, identifier, routing, content, check, type))
  }

  private static func set(
    _ label: String,
    _ identifier: String?,
    _ routing: Routing,
    _ content: Content,
    _ check: HealthCheckID?,
    _ type: RecordType
  ) throws -> ResourceRecordSet {
    let target: AliasTarget
    switch content {
    case .value(let text):
      return ResourceRecordSet(
        name: try name(label),
        type: type,
        setIdentifier: identifier,
        routing: routing,
        ttl: 15,
        values: [try RecordData(text, type: type)],
        healthCheckID: check
      )
    case .alias(let label, let evaluates):
      target = AliasTarget(
        zone: Cafe().zone.id,
        name: try name(label),
        evaluatesTargetHealth: evaluates
      )
    case .resource(let text, let evaluates):
      target = AliasTarget(
        zone: elsewhere,
        name: try DomainName(text),
        evaluatesTargetHealth: evaluates
      )
    }
    return ResourceRecordSet(
      name: try name(label),
      type: type,
      setIdentifier: identifier,
      routing: routing,
      alias: target,
      healthCheckID: check
    )
  }

  mutating func addResource(_ text: String, _ addresses: String..., isHealthy: Bool = true) throws {
    let name = try DomainName(text)
    resources[name] = AwsResource(
      kind: .loadBalancer,
      region: "us-east-1",
      name: name,
      addresses: addresses.compactMap { IPv4Address($0) },
      isHealthy: isHealthy
    )
  }

  mutating func addCollection(_ collection: CidrCollection) {
    collections[collection.id] = collection
  }
}

extension Answer {
  /// The addresses as texts.
  var texts: [String] { addresses.map(\.description) }
}
