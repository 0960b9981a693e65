import CafeWorld
import Commands
import DNS
import Route53
import Testing

struct `A command as a line` {
  static let setting = Setting()

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `of a fault schedule is read back as the same command`(seed: UInt64) throws {
    let world = Self.setting.world
    let schedule = FaultSchedule(seed: seed, over: .hour, in: world)
    for fault in schedule.faults {
      let line = try #require(fault.command.line(in: world))
      let request = try Self.setting.parse(line)
      #expect(request == .change([fault.command], showing: .events), "\(line)")
    }
  }

  @Test(
    arguments: [
      .refuse, .drop, .status(503), .slow(1_500), .body("It's \"closed\""), .slowConnection(3_000),
      .handshake(.withoutHostName), .page(ResponseBody("closed", offset: 6_000, encoding: .brotli)),
      .page(ResponseBody("closed", delayMilliseconds: 2_500)),
    ] as [FaultKind]
  )
  func `is read back for every way to break an instance`(kind: FaultKind) throws {
    let command = Command.breakInstance(Self.setting.first.id, kind, lasting: 90_500)
    try expectRoundTrip(of: command)
  }

  @Test func `is read back for every command`() throws {
    let commands = try Self.samples
    for command in commands { try expectRoundTrip(of: command) }
    #expect(Set(commands.map(\.place)) == Set(0..<53))
  }

  @Test func `is none for what the world does not have, or one line cannot say`() {
    let world = Self.setting.world
    #expect(Command.kill(InstanceID("i-none")).line(in: world) == nil)
    let settings = HealthCheckSettings(kind: .http, ipAddress: "54.1.1.1")
    let named = Command.createHealthCheck(name: "x", callerReference: "r", settings: settings)
    #expect(named.line(in: world) == nil)
  }

  /// One change of records, and the words of the learner's language for it; nil: it has none.
  static var changes: [(change: Change, line: String?)] {
    let primary = setting.set("www", "A", "FailoverPrimary")
    var quick = primary
    quick.ttl = 5
    quick.healthCheckID = nil
    let new = RecordSetRequest(name: "tea.cafe.example.", type: "A", ttl: 60, values: ["54.1.1.1"])
    var alias = RecordSetRequest(name: "tea.cafe.example.", type: "A")
    alias.aliasTarget = AliasTargetRequest(
      hostedZoneID: setting.zone.text,
      dnsName: "plain.cafe.example.",
      evaluateTargetHealth: true
    )
    var far = new
    far.setIdentifier = "far"
    far.geoLocation = GeoLocationRequest(countryCode: "DE")
    return [
      (Change(.create, new), "create record tea A 54.1.1.1 --ttl 60"),
      (Change(.create, alias), "create record tea A --alias plain --evaluate-target-health"),
      (
        Change(.upsert, quick),
        "update record www/FailoverPrimary A \(setting.firstAddress) --ttl 5 --failover primary "
          + "--no-health-check"
      ),
      (Change(.delete, primary), "delete record www/FailoverPrimary A"),
      (Change(.create, far), nil),
    ]
  }

  @Test(arguments: changes.indices)
  func `of one record is the learner's own, where that comes to the same`(row: Int) throws {
    let (change, words) = Self.changes[row]
    let command = Command.changeRecords(Self.setting.zone, ChangeBatch(changes: [change]))
    let line = try #require(command.line(in: Self.setting.world))
    guard let words else {
      #expect(line.hasPrefix("aws route53 "))
      return
    }
    #expect(line == words)
    let request = try Self.setting.parse(line)
    #expect(request == .changeRecord(Self.setting.zone, change))
  }

  /// New settings, and the words of the learner's language for them; nil: it has none.
  static var settings: [(command: Command, line: String?)] {
    var one = HealthCheckUpdate(failureThreshold: 5, disabled: false)
    one.resets = [.path]
    var none = HealthCheckUpdate()
    none.alarmIdentifier = AlarmIdentifier(region: "eu-west-1", name: "Site-Down")
    let strict = AlarmSettings(
      name: "Page Down",
      healthCheckID: setting.check,
      alarmActions: [setting.topic],
      rule: AlarmRule(evaluationPeriods: 3, missingData: .breaching)
    )
    let mute = AlarmSettings(name: "Mute", healthCheckID: setting.check)
    return [
      (
        .updateHealthCheck(setting.check, one),
        "update health-check \(setting.check) --failure-threshold 5 --reset ResourcePath --enabled"
      ), (.updateHealthCheck(setting.check, none), nil),
      (
        .putAlarm(strict),
        "create alarm 'Page Down' --health-check \(setting.check) --topic \(setting.topic) "
          + "--evaluation-periods 3 --treat-missing-data breaching"
      ), (.putAlarm(mute), nil),
    ]
  }

  @Test(arguments: settings.indices)
  func `of new settings is the learner's own, where that comes to the same`(row: Int) throws {
    let (command, words) = Self.settings[row]
    let line = try #require(command.line(in: Self.setting.world))
    guard let words else {
      #expect(line.hasPrefix("aws "))
      #expect(command.ownLines(in: Self.setting.world) == nil)
      return
    }
    #expect(line == words)
    #expect(command.ownLines(in: Self.setting.world) == [words])
    #expect(try Self.setting.parse(line) == .change([command], showing: .events))
  }

  @Test func `of several records is a batch, where each of them has words`() {
    let changes = Self.changes.map(\.change)
    let world = Self.setting.world
    let batch = Command.changeRecords(
      Self.setting.zone,
      ChangeBatch(changes: [changes[0], changes[3]])
    )
    #expect(
      batch.ownLines(in: world)
        == [
          "batch", "create record tea A 54.1.1.1 --ttl 60",
          "delete record www/FailoverPrimary A", "commit",
        ]
    )
    let far = ChangeBatch(changes: [changes[0], changes[4]])
    #expect(Command.changeRecords(Self.setting.zone, far).ownLines(in: world) == nil)
  }

  @Test func `of a record that is not there yet creates it, with every name in full`() throws {
    let set = RecordSetRequest(name: "tea.cafe.example", type: "A", ttl: 60, values: ["54.1.1.1"])
    let batch = ChangeBatch(changes: [Change(.upsert, set)])
    let line = Command.changeRecords(Self.setting.zone, batch).line(in: Self.setting.world)
    #expect(line == "create record tea A 54.1.1.1 --ttl 60")
  }

  private func expectRoundTrip(of command: Command) throws {
    let line = try #require(command.line(in: Self.world), "\(command)")
    let request: Request
    do { request = try parse(line, in: ParseContext(world: Self.world)) } catch {
      Issue.record("\(line): \(error)")
      return
    }
    guard case .change(let found, _) = request else {
      Issue.record("\(line): \(request)")
      return
    }
    #expect(found == [command], "\(line)")
  }

  /// The setting, with one of each kind of thing that it lacks.
  private static let world: World = {
    var world = setting.world
    world.must(.createRoutingControl("Oregon"))
    world.must(.createResource(.loadBalancer, name: "front", region: "us-west-2"))
    world.must(.createDelegationSet(callerReference: nil, of: nil))
    world.must(.createCidrCollection(name: "offices", callerReference: nil, changes: [berlin]))
    world.must(.associateAddress(setting.elastic, setting.second.id))
    return world
  }()

  private static let berlin: CidrCollectionChange = CidrCollectionChange(
    .put,
    location: "berlin",
    blocks: ["91.64.0.0/16", "2001:db8::/32"]
  )

  private static let vpc = VPC(region: "eu-west-1", id: "vpc-0123456789abcdef0")

  /// At least one of each case.
  private static var samples: [Command] {
    get throws { try servers + zones + checks + people }
  }

  private static var servers: [Command] {
    get throws {
      let (one, elastic) = (setting.first.id, setting.elastic)
      let address = try #require(setting.first.publicAddress)
      let resource = try #require(world.resources.first)
      return [
        .wait(90_500), .startInstance(one), .stopInstance(one), .rebootInstance(one),
        .terminateInstance(one), .allocateAddress(), .allocateAddress(region: "eu-west-1"),
        .associateAddress(elastic, one), .disassociateAddress(elastic), .releaseAddress(elastic),
        .kill(one), .breakInstance(one, .refuse, lasting: nil), .heal(one),
        .beginZoneOutage("us-west-2a"), .endZoneOutage("us-west-2b"),
        .cutOff(region: "eu-west-1", address: address, lasting: 60_000),
        .cutOff(region: "eu-west-1b", address: address),
        .reconnect(region: "eu-west-1", address: address),
        .breakControlPlane(.throttling, lasting: 30_000),
        .breakControlPlane(.priorRequest, lasting: nil), .healControlPlane, .healEverything,
        .createResource(.loadBalancer, name: "shop", region: "eu-west-1"),
        .createResource(.website, name: nil, region: "us-west-2"),
        .setResourceHealth(resource.name, isHealthy: false),
        .setResourceHealth(resource.name, isHealthy: true),
      ]
    }
  }

  private static var zones: [Command] {
    get throws {
      let set = try #require(world.delegationSets.first?.id)
      let offices = try #require(world.cidrCollections.first?.id)
      let record = RecordSetRequest(
        name: "it.cafe.example.",
        type: "A",
        setIdentifier: "It's",
        routing: .weighted(3),
        ttl: 60,
        values: ["54.1.1.1"]
      )
      return [
        .changeRecords(
          setting.zone,
          ChangeBatch(changes: [
            Change(.create, record), Change(.upsert, setting.set("www", "A", "FailoverPrimary")),
          ])
        ),
        .createHostedZone(name: "tea.example", callerReference: nil, comment: "it's tea"),
        .createHostedZone(
          name: "tea.example",
          callerReference: nil,
          comment: nil,
          delegationSet: set
        ),
        .createHostedZone(name: "tea.example", callerReference: "r1", comment: nil, vpc: vpc),
        .deleteHostedZone(setting.zone), .commentHostedZone(setting.zone, "new words"),
        .commentHostedZone(setting.zone, nil), .associateVPC(setting.zone, vpc),
        .disassociateVPC(setting.zone, vpc),
        .createDelegationSet(callerReference: nil, of: setting.zone),
        .createDelegationSet(callerReference: "r2", of: nil), .deleteDelegationSet(set),
        .createCidrCollection(name: "homes", callerReference: nil, changes: [berlin]),
        .changeCidrCollection(offices, version: 2, changes: [berlin]),
        .deleteCidrCollection(offices),
        .changeTags(
          .hostedZone(setting.zone),
          TagChange(add: [Tag(key: "team", value: "a b")], remove: ["stage"])
        ),
      ]
    }
  }

  private static var checks: [Command] {
    get throws {
      let control = try #require(world.routingControls.first?.arn)
      var text = HealthCheckSettings(
        kind: .httpsStringMatch,
        ipAddress: "54.1.1.1",
        fullyQualifiedDomainName: "www.cafe.example",
        port: 8_443,
        resourcePath: "/cafe",
        searchString: "it's open",
        requestInterval: 10,
        failureThreshold: 2,
        measuresLatency: true,
        inverted: true,
        disabled: true,
        enablesSNI: false,
        regions: ["us-east-1", "us-west-2", "eu-west-1"]
      )
      text.port = 8_443
      let alarm = AlarmIdentifier(region: Topic.region, name: "Site-Down")
      let settings: [HealthCheckSettings] = [
        text, .calculated([setting.check], threshold: 1),
        .metric(of: alarm, insufficient: .lastKnown), .routingControl(control),
      ]
      return settings.map { .createHealthCheck(name: "New", callerReference: nil, settings: $0) }
        + [
          .updateHealthCheck(
            setting.check,
            HealthCheckUpdate(ipAddress: "54.1.1.2", failureThreshold: 2, inverted: true)
          ),
          .renameHealthCheck(setting.check, "The first"), .deleteHealthCheck(setting.check),
          .createRoutingControl("Ohio"), .setRoutingControl(arn: control, isOn: true),
        ]
    }
  }

  private static var people: [Command] {
    get throws {
      [
        .createTopic("News"), .deleteTopic(arn: setting.topic),
        .subscribe(topic: setting.topic, endpoint: "mateo@cafe.example"),
        .confirmSubscription(mail: 1),
        .unsubscribe(topic: setting.topic, endpoint: "sofia@cafe.example"),
        .publish(topic: setting.topic, subject: "News", message: "It's \"open\""),
        .putAlarm(
          AlarmSettings(name: "x", healthCheckID: setting.check, alarmActions: [setting.topic])
        ),
        .deleteAlarm("Site-Down"),
        .setAlarmState("Site-Down", .alarm, reason: "it's a drill"),
        .lookUp(Question(name: DomainName(known: "www.cafe.example"), type: .txt), resolver: "isp"),
        .createInstance(name: "Mine too", zone: "us-west-2b"),
        .createInstance(
          name: "Mine",
          zone: "us-west-2a",
          outside: Outside("127.0.0.1:8000")
        ),
        .fetch(host: "www.cafe.example", path: "/cafe/?x=1"),
        .order(host: "www.cafe.example", item: "two cakes"), .readMail(1),
      ]
    }
  }
}

extension Command {
  /// A number for each case, so that a new case is missed where it is not listed; -1 for what
  /// nobody types.
  fileprivate var place: Int {
    switch self {
    case .wait: 0
    case .startInstance: 1
    case .stopInstance: 2
    case .rebootInstance: 3
    case .terminateInstance: 4
    case .allocateAddress: 5
    case .associateAddress: 6
    case .disassociateAddress: 7
    case .releaseAddress: 8
    case .kill: 9
    case .breakInstance: 10
    case .heal: 11
    case .beginZoneOutage: 12
    case .endZoneOutage: 13
    case .cutOff: 14
    case .reconnect: 15
    case .breakControlPlane: 16
    case .healControlPlane: 17
    case .healEverything: 18
    case .createResource: 19
    case .setResourceHealth: 20
    case .createHealthCheck: 21
    case .updateHealthCheck: 22
    case .renameHealthCheck: 23
    case .deleteHealthCheck: 24
    case .createRoutingControl: 25
    case .setRoutingControl: 26
    case .changeRecords: 27
    case .createHostedZone: 28
    case .deleteHostedZone: 29
    case .commentHostedZone: 30
    case .associateVPC: 31
    case .disassociateVPC: 32
    case .createDelegationSet: 33
    case .deleteDelegationSet: 34
    case .createCidrCollection: 35
    case .changeCidrCollection: 36
    case .deleteCidrCollection: 37
    case .changeTags: 38
    case .createTopic: 39
    case .deleteTopic: 40
    case .subscribe: 41
    case .confirmSubscription: 42
    case .unsubscribe: 43
    case .publish: 44
    case .putAlarm: 45
    case .deleteAlarm: 46
    case .lookUp: 47
    case .fetch: 48
    case .order: 49
    case .readMail: 50
    case .createInstance: 51
    case .setAlarmState: 52
    case .reportProbe: -1
    }
  }
}
