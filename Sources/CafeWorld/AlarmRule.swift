/// When an alarm is in ALARM (CWM: PutMetricAlarm).
public struct AlarmRule: Hashable, Sendable, Codable {
  public var metric: HealthMetric
  public var statistic: Statistic
  /// Seconds, a multiple of 60.
  public var period: Int
  public var evaluationPeriods: Int
  /// How many of the periods must breach; nil: all.
  public var datapointsToAlarm: Int?
  /// In thousandths.
  public var threshold: Int64
  public var comparison: Comparison
  public var missingData: Gaps

  public init(
    metric: HealthMetric = .status,
    statistic: Statistic = .minimum,
    period: Int = 60,
    evaluationPeriods: Int = 1,
    datapointsToAlarm: Int? = nil,
    threshold: Int64 = 1_000,
    comparison: Comparison = .less,
    missingData: Gaps = .missing
  ) {
    self.metric = metric
    self.statistic = statistic
    self.period = period
    self.evaluationPeriods = evaluationPeriods
    self.datapointsToAlarm = datapointsToAlarm == evaluationPeriods ? nil : datapointsToAlarm
    self.threshold = threshold
    self.comparison = comparison
    self.missingData = missingData
  }

  /// The alarm that the Route 53 console makes (DG: health-checks-creating-values).
  public static let console = AlarmRule()

  public enum Comparison: String, CaseIterable, Hashable, Sendable, Codable {
    case less = "LessThanThreshold"
    case lessOrEqual = "LessThanOrEqualToThreshold"
    case greater = "GreaterThanThreshold"
    case greaterOrEqual = "GreaterThanOrEqualToThreshold"
  }

  public enum Gaps: String, CaseIterable, Hashable, Sendable, Codable {
    case missing
    case ignore
    case breaching
    case notBreaching
  }

  var periodTime: Milliseconds { Int64(period) * .second }

  /// How many breaching datapoints make an alarm.
  public var needed: Int { datapointsToAlarm ?? evaluationPeriods }

  public func breaches(_ value: Int64) -> Bool {
    switch comparison {
    case .less: value < threshold
    case .lessOrEqual: value <= threshold
    case .greater: value > threshold
    case .greaterOrEqual: value >= threshold
    }
  }

  /// The state that datapoints make, nil standing for a missing one (CW: how CloudWatch treats
  /// missing data).
  func state(_ values: [Int64?], after current: AlarmState) -> AlarmState {
    let known = values.compactMap(\.self)
    var breaching = known.count(where: breaches)
    switch missingData {
    case .missing:
      guard !known.isEmpty else { return .insufficientData }
      return breaching >= min(needed, known.count) ? .alarm : .ok
    case .ignore:
      if breaching >= needed { return .alarm }
      return breaching < known.count ? .ok : current
    case .breaching:
      breaching += values.count - known.count
      return breaching >= needed ? .alarm : .ok
    case .notBreaching: return breaching >= needed ? .alarm : .ok
    }
  }

  func add(to print: inout Fingerprint) {
    print.add(metric.rawValue)
    print.add(statistic.rawValue)
    print.add(period)
    print.add(evaluationPeriods)
    print.add(datapointsToAlarm)
    print.add(threshold)
    print.add(comparison.rawValue)
    print.add(missingData.rawValue)
  }
}

extension AlarmRule {
  /// What PutMetricAlarm refuses, as an option, its value and what is allowed.
  func fault() -> (option: String, value: String, allowed: String)? {
    let day = 86_400
    if metric.isLatency {
      let allowed = HealthMetric.allCases.filter { !$0.isLatency }.map(\.rawValue)
      return ("metric", metric.rawValue, allowed.joined(separator: ", "))
    }
    if period < 60 || period > 7 * day || period % 60 != 0 {
      return ("period", "\(period)", "a multiple of 60 seconds")
    }
    let longest = (period >= 3_600 ? 7 * day : day) / period
    if !(1...longest).contains(evaluationPeriods) {
      return ("evaluation periods", "\(evaluationPeriods)", "1 to \(longest) for such a period")
    }
    if !(1...evaluationPeriods).contains(needed) {
      return ("datapoints to alarm", "\(needed)", "1 to \(evaluationPeriods)")
    }
    return nil
  }
}
