import Route53

extension HealthCheckUpdate {
  /// What an `update-health-check` call changes.
  init(_ call: AwsCall) throws(CommandError) {
    self.init(
      ipAddress: call.text("IPAddress"),
      fullyQualifiedDomainName: call.text("FullyQualifiedDomainName"),
      port: call.whole("Port"),
      resourcePath: call.text("ResourcePath"),
      failureThreshold: call.whole("FailureThreshold"),
      inverted: call.flag("Inverted"),
      disabled: call.flag("Disabled")
    )
    version = call.whole("HealthCheckVersion")
    searchString = call.text("SearchString")
    enablesSNI = call.flag("EnableSNI")
    regions = call.arguments["Regions"].map { _ in call.texts("Regions") }
    healthThreshold = call.whole("HealthThreshold")
    childHealthChecks = call.arguments["ChildHealthChecks"].map(HealthCheckSettings.children)
    alarmIdentifier = call.arguments["AlarmIdentifier"].map(AlarmIdentifier.init)
    insufficientDataStatus = try HealthCheckSettings.insufficientDataStatus(
      call.text("InsufficientDataHealthStatus"),
      option: "--insufficient-data-health-status"
    )
    guard call.arguments["ResetElements"] != nil else { return }
    resets = []
    for text in call.texts("ResetElements") {
      resets?.append(try Self.element(text, option: "--reset-elements"))
    }
  }

  static func element(
    _ text: String,
    option: String
  ) throws(CommandError) -> ResettableElement {
    if let element = ResettableElement(rawValue: text) { return element }
    let known = ResettableElement.allCases.map(\.rawValue)
    throw .badValue(
      option: option,
      value: text.shown(),
      allowed: known.joined(separator: ", "),
      near: nearMisses(of: text, in: known)
    )
  }

  /// The options that ask for it, in the order of the CLI's help.
  var options: [(name: String, value: String)] {
    let texts: [(String, String?)] = [
      ("health-check-version", version.map(String.init)), ("ip-address", ipAddress),
      ("port", port.map(String.init)), ("resource-path", resourcePath),
      ("fully-qualified-domain-name", fullyQualifiedDomainName),
      ("search-string", searchString), ("failure-threshold", failureThreshold.map(String.init)),
      ("health-threshold", healthThreshold.map(String.init)),
      (
        "alarm-identifier",
        alarmIdentifier.map {
          Aws.shorthand(["Region": .string($0.region), "Name": .string($0.name)])
        }
      ), ("insufficient-data-health-status", insufficientDataStatus?.rawValue),
    ]
    return texts.compactMap { name, value in value.map { (name, $0) } }
  }

  /// Options that take several values.
  var listOptions: [(name: String, values: [String])] {
    let lists: [(String, [String]?)] = [
      ("child-health-checks", childHealthChecks?.map(\.text)), ("regions", regions),
      ("reset-elements", resets?.map(\.rawValue)),
    ]
    return lists.compactMap { name, values in values.map { (name, $0) } }
  }
}
