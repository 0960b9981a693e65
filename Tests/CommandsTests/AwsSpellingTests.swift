import CafeWorld
import DNS
import Route53
import Testing

@testable import Commands

struct `The spelling of a command by the AWS CLI` {
  var cafe: AwsCafe
  let check: HealthCheckID
  let zone: HostedZoneID
  let topic = Topic.arn(name: "Primary-Website-Health")

  init() throws {
    cafe = try AwsCafe.withCheck()
    check = HealthCheckID(cafe.check)
    zone = HostedZoneID(cafe.zone)
    try cafe.world.perform(.createTopic("Primary-Website-Health"))
    try cafe.world.perform(.subscribe(topic: topic, endpoint: "sofia@cafe.example"))
    try cafe.world.perform(.allocateAddress())
    try cafe.world.perform(.allocateAddress())
    let address = cafe.world.elasticAddresses[0].address
    try cafe.world.perform(.associateAddress(address, cafe.instances[1].id))
  }

  var commands: [Command] {
    let (first, second) = (cafe.instances[0].id, cafe.instances[1].id)
    let (used, free) = (cafe.world.elasticAddresses[0], cafe.world.elasticAddresses[1])
    let settings = AlarmSettings(
      name: "down",
      description: "the café's main site",
      healthCheckID: check,
      alarmActions: [topic],
      okActions: [topic]
    )
    return [
      .startInstance(first), .stopInstance(first), .rebootInstance(second),
      .terminateInstance(second), .allocateAddress(), .associateAddress(free.address, first),
      .disassociateAddress(used.address), .releaseAddress(free.address),
      .updateHealthCheck(
        check,
        HealthCheckUpdate(
          ipAddress: "52.32.1.1",
          port: 8_080,
          resourcePath: "/a b",
          failureThreshold: 3,
          inverted: true,
          disabled: false
        )
      ),
      .renameHealthCheck(check, "Primary"), .renameHealthCheck(check, "Sofía's own, \"new\""),
      .deleteHealthCheck(check), .changeRecords(zone, batch),
      .createHostedZone(name: "other.example", callerReference: "r", comment: "it's new, isn't it"),
      .createHostedZone(
        name: "inside.example",
        callerReference: "r2",
        comment: nil,
        vpc: VPC(region: "us-west-2", id: "vpc-0123456789abcdef0")
      ),
      .createHostedZone(
        name: "other.example",
        callerReference: "r3",
        comment: "x",
        delegationSet: DelegationSetID("N1")
      ),
      .commentHostedZone(zone, "it's new"), .commentHostedZone(zone, nil),
      .associateVPC(zone, VPC(region: "us-west-2", id: "vpc-11111111")),
      .disassociateVPC(zone, VPC(region: "us-west-2", id: "vpc-11111111")),
      .createDelegationSet(callerReference: "d", of: nil),
      .createDelegationSet(callerReference: "d", of: zone),
      .deleteDelegationSet(DelegationSetID("N1")),
      .createCidrCollection(name: "offices", callerReference: "c", changes: []),
      .changeCidrCollection(
        CidrCollectionID("x"),
        version: 3,
        changes: [
          CidrCollectionChange(.put, location: "a", blocks: ["91.64.0.0/16"]),
          CidrCollectionChange(
            .deleteIfExists,
            location: "b",
            blocks: ["2001:db8::/32", "1.0.0.0/8"]
          ),
          CidrCollectionChange(.put, location: "it's", blocks: ["no, block"]),
        ]
      ),
      .deleteCidrCollection(CidrCollectionID("x")),
      .changeTags(
        .hostedZone(zone),
        TagChange(add: [Tag(key: "team", value: "it's, ours")], remove: ["a", "b c"])
      ),
      .changeTags(.healthCheck(check), TagChange(remove: ["Name"])),
      .deleteHostedZone(zone), .createTopic("t"), .deleteTopic(arn: topic),
      .subscribe(topic: topic, endpoint: "mateo@cafe.example"), .confirmSubscription(mail: 1),
      .unsubscribe(topic: topic, endpoint: "sofia@cafe.example"),
      .publish(topic: topic, subject: "hi", message: "it's on"), .putAlarm(settings),
      .deleteAlarm("down"), .setAlarmState("down", .ok, reason: "all's well"),
    ]
  }

  var batch: ChangeBatch {
    let primary = RecordSetRequest(
      name: "www.cafe.example",
      type: "A",
      setIdentifier: "FailoverPrimary",
      failover: "PRIMARY",
      ttl: 15,
      values: ["52.32.1.1", "52.32.1.2"],
      healthCheckID: check.text
    )
    let text = RecordSetRequest(
      name: "cafe.example",
      type: "TXT",
      ttl: 60,
      values: [#""a 'quoted' text""#]
    )
    let routed = Self.routings.enumerated().map { index, routing in
      Change(
        .create,
        RecordSetRequest(
          name: "r\(index).cafe.example",
          type: "A",
          setIdentifier: "s",
          routing: routing,
          aliasTarget: AliasTargetRequest(
            hostedZoneID: "Z1H1FL5HABSF5",
            dnsName: "front.example",
            evaluateTargetHealth: index % 2 == 0
          )
        )
      )
    }
    return ChangeBatch(
      comment: "it's a move",
      changes: [Change(.upsert, primary), Change(.create, text), Change(.delete, text)] + routed
    )
  }

  private static let routings: [Routing] = [
    .weighted(0), .latency(region: "eu-west-1"), .failover(.secondary), .geolocation(.anywhere),
    .geolocation(.continent("EU")), .geolocation(.subdivision(country: "US", "CA")),
    .geoproximity(GeoProximityLocation(.region("us-west-2"), bias: -9)),
    .geoproximity(GeoProximityLocation(.localZoneGroup("us-west-2-lax-1"))),
    .geoproximity(
      GeoProximityLocation(.coordinates(Coordinates(latitude: -3_387, longitude: 15_121)))
    ),
    .multivalue, .ipBased(CidrLocation(collection: CidrCollectionID("c"), location: "*")),
  ]

  @Test func `comes to the same command again`() throws {
    for command in commands {
      let lines = Aws.spelling(of: command, in: cafe.world)
      #expect(lines.count == 1, "\(command)")
      let line = try #require(lines.first)
      #expect(line.hasPrefix("aws "))
      var world = cafe
      if case .startInstance(let id) = command {
        try world.world.perform(.stopInstance(id))
        try world.world.perform(.wait(.minute))
      }
      #expect(try world.commands(String(line.dropFirst(4))) == [command], "\(line)")
    }
  }

  @Test mutating func `of a new health check is two lines, the second for its name`() throws {
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: "52.32.1.1",
      port: 80,
      resourcePath: "/cafe",
      requestInterval: 10,
      failureThreshold: 2
    )
    let command = Command.createHealthCheck(
      name: "Standby",
      callerReference: nil,
      settings: settings
    )
    let lines = Aws.spelling(of: command, in: cafe.world)
    #expect(
      lines.first
        == "aws route53 create-health-check --caller-reference Standby-2026-03-02-16:00:00 "
        + "--health-check-config Type=HTTP,IPAddress=52.32.1.1,Port=80,ResourcePath=/cafe,"
        + "RequestInterval=10,FailureThreshold=2"
    )
    for line in lines { _ = try cafe.aws(String(line.dropFirst(4))) }
    #expect(cafe.world.healthCheck("Standby")?.settings == settings)
  }

  @Test(arguments: [
    Command.wait(1_000), .healEverything, .readMail(1), .order(host: "x", item: "y"),
  ])
  func `is empty where AWS has nothing of the kind`(command: Command) {
    #expect(Aws.spelling(of: command, in: cafe.world).isEmpty)
  }
}

struct `The AWS spelling of a question` {
  private static let lines = [
    "list zones", "list records", "list health-checks", "list instances", "list alarms",
    "list topics", "list addresses", "list delegation-sets", "list cidr-collections",
    "show CafeInstance1", "show Watch", "show cafe.example", "show www", "dig @authority www",
    "dig @authority www --from 8.8.8.0/24",
  ]

  /// It is a question as well, which the café can answer.
  @Test(arguments: lines)
  func `is one that can be typed`(line: String) throws {
    var world = Scene.cafe.world(seed: 7)
    for setting in [
      "create health-check Watch --ip-address CafeInstance1",
      "create record www A CafeInstance1 --ttl 15",
    ] {
      let request = try parse(setting, in: ParseContext(world: world))
      switch request {
      case .change(let commands, _): for command in commands { try world.perform(command) }
      case .changeRecord(let zone, let change):
        try world.perform(.changeRecords(zone, ChangeBatch(changes: [change])))
      default: Issue.record("\(setting) changes nothing")
      }
    }
    let context = ParseContext(world: world)
    guard case .ask(let inquiry) = try parse(line, in: context) else {
      Issue.record("\(line) is no question")
      return
    }
    let spelling = try #require(Aws.spelling(of: inquiry, in: world))
    guard case .ask(.aws(let call)) = try parse(spelling, in: context) else {
      Issue.record("\(spelling) is no question")
      return
    }
    let output = Aws.output(call, before: world, after: world, events: [])
    #expect(output.hasPrefix("{"), "\(spelling)")
  }

  @Test func `is none where AWS has no such question`() throws {
    let world = Scene.cafe.world(seed: 7)
    for line in ["status", "diagram", "list resolvers", "explain www", "now"] {
      guard case .ask(let inquiry) = try parse(line, in: ParseContext(world: world)) else {
        Issue.record("\(line) is no question")
        continue
      }
      #expect(Aws.spelling(of: inquiry, in: world) == nil)
    }
  }
}
