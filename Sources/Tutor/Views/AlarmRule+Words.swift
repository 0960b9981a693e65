import CafeWorld
import Route53
import Terminal

extension AlarmRule {
  /// When it is in ALARM: `the last minute is below 1`, `2 of the last 3 minutes are below 1`.
  var condition: String {
    let ofTime = period == 60 ? "" : " of \(span(Milliseconds(period) * .second))"
    let noun = period == 60 ? "minute" : "period"
    let whole =
      "the last \(evaluationPeriods == 1 ? "" : "\(evaluationPeriods) ")\(noun)"
      + (evaluationPeriods == 1 ? "" : "s") + ofTime
    let part = evaluationPeriods == 1 ? "\(whole) is" : "\(needed) of \(whole) are"
    return "\(part) \(comparison.short) \(threshold.shortDecimal)"
  }

  /// What becomes of numbers that are missing.
  var gaps: String {
    switch missingData {
    case .missing: "left out; with none at all it is INSUFFICIENT_DATA"
    case .ignore: "left out; with none at all the state stays as it is"
    case .breaching: "counted as \(comparison.short) \(threshold.shortDecimal)"
    case .notBreaching: "counted as not \(comparison.short) \(threshold.shortDecimal)"
    }
  }

  /// What the numbers are.
  var numbers: String {
    guard metric == .status, statistic == .minimum, period == 60 else {
      return "Every \(span(Milliseconds(period) * .second)) it reads the check's "
        + "\(metric.rawValue), and takes the \(statistic.rawValue) of that time."
    }
    return "Once a minute it reads the check's number: 1 while healthy, 0 when it was unhealthy "
      + "at any moment of that minute."
  }
}

extension AlarmRule.Comparison {
  fileprivate var short: String {
    switch self {
    case .less: "below"
    case .lessOrEqual: "at most"
    case .greater: "above"
    case .greaterOrEqual: "at least"
    }
  }
}

extension World {
  /// What an alarm watches, also when there is no such check any more.
  func watched(by settings: AlarmSettings) -> String {
    let id = settings.healthCheckID
    return healthCheck(id)?.title ?? "a check that is not there (\(id))"
  }

  /// Whether an alarm's number comes from a check that is there.
  func hasSource(_ alarm: Alarm) -> Bool { healthCheck(alarm.settings.healthCheckID) != nil }

  /// To which topics an alarm writes: `Cafe-Alerts`, and where that is not on ALARM alone, on what:
  /// `Cafe-Alerts on ALARM and OK`; nil: to none.
  func targets(of settings: AlarmSettings) -> String? {
    let all: [(state: AlarmState, arns: [String])] = [
      (.alarm, settings.alarmActions), (.ok, settings.okActions),
      (.insufficientData, settings.insufficientDataActions),
    ]
    let actions: [(state: AlarmState, topics: [String])] = all.compactMap { state, arns in
      let topics = arns.map { name(ofTopic: $0) + (topic($0) == nil ? " (deleted)" : "") }
      return arns.isEmpty ? nil : (state, topics)
    }
    guard let first = actions.first else { return nil }
    if actions.count == 1, first.state == .alarm { return listed(first.topics) }
    if actions.allSatisfy({ $0.topics == first.topics }) {
      return "\(listed(first.topics)) on \(listed(actions.map(\.state.rawValue)))"
    }
    return listed(actions.map { "\(listed($0.topics)) on \($0.state.rawValue)" })
  }
}
