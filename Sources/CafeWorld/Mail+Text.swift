import Route53

extension Mail {
  /// Who sends it; SNS's own address.
  public static let sender = "AWS Notifications <no-reply@sns.amazonaws.com>"

  public var subject: String {
    switch content {
    case .confirmation: "AWS Notification - Subscription Confirmation"
    case .alarm(let notice): notice.subject
    case .message(_, _, let subject, _): subject ?? "AWS Notification Message"
    }
  }

  /// The lines of the mail.
  public var body: [String] {
    switch content {
    case .confirmation(let topic, let token): confirmationBody(topic, token)
    case .alarm(let notice): notice.body + footer(notice.topic, notice.subscription)
    case .message(let topic, let subscription, _, let text):
      [text] + footer(topic, subscription)
    }
  }

  private func confirmationBody(_ topic: String, _ token: String) -> [String] {
    [
      "Somebody asked for this address to receive what is published to the topic",
      topic,
      "",
      "To agree, follow the link:  Confirm subscription",
      "https://sns.us-east-1.amazonaws.com/confirmation.html?TopicArn=\(topic)&Token=\(token)",
      "(here: `confirm \(recipient)`)",
      "",
      "If you did not expect this mail, do nothing: without the confirmation",
      "nothing will be sent to you. The link is good for two days.",
    ]
  }

  private func footer(_ topic: String, _ subscription: String) -> [String] {
    [
      "",
      "--",
      "To stop these mails, unsubscribe:",
      "https://sns.us-east-1.amazonaws.com/unsubscribe.html?SubscriptionArn="
        + "\(topic):\(subscription)&Endpoint=\(recipient)",
    ]
  }
}

extension AlarmNotice {
  /// `ALARM: "name" in US East (N. Virginia)`: at most 100 characters, for which the name is
  /// shortened with `...` (LAB: what the student sees).
  var subject: String {
    let (front, back) = ("\(to.rawValue): \"", "\" in US East (N. Virginia)")
    let room = 100 - front.count - back.count
    let name = settings.name
    let shown = name.count <= room ? name : String(name.prefix(room - 3)) + "..."
    return front + shown + back
  }

  var body: [String] {
    opening + details + metric + actions
  }

  private var opening: [String] {
    let when = at.civil(local: false)
    let day =
      "\(CivilTime.weekdays[when.weekday]) \(when.day.padded(2)) "
      + "\(CivilTime.months[when.month - 1]), \(when.year) \(when.clock) UTC"
    return [
      "You get this mail because the Amazon CloudWatch alarm \"\(settings.name)\" in the",
      "US East (N. Virginia) region is now in the \(to.rawValue) state, because",
      "\"\(reason.text(from: from, to: to))\"",
      "at \"\(day)\".",
      "",
      "View this alarm in the AWS Management Console:",
      "https://us-east-1.console.aws.amazon.com/cloudwatch/deeplink.js?region=us-east-1"
        + "#alarmsV2:alarm/\(settings.name)",
      "",
    ]
  }

  private var details: [String] {
    [
      "Alarm Details:",
      "- Name:                     \(settings.name)",
      "- Description:              \(settings.description ?? "")",
      "- State Change:             \(from.rawValue) -> \(to.rawValue)",
      "- Reason for State Change:  \(reason.text(from: from, to: to))",
      "- Timestamp:                \(at.utcText) UTC",
      "- AWS Account:              \(Topic.account)",
      "- Alarm Arn:                "
        + "arn:aws:cloudwatch:us-east-1:\(Topic.account):alarm:\(settings.name)",
      "",
      "Threshold:",
      "- The alarm is in the ALARM state when the metric is \(rule.comparison.rawValue) "
        + "\(rule.threshold.decimal) for at",
      "  least \(rule.needed) of the last \(rule.evaluationPeriods) period(s) of \(rule.period) "
        + "seconds.",
      "",
    ]
  }

  private var rule: AlarmRule { settings.effectiveRule }

  private var metric: [String] {
    [
      "Monitored Metric:",
      "- MetricNamespace:          AWS/Route53",
      "- MetricName:               \(rule.metric.rawValue)",
      "- Dimensions:               [HealthCheckId = \(settings.healthCheckID)]",
      "- Period:                   \(rule.period) seconds",
      "- Statistic:                \(rule.statistic.rawValue)",
      "- Unit:                     not specified",
      "- TreatMissingData:         \(rule.missingData.rawValue)",
      "",
    ]
  }

  private var actions: [String] {
    func line(_ actions: [String]) -> String { actions.map { "[\($0)]" }.joined(separator: " ") }
    return [
      "State Change Actions:",
      "- OK: \(line(settings.okActions))",
      "- ALARM: \(line(settings.alarmActions))",
      "- INSUFFICIENT_DATA: \(line(settings.insufficientDataActions))",
    ]
  }
}

extension Instant {
  /// `2026-03-02 16:04:00`, UTC.
  fileprivate var utcText: String {
    let civil = civil(local: false)
    return civil.date + " " + civil.clock
  }

  /// `02/03/26 16:05:00`, UTC.
  var dayMonthYear: String {
    let civil = civil(local: false)
    return "\(civil.day.padded(2))/\(civil.month.padded(2))/\((civil.year % 100).padded(2)) "
      + civil.clock
  }
}
