import CafeWorld
import DNS
import Route53
import Testing

/// The whole story of the lab on the engine alone.
struct `The failover story` {
  var world = Scene.cafe.world(seed: 7)
  let www = try? DomainName("www.cafe.example")

  mutating func build() throws {
    let address = try #require(world.instance("CafeInstance1")?.publicAddress)
    let standby = try #require(world.instance("CafeInstance2")?.publicAddress)
    try world.perform(
      .createHealthCheck(
        name: "Primary-Website-Health",
        callerReference: nil,
        settings: HealthCheckSettings(
          kind: .http,
          ipAddress: address.description,
          resourcePath: "/cafe",
          requestInterval: 10,
          failureThreshold: 2
        )
      )
    )
    let check = try #require(world.healthCheck("Primary-Website-Health"))
    try world.perform(.createTopic("Primary-Website-Health"))
    let arn = Topic.arn(name: "Primary-Website-Health")
    try world.perform(.subscribe(topic: arn, endpoint: "sofia@cafe.example"))
    try world.perform(.confirmSubscription(mail: 1))
    try world.perform(
      .putAlarm(AlarmSettings(name: "down", healthCheckID: check.id, alarmActions: [arn]))
    )
    let zone = try #require(world.hostedZones.first?.id)
    let primary = RecordSetRequest(
      name: "www.cafe.example",
      type: "A",
      setIdentifier: "FailoverPrimary",
      failover: "PRIMARY",
      ttl: 15,
      values: [address.description],
      healthCheckID: check.id.text
    )
    let secondary = RecordSetRequest(
      name: "www.cafe.example",
      type: "A",
      setIdentifier: "FailoverSecondary",
      failover: "SECONDARY",
      ttl: 15,
      values: [standby.description]
    )
    try world.perform(
      .changeRecords(
        zone,
        ChangeBatch(changes: [
          Change(action: .create, recordSet: primary),
          Change(action: .create, recordSet: secondary),
        ])
      )
    )
    try world.perform(.wait(5 * .minute))
  }

  @Test mutating func `a stopped primary moves the traffic to the standby and mails Sofía`() throws
  {
    try build()
    let question = Question(name: try #require(www), type: .a)
    let first = try #require(world.instance("CafeInstance1"))
    let second = try #require(world.instance("CafeInstance2"))
    #expect(world.authoritativeAnswer(question).addresses == [try #require(first.publicAddress)])
    #expect(world.alarm("down")?.state == .ok)
    let before = world.customers.lost
    let events = try world.perform(.stopInstance(first.id)) + world.perform(.wait(3 * .minute))
    #expect(world.authoritativeAnswer(question).addresses == [try #require(second.publicAddress)])
    #expect(world.alarm("down")?.state == .alarm)
    #expect(world.mails.map(\.recipient) == ["sofia@cafe.example", "sofia@cafe.example"])
    let turned = try #require(
      events.first { if case .healthCheckTurned = $0.fact { true } else { false } }
    )
    let stopped = try #require(events.first)
    #expect((18_000...28_000).contains(turned.at - stopped.at))
    #expect(world.customers.lost > before)
    #expect(world.customers.placed > 0)
  }
}
