import CafeWorld
import Route53

extension AwsOutput {
  var sns: JSONValue? {
    switch call.operation {
    case .createTopic: .record(["TopicArn": .string(Topic.arn(name: call.required("Name")))])
    case .getTopicAttributes: topicAttributes
    case .listTopics:
      AwsPage.cut("Topics", topics.map { .record(["TopicArn": .string($0.arn)]) }, call)
    case .subscribe: subscribed
    case .confirmSubscription:
      .record(["SubscriptionArn": .string("\(call.required("TopicArn")):\(call.required("Token"))")]
      )
    case .listSubscriptions: subscriptions(of: topics)
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

  /// SNSM: GetTopicAttributesResponse.
  private var topicAttributes: JSONValue? {
    after.topics.first { $0.arn == call.text("TopicArn") }.map { topic in
      let confirmed = topic.subscriptions.count(where: \.isConfirmed)
      return .record([
        "Attributes": .record([
          "TopicArn": .string(topic.arn), "Owner": .string(Topic.account), "DisplayName": "",
          "SubscriptionsConfirmed": .string(String(confirmed)),
          "SubscriptionsPending": .string(String(topic.subscriptions.count - confirmed)),
          "SubscriptionsDeleted": "0",
        ])
      ])
    }
  }

  private var published: JSONValue {
    let number = events.first?.number ?? 0
    return .record([
      "MessageId": .string(AwsIdentifier.uuid(of: "message \(after.seed.value) \(number)"))
    ])
  }

  var cloudWatch: JSONValue? {
    switch call.operation {
    case .describeAlarms: describedAlarms
    case .getMetricStatistics: metricStatistics
    case .getMetricData: metricData
    case .listMetrics: AwsPage.cut("Metrics", metrics, call)
    default: nil
    }
  }

  /// What the health checks send (CWM: Metric).
  private var metrics: [JSONValue] {
    let dimensions = call.arguments["Dimensions"]?.elements ?? []
    guard !call.isElsewhere,
      (call.text("Namespace") ?? HealthMetric.namespace) == HealthMetric.namespace
    else { return [] }
    return after.healthChecks.flatMap { check -> [JSONValue] in
      let fits = dimensions.allSatisfy { dimension in
        dimension["Name"]?.text == "HealthCheckId"
          && (dimension["Value"]?.text ?? check.id.text) == check.id.text
      }
      let wanted = fits ? after.metrics(of: check) : []
      return wanted.filter { (call.text("MetricName") ?? $0.rawValue) == $0.rawValue }.map {
        let dimension: JSONValue = .record([
          "Name": "HealthCheckId", "Value": .string(check.id.text),
        ])
        return .record([
          "Namespace": .string(HealthMetric.namespace), "MetricName": .string($0.rawValue),
          "Dimensions": .list([dimension]),
        ])
      }
    }
  }

  /// Whoever asks is the account's root (STSM: GetCallerIdentityResponse).
  var sts: JSONValue? {
    call.operation == .getCallerIdentity
      ? .record([
        "UserId": .string(Topic.account), "Account": .string(Topic.account),
        "Arn": .string("arn:aws:iam::\(Topic.account):root"),
      ]) : nil
  }
}
