public import DNS

/// What a change batch needs to know of the rest of the account.
public struct BatchSurroundings {
  public var hasHealthCheck: (HealthCheckID) -> Bool
  public var collection: (CidrCollectionID) -> CidrCollection?
  /// Whether an AWS service has a resource of a name, to which an alias can point.
  public var hasResource: (DomainName) -> Bool

  public init(
    hasHealthCheck: @escaping (HealthCheckID) -> Bool,
    collection: @escaping (CidrCollectionID) -> CidrCollection? = { _ in nil },
    hasResource: @escaping (DomainName) -> Bool = { _ in true }
  ) {
    self.hasHealthCheck = hasHealthCheck
    self.collection = collection
    self.hasResource = hasResource
  }
}
