@testable import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `The cause of an event` {
  /// Everything that happens in an outage and after it leads back to what somebody did.
  @Test func `leads back to a command`() throws {
    var cafe = Cafe(profile: .cafe)
    var events: [Event] = []
    let zone = try #require(cafe.world.hostedZones.first?.id)
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: try cafe.firstAddress.description,
      requestInterval: 10,
      failureThreshold: 2
    )
    events += try cafe.perform(
      .createHealthCheck(name: "primary", callerReference: nil, settings: settings)
    )
    let id = try #require(cafe.world.healthChecks.last?.id)
    events += try cafe.perform(.createTopic("alerts"))
    events += try cafe.perform(.subscribe(topic: Cafe.topic, endpoint: "Sofía"))
    events += try cafe.perform(.confirmSubscription(mail: 1))
    let alarm = AlarmSettings(name: "down", healthCheckID: id, alarmActions: [Cafe.topic])
    events += try cafe.perform(.putAlarm(alarm))
    let batch = ChangeBatch(changes: try cafe.pair(id).map { Change(.create, $0) })
    events += try cafe.perform(.changeRecords(zone, batch))
    events += try cafe.wait(5 * .minute)
    events += try cafe.perform(.breakInstance(cafe.first.id, .drop, lasting: 10 * .minute))
    events += try cafe.wait(30 * .minute)
    events += try cafe.perform(.stopInstance(cafe.first.id))
    events += try cafe.wait(5 * .minute)
    let kinds = Set(events.map { String("\($0.fact)".prefix { $0 != "(" }) })
    for kind in [
      "checkerTurned", "healthServed", "changeInSync", "cacheRefilled", "alarmTurned",
      "faultHealed", "addressLost", "mailDelivered", "customersArrived",
    ] {
      #expect(kinds.contains(kind))
    }
    #expect(events.map(\.number) == Array(1...events.count))
    for event in events {
      #expect(event.isAccountedFor)
      #expect(root(of: event, in: events).cause == nil)
    }
  }

  @Test mutating func `of a mail about an outage is the outage`() throws {
    var cafe = Cafe()
    var events = try cafe.perform(.createTopic("alerts"))
    events += try cafe.perform(.subscribe(topic: Cafe.topic, endpoint: "Sofía"))
    events += try cafe.perform(.confirmSubscription(mail: 1))
    let settings = HealthCheckSettings(kind: .http, ipAddress: try cafe.firstAddress.description)
    events += try cafe.perform(
      .createHealthCheck(name: "it", callerReference: nil, settings: settings)
    )
    let id = try #require(cafe.world.healthChecks.last?.id)
    events += try cafe.perform(
      .putAlarm(AlarmSettings(name: "down", healthCheckID: id, alarmActions: [Cafe.topic]))
    )
    events += try cafe.wait(5 * .minute)
    let kill = try cafe.perform(.kill(cafe.first.id))
    events += kill
    events += try cafe.wait(10 * .minute)
    let mail = try #require(
      events.last { if case .mailDelivered = $0.fact { true } else { false } }
    )
    #expect(root(of: mail, in: events).number == kill[0].number)
  }

  private func root(of event: Event, in events: [Event]) -> Event {
    var event = event
    while let cause = event.cause, cause > 0 { event = events[cause - 1] }
    return event
  }

  /// Among a thousand endpoints an event costs its own check, not all of them.
  @Test func `is found among a thousand checks`() throws {
    var cafe = Cafe()
    var rules = EngineRules()
    rules.healthChecksMost = 1_000
    cafe.world = cafe.world.under(rules)
    for index in 0..<1_000 as Range<UInt32> {
      let address = index < 40 ? try cafe.firstAddress : IPv4Address(bits: 0x22D3_0000 + index)
      let settings = HealthCheckSettings(
        kind: .http,
        ipAddress: address.description,
        inverted: index >= 40
      )
      try cafe.perform(
        .createHealthCheck(name: "c\(index)", callerReference: nil, settings: settings)
      )
    }
    try cafe.wait(10 * .minute)
    for _ in 0..<5 {
      try cafe.perform(.breakInstance(cafe.first.id, .drop, lasting: 4 * .minute))
      let events = try cafe.wait(8 * .minute)
      let turned = events.count { if case .healthCheckTurned = $0.fact { true } else { false } }
      #expect(turned == 80)
    }
  }
}
