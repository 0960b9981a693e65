import CafeWorld
import Route53

extension Aws {
  /// The lines for SNS and CloudWatch, both in the region of Route 53's metrics.
  static func notification(_ command: Command, _ world: World) -> [String] {
    switch command {
    case .createTopic(let name): [line(.createTopic, ["region": Topic.region, "name": name])]
    case .deleteTopic(let arn): [line(.deleteTopic, ["region": Topic.region, "topic-arn": arn])]
    case .subscribe(let topic, let endpoint):
      [
        line(
          .subscribe,
          [
            "region": Topic.region, "topic-arn": topic, "protocol": "email",
            "notification-endpoint": endpoint,
          ]
        )
      ]
    case .confirmSubscription(let mail): confirmation(mail, world)
    case .unsubscribe(let topic, let endpoint): end(topic, endpoint, world)
    case .publish(let topic, let subject, let message):
      [
        line(
          .publish,
          [
            "region": Topic.region, "topic-arn": topic, "subject": subject, "message": message,
          ]
        )
      ]
    case .putAlarm(let settings): [alarm(settings)]
    case .deleteAlarm(let name):
      [line(.deleteAlarms, ["region": Topic.region, "alarm-names": name])]
    case .setAlarmState(let name, let state, let reason):
      [
        line(
          .setAlarmState,
          [
            "region": Topic.region, "alarm-name": name, "state-value": state.rawValue,
            "state-reason": reason,
          ]
        )
      ]
    default: []
    }
  }

  private static func confirmation(_ mail: Int, _ world: World) -> [String] {
    guard case .confirmation(let topic, let id) = world.mail(mail)?.content else { return [] }
    return [
      line(.confirmSubscription, ["region": Topic.region, "topic-arn": topic, "token": id])
    ]
  }

  private static func end(_ topic: String, _ endpoint: String, _ world: World) -> [String] {
    guard let topic = world.topic(topic),
      let found = topic.subscriptions.first(where: { $0.endpoint == endpoint })
    else { return [] }
    let arn = topic.arn(of: found)
    return [line(.unsubscribe, ["region": Topic.region, "subscription-arn": arn])]
  }

  private static func alarm(_ settings: AlarmSettings) -> String {
    let rule = settings.effectiveRule
    let fixed = line(
      .putMetricAlarm,
      [
        "region": Topic.region, "alarm-name": settings.name,
        "alarm-description": settings.description, "namespace": "AWS/Route53",
        "metric-name": rule.metric.rawValue,
        "dimensions": "Name=HealthCheckId,Value=\(settings.healthCheckID)",
        "statistic": rule.statistic.rawValue, "period": String(rule.period),
        "evaluation-periods": String(rule.evaluationPeriods),
        "datapoints-to-alarm": rule.datapointsToAlarm.map(String.init),
        "threshold": rule.threshold.shortDecimal,
        "comparison-operator": rule.comparison.rawValue,
        "treat-missing-data":
          rule.missingData == .missing ? nil : rule.missingData.rawValue,
      ]
    )
    let actions: [(String, [String])] = [
      ("alarm-actions", settings.alarmActions), ("ok-actions", settings.okActions),
      ("insufficient-data-actions", settings.insufficientDataActions),
    ]
    let silent = settings.actionsEnabled == false ? " --no-actions-enabled" : ""
    return fixed + silent
      + actions.filter { !$0.1.isEmpty }
      .map { name, arns in " --\(name) " + arns.map { quoted($0) }.joined(separator: " ") }
      .joined()
  }
}
