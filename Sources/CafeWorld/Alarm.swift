import OrderedCollections
public import Route53

/// A CloudWatch alarm on a metric of a health check, in us-east-1.
public struct Alarm: Hashable, Sendable, Codable {
  public let settings: AlarmSettings
  public internal(set) var state: AlarmState = .insufficientData
  public internal(set) var stateSince: Instant
  /// Why the state is what it is, in CloudWatch's words.
  public internal(set) var reason: AlarmReason = .unchecked
  public let createdAt: Instant
  /// When it was last put as it is.
  public let updatedAt: Instant
  /// The number of the event that last put it as it is, or set its state by hand.
  var putBy = 0

  public var name: String { settings.name }

  func add(to print: inout Fingerprint) {
    settings.add(to: &print)
    print.add(state.rawValue)
    print.add(stateSince)
    print.add(createdAt)
    print.add(updatedAt)
    if isSetByHand { print.add("set") }
  }

  /// Whether somebody put it into its state, which its next evaluation puts right.
  public var isSetByHand: Bool { if case .set = reason { true } else { false } }
}

/// What PutMetricAlarm sets; actions are topic ARNs.
public struct AlarmSettings: Hashable, Sendable, Codable {
  public var name: String
  public var description: String?
  public var healthCheckID: HealthCheckID
  public var alarmActions: [String]
  public var okActions: [String]
  public var insufficientDataActions: [String]
  /// Whether actions are carried out; nil: they are.
  public var actionsEnabled: Bool?
  /// When it is in ALARM; nil: as Route 53's console has it.
  public private(set) var rule: AlarmRule?

  public init(
    name: String,
    description: String? = nil,
    healthCheckID: HealthCheckID,
    alarmActions: [String] = [],
    okActions: [String] = [],
    insufficientDataActions: [String] = [],
    rule: AlarmRule = .console
  ) {
    self.name = name
    self.description = description
    self.healthCheckID = healthCheckID
    self.alarmActions = alarmActions
    self.okActions = okActions
    self.insufficientDataActions = insufficientDataActions
    self.watch(rule)
  }

  /// The rule that the alarm follows.
  public var effectiveRule: AlarmRule { rule ?? .console }

  /// Follows another rule.
  public mutating func watch(_ rule: AlarmRule) {
    self.rule = rule == .console ? nil : rule
  }

  /// The actions that a change to a state carries out.
  public func actions(on state: AlarmState) -> [String] {
    guard actionsEnabled != false else { return [] }
    switch state {
    case .ok: return okActions
    case .alarm: return alarmActions
    case .insufficientData: return insufficientDataActions
    }
  }

  func add(to print: inout Fingerprint) {
    print.add(name)
    print.add(healthCheckID.text)
    for topic in alarmActions + ["|"] + okActions + ["|"] + insufficientDataActions {
      print.add(topic)
    }
    if actionsEnabled == false { print.add("silent") }
    if let rule { rule.add(to: &print) }
  }
}

public enum AlarmState: String, CaseIterable, Hashable, Sendable, Codable {
  case ok = "OK"
  case alarm = "ALARM"
  case insufficientData = "INSUFFICIENT_DATA"
}

/// What an alarm's state rests on.
public enum AlarmReason: Hashable, Sendable, Codable {
  case unchecked
  /// One datapoint of the console's alarm: 0 or 1, for the minute that begins at `minute`.
  case datapoint(value: Int, minute: Instant)
  case noData
  /// The datapoints that decided, newest first, against a rule.
  case datapoints([Datapoint], AlarmRule)
  /// What somebody said who set the state by hand.
  case set(String)

  /// The most characters of what somebody says (CWM: SetAlarmState).
  public static let longest = 1_023

  /// A value in thousandths, for the period that begins at a moment.
  public struct Datapoint: Hashable, Sendable, Codable {
    public let value: Int64
    public let at: Instant
  }
}
