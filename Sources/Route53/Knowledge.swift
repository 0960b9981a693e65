public import DNS

/// What the name servers know besides the hosted zones.
///
/// A query reads this and triggers nothing: health is what was last told to the name servers
/// (`DG:dns-failover-determining-health-of-endpoints`).
public struct Knowledge {
  let health: (HealthCheckID) -> HealthStatus?
  let resource: (DomainName) -> AwsResource?
  let collection: (CidrCollectionID) -> CidrCollection?

  /// - Parameters:
  ///   - health: the status of a health check, nil when it does not exist.
  ///   - resource: the AWS resource that bears a name, nil when none does.
  ///   - collection: the CIDR collection of an id, nil when it does not exist.
  public init(
    health: @escaping (HealthCheckID) -> HealthStatus?,
    resource: @escaping (DomainName) -> AwsResource? = { _ in nil },
    collection: @escaping (CidrCollectionID) -> CidrCollection? = { _ in nil }
  ) {
    self.health = health
    self.resource = resource
    self.collection = collection
  }

  /// The same, which tells of each health check whose status is looked at.
  public func noting(_ note: @escaping (HealthCheckID) -> Void) -> Knowledge {
    let health = health
    return Knowledge(
      health: {
        note($0)
        return health($0)
      },
      resource: resource,
      collection: collection
    )
  }
}
