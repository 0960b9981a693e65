@testable import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Metrics and alarm rules` {
  var cafe = Cafe()

  @Test mutating func `are arithmetic over the past`() throws {
    let id = try cafe.watch()
    try cafe.wait(2 * .minute)
    try cafe.perform(.breakInstance(cafe.first.id, .refuse, lasting: nil))
    let broken = cafe.world.now
    let events = try cafe.wait(3 * .minute)
    let turn = try #require(events.firstTurn).at
    let status = try #require(
      cafe.world.metric(.status, of: id, from: broken, to: broken + .minute)
    )
    #expect(status.minimum == 0 && status.maximum == 1_000)
    let share = (turn - broken) * 1_000 / .minute
    #expect(abs(status.average - share) <= 1)
    let percent = try #require(
      cafe.world.metric(.percentageHealthy, of: id, from: turn, to: turn + .minute)
    )
    #expect(percent.minimum == 0 && percent.maximum == 12_500)
    #expect(cafe.world.metric(.healthyChildren, of: id, from: broken, to: turn) == nil)
    #expect(cafe.world.metric(.status, of: id, from: broken - .day, to: broken - .hour) == nil)
  }

  @Test mutating func `count healthy children`() throws {
    let children = try [cafe.watch(), cafe.watch(cafe.secondAddress)]
    let id = try cafe.follow(.calculated(children, threshold: 1))
    try cafe.wait(2 * .minute)
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(3 * .minute)
    let now = cafe.world.now
    let lately = cafe.world.metric(.healthyChildren, of: id, from: now - .minute, to: now)
    #expect(lately?.maximum == 1_000)
    let before = cafe.world.metric(.healthyChildren, of: id, from: .opening, to: .opening + 1)
    #expect(before?.minimum == 2_000)
  }

  @Test mutating func `are not available while a check is disabled`() throws {
    let id = try cafe.watch()
    try cafe.wait(.minute)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(disabled: true)))
    let from = cafe.world.now
    try cafe.wait(.minute)
    let now = cafe.world.now
    #expect(cafe.world.metric(.percentageHealthy, of: id, from: from, to: now) == nil)
    #expect(cafe.world.metric(.status, of: id, from: from, to: now)?.minimum == 1_000)
  }

  @Test mutating func `measure latency where that was asked for`() throws {
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: try cafe.firstAddress.description,
      requestInterval: 10,
      measuresLatency: true
    )
    let id = try cafe.follow(settings)
    try cafe.perform(.breakInstance(cafe.first.id, .slow(500), lasting: nil))
    try cafe.wait(2 * .minute)
    let now = cafe.world.now
    func metric(_ metric: HealthMetric, _ region: String?) -> MetricSummary? {
      cafe.world.metric(metric, of: id, from: now - .minute, to: now, region: region)
    }
    #expect(metric(.connectionTime, "us-west-2")?.average == 2_000)
    #expect(metric(.timeToFirstByte, "us-east-1")?.average == 636_000)
    #expect(metric(.handshakeTime, nil) == nil)
    let all = try #require(metric(.connectionTime, nil))
    #expect(all.minimum == 2_000 && all.maximum == 178_000)
    #expect((64...112).contains(all.sampleCount))
  }

  // CW: AlarmThatSendsEmail, the table of missing data for M of 3.
  static let rows: [(AlarmRule.Gaps, [Int64?], Int?, AlarmState)] = [
    (.missing, [nil, nil, nil], nil, .insufficientData), (.ignore, [nil, nil, nil], nil, .ok),
    (.breaching, [nil, nil, nil], nil, .alarm), (.notBreaching, [nil, nil, nil], nil, .ok),
    (.missing, [nil, 0, nil], nil, .alarm), (.ignore, [nil, 0, nil], nil, .ok),
    (.breaching, [nil, 0, nil], nil, .alarm), (.notBreaching, [nil, 0, nil], nil, .ok),
    (.missing, [0, 0, 0], nil, .alarm), (.missing, [0, 1_000, 0], nil, .ok),
    (.missing, [0, 1_000, 0], 2, .alarm), (.missing, [0, 1_000, 1_000], 2, .ok),
    (.breaching, [nil, 1_000, 0], 2, .alarm), (.notBreaching, [nil, 1_000, 0], 2, .ok),
  ]

  @Test(arguments: rows)
  func `make a state of datapoints, missing ones included`(
    missing: AlarmRule.Gaps,
    values: [Int64?],
    needed: Int?,
    state: AlarmState
  ) {
    let rule = AlarmRule(
      evaluationPeriods: 3,
      datapointsToAlarm: needed,
      missingData: missing
    )
    #expect(rule.state(values, after: .ok) == state)
  }

  @Test(arguments: [
    (AlarmRule.Comparison.less, false, true, false), (.lessOrEqual, true, true, false),
    (.greater, false, false, true), (.greaterOrEqual, true, false, true),
  ])
  func `compare as they are told`(
    comparison: AlarmRule.Comparison,
    equal: Bool,
    below: Bool,
    above: Bool
  ) {
    let rule = AlarmRule(threshold: 50_000, comparison: comparison)
    #expect(rule.breaches(50_000) == equal)
    #expect(rule.breaches(49_999) == below)
    #expect(rule.breaches(50_001) == above)
  }

  /// The moments at which an alarm turns, against an evaluation at every boundary.
  @Test(arguments: 0..<40 as Range<UInt64>)
  mutating func `turn an alarm at the boundaries at which it differs`(seed: UInt64) throws {
    cafe = Cafe(seed: seed)
    let id = try cafe.watch()
    let rules = [
      AlarmRule(evaluationPeriods: 3, datapointsToAlarm: 2),
      AlarmRule(period: 300, evaluationPeriods: 2),
      AlarmRule(metric: .percentageHealthy, statistic: .average, threshold: 60_000),
      AlarmRule(statistic: .average, period: 120, evaluationPeriods: 4, threshold: 500),
    ]
    let rule = rules[Int(seed % 4)]
    try cafe.perform(.putAlarm(AlarmSettings(name: "it", healthCheckID: id, rule: rule)))
    var events: [Event] = []
    for round in 0..<8 as Range<Int64> {
      let pause = cafe.world.seed.uniform(below: 15 * .minute, .answerOrder, UInt64(round), 9)
      events += try cafe.wait(pause + 1)
      let isBroken = try cafe.first.faults.isEmpty == false
      try cafe.perform(
        isBroken ? .heal(cafe.first.id) : .breakInstance(cafe.first.id, .drop, lasting: nil)
      )
    }
    events += try cafe.wait(.hour)
    var state = AlarmState.insufficientData
    var expected: [Instant] = []
    let data = AlarmEvaluation(try #require(cafe.world.alarm("it")).settings, in: cafe.world)
    let period = Int64(rule.period) * .second
    var boundary = Instant.opening + period
    while boundary <= cafe.world.now {
      let next = data.state(at: boundary, after: state)
      if next != state, boundary >= .opening + .minute { expected.append(boundary) }
      state = next
      boundary = boundary + period
    }
    let turned = events.filter { if case .alarmTurned = $0.fact { true } else { false } }
    #expect(turned.map(\.at) == expected)
    #expect(turned.count > 1)
    #expect(cafe.state("it") == state)
  }

  @Test mutating func `refuse a rule that no alarm can have`() throws {
    let id = try cafe.watch()
    let rules = [
      AlarmRule(period: 30), AlarmRule(period: 90), AlarmRule(evaluationPeriods: 0),
      AlarmRule(evaluationPeriods: 1_441), AlarmRule(evaluationPeriods: 2, datapointsToAlarm: 3),
      AlarmRule(metric: .connectionTime),
    ]
    for rule in rules {
      #expect(throws: Rejection.self) {
        try cafe.perform(.putAlarm(AlarmSettings(name: "x", healthCheckID: id, rule: rule)))
      }
    }
  }
}
