import OrderedCollections
public import Route53

/// A CloudWatch alarm on a health check's `HealthCheckStatus` metric in us-east-1: Minimum, period
/// 60 s, one period, LessThanThreshold 1 (the alarm that the Route 53 console makes).
public struct Alarm: Hashable, Sendable, Codable {
  public let settings: AlarmSettings
  public internal(set) var state: AlarmState = .insufficientData
  public internal(set) var stateSince: Instant
  /// Why the state is what it is, in CloudWatch's words.
  public internal(set) var reason: AlarmReason = .unchecked
  public let createdAt: Instant

  public var name: String { settings.name }

  func add(to print: inout Fingerprint) {
    print.add(settings.name)
    print.add(settings.healthCheckID.text)
    for topic in settings.alarmActions + ["|"] + settings.okActions + ["|"]
      + settings.insufficientDataActions
    {
      print.add(topic)
    }
    print.add(state.rawValue)
    print.add(stateSince)
    print.add(createdAt)
  }
}

/// What PutMetricAlarm sets; actions are topic ARNs.
public struct AlarmSettings: Hashable, Sendable, Codable {
  public var name: String
  public var description: String?
  public var healthCheckID: HealthCheckID
  public var alarmActions: [String]
  public var okActions: [String]
  public var insufficientDataActions: [String]

  public init(
    name: String,
    description: String? = nil,
    healthCheckID: HealthCheckID,
    alarmActions: [String] = [],
    okActions: [String] = [],
    insufficientDataActions: [String] = []
  ) {
    self.name = name
    self.description = description
    self.healthCheckID = healthCheckID
    self.alarmActions = alarmActions
    self.okActions = okActions
    self.insufficientDataActions = insufficientDataActions
  }

  /// The actions that a change to a state carries out.
  public func actions(on state: AlarmState) -> [String] {
    switch state {
    case .ok: okActions
    case .alarm: alarmActions
    case .insufficientData: insufficientDataActions
    }
  }
}

public enum AlarmState: String, Hashable, Sendable, Codable {
  case ok = "OK"
  case alarm = "ALARM"
  case insufficientData = "INSUFFICIENT_DATA"
}

/// What an alarm's state rests on.
public enum AlarmReason: Hashable, Sendable, Codable {
  case unchecked
  /// One datapoint: 0 or 1, for the minute that begins at `minute`.
  case datapoint(value: Int, minute: Instant)
  case noData
}

extension World {
  /// What the metric says for the minute that ends at `boundary`; nil: no data.
  func datapoint(for alarm: Alarm, minuteEndingAt boundary: Instant) -> Int? {
    guard let check = checks[alarm.settings.healthCheckID], check.createdAt < boundary else {
      return nil
    }
    return check.metric(minuteEndingAt: boundary)
  }

  /// The state that an alarm has after the evaluation at `boundary`.
  func state(of alarm: Alarm, at boundary: Instant) -> AlarmState {
    switch datapoint(for: alarm, minuteEndingAt: boundary) {
    case nil: .insufficientData
    case 0: .alarm
    default: .ok
    }
  }

  /// The next minute at whose end the alarm's state changes, if nothing else happens.
  ///
  /// A new alarm is first evaluated when it has seen a full minute. The present moment counts when
  /// a minute ends in it: something else may have happened at this millisecond already.
  func nextEvaluation(of alarm: Alarm) -> Instant? {
    let first = max((now - 1).nextMinute, (alarm.createdAt + (.minute - 1)).nextMinute)
    return [first, first + .minute].first { state(of: alarm, at: $0) != alarm.state }
  }
}
