import CafeWorld
import Commands
import Lab
import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `What is said of an alarm` {
  private var world = Scene.cafe.world(seed: 7)
  private let display = Display(width: 240, colour: false, linear: true)

  init() throws {
    for line in [
      "create health-check Front --ip-address CafeInstance1 --resource-path /cafe",
      "create topic Alerts", "create topic Calm",
    ] { try type(line) }
  }

  /// Carries a line out, and gives what is told of it.
  @discardableResult
  private mutating func type(_ line: String) throws -> String {
    let before = world
    let (_, commands, refusal) = Situation(world: world).carryingOut([line])
    #expect(refusal == nil, "\(line)")
    var events: [Event] = []
    for command in commands { events += try world.perform(command) }
    return Narration.lines(events, before: before, after: world, on: display)
      .map(\.text.text).joined(separator: "\n")
  }

  private func shown(_ inquiry: Inquiry) -> String {
    Views.show(inquiry, of: world, events: [], on: display).text
  }

  static let rows: [(options: String, rule: String, gaps: String)] = [
    ("", "the last minute is below 1", "left out; with none at all it is INSUFFICIENT_DATA"),
    (
      "--evaluation-periods 3", "3 of the last 3 minutes are below 1",
      "left out; with none at all it is INSUFFICIENT_DATA"
    ),
    (
      "--evaluation-periods 3 --datapoints-to-alarm 2 --treat-missing-data breaching",
      "2 of the last 3 minutes are below 1", "counted as below 1"
    ),
    ("--treat-missing-data notBreaching", "the last minute is below 1", "counted as not below 1"),
    (
      "--metric HealthCheckPercentageHealthy --threshold 50 --comparison-operator "
        + "LessThanOrEqualToThreshold --period 300 --treat-missing-data ignore",
      "the last period of 5 min is at most 50",
      "left out; with none at all the state stays as it is"
    ),
  ]

  @Test(arguments: rows.indices)
  mutating func `is the rule that it follows`(index: Int) throws {
    let row = Self.rows[index]
    let told = try type("create alarm Down --health-check Front --topic Alerts \(row.options)")
    let shown = shown(.alarm("Down"))
    #expect(shown.contains("ALARM when: \(row.rule)"), "\(shown)")
    #expect(shown.contains("missing numbers: \(row.gaps)"), "\(shown)")
    #expect(told.contains("It is in ALARM when \(row.rule).") == !row.options.isEmpty, "\(told)")
    #expect(
      told.contains("Missing numbers are") == row.options.contains("treat-missing-data"),
      "\(told)"
    )
  }

  @Test mutating func `is whom it tells, and on what`() throws {
    let told = try type("create alarm Down --health-check Front --topic Alerts")
    #expect(told.contains("watches Front and writes to Alerts. It has no data yet"), "\(told)")
    #expect(
      try type("update alarm Down --ok-action Alerts")
        .contains("it watches Front and writes to Alerts on ALARM and OK.")
    )
    #expect(shown(.list(.alarms, zone: nil)).contains("Writes to: Alerts on ALARM and OK"))
    #expect(shown(.status).contains("writes to Alerts on ALARM and OK"))
    #expect(
      try type("update alarm Down --ok-action Calm")
        .contains("it watches Front and writes to Alerts on ALARM and Calm on OK.")
    )
  }

  @Test mutating func `is that its check is gone`() throws {
    try type("create alarm Down --health-check Front --topic Alerts")
    let id = try #require(world.healthChecks.first?.id.text)
    #expect(!shown(.status).contains("not there"))
    try type("delete health-check Front")
    let gone = "a check that is not there (\(id))"
    #expect(shown(.alarm("Down")).contains("watches: \(gone)"))
    #expect(shown(.list(.alarms, zone: nil)).contains("Watches: \(gone)"))
    #expect(shown(.status).contains("writes to Alerts; it watches \(gone)"))
    let marked = Views.show(.status, of: world, events: [], on: Display(width: 80, colour: false))
    #expect(marked.text.contains("! Down: "))
  }

  @Test mutating func `is that somebody set its state`() throws {
    try type("create alarm Down --health-check Front --topic Alerts")
    try type("wait 2m")
    let told = try type(
      "aws cloudwatch set-alarm-state --alarm-name Down --state-value ALARM "
        + "--state-reason 'a drill'"
    )
    #expect(
      told.contains(
        "The alarm Down goes from OK to ALARM: somebody set it so (a drill), until it is next "
          + "evaluated."
      ),
      "\(told)"
    )
    #expect(shown(.alarm("Down")).contains("a drill"))
    try type("wait 1m")
    #expect(shown(.alarm("Down")).contains("state: OK"))
  }
}
