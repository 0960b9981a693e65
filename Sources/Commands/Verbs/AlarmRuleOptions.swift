import ArgumentParser
import CafeWorld

/// When an alarm is in ALARM, if that is not as Route 53's console has it.
struct AlarmRuleOptions: ParsableArguments {
  @Option(
    help: .init("Gets the message when there is no data.", valueName: "topic"),
    completion: .list(["@topic"])
  )
  var insufficientDataAction: [String] = []
  @Option(
    help: .init("What is looked at: HealthCheckStatus if not given.", valueName: "metric"),
    completion: .list([
      "~HealthCheckStatus", "~HealthCheckPercentageHealthy", "~ChildHealthCheckHealthyCount",
    ])
  )
  var metric: String?
  @Option(
    help: .init("What counts of a period: Minimum if not given.", valueName: "statistic"),
    completion: .list(["Minimum", "Maximum", "Average", "Sum", "SampleCount"])
  )
  var statistic: String?
  @Option(
    help: .init("Seconds, a multiple of 60.", valueName: "seconds"),
    completion: .list(["~60", "~300"])
  )
  var period: String?
  @Option(help: .init("How many periods are looked at.", valueName: "count"))
  var evaluationPeriods: String?
  @Option(help: .init("How many of them must breach; all if not given.", valueName: "count"))
  var datapointsToAlarm: String?
  @Option(help: .init("The number to compare with.", valueName: "number"))
  var threshold: String?
  @Option(
    help: .init("How to compare: LessThanThreshold if not given.", valueName: "operator"),
    completion: .list([
      "~LessThanThreshold", "~LessThanOrEqualToThreshold", "~GreaterThanThreshold",
      "~GreaterThanOrEqualToThreshold",
    ])
  )
  var comparisonOperator: String?
  @Option(
    help: .init("What a period without data counts as.", valueName: "how"),
    completion: .list(["missing", "ignore", "breaching", "notBreaching"])
  )
  var treatMissingData: String?

  var isGiven: Bool {
    !insufficientDataAction.isEmpty || metric != nil || statistic != nil || period != nil
      || evaluationPeriods != nil || datapointsToAlarm != nil || threshold != nil
      || comparisonOperator != nil || treatMissingData != nil
  }

  /// A rule with what is given changed.
  func changing(_ old: AlarmRule) throws(CommandError) -> AlarmRule {
    let periods = try number(evaluationPeriods, "--evaluation-periods") ?? old.evaluationPeriods
    let fewer = evaluationPeriods == nil ? old.datapointsToAlarm : nil
    return AlarmRule(
      metric: try choice(metric, HealthMetric.allCases, "--metric") ?? old.metric,
      statistic: try choice(statistic, Statistic.allCases, "--statistic") ?? old.statistic,
      period: try number(period, "--period") ?? old.period,
      evaluationPeriods: periods,
      datapointsToAlarm: try number(datapointsToAlarm, "--datapoints-to-alarm") ?? fewer,
      threshold: try thousandths(threshold, "--threshold") ?? old.threshold,
      comparison: try choice(
        comparisonOperator,
        AlarmRule.Comparison.allCases,
        "--comparison-operator"
      ) ?? old.comparison,
      missingData: try choice(
        treatMissingData,
        AlarmRule.Gaps.allCases,
        "--treat-missing-data"
      ) ?? old.missingData
    )
  }

  private func number(_ text: String?, _ option: String) throws(CommandError) -> Int? {
    try wholeNumber(text, for: option, allowed: "a whole number")
  }
}

/// A value of a service's enumeration; case does not matter.
func choice<Value: RawRepresentable<String>>(
  _ text: String?,
  _ all: [Value],
  _ option: String
) throws(CommandError) -> Value? {
  guard let text else { return nil }
  let wanted = text.lowercased()
  if let value = all.first(where: { $0.rawValue.lowercased() == wanted }) { return value }
  let known = all.map(\.rawValue)
  throw .badValue(
    option: option,
    value: text.shown(),
    allowed: known.joined(separator: ", "),
    near: nearMisses(of: text, in: known)
  )
}

/// A decimal number in thousandths, of at most nine digits before the point.
func thousandths(_ text: String?, _ option: String) throws(CommandError) -> Int64? {
  guard let text else { return nil }
  let isNegative = text.hasPrefix("-")
  let parts = (isNegative ? text.dropFirst() : text[...])
    .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  let fraction = parts.count == 2 ? parts[1] : "0"
  let digits = fraction.prefix(3) + String(repeating: "0", count: max(0, 3 - fraction.count))
  guard let whole = parts.first, (1...9).contains(whole.count), !fraction.isEmpty,
    (whole + fraction).allSatisfy({ ("0"..."9").contains($0) }), let high = Int64(whole),
    let low = Int64(digits)
  else {
    throw .badValue(option: option, value: text.shown(), allowed: "a number", near: [])
  }
  return (isNegative ? -1 : 1) * (high * 1_000 + low)
}
