import CafeWorld
import DNS
import Route53
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Alarms and mail` {
  var cafe = Cafe()

  /// Rows 72 to 74: no mail for the first OK, one for the outage, none for the recovery.
  @Test(arguments: [false, true])
  mutating func `tell of an outage once, of a recovery only if asked`(ok: Bool) throws {
    let id = try cafe.watch()
    try cafe.wait(1)
    try cafe.alarm(on: id, ok: ok)
    #expect(cafe.state() == .insufficientData)
    try cafe.wait(3 * .minute)
    #expect(cafe.state() == .ok)
    let good = ok ? ["OK: \"down\" in US East (N. Virginia)"] : []
    let bad = ["ALARM: \"down\" in US East (N. Virginia)"]
    #expect(cafe.subjects == good)
    try cafe.perform(.breakInstance(cafe.first.id, .drop, lasting: nil))
    try cafe.wait(.hour)
    #expect(cafe.state() == .alarm)
    #expect(cafe.subjects == good + bad)
    try cafe.perform(.heal(cafe.first.id))
    try cafe.wait(.hour)
    #expect(cafe.state() == .ok)
    #expect(cafe.subjects == good + bad + good)
    #expect(cafe.world.mails.allSatisfy { $0.recipient == "sofia@cafe.example" })
  }

  /// Row 75.
  @Test mutating func `tell nobody who has not confirmed, and nothing is told later`() throws {
    let id = try cafe.watch()
    try cafe.alarm(on: id, confirmed: false)
    try cafe.wait(3 * .minute)
    try cafe.perform(.kill(cafe.first.id))
    let events = try cafe.wait(.hour)
    #expect(cafe.subjects == [])
    let undelivered = Fact.notificationUndelivered(alarm: "down", topic: Cafe.topic)
    #expect(events.count { $0.fact == undelivered } == 1)
    try cafe.perform(.confirmSubscription(mail: 1))
    try cafe.wait(.day)
    #expect(cafe.subjects == [])
    try cafe.perform(.heal(cafe.first.id))
    try cafe.wait(.hour)
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(.hour)
    #expect(cafe.subjects.count == 1)
  }

  @Test mutating func `ask for a confirmation whose link is good for two days`() throws {
    try cafe.alarm(on: try cafe.watch(), confirmed: false)
    #expect(cafe.world.mails.map(\.subject) == ["AWS Notification - Subscription Confirmation"])
    try cafe.wait(2 * .day)
    var inTime = cafe
    try inTime.perform(.confirmSubscription(mail: 1))
    #expect(inTime.world.topics.first?.subscriptions.map(\.isConfirmed) == [true])
    try cafe.wait(1)
    #expect(throws: Rejection.linkExpired(mail: 1)) {
      try cafe.perform(.confirmSubscription(mail: 1))
    }
    try cafe.perform(.subscribe(topic: Cafe.topic, endpoint: "sofia@cafe.example"))
    try cafe.perform(.confirmSubscription(mail: 2))
    #expect(cafe.world.topics.first?.subscriptions.count == 1)
  }

  @Test mutating func `know a mailbox by its owner's name too`() throws {
    try cafe.perform(.createTopic("alerts"))
    try cafe.perform(.subscribe(topic: Cafe.topic, endpoint: "Sofía"))
    try cafe.perform(.confirmSubscription(mail: 1))
    let again = Command.subscribe(topic: Cafe.topic, endpoint: "SOFIA@cafe.example")
    #expect(try cafe.perform(again).isEmpty)
    try cafe.perform(.publish(topic: Cafe.topic, subject: nil, message: "Hello"))
    #expect(cafe.world.mails.map(\.recipient) == ["sofia@cafe.example", "sofia@cafe.example"])
    #expect(throws: Rejection.unknown(.mailbox, "frank@cafe.example")) {
      try cafe.perform(.subscribe(topic: Cafe.topic, endpoint: "frank@cafe.example"))
    }
    try cafe.perform(.unsubscribe(topic: Cafe.topic, endpoint: "sofia"))
    try cafe.perform(.publish(topic: Cafe.topic, subject: nil, message: "Hello"))
    #expect(cafe.world.mails.count == 2)
  }

  @Test(arguments: [1, 65, 66, 67, 92, 255])
  mutating func `have subjects of a hundred characters at most`(length: Int) throws {
    let name = String(repeating: "n", count: length)
    let id = try cafe.watch()
    try cafe.alarm(name, on: id)
    try cafe.wait(3 * .minute)
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(3 * .minute)
    let shown = length <= 66 ? name : String(name.prefix(63)) + "..."
    #expect(cafe.subjects == ["ALARM: \"\(shown)\" in US East (N. Virginia)"])
    #expect(cafe.subjects.allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: [(0, 60), (1, 120), (59_999, 120)] as [(Milliseconds, Int64)])
  mutating func `are first evaluated after a full minute`(
    offset: Milliseconds,
    seconds: Int64
  ) throws {
    let id = try cafe.watch()
    if offset > 0 { try cafe.wait(offset) }
    try cafe.alarm(on: id)
    let end = Instant.opening + seconds * .second
    try cafe.wait(end - 1 - cafe.world.now)
    #expect(cafe.state() == .insufficientData)
    try cafe.wait(1)
    #expect(cafe.state() == .ok)
    #expect(
      cafe.world.alarm("down")?.reason
        == .datapoint(value: 1, minute: cafe.world.now - .minute)
    )
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `sound at the end of any minute with a bad moment in it`(seed: UInt64) throws {
    var dice = Dice(seed)
    var cafe = Cafe(seed: seed)
    let id = try cafe.watch()
    try cafe.alarm(on: id)
    try cafe.wait(5 * .minute + dice.below(60_000))
    try cafe.perform(.breakInstance(cafe.first.id, .refuse, lasting: 20_000 + dice.below(60_000)))
    let events = try cafe.wait(10 * .minute)
    var turns: [Instant] = []
    var alarms: [Instant] = []
    for event in events {
      if case .healthCheckTurned = event.fact { turns.append(event.at) }
      if case .alarmTurned = event.fact { alarms.append(event.at) }
    }
    guard turns.count == 2 else { return }
    let ends = turns.map { ($0.milliseconds / 60_000 + 1) * 60_000 }
    #expect(alarms.map(\.milliseconds) == [ends[0], ends[1] + 60_000])
  }

  /// A stop at hh:mm:30 ends at a full minute: what happens there must not hide the evaluation.
  @Test mutating func `are all evaluated at a minute at which other things happen`() throws {
    let id = try cafe.watch()
    for name in ["one", "two", "three"] { try cafe.alarm(name, on: id) }
    try cafe.wait(2 * .minute + 30_000)
    try cafe.perform(.stopInstance(cafe.first.id))
    try cafe.wait(30_000)
    #expect(try cafe.first.state == .stopped)
    #expect(cafe.status(id) == .unhealthy)
    #expect(cafe.world.alarms.map(\.state) == [.alarm, .alarm, .alarm])
  }

  @Test mutating func `have no data once the health check is deleted`() throws {
    let id = try cafe.watch()
    try cafe.alarm(on: id)
    try cafe.wait(2 * .minute + 10_000)
    try cafe.perform(.deleteHealthCheck(id))
    try cafe.wait(.minute)
    #expect(cafe.state() == .ok)
    try cafe.wait(.minute)
    #expect(cafe.state() == .insufficientData)
    #expect(cafe.world.alarm("down")?.reason == .noData)
    #expect(cafe.subjects == [])
  }

  /// What it had sent stays, so its alarm changes when the last of it is out of sight.
  @Test(arguments: [(0, 1, 1), (10_000, 1, 2), (0, 3, 3), (10_000, 3, 4)])
  mutating func `look at what a deleted health check had sent`(
    offset: Milliseconds,
    periods: Int,
    minutes: Int64
  ) throws {
    let id = try cafe.watch()
    let rule = AlarmRule(evaluationPeriods: periods)
    try cafe.perform(.putAlarm(AlarmSettings(name: "down", healthCheckID: id, rule: rule)))
    try cafe.wait(5 * .minute + offset)
    let gone = try cafe.perform(.deleteHealthCheck(id))
    let deletion = try #require(gone.first)
    let end = Instant.opening + (5 + minutes) * .minute
    let events = try cafe.wait(end - cafe.world.now)
    #expect(cafe.state() == .insufficientData)
    let turned = events.filter { if case .alarmTurned = $0.fact { true } else { false } }
    #expect(turned.map(\.at) == [end])
    #expect(turned.map(\.cause) == [deletion.number])
    #expect(
      cafe.world.metric(.status, of: id, from: .opening, to: Instant.opening + .minute)?.minimum
        == 1_000
    )
    #expect(cafe.world.metric(.status, of: id, from: end - .minute, to: end) == nil)
  }

  /// Set between two minutes, at one, and by somebody who says OK to what is bad.
  @Test(
    arguments: [(10_000, .alarm, 50_000), (0, .alarm, 60_000), (0, .insufficientData, 60_000)]
      as [(Milliseconds, AlarmState, Milliseconds)]
  )
  mutating func `set by hand act, and are put right by the next evaluation`(
    offset: Milliseconds,
    state: AlarmState,
    left: Milliseconds
  ) throws {
    let id = try cafe.watch()
    try cafe.alarm(on: id)
    try cafe.wait(3 * .minute + offset)
    let events = try cafe.perform(.setAlarmState("down", state, reason: "a drill"))
    #expect(cafe.state() == state)
    #expect(cafe.world.alarm("down")?.reason == .set("a drill"))
    let turned = try #require(events.first)
    #expect(turned.fact == .alarmTurned("down", from: .ok, to: state, .set("a drill")))
    let told = events.contains {
      if case .mailDelivered = $0.fact { true } else { false }
    }
    #expect(told == (state == .alarm))
    try cafe.wait(left - 1)
    #expect(cafe.state() == state)
    let back = try cafe.wait(1)
    #expect(cafe.state() == .ok)
    let righted = back.first { if case .alarmTurned = $0.fact { true } else { false } }
    #expect(righted?.cause == turned.number)
    try cafe.wait(10 * .minute)
    #expect(cafe.state() == .ok)
  }

  @Test mutating func `set to the state that they have do nothing`() throws {
    let id = try cafe.watch()
    try cafe.alarm(on: id)
    try cafe.wait(2 * .minute)
    #expect(try cafe.perform(.setAlarmState("down", .ok, reason: "")) == [])
    #expect(throws: Rejection.unknown(.alarm, "up")) {
      try cafe.perform(.setAlarmState("up", .ok, reason: ""))
    }
    let long = String(repeating: "x", count: AlarmReason.longest + 1)
    #expect(throws: Rejection.self) {
      try cafe.perform(.setAlarmState("down", .alarm, reason: long))
    }
    #expect(cafe.state() == .ok)
  }

  @Test mutating func `keep their states apart when names differ in case only`() throws {
    let id = try cafe.watch()
    try cafe.alarm(on: id)
    try cafe.wait(3 * .minute)
    try cafe.alarm("Down", on: id)
    #expect(cafe.state("down") == .ok)
    #expect(cafe.state("Down") == .insufficientData)
  }
}
