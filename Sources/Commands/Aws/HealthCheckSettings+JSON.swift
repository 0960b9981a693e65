import Route53

extension HealthCheckSettings {
  /// Reads a HealthCheckConfig whose shape was checked.
  init(_ config: JSONValue?) throws(CommandError) {
    let config = config ?? .null
    self.init(
      kind: try Self.kind(config["Type"]?.text ?? ""),
      ipAddress: config["IPAddress"]?.text,
      fullyQualifiedDomainName: config["FullyQualifiedDomainName"]?.text,
      port: config["Port"]?.whole,
      resourcePath: config["ResourcePath"]?.text,
      searchString: config["SearchString"]?.text,
      requestInterval: config["RequestInterval"]?.whole ?? 30,
      failureThreshold: config["FailureThreshold"]?.whole ?? 3,
      measuresLatency: config["MeasureLatency"]?.flag,
      inverted: config["Inverted"]?.flag ?? false,
      disabled: config["Disabled"]?.flag ?? false,
      enablesSNI: config["EnableSNI"]?.flag,
      regions: config["Regions"]?.elements.compactMap(\.text)
    )
    healthThreshold = config["HealthThreshold"]?.whole
    childHealthChecks = config["ChildHealthChecks"].map(Self.children)
    alarmIdentifier = config["AlarmIdentifier"].map(AlarmIdentifier.init)
    insufficientDataStatus = try Self.insufficientDataStatus(
      config["InsufficientDataHealthStatus"]?.text,
      option: "HealthCheckConfig.InsufficientDataHealthStatus"
    )
    routingControlARN = config["RoutingControlArn"]?.text
  }

  private static func kind(_ text: String) throws(CommandError) -> HealthCheckKind {
    if let kind = HealthCheckKind(rawValue: text) { return kind }
    let kinds = HealthCheckKind.allCases.map(\.rawValue)
    throw .badValue(
      option: "HealthCheckConfig.Type",
      value: text.shown(),
      allowed: kinds.joined(separator: ", "),
      near: nearMisses(of: text, in: kinds)
    )
  }

  static func children(_ list: JSONValue) -> [HealthCheckID] {
    list.elements.compactMap(\.text).map { HealthCheckID($0) }
  }

  /// What a text of the service's enumeration means.
  static func insufficientDataStatus(
    _ text: String?,
    option: String
  ) throws(CommandError) -> InsufficientDataStatus? {
    guard let text else { return nil }
    if let status = InsufficientDataStatus(rawValue: text) { return status }
    let known = InsufficientDataStatus.allCases.map(\.rawValue)
    throw .badValue(
      option: option,
      value: text.shown(),
      allowed: known.joined(separator: ", "),
      near: nearMisses(of: text, in: known)
    )
  }

  /// In the order of the service's model (`M:HealthCheckConfig`).
  var json: JSONValue {
    let isProbing = kind.hasEndpoint
    return .record([
      "IPAddress": ipAddress.map(JSONValue.string), "Port": port.map(JSONValue.whole),
      "Type": .string(kind.rawValue), "ResourcePath": resourcePath.map(JSONValue.string),
      "FullyQualifiedDomainName": fullyQualifiedDomainName.map(JSONValue.string),
      "SearchString": searchString.map(JSONValue.string),
      "RequestInterval": isProbing ? .whole(requestInterval) : nil,
      "FailureThreshold": isProbing ? .whole(failureThreshold) : nil,
      "MeasureLatency": isProbing ? .boolean(measuresLatency == true) : nil,
      "Inverted": .boolean(inverted), "Disabled": .boolean(disabled),
      "HealthThreshold": healthThreshold.map(JSONValue.whole),
      "ChildHealthChecks": childHealthChecks.map { .texts($0.map(\.text)) },
      "EnableSNI": isProbing ? .boolean(namesHostInTLS) : nil,
      "Regions": regions.map(JSONValue.texts), "AlarmIdentifier": alarmIdentifier?.json,
      "InsufficientDataHealthStatus":
        (insufficientDataStatus?.rawValue).map(JSONValue.string),
      "RoutingControlArn": routingControlARN.map(JSONValue.string),
    ])
  }

  /// The same as it would be asked for: what is as usual is left out.
  var wanted: KeyValuePairs<String, JSONValue?> {
    let isProbing = kind.hasEndpoint
    return [
      "Type": .string(kind.rawValue), "IPAddress": ipAddress.map(JSONValue.string),
      "Port": port.map(JSONValue.whole), "ResourcePath": resourcePath.map(JSONValue.string),
      "FullyQualifiedDomainName": fullyQualifiedDomainName.map(JSONValue.string),
      "SearchString": searchString.map(JSONValue.string),
      "RequestInterval": isProbing ? .whole(requestInterval) : nil,
      "FailureThreshold": isProbing ? .whole(failureThreshold) : nil,
      "MeasureLatency": measuresLatency == true ? true : nil,
      "Inverted": inverted ? true : nil, "Disabled": disabled ? true : nil,
      "HealthThreshold": healthThreshold.map(JSONValue.whole),
      "ChildHealthChecks": childHealthChecks.map { .texts($0.map(\.text)) },
      "EnableSNI": enablesSNI.map(JSONValue.boolean), "Regions": regions.map(JSONValue.texts),
      "AlarmIdentifier": alarmIdentifier?.json,
      "InsufficientDataHealthStatus":
        (insufficientDataStatus?.rawValue).map(JSONValue.string),
      "RoutingControlArn": routingControlARN.map(JSONValue.string),
    ]
  }
}

extension AlarmIdentifier {
  /// Reads an AlarmIdentifier whose shape was checked.
  init(_ value: JSONValue) {
    self.init(region: value["Region"]?.text ?? "", name: value["Name"]?.text ?? "")
  }

  var json: JSONValue { .record(["Region": .string(region), "Name": .string(name)]) }
}
