/// A change of a health check's settings; what is nil stays as it is.
///
/// The kind and the request interval are fixed for life and have no member here
/// (`M:UpdateHealthCheckRequest`).
public struct HealthCheckUpdate: Hashable, Sendable, Codable {
  public var ipAddress: String?
  public var fullyQualifiedDomainName: String?
  public var port: Int?
  public var resourcePath: String?
  public var failureThreshold: Int?
  public var inverted: Bool?
  public var disabled: Bool?

  public init(
    ipAddress: String? = nil,
    fullyQualifiedDomainName: String? = nil,
    port: Int? = nil,
    resourcePath: String? = nil,
    failureThreshold: Int? = nil,
    inverted: Bool? = nil,
    disabled: Bool? = nil
  ) {
    self.ipAddress = ipAddress
    self.fullyQualifiedDomainName = fullyQualifiedDomainName
    self.port = port
    self.resourcePath = resourcePath
    self.failureThreshold = failureThreshold
    self.inverted = inverted
    self.disabled = disabled
  }
}

extension HealthCheckSettings {
  /// These settings with the update applied, validated.
  ///
  /// An address can be changed, but neither added nor taken away
  /// (`M:UpdateHealthCheckRequest.IPAddress`).
  public func updated(by update: HealthCheckUpdate) throws(ServiceError) -> HealthCheckSettings {
    if update.ipAddress != nil, ipAddress == nil {
      throw .invalidInput([Decisions.addressCannotBeAdded])
    }
    var result = self
    result.ipAddress = update.ipAddress ?? ipAddress
    result.fullyQualifiedDomainName = update.fullyQualifiedDomainName ?? fullyQualifiedDomainName
    result.port = update.port ?? port
    result.resourcePath = update.resourcePath ?? resourcePath
    result.failureThreshold = update.failureThreshold ?? failureThreshold
    result.inverted = update.inverted ?? inverted
    result.disabled = update.disabled ?? disabled
    return try result.validated()
  }
}
