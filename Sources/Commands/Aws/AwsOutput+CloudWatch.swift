import CafeWorld
import Route53

extension AwsOutput {
  var describedAlarms: JSONValue {
    let types = call.texts("AlarmTypes")
    let wanted = types.isEmpty || types.contains("MetricAlarm") ? alarms.map(json) : []
    let page = AwsPage.cut("MetricAlarms", wanted, call)
    return .record([
      "MetricAlarms": page["MetricAlarms"], "CompositeAlarms": .list([]),
      "NextToken": page["NextToken"],
    ])
  }

  private var alarms: [Alarm] {
    let names = call.texts("AlarmNames")
    return call.isElsewhere
      ? []
      : after.alarms.filter { alarm in
        (names.isEmpty || names.contains(alarm.name))
          && alarm.name.hasPrefix(call.text("AlarmNamePrefix") ?? "")
          && (call.text("StateValue") ?? alarm.state.rawValue) == alarm.state.rawValue
          && (call.text("ActionPrefix").map { prefix in
            alarm.settings.alarmActions.contains { $0.hasPrefix(prefix) }
          } ?? true)
      }
  }

  /// CWM: MetricAlarm.
  private func json(_ alarm: Alarm) -> JSONValue {
    let settings = alarm.settings
    let rule = settings.effectiveRule
    let dimension: JSONValue = .record([
      "Name": "HealthCheckId", "Value": .string(settings.healthCheckID.text),
    ])
    let since: JSONValue = .time(alarm.stateSince)
    return .record([
      "AlarmName": .string(alarm.name),
      "AlarmArn": .string(
        "arn:aws:cloudwatch:\(Topic.region):\(Topic.account):alarm:\(alarm.name)"
      ),
      "AlarmDescription": settings.description.map(JSONValue.string),
      "AlarmConfigurationUpdatedTimestamp": .time(alarm.updatedAt),
      "ActionsEnabled": .boolean(settings.actionsEnabled != false),
      "OKActions": .texts(settings.okActions),
      "AlarmActions": .texts(settings.alarmActions),
      "InsufficientDataActions": .texts(settings.insufficientDataActions),
      "StateValue": .string(alarm.state.rawValue), "StateReason": .string(reason(alarm)),
      "StateUpdatedTimestamp": since, "MetricName": .string(rule.metric.rawValue),
      "Namespace": "AWS/Route53", "Statistic": .string(rule.statistic.rawValue),
      "Dimensions": .list([dimension]), "Period": .whole(rule.period),
      "EvaluationPeriods": .whole(rule.evaluationPeriods),
      "DatapointsToAlarm": rule.datapointsToAlarm.map(JSONValue.whole),
      "Threshold": .number(rule.threshold.decimal),
      "ComparisonOperator": .string(rule.comparison.rawValue),
      "TreatMissingData":
        rule.missingData == .missing ? nil : .string(rule.missingData.rawValue),
      "StateTransitionedTimestamp": since,
    ])
  }

  /// The world does not keep an alarm's former state: before ALARM it was most likely OK, before OK
  /// it was ALARM if the check has been unhealthy since the alarm was made.
  private func reason(_ alarm: Alarm) -> String {
    let recovered =
      (after.healthCheck(alarm.settings.healthCheckID)?.lastUnhealthyUntil).map {
        $0 > alarm.createdAt
      } ?? false
    let former: AlarmState =
      switch alarm.state {
      case .alarm, .insufficientData: .ok
      case .ok: recovered ? .alarm : .insufficientData
      }
    return alarm.reason.text(from: former, to: alarm.state)
  }
}
