public import DNS

/// One record set of a zone, its values normalised.
///
/// What it holds never changes and is shared by all its copies: each answer looks at several, and a
/// zone of 10,000 is copied with every change.
public struct ResourceRecordSet: Sendable {
  private let content: Content

  public init(
    name: DomainName,
    type: RecordType,
    setIdentifier: String? = nil,
    routing: Routing = .simple,
    ttl: Int?,
    values: [RecordData],
    healthCheckID: HealthCheckID? = nil
  ) {
    content = Content(
      Fields(
        name: name,
        type: type,
        setIdentifier: setIdentifier,
        routing: routing,
        ttl: ttl,
        values: values,
        alias: nil,
        healthCheckID: healthCheckID
      )
    )
  }

  public init(
    name: DomainName,
    type: RecordType,
    setIdentifier: String? = nil,
    routing: Routing = .simple,
    alias: AliasTarget,
    healthCheckID: HealthCheckID? = nil
  ) {
    content = Content(
      Fields(
        name: name,
        type: type,
        setIdentifier: setIdentifier,
        routing: routing,
        ttl: nil,
        values: [],
        alias: alias,
        healthCheckID: healthCheckID
      )
    )
  }

  private struct Fields: Hashable, Sendable, Codable {
    let name: DomainName
    let type: RecordType
    let setIdentifier: String?
    let routing: Routing
    let ttl: Int?
    let values: [RecordData]
    let alias: AliasTarget?
    let healthCheckID: HealthCheckID?
  }

  private final class Content: Sendable {
    let fields: Fields
    /// What an answer has from it under its own name.
    let records: [ResourceRecord]
    /// What is looked at most, without the rest.
    let policy: Routing.Policy
    let role: FailoverRole?
    let evaluatesTargetHealth: Bool

    init(_ fields: Fields) {
      self.fields = fields
      policy = fields.routing.policy
      role = if case .failover(let role) = fields.routing { role } else { nil }
      evaluatesTargetHealth = fields.alias?.evaluatesTargetHealth ?? false
      records = fields.values.map {
        ResourceRecord(name: fields.name, ttl: fields.ttl ?? 0, data: $0)
      }
    }
  }
}

extension ResourceRecordSet {
  public var name: DomainName { content.fields.name }
  public var type: RecordType { content.fields.type }
  public var setIdentifier: String? { content.fields.setIdentifier }
  public var routing: Routing { content.fields.routing }
  /// In seconds; nil for an alias, which has its target's.
  public var ttl: Int? { content.fields.ttl }
  /// None for an alias.
  public var values: [RecordData] { content.fields.values }
  public var alias: AliasTarget? { content.fields.alias }
  public var healthCheckID: HealthCheckID? { content.fields.healthCheckID }

  /// Whether it is an alias that is healthy only while its target is.
  var evaluatesTargetHealth: Bool { content.evaluatesTargetHealth }

  var policy: Routing.Policy { content.policy }

  /// The same for each copy of it.
  var identity: ObjectIdentifier { ObjectIdentifier(content) }

  /// The lines that an answer has from it, in the order of its values; none for an alias.
  var records: [ResourceRecord] { content.records }

  public var key: RecordSetKey {
    RecordSetKey(name: name, type: type, setIdentifier: setIdentifier)
  }

  /// The place in a failover pair, when this is a failover record set.
  public var failoverRole: FailoverRole? { content.role }

  /// The request that would make this record set, or delete it: a DELETE repeats everything.
  public var request: RecordSetRequest {
    RecordSetRequest(
      name: name.description,
      type: type.rawValue,
      setIdentifier: setIdentifier,
      routing: routing,
      ttl: ttl,
      values: values.map(\.description),
      aliasTarget: alias.map(AliasTargetRequest.init),
      healthCheckID: healthCheckID?.text
    )
  }

  /// Whether a DELETE that names `other` means this record set; the order of values is free.
  func matches(_ other: ResourceRecordSet) -> Bool {
    key == other.key && routing == other.routing && ttl == other.ttl && alias == other.alias
      && healthCheckID == other.healthCheckID && Set(values) == Set(other.values)
  }
}

extension ResourceRecordSet: Hashable {
  public static func == (left: ResourceRecordSet, right: ResourceRecordSet) -> Bool {
    left.content === right.content || left.content.fields == right.content.fields
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(content.fields)
  }
}

extension ResourceRecordSet: Codable {
  public init(from decoder: any Decoder) throws {
    content = Content(try Fields(from: decoder))
  }

  public func encode(to encoder: any Encoder) throws {
    try content.fields.encode(to: encoder)
  }
}
