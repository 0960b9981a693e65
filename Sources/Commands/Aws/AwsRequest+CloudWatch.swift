import CafeWorld
import Route53

extension AwsRequest {
  func cloudWatch() throws(CommandError) -> Request {
    switch call.operation {
    case .putMetricAlarm: return change([.putAlarm(try alarmSettings())])
    case .deleteAlarms: return change(call.texts("AlarmNames").map(Command.deleteAlarm))
    case .setAlarmState: return try setAlarmState()
    case .getMetricStatistics:
      _ = try AwsMetricQuery.statistics(of: call, world)
      return asked
    case .getMetricData:
      _ = try AwsMetricQuery.queries(of: call, world)
      return asked
    default: return asked
    }
  }

  private func setAlarmState() throws(CommandError) -> Request {
    let state = try given(
      "StateValue",
      "--state-value",
      choice(call.text("StateValue"), AlarmState.allCases, "--state-value")
    )
    return change([
      .setAlarmState(call.required("AlarmName"), state, reason: call.required("StateReason"))
    ])
  }

  private func alarmSettings() throws(CommandError) -> AlarmSettings {
    try AwsMetricQuery.checkNamespace(call.text("Namespace"), call.operation)
    if let unit = call.text("Unit"), unit != "None" {
      throw notHere("--unit \(unit.shown())", "these metrics have the unit None")
    }
    var settings = AlarmSettings(
      name: call.required("AlarmName"),
      description: call.text("AlarmDescription"),
      healthCheckID: try alarmedCheck(),
      alarmActions: try actions("AlarmActions"),
      okActions: try actions("OKActions"),
      insufficientDataActions: try actions("InsufficientDataActions"),
      rule: try rule()
    )
    if call.flag("ActionsEnabled") == false { settings.actionsEnabled = false }
    return settings
  }

  private func rule() throws(CommandError) -> AlarmRule {
    let threshold = try given(
      "Threshold",
      "--threshold",
      thousandths(call.arguments["Threshold"]?.plain, "--threshold")
    )
    return AlarmRule(
      metric: try given(
        "MetricName",
        "--metric-name",
        choice(call.text("MetricName"), HealthMetric.allCases, "--metric-name")
      ),
      statistic: try given(
        "Statistic",
        "--statistic",
        choice(call.text("Statistic"), Statistic.allCases, "--statistic")
      ),
      period: try given("Period", "--period", call.whole("Period")),
      evaluationPeriods: try given(
        "EvaluationPeriods",
        "--evaluation-periods",
        call.whole("EvaluationPeriods")
      ),
      datapointsToAlarm: call.whole("DatapointsToAlarm"),
      threshold: threshold,
      comparison: try given(
        "ComparisonOperator",
        "--comparison-operator",
        choice(
          call.text("ComparisonOperator"),
          AlarmRule.Comparison.allCases,
          "--comparison-operator"
        )
      ),
      missingData: try choice(
        call.text("TreatMissingData"),
        AlarmRule.Gaps.allCases,
        "--treat-missing-data"
      ) ?? .missing
    )
  }

  /// A value without which there is no alarm.
  private func given<Value>(
    _ member: String,
    _ option: String,
    _ value: Value?
  ) throws(CommandError) -> Value {
    if let value { return value }
    throw AwsFault.usage("\(option) must be given", call.operation, near: [option])
  }

  private func alarmedCheck() throws(CommandError) -> HealthCheckID {
    let dimensions = call.arguments["Dimensions"]?.elements ?? []
    guard dimensions.count == 1, dimensions[0]["Name"]?.text == "HealthCheckId",
      let text = dimensions[0]["Value"]?.text
    else {
      let checks = world.healthChecks.map { "Name=HealthCheckId,Value=\($0.id)" }
      throw AwsFault.usage(
        "--dimensions Name=HealthCheckId,Value=<id> must be given: this café has only the metrics "
          + "of Route 53's health checks",
        call.operation,
        near: Array(checks.suffix(1))
      )
    }
    let id = HealthCheckID(text)
    if call.isTyped, world.healthCheck(id) == nil, let check = world.healthChecks(named: text).last
    {
      throw .badValue(
        option: "--dimensions",
        value: text.shown(),
        allowed: "the health check's id; the AWS CLI does not take names here",
        near: [check.id.text]
      )
    }
    return id
  }

  /// Topic ARNs; an alarm's topic is in the alarm's region.
  private func actions(_ member: String) throws(CommandError) -> [String] {
    let arns = call.texts(member)
    for arn in arns {
      let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 6, parts[0] == "arn", parts[2] == "sns" else {
        throw service(
          "ValidationError",
          "Invalid arn syntax: \(arn.shown())",
          near: world.topics.map(\.arn)
        )
      }
      guard parts[3] == Topic.region else {
        throw service(
          "ValidationError",
          "Invalid region \(String(parts[3]).shown()) specified. Only \(Topic.region) is supported."
        )
      }
    }
    return arns
  }
}

extension JSONValue {
  /// A scalar as it is typed; `1.0` is `1`.
  fileprivate var plain: String? {
    switch self {
    case .string(let text): text
    case .number(let digits): digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    case .boolean(let flag): flag ? "true" : "false"
    case .null, .time, .list, .object: nil
    }
  }
}
