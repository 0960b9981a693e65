import CafeWorld
import Route53

extension AwsOutput {
  var sns: JSONValue? {
    switch call.operation {
    case .createTopic: .record(["TopicArn": .string(Topic.arn(name: call.required("Name")))])
    case .listTopics:
      AwsPage.cut("Topics", after.topics.map { .record(["TopicArn": .string($0.arn)]) }, call)
    case .subscribe: subscribed
    case .confirmSubscription:
      .record(["SubscriptionArn": .string("\(call.required("TopicArn")):\(call.required("Token"))")]
      )
    case .listSubscriptions: subscriptions(of: after.topics)
    case .listSubscriptionsByTopic:
      subscriptions(of: after.topics.filter { $0.arn == call.text("TopicArn") })
    case .publish: published
    default: nil
    }
  }

  /// The ARN is told when the subscription is confirmed, or when it is asked for (SNSM: Subscribe).
  private var subscribed: JSONValue? {
    guard let topic = after.topics.first(where: { $0.arn == call.text("TopicArn") }),
      let subscription = topic.subscriptions.first(where: { $0.endpoint == call.text("Endpoint") })
    else { return nil }
    let isTold = subscription.isConfirmed || call.flag("ReturnSubscriptionArn") == true
    let arn = isTold ? topic.arn(of: subscription) : "pending confirmation"
    return .record(["SubscriptionArn": .string(arn)])
  }

  private func subscriptions(of topics: [Topic]) -> JSONValue {
    let all: [JSONValue] = topics.flatMap { topic in
      topic.subscriptions.map { subscription in
        let arn = subscription.isConfirmed ? topic.arn(of: subscription) : "PendingConfirmation"
        return .record([
          "SubscriptionArn": .string(arn), "Owner": .string(Topic.account), "Protocol": "email",
          "Endpoint": .string(subscription.endpoint), "TopicArn": .string(topic.arn),
        ])
      }
    }
    return AwsPage.cut("Subscriptions", all, call)
  }

  private var published: JSONValue {
    let number = events.first?.number ?? 0
    return .record([
      "MessageId": .string(AwsIdentifier.uuid(of: "message \(after.seed.value) \(number)"))
    ])
  }

  var cloudWatch: JSONValue? {
    guard call.operation == .describeAlarms else { return nil }
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
    return after.alarms.filter { alarm in
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
    let dimension: JSONValue = .record([
      "Name": "HealthCheckId", "Value": .string(settings.healthCheckID.text),
    ])
    let since: JSONValue = .string(alarm.stateSince.awsText)
    return .record([
      "AlarmName": .string(alarm.name),
      "AlarmArn": .string(
        "arn:aws:cloudwatch:\(Topic.region):\(Topic.account):alarm:\(alarm.name)"
      ),
      "AlarmDescription": settings.description.map(JSONValue.string),
      "AlarmConfigurationUpdatedTimestamp": .string(alarm.createdAt.awsText),
      "ActionsEnabled": true, "OKActions": .texts(settings.okActions),
      "AlarmActions": .texts(settings.alarmActions),
      "InsufficientDataActions": .texts(settings.insufficientDataActions),
      "StateValue": .string(alarm.state.rawValue), "StateReason": .string(reason(alarm)),
      "StateUpdatedTimestamp": since, "MetricName": "HealthCheckStatus",
      "Namespace": "AWS/Route53", "Statistic": "Minimum", "Dimensions": .list([dimension]),
      "Period": .whole(60), "EvaluationPeriods": .whole(1), "Threshold": .number("1.0"),
      "ComparisonOperator": "LessThanThreshold", "StateTransitionedTimestamp": since,
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
