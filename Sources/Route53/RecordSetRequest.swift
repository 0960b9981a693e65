/// A record set as somebody writes it, not yet looked at.
///
/// It is text throughout, so that a fault can be answered with the text that Route 53 answers.
public struct RecordSetRequest: Hashable, Sendable, Codable {
  public var name: String
  public var type: String
  public var setIdentifier: String?
  public var failover: String?
  /// In seconds.
  public var ttl: Int?
  public var values: [String]
  public var healthCheckID: String?

  public init(
    name: String,
    type: String,
    setIdentifier: String? = nil,
    failover: String? = nil,
    ttl: Int? = nil,
    values: [String] = [],
    healthCheckID: String? = nil
  ) {
    self.name = name
    self.type = type
    self.setIdentifier = setIdentifier
    self.failover = failover
    self.ttl = ttl
    self.values = values
    self.healthCheckID = healthCheckID
  }
}
