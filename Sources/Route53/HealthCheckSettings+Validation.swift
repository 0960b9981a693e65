import DNS

extension HealthCheckSettings {
  /// These settings as Route 53 keeps them, or its refusal of the first fault.
  ///
  /// The path begins with a slash, a check of a protocol with a usual port has a port, addresses
  /// are in their usual form, regions in the order of the service's list, each once. `kinds` gives
  /// the kind of a health check that exists, and nil for any other id.
  public func validated(
    kinds: (HealthCheckID) -> HealthCheckKind? = { _ in nil }
  ) throws(ServiceError) -> HealthCheckSettings {
    try checkConstraints()
    try checkForeignFields()
    if kind.hasEndpoint {
      try checkEndpoint()
    } else {
      try checkSources(kinds)
    }
    var result = self
    result.ipAddress = try normalisedAddress()
    result.resourcePath = resourcePath.map { $0.hasPrefix("/") ? $0 : "/" + $0 }
    result.port = port ?? kind.usualPort
    result.regions = regions == nil ? nil : checkerRegions
    result.measuresLatency = measuresLatency == true ? true : nil
    result.enablesSNI = enablesSNI == kind.isEncrypted ? nil : enablesSNI
    return result
  }

  /// What a check with an endpoint must have, and must not.
  private func checkEndpoint() throws(ServiceError) {
    guard ipAddress != nil || fullyQualifiedDomainName != nil else {
      throw .invalidInput([HealthCheckText.endpointRequired])
    }
    if let host = fullyQualifiedDomainName, (try? DomainName(host)) == nil {
      throw .invalidInput([Decisions.malformedHost(host)])
    }
    if kind.matchesString {
      guard searchString?.isEmpty == false else {
        throw .invalidInput([HealthCheckText.searchStringRequired])
      }
    } else if searchString != nil {
      throw .invalidInput([HealthCheckText.searchString(on: kind)])
    }
    if enablesSNI == true, !kind.isEncrypted {
      throw .invalidInput([HealthCheckText.sni(on: kind)])
    }
    if kind == .tcp { try checkTCPFields() }
  }

  private func checkTCPFields() throws(ServiceError) {
    if resourcePath != nil { throw .invalidInput([HealthCheckText.pathOnTCP]) }
    if ipAddress != nil, fullyQualifiedDomainName != nil {
      throw .invalidInput([HealthCheckText.addressAndHostOnTCP])
    }
    if port == nil { throw .invalidInput([Decisions.portRequired]) }
  }

  /// What a check without an endpoint follows.
  private func checkSources(
    _ kinds: (HealthCheckID) -> HealthCheckKind?
  ) throws(ServiceError) {
    switch kind {
    case .http, .https, .httpStringMatch, .httpsStringMatch, .tcp: break
    case .calculated: try checkChildren(kinds)
    case .cloudWatchMetric:
      if alarmIdentifier == nil { throw .invalidInput([HealthCheckText.alarmRequired]) }
    case .recoveryControl:
      if routingControlARN == nil { throw .invalidInput([Decisions.routingControlRequired]) }
    }
  }

  /// A calculated check cannot be a child, and the refusal says that it does not exist
  /// (`CP:healthcheck-calculated-child-calculated`).
  private func checkChildren(
    _ kinds: (HealthCheckID) -> HealthCheckKind?
  ) throws(ServiceError) {
    guard healthThreshold != nil else {
      throw .invalidInput([Decisions.healthThresholdRequired])
    }
    let children = childHealthChecks ?? []
    let unknown = children.filter { child in
      let kind = kinds(child)
      return kind == nil || kind == .calculated
    }
    guard unknown.isEmpty else { throw .invalidInput([HealthCheckText.unknownChildren(unknown)]) }
    guard children.count <= Decisions.childrenMax else {
      throw .invalidInput([Decisions.tooManyChildren])
    }
  }

  private func normalisedAddress() throws(ServiceError) -> String? {
    guard let ipAddress else { return nil }
    if let address = IPv4Address(ipAddress) {
      guard !ForbiddenRanges.contains(address) else {
        throw .invalidInput([HealthCheckText.forbidden(address)])
      }
      return address.description
    }
    guard let address = IPv6Address(ipAddress) else {
      throw .invalidInput([Decisions.malformedAddress(ipAddress)])
    }
    guard !ForbiddenRanges.contains(address) else {
      throw .invalidInput([Decisions.forbidden(address)])
    }
    return address.description
  }
}
