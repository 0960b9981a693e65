import CafeWorld
import Route53

extension Query.Kind {
  /// Every property that can be asked of this kind, beside the thing itself: the closed list that
  /// the evaluator answers.
  public var properties: [String] {
    switch self {
    case .instance:
      [
        "name", "id", "state", "public-ip", "private-ip", "zone", "region", "subnet", "elastic",
        "website",
      ]
    case .hc:
      [
        "name", "id", "count", "status", "served-status", "type", "ip-address", "domain-name",
        "port", "resource-path", "request-interval", "failure-threshold", "inverted", "disabled",
        "version", "healthy-checkers", "owner",
      ]
    case .zone:
      ["name", "id", "count", "pending", "comment", "private", "delegation-set"]
    case .record:
      [
        "name", "type", "ttl", "value", "values", "set-identifier", "policy", "failover", "weight",
        "region", "continent", "country", "subdivision", "near", "bias", "multivalue", "cidr",
        "health-check", "alias", "alias-zone", "evaluate-target-health", "owner", "count",
      ]
    case .alarm: ["name", "state", "health-check", "topic", "ok-action", "count"]
    case .topic: ["name", "arn", "count"]
    case .subscription: ["endpoint", "status", "count"]
    case .mail: ["subject", "count", "unread"]
    case .dig:
      ["code", "status", "ttl", "shown-ttl", "count", "address", "addresses", "values", "owner"]
    case .orders: ["placed", "lost", "share", "count", "apologies"]
    case .customers: ["count", "arrived"]
    }
  }
}

extension Query {
  /// The property's name as the evaluator reads it, with its dots; empty for the thing itself.
  public var property: String { properties.joined(separator: ".") }

  public var isKnown: Bool { properties.isEmpty || kind.properties.contains(property) }

  /// The only words that the property can be; nil: it can be others too.
  var words: [String]? {
    switch (kind, property) {
    case (.hc, "status"), (.hc, "served-status"): HealthStatus.allCases.map(\.rawValue)
    case (.instance, "state"): Self.instanceStates.map(\.rawValue)
    case (.alarm, "state"): Self.alarmStates.map(\.rawValue)
    case (.subscription, "status"): ["confirmed", "pending"]
    case (.record, "failover"): FailoverRole.allCases.map { $0.rawValue.lowercased() }
    case (.record, "policy"): Routing.Policy.allCases.map(\.rawValue)
    default: nil
    }
  }

  private static let instanceStates: [InstanceState] = [
    .pending, .running, .stopping, .stopped, .shuttingDown, .terminated,
  ]
  private static let alarmStates: [AlarmState] = [.ok, .alarm, .insufficientData]
}
