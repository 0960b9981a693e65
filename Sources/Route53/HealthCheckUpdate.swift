/// A change of a health check's settings; what is nil stays as it is.
///
/// The kind, the request interval, the measuring of latency and the routing control are fixed for
/// life and have no member here (`M:UpdateHealthCheckRequest`).
public struct HealthCheckUpdate: Hashable, Sendable, Codable {
  /// The version that the check is thought to have; nil: whatever it has.
  public var version: Int?
  public var ipAddress: String?
  public var fullyQualifiedDomainName: String?
  public var port: Int?
  public var resourcePath: String?
  public var searchString: String?
  public var failureThreshold: Int?
  public var inverted: Bool?
  public var disabled: Bool?
  public var enablesSNI: Bool?
  public var regions: [String]?
  public var healthThreshold: Int?
  public var childHealthChecks: [HealthCheckID]?
  public var alarmIdentifier: AlarmIdentifier?
  public var insufficientDataStatus: InsufficientDataStatus?
  /// What goes back to its default.
  public var resets: [ResettableElement]?

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

/// What an update can set back (`M:ResettableElementName`).
public enum ResettableElement: String, CaseIterable, Hashable, Sendable, Codable {
  case children = "ChildHealthChecks"
  case host = "FullyQualifiedDomainName"
  case regions = "Regions"
  case path = "ResourcePath"
}

extension HealthCheckSettings {
  /// These settings with the update applied, validated; `kinds` gives the kind of a check that
  /// exists.
  ///
  /// An address can be changed, but neither added nor taken away
  /// (`M:UpdateHealthCheckRequest.IPAddress`).
  public func updated(
    by update: HealthCheckUpdate,
    kinds: (HealthCheckID) -> HealthCheckKind? = { _ in nil }
  ) throws(ServiceError) -> HealthCheckSettings {
    if kind.hasEndpoint, update.ipAddress != nil, ipAddress == nil {
      throw .invalidInput([Decisions.addressCannotBeAdded])
    }
    var result = self
    for element in update.resets ?? [] { result.reset(element) }
    result.ipAddress = update.ipAddress ?? result.ipAddress
    result.fullyQualifiedDomainName =
      update.fullyQualifiedDomainName ?? result.fullyQualifiedDomainName
    result.port = update.port ?? port
    result.resourcePath = update.resourcePath ?? result.resourcePath
    result.searchString = update.searchString ?? searchString
    result.failureThreshold = update.failureThreshold ?? failureThreshold
    result.inverted = update.inverted ?? inverted
    result.disabled = update.disabled ?? disabled
    result.enablesSNI = update.enablesSNI ?? enablesSNI
    result.regions = update.regions ?? result.regions
    result.healthThreshold = update.healthThreshold ?? healthThreshold
    result.childHealthChecks = update.childHealthChecks ?? result.childHealthChecks
    result.alarmIdentifier = update.alarmIdentifier ?? alarmIdentifier
    result.insufficientDataStatus = update.insufficientDataStatus ?? insufficientDataStatus
    return try result.validated(kinds: kinds)
  }

  private mutating func reset(_ element: ResettableElement) {
    switch element {
    case .children: childHealthChecks = kind == .calculated ? [] : nil
    case .host: fullyQualifiedDomainName = nil
    case .regions: regions = nil
    case .path: resourcePath = nil
    }
  }
}
