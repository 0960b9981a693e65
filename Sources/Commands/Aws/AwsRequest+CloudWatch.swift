import CafeWorld
import Route53

extension AwsRequest {
  func cloudWatch() throws(CommandError) -> Request {
    switch call.operation {
    case .putMetricAlarm: change([.putAlarm(try alarmSettings())])
    case .deleteAlarms: change(call.texts("AlarmNames").map(Command.deleteAlarm))
    default: asked
    }
  }

  /// The one alarm that this café evaluates, as options and values.
  private static let evaluated: [(member: String, option: String, value: String)] = [
    ("Namespace", "--namespace", "AWS/Route53"),
    ("MetricName", "--metric-name", "HealthCheckStatus"),
    ("Statistic", "--statistic", "Minimum"),
    ("Period", "--period", "60"),
    ("EvaluationPeriods", "--evaluation-periods", "1"),
    ("Threshold", "--threshold", "1"),
    ("ComparisonOperator", "--comparison-operator", "LessThanThreshold"),
  ]

  /// Values that may be left out, and are then these.
  private static let defaults: [(member: String, option: String, value: String)] = [
    ("ActionsEnabled", "--actions-enabled", "true"),
    ("DatapointsToAlarm", "--datapoints-to-alarm", "1"),
    ("TreatMissingData", "--treat-missing-data", "missing"),
    ("Unit", "--unit", "None"),
  ]

  private func alarmSettings() throws(CommandError) -> AlarmSettings {
    for (member, option, value) in Self.evaluated {
      try check(member, option, value, isRequired: true)
    }
    for (member, option, value) in Self.defaults {
      try check(member, option, value, isRequired: false)
    }
    return AlarmSettings(
      name: call.required("AlarmName"),
      description: call.text("AlarmDescription"),
      healthCheckID: try alarmedCheck(),
      alarmActions: try actions("AlarmActions"),
      okActions: try actions("OKActions"),
      insufficientDataActions: try actions("InsufficientDataActions")
    )
  }

  private func check(
    _ member: String,
    _ option: String,
    _ value: String,
    isRequired: Bool
  ) throws(CommandError) {
    guard let given = call.arguments[member]?.plain else {
      guard isRequired else { return }
      throw AwsFault.usage(
        "\(option) \(value) must be given: \(Self.only)",
        call.operation,
        near: ["\(option) \(value)"]
      )
    }
    guard given == value else {
      throw .badValue(
        option: option,
        value: given.shown(),
        allowed: "\(value): \(Self.only)",
        near: [value]
      )
    }
  }

  private static let only =
    "this café evaluates only the alarm that Route 53's console makes (AWS/Route53, "
    + "HealthCheckStatus, Minimum over one period of 60 s, LessThanThreshold 1)"

  private func alarmedCheck() throws(CommandError) -> HealthCheckID {
    let dimensions = call.arguments["Dimensions"]?.elements ?? []
    guard dimensions.count == 1, dimensions[0]["Name"]?.text == "HealthCheckId",
      let text = dimensions[0]["Value"]?.text
    else {
      let checks = world.healthChecks.map { "Name=HealthCheckId,Value=\($0.id)" }
      throw AwsFault.usage(
        "--dimensions Name=HealthCheckId,Value=<id> must be given: \(Self.only)",
        call.operation,
        near: Array(checks.suffix(1))
      )
    }
    let id = HealthCheckID(text)
    if world.healthCheck(id) == nil, let check = world.healthChecks(named: text).last {
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
    case .null, .list, .object: nil
    }
  }
}
