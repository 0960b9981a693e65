public import DNS

/// One record set of a zone, its values normalised.
public struct ResourceRecordSet: Hashable, Sendable, Codable {
  public let name: DomainName
  public let type: RecordType
  public let setIdentifier: String?
  public let routing: Routing
  /// In seconds.
  public let ttl: Int?
  public let values: [RecordData]
  public let healthCheckID: HealthCheckID?

  public init(
    name: DomainName,
    type: RecordType,
    setIdentifier: String? = nil,
    routing: Routing = .simple,
    ttl: Int?,
    values: [RecordData],
    healthCheckID: HealthCheckID? = nil
  ) {
    self.name = name
    self.type = type
    self.setIdentifier = setIdentifier
    self.routing = routing
    self.ttl = ttl
    self.values = values
    self.healthCheckID = healthCheckID
  }

  public var key: RecordSetKey {
    RecordSetKey(name: name, type: type, setIdentifier: setIdentifier)
  }

  /// The place in a failover pair, when this is a failover record set.
  public var failoverRole: FailoverRole? {
    switch routing {
    case .simple: nil
    case .failover(let role): role
    }
  }

  /// The request that would make this record set, or delete it: a DELETE repeats everything.
  public var request: RecordSetRequest {
    RecordSetRequest(
      name: name.description,
      type: type.rawValue,
      setIdentifier: setIdentifier,
      failover: failoverRole?.rawValue,
      ttl: ttl,
      values: values.map(\.description),
      healthCheckID: healthCheckID?.text
    )
  }

  /// Whether a DELETE that names `other` means this record set; the order of values is free.
  func matches(_ other: ResourceRecordSet) -> Bool {
    key == other.key && routing == other.routing && ttl == other.ttl
      && healthCheckID == other.healthCheckID && Set(values) == Set(other.values)
  }
}
