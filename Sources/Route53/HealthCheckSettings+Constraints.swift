extension HealthCheckSettings {
  /// The ranges and lengths of the service's model (`M:HealthCheckConfig`).
  func checkConstraints() throws(ServiceError) {
    guard Limits.intervals.contains(requestInterval) else {
      throw .invalidInput([
        ConstraintText.enumeration("\(requestInterval)", Limits.intervals.map(String.init))
      ])
    }
    let found = lengths + ranges + regionFaults
    guard found.isEmpty else { throw .invalidInput([ConstraintText.violations(found)]) }
  }

  private enum Limits {
    static let intervals: [Int] = [10, 30]
    static let failureThresholds: ClosedRange<Int> = 1...10
    static let ports: ClosedRange<Int> = 1...65_535
    static let healthThresholds: ClosedRange<Int> = 0...256
    static let childrenMax = 256
    static let regionCounts: ClosedRange<Int> = 3...8
    static let textLengthMax = 255
    static let addressLengthMax = 45
  }

  private static func path(_ field: String) -> String {
    "healthCheckConfig.\(field)"
  }

  private var lengths: [String] {
    let texts: [(String?, Int, String)] = [
      (ipAddress, Limits.addressLengthMax, "iPAddress"),
      (fullyQualifiedDomainName, Limits.textLengthMax, "fullyQualifiedDomainName"),
      (resourcePath, Limits.textLengthMax, "resourcePath"),
      (searchString, Limits.textLengthMax, "searchString"),
    ]
    return texts.compactMap { text, max, field in
      text.flatMap { ConstraintText.length($0, 0...max, at: Self.path(field)) }
    }
  }

  private var ranges: [String] {
    let numbers: [(Int?, ClosedRange<Int>, String)] = [
      (port, Limits.ports, "port"),
      (failureThreshold, Limits.failureThresholds, "failureThreshold"),
      (healthThreshold, Limits.healthThresholds, "healthThreshold"),
    ]
    let found = numbers.compactMap { number, range, field in
      number.flatMap { ConstraintText.range($0, range, at: Self.path(field)) }
    }
    let children = (childHealthChecks ?? []).map(\.text)
    return found + Self.countFault(children, 0...Limits.childrenMax, "childHealthChecks")
  }

  /// Regions that Route 53 does not check from, and too few or too many of them.
  private var regionFaults: [String] {
    guard let regions, kind.hasEndpoint else { return [] }
    guard regions.allSatisfy(HealthRules.regions.contains) else {
      return [HealthCheckText.unknownRegion(regions)]
    }
    let different = regions.enumerated().filter { !regions[..<$0.offset].contains($0.element) }
    return Self.countFault(different.map(\.element), Limits.regionCounts, "regions")
  }

  private static func countFault(
    _ list: [String],
    _ allowed: ClosedRange<Int>,
    _ field: String
  ) -> [String] {
    [ConstraintText.count(list, allowed, at: path(field))].compactMap(\.self)
  }

  /// Fields that belong to checks of another kind.
  func checkForeignFields() throws(ServiceError) {
    if kind != .calculated {
      if healthThreshold != nil { throw .invalidInput([HealthCheckText.onlyCalculated]) }
      if childHealthChecks != nil {
        throw .invalidInput([HealthCheckText.onlyCalculatedHasChildren])
      }
    }
    if kind != .cloudWatchMetric {
      let foreign: [(Bool, String)] = [
        (alarmIdentifier != nil, "metric region"),
        (insufficientDataStatus != nil, "insufficient data health state"),
      ]
      if let field = foreign.first(where: \.0)?.1 {
        throw .invalidInput([HealthCheckText.onlyMetric(has: field, on: kind)])
      }
    }
    if kind != .recoveryControl, routingControlARN != nil {
      throw .invalidInput([Decisions.onlyRecoveryHasControl])
    }
    guard !kind.hasEndpoint else { return }
    let foreign: [(Bool, String)] = [
      (regions != nil, "regions"), (port != nil, "a port"), (ipAddress != nil, "an IP address"),
      (fullyQualifiedDomainName != nil, "a fully qualified domain name"),
      (resourcePath != nil, "a resource path"), (searchString != nil, "a search string"),
      (requestInterval != 30, "a request interval"),
      (failureThreshold != 3, "a failure threshold"),
      (measuresLatency == true, "latency measured"), (enablesSNI == true, "SNI enabled"),
    ]
    if let first = foreign.first(where: \.0) {
      throw .invalidInput([HealthCheckText.foreign(first.1, on: kind)])
    }
  }
}
