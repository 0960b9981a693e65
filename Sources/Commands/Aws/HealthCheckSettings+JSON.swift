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
      requestInterval: config["RequestInterval"]?.whole ?? 30,
      failureThreshold: config["FailureThreshold"]?.whole ?? 3,
      inverted: config["Inverted"]?.flag ?? false,
      disabled: config["Disabled"]?.flag ?? false
    )
  }

  private static func kind(_ text: String) throws(CommandError) -> HealthCheckKind {
    if let kind = HealthCheckKind(rawValue: text) { return kind }
    let elsewhere: [String] = [
      "HTTPS", "HTTP_STR_MATCH", "HTTPS_STR_MATCH", "CALCULATED", "CLOUDWATCH_METRIC",
      "RECOVERY_CONTROL",
    ]
    let kinds = HealthCheckKind.allCases.map(\.rawValue)
    throw .badValue(
      option: "HealthCheckConfig.Type",
      value: text.shown(),
      allowed: elsewhere.contains(text)
        ? "HTTP or TCP; this café has no other kind" : "HTTP or TCP",
      near: nearMisses(of: text, in: kinds)
    )
  }

  /// In the order of the service's model (`M:HealthCheckConfig`).
  var json: JSONValue {
    .record([
      "IPAddress": ipAddress.map(JSONValue.string), "Port": port.map(JSONValue.whole),
      "Type": .string(kind.rawValue), "ResourcePath": resourcePath.map(JSONValue.string),
      "FullyQualifiedDomainName": fullyQualifiedDomainName.map(JSONValue.string),
      "RequestInterval": .whole(requestInterval), "FailureThreshold": .whole(failureThreshold),
      "MeasureLatency": false, "Inverted": .boolean(inverted), "Disabled": .boolean(disabled),
      "EnableSNI": false,
    ])
  }
}
