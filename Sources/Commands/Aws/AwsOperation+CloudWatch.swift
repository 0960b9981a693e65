import CafeWorld

extension AwsOperation {
  /// The options of the operations of CloudWatch (`CWM`).
  var cloudWatchOptions: [AwsOption] {
    switch self {
    case .putMetricAlarm: Self.alarmOptions
    case .describeAlarms:
      [
        .optional("alarm-names", "AlarmNames", .list(.text), .alarm),
        .optional("alarm-name-prefix", "AlarmNamePrefix"),
        .optional(
          "alarm-types",
          "AlarmTypes",
          .list(.text),
          .choice(["MetricAlarm", "CompositeAlarm"])
        ),
        .optional("state-value", "StateValue", .text, Self.states),
        .optional("action-prefix", "ActionPrefix"),
      ] + AwsOption.absent("children-of-alarm-name", "parents-of-alarm-name", "max-records")
    case .deleteAlarms: [.required("alarm-names", "AlarmNames", .list(.text), .alarm)]
    case .setAlarmState:
      [
        .required("alarm-name", "AlarmName", .text, .alarm),
        .required("state-value", "StateValue", .text, Self.states),
        .required("state-reason", "StateReason"),
      ] + AwsOption.absent("state-reason-data")
    case .listMetrics:
      [
        .optional("namespace", "Namespace", .text, .choice(["AWS/Route53"])),
        .optional("metric-name", "MetricName", .text, Self.metricNames),
        .optional("dimensions", "Dimensions", .list(.dimensionFilter)),
      ] + AwsOption.absent("recently-active", "include-linked-accounts", "owning-account")
    case .getMetricStatistics:
      [
        .required("namespace", "Namespace", .text, .choice(["AWS/Route53"])),
        .required("metric-name", "MetricName", .text, Self.metricNames),
        .optional("dimensions", "Dimensions", .list(.dimension)),
        .required("start-time", "StartTime"), .required("end-time", "EndTime"),
        .required("period", "Period", .whole, .choice(["60", "300"])),
        .optional("statistics", "Statistics", .list(.text), Self.statistics),
        .optional("unit", "Unit"),
      ] + AwsOption.absent("extended-statistics")
    case .getMetricData:
      [
        .required("metric-data-queries", "MetricDataQueries", .list(.metricQuery)),
        .required("start-time", "StartTime"), .required("end-time", "EndTime"),
        .optional(
          "scan-by",
          "ScanBy",
          .text,
          .choice(["TimestampDescending", "TimestampAscending"])
        ),
      ] + AwsOption.absent("max-datapoints", "label-options")
    default: []
    }
  }

  private static let states: AwsOption.Names = .choice(AlarmState.allCases.map(\.rawValue))
  private static let metricNames: AwsOption.Names =
    .choice(HealthMetric.allCases.map(\.rawValue))
  private static let statistics: AwsOption.Names = .choice(Statistic.allCases.map(\.rawValue))

  private static let alarmOptions: [AwsOption] =
    [
      .required("alarm-name", "AlarmName", .text, .alarm),
      .optional("alarm-description", "AlarmDescription"),
      .optional("actions-enabled", "ActionsEnabled", .flag),
      .optional("ok-actions", "OKActions", .list(.text), .topic),
      .optional("alarm-actions", "AlarmActions", .list(.text), .topic),
      .optional("insufficient-data-actions", "InsufficientDataActions", .list(.text), .topic),
      .optional("metric-name", "MetricName", .text, metricNames),
      .optional("namespace", "Namespace", .text, .choice(["AWS/Route53"])),
      .optional("statistic", "Statistic", .text, statistics),
      .optional("dimensions", "Dimensions", .list(.dimension)),
      .optional("period", "Period", .whole, .choice(["60", "300"])),
      .optional("unit", "Unit"),
      .optional("evaluation-periods", "EvaluationPeriods", .whole, .choice(["1", "3"])),
      .optional("datapoints-to-alarm", "DatapointsToAlarm", .whole, .choice(["1"])),
      .optional("threshold", "Threshold", .decimal, .choice(["1"])),
      .optional(
        "comparison-operator",
        "ComparisonOperator",
        .text,
        .choice(AlarmRule.Comparison.allCases.map(\.rawValue))
      ),
      .optional(
        "treat-missing-data",
        "TreatMissingData",
        .text,
        .choice(AlarmRule.Gaps.allCases.map(\.rawValue))
      ),
    ]
    + AwsOption.absent(
      "extended-statistic",
      "evaluate-low-sample-count-percentile",
      "metrics",
      "tags",
      "threshold-metric-id",
      "evaluation-criteria",
      "evaluation-interval"
    )
}

extension AwsShape {
  /// CWM: MetricDataQuery; metric math is not looked into.
  static let metricQuery: AwsShape = .structure([
    Member("Id", .text, required: true),
    Member(
      "MetricStat",
      .structure([
        Member(
          "Metric",
          .structure([
            Member("Namespace", .text, required: true),
            Member("MetricName", .text, required: true),
            Member("Dimensions", .list(.dimension), required: true),
          ]),
          required: true
        ), Member("Period", .whole, required: true), Member("Stat", .text, required: true),
        Member("Unit", .text, here: false),
      ]),
      required: true
    ), Member("Label", .text), Member("ReturnData", .flag),
    Member("Expression", .text, here: false), Member("Period", .whole, here: false),
    Member("AccountId", .text, here: false),
  ])
}
