import DNS

extension HealthCheckSettings {
  /// These settings as Route 53 keeps them, or its refusal of the first fault.
  ///
  /// The path begins with a slash, an HTTP check has a port, addresses are in their usual form.
  public func validated() throws(ServiceError) -> HealthCheckSettings {
    try checkConstraints()
    try checkFields()
    var result = self
    result.ipAddress = try normalisedAddress()
    result.resourcePath = resourcePath.map { $0.hasPrefix("/") ? $0 : "/" + $0 }
    result.port = port ?? (kind == .http ? Self.httpPort : nil)
    return result
  }

  private static let intervals: [Int] = [10, 30]
  private static let thresholds: ClosedRange<Int> = 1...10
  private static let ports: ClosedRange<Int> = 1...65_535
  private static let textLengthMax = 255
  private static let addressLengthMax = 45

  /// The ranges of the service's model (`M:HealthCheckConfig`).
  private func checkConstraints() throws(ServiceError) {
    guard Self.intervals.contains(requestInterval) else {
      throw .invalidInput([
        ConstraintText.enumeration("\(requestInterval)", Self.intervals.map(String.init))
      ])
    }
    let texts: [(String?, Int, String)] = [
      (ipAddress, Self.addressLengthMax, "iPAddress"),
      (fullyQualifiedDomainName, Self.textLengthMax, "fullyQualifiedDomainName"),
      (resourcePath, Self.textLengthMax, "resourcePath"),
    ]
    var violations: [String?] = texts.map { text, max, field in
      text.flatMap { ConstraintText.length($0, 0...max, at: "healthCheckConfig.\(field)") }
    }
    violations.append(port.flatMap { ConstraintText.range($0, Self.ports, at: Self.path("port")) })
    violations.append(
      ConstraintText.range(failureThreshold, Self.thresholds, at: Self.path("failureThreshold"))
    )
    let found = violations.compactMap(\.self)
    guard found.isEmpty else { throw .invalidInput([ConstraintText.violations(found)]) }
  }

  private static func path(_ field: String) -> String {
    "healthCheckConfig.\(field)"
  }

  /// Which fields must or must not stand together.
  private func checkFields() throws(ServiceError) {
    guard ipAddress != nil || fullyQualifiedDomainName != nil else {
      throw .invalidInput([HealthCheckText.endpointRequired])
    }
    if let host = fullyQualifiedDomainName, (try? DomainName(host)) == nil {
      throw .invalidInput([Decisions.malformedHost(host)])
    }
    switch kind {
    case .http: break
    case .tcp: try checkTCPFields()
    }
  }

  private func checkTCPFields() throws(ServiceError) {
    if resourcePath != nil { throw .invalidInput([HealthCheckText.pathOnTCP]) }
    if ipAddress != nil, fullyQualifiedDomainName != nil {
      throw .invalidInput([HealthCheckText.addressAndHostOnTCP])
    }
    if port == nil { throw .invalidInput([Decisions.portRequired]) }
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

/// The texts with which CreateHealthCheck and UpdateHealthCheck refuse, word for word.
private enum HealthCheckText {
  /// Quoted by `CP:healthcheck-ipaddress-private-range`.
  static func forbidden(_ address: IPv4Address) -> String {
    "IPv4 address \(address) is forbidden"
  }

  /// Quoted by `CP:healthcheck-endpoint-required`.
  static let endpointRequired: String =
    "Invalid parameter : IP address and fully qualified domain name can not be both empty."

  /// Quoted by `CP`.
  static let pathOnTCP: String = "TCP health checks must not have a resource path specified."

  /// Quoted by `GH:aws/aws-sdk-php#1527`.
  static let addressAndHostOnTCP: String =
    "TCP health checks that have IP address must not have a fully qualified domain name specified."
}
