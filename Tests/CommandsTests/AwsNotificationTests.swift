import CafeWorld
import DNS
import Route53
import Testing

@testable import Commands

struct `aws sns and aws cloudwatch` {
  let topic = "arn:aws:sns:us-east-1:123456789012:Primary-Website-Health"

  @Test func `carry a topic from its creation to a published message`() throws {
    var cafe = AwsCafe()
    #expect(
      try cafe.aws("sns create-topic --name Primary-Website-Health") == """
        {
            "TopicArn": "\(topic)"
        }
        """
    )
    #expect(
      try cafe.aws(
        "sns subscribe --topic-arn \(topic) --protocol email "
          + "--notification-endpoint sofia@cafe.example"
      ) == """
        {
            "SubscriptionArn": "pending confirmation"
        }
        """
    )
    #expect(try cafe.aws("sns list-subscriptions").contains(#""PendingConfirmation""#))
    guard case .confirmation(_, let token) = cafe.world.mails.last?.content else {
      Issue.record("no confirmation mail")
      return
    }
    #expect(
      try cafe.aws("sns confirm-subscription --topic-arn \(topic) --token \(token)") == """
        {
            "SubscriptionArn": "\(topic):\(token)"
        }
        """
    )
    #expect(
      try cafe.aws("sns list-subscriptions-by-topic --topic-arn \(topic)") == """
        {
            "Subscriptions": [
                {
                    "SubscriptionArn": "\(topic):\(token)",
                    "Owner": "123456789012",
                    "Protocol": "email",
                    "Endpoint": "sofia@cafe.example",
                    "TopicArn": "\(topic)"
                }
            ]
        }
        """
    )
  }

  @Test func `publish to those who have confirmed, until they are gone`() throws {
    var cafe = AwsCafe()
    try cafe.world.perform(.createTopic("Primary-Website-Health"))
    try cafe.world.perform(.subscribe(topic: topic, endpoint: "sofia@cafe.example"))
    try cafe.world.perform(.confirmSubscription(mail: 1))
    let token = try #require(cafe.world.topics.first?.subscriptions.first?.id)
    #expect(
      try cafe.aws("sns publish --topic-arn \(topic) --subject hi --message 'the site is up'")
        .contains(#""MessageId": ""#)
    )
    #expect(cafe.world.mails.last?.subject == "hi")
    #expect(try cafe.aws("sns unsubscribe --subscription-arn \(topic):\(token)") == "")
    #expect(try cafe.aws("sns delete-topic --topic-arn \(topic)") == "")
    #expect(try cafe.aws("sns delete-topic --topic-arn \(topic)") == "")
    #expect(
      try cafe.aws("sns list-topics") == """
        {
            "Topics": []
        }
        """
    )
  }

  @Test(arguments: [
    (
      "sns subscribe --topic-arn nothing --protocol email --notification-endpoint a@b",
      "An error occurred (InvalidParameter) when calling the Subscribe operation: Invalid "
        + "parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1"
    ),
    (
      "sns list-subscriptions-by-topic --topic-arn arn:aws:sns:us-east-1:123456789012:x",
      "An error occurred (NotFound) when calling the ListSubscriptionsByTopic operation: Topic "
        + "does not exist"
    ),
    (
      "sns publish --message x",
      "An error occurred (InvalidParameter) when calling the Publish operation: Invalid "
        + "parameter: TopicArn or TargetArn Reason: no value for required parameter"
    ),
    (
      "sns subscribe --topic-arn arn:aws:sns:us-east-1:123456789012:x --protocol sms",
      "--protocol sms: email; this café has no other"
    ),
  ])
  func `refuse what SNS refuses`(line: String, message: String) {
    #expect(AwsCafe().message(line) == message)
  }

  @Test func `refuse by the world what only the world knows`() throws {
    var cafe = AwsCafe()
    #expect(
      try cafe.aws("sns publish --topic-arn \(topic) --message x")
        == "An error occurred (NotFound) when calling the Publish operation: Topic does not exist"
    )
    #expect(
      try cafe.aws("sns create-topic --name 'two words'").hasPrefix(
        "An error occurred (InvalidParameter) when calling the CreateTopic operation: "
      )
    )
    #expect(
      try cafe.aws("cloudwatch delete-alarms --alarm-names x").hasPrefix(
        "An error occurred (ResourceNotFound) when calling the DeleteAlarms operation: "
      )
    )
  }

  @Test func `name those who read their mail here`() throws {
    var cafe = AwsCafe()
    _ = try cafe.aws("sns create-topic --name Primary-Website-Health")
    let line = "sns subscribe --topic-arn \(topic) --protocol email --notification-endpoint "
    #expect(
      cafe.message(line + "me@example.com")
        == "An error occurred (InvalidParameter) when calling the Subscribe operation: Invalid "
        + "parameter: Email address: nobody here reads the mail of me@example.com; here are: "
        + "sofia@cafe.example, mateo@cafe.example"
    )
    #expect(cafe.near(line + "sofa@cafe.example") == ["sofia@cafe.example"])
  }

  static let alarm =
    "cloudwatch put-metric-alarm --alarm-name down --namespace AWS/Route53 "
    + "--metric-name HealthCheckStatus --statistic Minimum --period 60 --evaluation-periods 1 "
    + "--threshold 1.0 --comparison-operator LessThanThreshold"

  @Test func `put an alarm and describe it`() throws {
    var cafe = try AwsCafe.withCheck()
    _ = try cafe.aws("sns create-topic --name Primary-Website-Health --region us-east-1")
    let line =
      Self.alarm + " --dimensions Name=HealthCheckId,Value=\(cafe.check) --alarm-actions \(topic)"
    #expect(try cafe.aws(line + " --region us-east-1") == "")
    #expect(
      try cafe.commands(line) == [
        .putAlarm(
          AlarmSettings(
            name: "down",
            healthCheckID: HealthCheckID(cafe.check),
            alarmActions: [topic]
          )
        )
      ]
    )
    #expect(
      try cafe.aws("cloudwatch describe-alarms --alarm-names down")
        == described(cafe.check, topic)
    )
    #expect(
      try cafe.aws("cloudwatch describe-alarms --state-value ALARM") == """
        {
            "MetricAlarms": [],
            "CompositeAlarms": []
        }
        """
    )
    #expect(try cafe.aws("cloudwatch delete-alarms --alarm-names down") == "")
    #expect(cafe.world.alarms.isEmpty)
  }

  @Test func `set an alarm's state, which the next evaluation puts right`() throws {
    var cafe = try AwsCafe.withCheck()
    _ = try cafe.aws(Self.alarm + " --dimensions Name=HealthCheckId,Value=\(cafe.check)")
    try cafe.world.perform(.wait(2 * .minute))
    let line = "cloudwatch set-alarm-state --alarm-name down --state-reason 'a drill'"
    #expect(try cafe.aws(line + " --state-value ALARM") == "")
    let described = try cafe.aws("cloudwatch describe-alarms")
    #expect(described.contains(#""StateValue": "ALARM""#))
    #expect(described.contains(#""StateReason": "a drill""#))
    try cafe.world.perform(.wait(.minute))
    #expect(try cafe.aws("cloudwatch describe-alarms").contains(#""StateValue": "OK""#))
    #expect(cafe.message(line + " --state-value BAD").hasPrefix("--state-value BAD: OK, ALARM, "))
    #expect(
      try cafe.aws(line.replacing("down", with: "up") + " --state-value OK").hasPrefix(
        "An error occurred (ResourceNotFound) when calling the SetAlarmState operation: "
      )
    )
  }

  @Test(arguments: [
    ("cloudwatch describe-alarms", "MetricAlarms"), ("cloudwatch list-metrics", "Metrics"),
    ("sns list-topics", "Topics"), ("sns list-subscriptions", "Subscriptions"),
  ])
  func `list nothing in another region, and a note says why`(line: String, list: String) throws {
    var cafe = try AwsCafe.withCheck()
    _ = try cafe.aws("sns create-topic --name Primary-Website-Health")
    _ = try cafe.aws(
      "sns subscribe --topic-arn \(topic) --protocol email "
        + "--notification-endpoint sofia@cafe.example"
    )
    _ = try cafe.aws(Self.alarm + " --dimensions Name=HealthCheckId,Value=\(cafe.check)")
    for region in ["", " --region us-east-1"] {
      #expect(try !cafe.aws(line + region).contains("\"\(list)\": []"))
      #expect(try cafe.note(line + region) == nil)
    }
    #expect(try cafe.aws(line + " --region us-west-2").contains("\"\(list)\": []"))
    #expect(
      try cafe.note(line + " --region eu-west-1")
        == "note: Route 53's metrics exist only in us-east-1, "
        + "and so do their alarms and topics. In eu-west-1 there is none of them; AWS says so with "
        + "an empty list."
    )
    #expect(cafe.message(line + " --region us-west-9").hasPrefix("--region us-west-9: us-east-1: "))
  }

  @Test func `give no datapoints in another region`() throws {
    var cafe = try AwsCafe.withCheck()
    try cafe.world.perform(.wait(10 * .minute))
    let line =
      "cloudwatch get-metric-statistics --namespace AWS/Route53 --metric-name HealthCheckStatus "
      + "--dimensions Name=HealthCheckId,Value=\(cafe.check) --statistics Minimum --period 60 "
      + "--start-time 2026-03-02T16:00:00Z --end-time 2026-03-02T17:00:00Z"
    #expect(try cafe.aws(line).contains("Timestamp"))
    #expect(try cafe.aws(line + " --region us-west-2").contains(#""Datapoints": []"#))
  }

  func described(_ check: String, _ topic: String) -> String {
    """
    {
        "MetricAlarms": [
            {
                "AlarmName": "down",
                "AlarmArn": "arn:aws:cloudwatch:us-east-1:123456789012:alarm:down",
                "AlarmConfigurationUpdatedTimestamp": "2026-03-02T16:00:00+00:00",
                "ActionsEnabled": true,
                "OKActions": [],
                "AlarmActions": [
                    "\(topic)"
                ],
                "InsufficientDataActions": [],
                "StateValue": "INSUFFICIENT_DATA",
                "StateReason": "Unchecked: Initial alarm creation",
                "StateUpdatedTimestamp": "2026-03-02T16:00:00+00:00",
                "MetricName": "HealthCheckStatus",
                "Namespace": "AWS/Route53",
                "Statistic": "Minimum",
                "Dimensions": [
                    {
                        "Name": "HealthCheckId",
                        "Value": "\(check)"
                    }
                ],
                "Period": 60,
                "EvaluationPeriods": 1,
                "Threshold": 1.0,
                "ComparisonOperator": "LessThanThreshold",
                "StateTransitionedTimestamp": "2026-03-02T16:00:00+00:00"
            }
        ],
        "CompositeAlarms": []
    }
    """
  }

  @Test(arguments: [
    ("--statistic Minimum", "--statistic p99", "--statistic p99: Minimum, "),
    ("--threshold 1.0", "--threshold x", "Invalid type for parameter Threshold"),
    ("AWS/Route53", "AWS/EC2", "--namespace AWS/EC2: AWS/Route53: this café has only"),
    ("--period 60", "", "--period must be given"),
    (
      "--alarm-name down", "--alarm-name down --treat-missing-data never",
      "--treat-missing-data never: missing, "
    ),
    ("--alarm-name down", "--alarm-name down --dimensions Name=X,Value=y", "--dimensions Name="),
  ])
  func `refuse what this café cannot evaluate`(part: String, instead: String, message: String) {
    let line = Self.alarm.replacing(part, with: instead)
    let suffix =
      line.contains("--dimensions") ? "" : " --dimensions Name=HealthCheckId,Value=x"
    let text = AwsCafe().message(line + suffix)
    #expect(text.contains(message))
  }

  @Test func `refuse a topic in another region`() {
    #expect(
      AwsCafe().message(
        Self.alarm + " --dimensions Name=HealthCheckId,Value=x --alarm-actions "
          + "arn:aws:sns:us-west-2:123456789012:x"
      )
        == "An error occurred (ValidationError) when calling the PutMetricAlarm operation: "
        + "Invalid region us-west-2 specified. Only us-east-1 is supported."
    )
  }
}
