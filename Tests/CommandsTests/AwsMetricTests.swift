import CafeWorld
import Route53
import Testing

@testable import Commands

struct `Metrics and alarms by aws` {
  @Test func `put an alarm of any rule, and describe it`() throws {
    var cafe = try AwsCafe.withCheck()
    let line =
      "cloudwatch put-metric-alarm --alarm-name slow --namespace AWS/Route53 --metric-name "
      + "HealthCheckPercentageHealthy --statistic Average --period 300 --evaluation-periods 3 "
      + "--datapoints-to-alarm 2 --threshold 62.5 --comparison-operator "
      + "LessThanOrEqualToThreshold --treat-missing-data breaching --no-actions-enabled "
      + "--dimensions Name=HealthCheckId,Value=\(cafe.check)"
    #expect(try cafe.aws(line) == "")
    let alarm = try #require(cafe.world.alarm("slow"))
    #expect(
      alarm.settings.effectiveRule
        == AlarmRule(
          metric: .percentageHealthy,
          statistic: .average,
          period: 300,
          evaluationPeriods: 3,
          datapointsToAlarm: 2,
          threshold: 62_500,
          comparison: .lessOrEqual,
          missingData: .breaching
        )
    )
    let text = try cafe.aws("cloudwatch describe-alarms --alarm-names slow")
    for part in [
      #""Period": 300"#, #""Threshold": 62.5"#, #""DatapointsToAlarm": 2"#,
      #""TreatMissingData": "breaching""#, #""ActionsEnabled": false"#,
    ] {
      #expect(text.contains(part))
    }
    let spelled = Aws.spelling(of: .putAlarm(alarm.settings), in: cafe.world)
    #expect(try cafe.commands(String(spelled[0].dropFirst(4))) == [.putAlarm(alarm.settings)])
  }

  private func statistics(_ check: String) -> String {
    "cloudwatch get-metric-statistics --namespace AWS/Route53 --metric-name HealthCheckStatus "
      + "--dimensions Name=HealthCheckId,Value=\(check) --start-time 2026-03-02T16:01:00Z "
      + "--end-time 2026-03-02T16:03:00Z --period 60 --statistics Minimum Average"
  }

  @Test func `read the statistics of a check`() throws {
    var cafe = try AwsCafe.withCheck()
    try cafe.world.perform(.wait(3 * .minute))
    let line = statistics(cafe.check)
    #expect(
      try cafe.aws(line) == """
        {
            "Label": "HealthCheckStatus",
            "Datapoints": [
                {
                    "Timestamp": "2026-03-02T16:01:00+00:00",
                    "Minimum": 1.0,
                    "Average": 1.0,
                    "Unit": "None"
                },
                {
                    "Timestamp": "2026-03-02T16:02:00+00:00",
                    "Minimum": 1.0,
                    "Average": 1.0,
                    "Unit": "None"
                }
            ]
        }
        """
    )
    #expect(
      cafe.message(line.replacing("--period 60", with: "--period 45"))
        == "--period 45: a multiple of 60, to 86400"
    )
    #expect(
      cafe.message(line.replacing("2026-03-02T16:03", with: "2026-03-09T16:03"))
        .contains("exceeds the limit of 1440")
    )
    #expect(
      cafe.message(line.replacing("2026-03-02T16:03", with: "2026-13-02T16:03"))
        .hasPrefix("--end-time")
    )
  }

  @Test func `read the data of several queries`() throws {
    var cafe = try AwsCafe.withCheck()
    try cafe.world.perform(.wait(3 * .minute))
    let dimension = #"{"Name":"HealthCheckId","Value":"\#(cafe.check)"}"#
    let metric =
      #"{"Namespace":"AWS/Route53","MetricName":"HealthCheckPercentageHealthy","Dimensions":"#
      + "[\(dimension)]}"
    let query = #"[{"Id":"a","MetricStat":{"Metric":\#(metric),"Period":60,"Stat":"Average"}}]"#
    let text = try cafe.aws(
      "cloudwatch get-metric-data --metric-data-queries '\(query)' --start-time "
        + "2026-03-02T16:01:00Z --end-time 2026-03-02T16:03:00Z"
    )
    #expect(text.contains("100.0"))
    #expect(text.contains(#""StatusCode": "Complete""#))
    for id in ["", "1a", "A", "a-b"] {
      let other = query.replacing(#""Id":"a""#, with: "\"Id\":\"\(id)\"")
      let refused = cafe.message(
        "cloudwatch get-metric-data --metric-data-queries '\(other)' --start-time "
          + "2026-03-02T16:01:00Z --end-time 2026-03-02T16:03:00Z"
      )
      #expect(refused.hasPrefix("An error occurred (ValidationError)"), "\(refused)")
    }
  }

  @Test func `have no observations of a calculated check`() throws {
    var cafe = try AwsCafe.withCheck()
    let child = cafe.check
    _ = try cafe.aws(
      "route53 create-health-check --caller-reference two --health-check-config "
        + #"'{"Type":"CALCULATED","HealthThreshold":1,"ChildHealthChecks":["\#(child)"]}'"#
    )
    #expect(cafe.check != child)
    for operation in ["get-health-check-status", "get-health-check-last-failure-reason"] {
      let text = cafe.message("route53 \(operation) --health-check-id \(cafe.check)")
      #expect(text.hasPrefix("An error occurred (InvalidInput)"))
    }
    let shown = try cafe.aws("route53 get-health-check --health-check-id \(cafe.check)")
    #expect(!shown.contains("RequestInterval"))
    #expect(shown.contains(#""HealthThreshold": 1"#))
  }

  @Test func `carry every field of an update`() throws {
    var cafe = try AwsCafe.withCheck()
    let line =
      "route53 update-health-check --health-check-id \(cafe.check) --health-check-version 1 "
      + "--fully-qualified-domain-name www.cafe.example --regions us-east-1 us-west-2 eu-west-1 "
      + "--reset-elements ResourcePath"
    _ = try cafe.aws(line)
    let settings = try #require(cafe.world.healthChecks.last?.settings)
    #expect(settings.regions == ["us-east-1", "us-west-2", "eu-west-1"])
    #expect(settings.resourcePath == nil)
    #expect(settings.fullyQualifiedDomainName == "www.cafe.example")
    let again = try cafe.commands(line)
    let spelled = Aws.spelling(of: again[0], in: cafe.world)
    #expect(try cafe.commands(String(spelled[0].dropFirst(4))) == again)
    #expect(try cafe.aws(line).hasPrefix("An error occurred (HealthCheckVersionMismatch)"))
  }
}
