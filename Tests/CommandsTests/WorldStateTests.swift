import CafeWorld
import Commands
import DNS
import Route53
import Testing

struct `Names depend on the world` {
  @Test func `a stopped instance has no address to stand for`() throws {
    let setting = Setting()
    var world = setting.world
    world.must(.stopInstance(setting.first.id))
    world.must(.wait(.minute))
    let context = ParseContext(world: world)
    #expect(throws: CommandError.noPublicAddress(instance: "CafeInstance1")) {
      try parse("create record x A CafeInstance1", in: context)
    }
    #expect(
      CommandError.noPublicAddress(instance: "CafeInstance1").message
        == "CafeInstance1 has no public address now. `start CafeInstance1` gets it one."
    )
  }

  @Test(arguments: [
    "create record x A CafeInstance1", "create health-check n --ip-address CafeInstance1",
    "browse CafeInstance1", "order CafeInstance1", "curl http://CafeInstance1/cafe",
  ])
  func `a terminated instance is gone for good`(line: String) throws {
    let setting = Setting()
    var world = setting.world
    world.must(.terminateInstance(setting.first.id))
    world.must(.wait(.minute))
    let error = CommandError.instanceGone("CafeInstance1")
    #expect(throws: error) { try parse(line, in: ParseContext(world: world)) }
    #expect(error.message.contains("`undo`") && !error.message.contains("`start"))
  }

  @Test(arguments: [
    ("foo.wild", "foo.wild.cafe.example"), ("a.b.wild", "a.b.wild.cafe.example"),
    ("FOO.wild", "foo.wild.cafe.example"), ("foo.wild.", "foo.wild"),
    ("www.other.example", "www.other.example"),
  ])
  func `a name below a wildcard is one of its zone, and others are not`(
    text: String,
    full: String
  ) throws {
    var world = Setting().world
    let sets = ["*.wild.cafe.example.", "*.cafe.example."].map {
      RecordSetRequest(name: $0, type: "A", ttl: 60, values: ["192.0.2.1"])
    }
    let changes = sets.map { Change(.create, $0) }
    world.must(.changeRecords(world.hostedZones[0].id, ChangeBatch(changes: changes)))
    let question = Question(name: try DomainName(full), type: .a)
    #expect(
      try parse("dig @authority \(text)", in: ParseContext(world: world))
        == .ask(.authority(question, short: false))
    )
  }

  @Test func `a set identifier as it was written comes before one in other letters`() throws {
    var world = Setting().world
    let zone = world.hostedZones[0].id
    let sets = ["A", "a"].map {
      RecordSetRequest(
        name: "w.cafe.example.",
        type: "A",
        setIdentifier: $0,
        routing: .weighted(1),
        ttl: 60,
        values: ["192.0.2.1"]
      )
    }
    let changes = sets.map { Change(.create, $0) }
    world.must(.changeRecords(zone, ChangeBatch(changes: changes)))
    let context = ParseContext(world: world)
    for name in ["A", "a"] {
      let made = world.hostedZones[0].records.all.map(\.request)
      let set = try #require(made.first { $0.setIdentifier == name })
      for line in ["delete record w/\(name)", "delete record w --set-identifier \(name)"] {
        #expect(try parse(line, in: context) == .changeRecord(zone, Change(.delete, set)))
      }
    }
    #expect(throws: CommandError.ambiguous(.record, "w", choices: ["w/A", "w/a"])) {
      try parse("delete record w", in: context)
    }
    #expect(
      try parse("delete record www/failoverprimary", in: context)
        == .changeRecord(zone, Change(.delete, Setting().set("www", "A", "FailoverPrimary")))
    )
  }

  @Test(arguments: [
    "create record q CNAME CafeInstance1", "create record q ptr cafeinstance1",
    "update record alias CNAME CafeInstance1",
  ])
  func `no name leads to a terminated instance either`(line: String) throws {
    let setting = Setting()
    var world = setting.world
    let set = RecordSetRequest(
      name: "alias.cafe.example.",
      type: "CNAME",
      ttl: 60,
      values: ["www.cafe.example."]
    )
    world.must(.changeRecords(setting.zone, ChangeBatch(changes: [Change(.create, set)])))
    #expect(throws: Never.self) { try parse(line, in: ParseContext(world: world)) }
    world.must(.terminateInstance(setting.first.id))
    let error = try #require(Setting(world).refusal(line))
    #expect(error.message.contains("CafeInstance1 was terminated"), "\(error.message)")
    #expect(error.message.contains("type A the address of another instance"), "\(error.message)")
  }

  @Test func `a record that was deleted is explained as long as DNS answers from it`() throws {
    let setting = Setting()
    var world = setting.world
    let check = HealthCheckSettings(kind: .http, ipAddress: setting.firstAddress)
    world.must(.createHealthCheck(name: "plain", callerReference: nil, settings: check))
    let id = try #require(world.healthCheck("plain")?.id)
    world.must(.wait(2 * .minute))
    for line in ["delete record plain A", "delete record plain TXT"] {
      guard case .changeRecord(let zone, let change) = try parse(line, in: context(world)) else {
        Issue.record("no change: \(line)")
        return
      }
      world.must(.changeRecords(zone, ChangeBatch(changes: [change])))
    }
    guard case .ask(.explain) = try parse("explain plain", in: context(world)) else {
      Issue.record("DNS still answers")
      return
    }
    world.must(.wait(2 * .minute))
    #expect(try parse("explain plain", in: context(world)) == .ask(.healthCheck(id)))
    let error = CommandError.unknownThing(
      what: "record, health check, alarm, topic or instance",
      "Plian",
      near: ["plain"],
      look: "status"
    )
    #expect(throws: error) { try parse("explain Plian", in: context(world)) }
  }

  @Test func `a name of things of several kinds means more than one thing`() throws {
    let setting = Setting()
    var world = setting.world
    let check = HealthCheckSettings(kind: .http, ipAddress: setting.firstAddress)
    world.must(.createHealthCheck(name: "plain", callerReference: nil, settings: check))
    let choices = ["show health-check plain", "show record plain"]
    let error = CommandError.ambiguous(nil, "plain", choices: choices)
    #expect(throws: error) { try parse("show plain", in: context(world)) }
    #expect(error.message.hasPrefix("\"plain\" can mean more than one thing. Say which: show"))
  }

  private func context(_ world: World) -> ParseContext { ParseContext(world: world) }

  @Test func `of two health checks of one name the id must be said`() throws {
    let setting = Setting()
    var world = setting.world
    let settings = HealthCheckSettings(kind: .http, ipAddress: setting.firstAddress)
    world.must(.createHealthCheck(name: "Primary", callerReference: nil, settings: settings))
    let context = ParseContext(world: world)
    let ids = world.healthChecks.map(\.id.text)
    #expect(throws: CommandError.ambiguous(.healthCheck, "Primary", choices: ids)) {
      try parse("delete health-check Primary", in: context)
    }
    #expect(
      try parse("delete health-check \(ids[1])", in: context)
        == .change([.deleteHealthCheck(HealthCheckID(ids[1]))], showing: .events)
    )
  }

  @Test func `with several zones the name's end or the option decides`() throws {
    let setting = Setting()
    var world = setting.world
    world.must(.createHostedZone(name: "bakery.example", callerReference: nil, comment: nil))
    let context = ParseContext(world: world)
    let bakery = world.hostedZones[1].id
    func zone(_ line: String) throws -> HostedZoneID? {
      guard case .changeRecord(let zone, _) = try parse(line, in: context) else { return nil }
      return zone
    }
    #expect(try zone("create record www.bakery.example A 192.0.2.1") == bakery)
    #expect(try zone("create record www A 192.0.2.1 --zone bakery.example") == bakery)
    #expect(try zone("create record w.cafe.example A 192.0.2.1") == setting.zone)
    #expect(
      throws: CommandError.ambiguous(
        .zone,
        "www",
        choices: ["--zone cafe.example", "--zone bakery.example"]
      )
    ) {
      try parse("create record www A 192.0.2.1", in: context)
    }
  }

  @Test func `the draft of an open batch counts as made`() throws {
    let setting = Setting()
    var context = setting.context
    var secondary = setting.set("www", "A", "FailoverSecondary")
    secondary.ttl = 5
    context.draft = [
      Change(.delete, setting.set("www", "A", "FailoverPrimary")), Change(.upsert, secondary),
      Change(
        .create,
        RecordSetRequest(name: "new.cafe.example.", type: "A", ttl: 1, values: ["192.0.2.1"])
      ),
    ]
    #expect(
      try parse("delete record www", in: context)
        == .changeRecord(setting.zone, Change(.delete, secondary))
    )
    #expect(throws: Never.self) { try parse("delete record new", in: context) }
  }

  @Test func `the newest confirmation that is not followed yet is meant`() throws {
    let setting = Setting()
    var world = setting.world
    world.must(.confirmSubscription(mail: 1))
    world.must(.createTopic("Other"))
    world.must(.subscribe(topic: Topic.arn(name: "Other"), endpoint: "sofia@cafe.example"))
    #expect(
      try parse("confirm sofia", in: ParseContext(world: world))
        == .change([.confirmSubscription(mail: 2)], showing: .events)
    )
    world.must(.confirmSubscription(mail: 2))
    #expect(
      try parse("confirm sofia", in: ParseContext(world: world))
        == .change([.confirmSubscription(mail: 2)], showing: .events)
    )
  }

  @Test func `a name that is an instance and a lesson is no command`() {
    let setting = Setting()
    var context = setting.context
    context.lessons = ["CafeInstance1"]
    #expect(throws: CommandError.self) { try parse("start CafeInstance1", in: context) }
  }
}
