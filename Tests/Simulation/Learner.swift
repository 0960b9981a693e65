import CafeWorld
import DNS
import Route53
import Support

/// Somebody who tries everything, in no order, some of it impossible.
struct Learner {
  private var dice: Dice
  /// What this one likes to do: a weight for each kind of command, different for each seed.
  private let taste: [Int64]

  init(seed: UInt64) {
    var dice = Dice(seed)
    taste = (0..<6).map { (_: Int) in dice.below(10) }
    self.dice = dice
  }

  mutating func next(in world: World) -> Command {
    if dice.chance(of: 35) { return .wait(pause(world)) }
    var pick = dice.below(max(1, taste.reduce(0, +)))
    for (index, weight) in taste.enumerated() {
      if pick < weight { return command(of: index, in: world) }
      pick -= weight
    }
    return command(of: 0, in: world)
  }

  private mutating func pause(_ world: World) -> Milliseconds {
    if dice.chance(of: 2) { return dice.one(of: [0, -1, 367 * .day]) }
    if let next = world.nextMoment, dice.chance(of: 30) { return max(1, next - world.now) }
    return 1 + dice.below(dice.one(of: [1_000, .minute, .minute, .hour, .day]))
  }

  private mutating func command(of kind: Int, in world: World) -> Command {
    switch kind {
    case 0: fault(world)
    case 1: compute(world)
    case 2: health(world)
    case 3: records(world)
    case 4: notification(world)
    default: person(world)
    }
  }

  private mutating func fault(_ world: World) -> Command {
    let instance = dice.one(of: world.instances)
    let kinds: [FaultKind] = [
      .refuse, .drop, .status(503), .status(301), .slow(1_500), .slow(9_000), .slow(-1), .body("x"),
    ]
    switch dice.below(8) {
    case 0: return .kill(instance.id)
    case 1: return .beginZoneOutage(instance.zone)
    case 2: return .endZoneOutage(instance.zone)
    case 3: return .healEverything
    case 4: return .heal(instance.id)
    case 5: return .cutOff(region: dice.one(of: HealthRules.regions), address: address(world))
    case 6: return .reconnect(region: dice.one(of: HealthRules.regions), address: address(world))
    default:
      let time = dice.chance(of: 50) ? nil : dice.below(.hour)
      return .breakInstance(instance.id, dice.one(of: kinds), lasting: time)
    }
  }

  private mutating func compute(_ world: World) -> Command {
    let id = dice.one(of: world.instances).id
    switch dice.below(10) {
    case 0, 1: return .stopInstance(id)
    case 2, 3: return .startInstance(id)
    case 4: return .rebootInstance(id)
    case 5: return dice.chance(of: 15) ? .terminateInstance(id) : .startInstance(id)
    case 6: return .allocateAddress
    case 7: return .associateAddress(address(world), id)
    case 8: return .disassociateAddress(address(world))
    default: return .releaseAddress(address(world))
    }
  }

  private mutating func address(_ world: World) -> IPv4Address {
    let known =
      world.instances.compactMap(\.publicAddress) + world.elasticAddresses.map(\.address)
    return known.isEmpty ? IPv4Address(bits: 0x22D2_0909) : dice.one(of: known)
  }
}

extension Learner {
  private mutating func health(_ world: World) -> Command {
    guard let check = world.healthChecks.last, dice.chance(of: 70) else {
      let settings = HealthCheckSettings(
        kind: dice.chance(of: 70) ? .http : .tcp,
        ipAddress: dice.chance(of: 90) ? address(world).description : "10.0.0.1",
        port: dice.chance(of: 90) ? 80 : 0,
        requestInterval: dice.one(of: [10, 30]),
        failureThreshold: dice.one(of: [1, 2, 3, 11]),
        inverted: dice.chance(of: 10),
        disabled: dice.chance(of: 10)
      )
      let reference = dice.chance(of: 20) ? "again" : nil
      return .createHealthCheck(name: "it", callerReference: reference, settings: settings)
    }
    switch dice.below(8) {
    case 0: return .deleteHealthCheck(check.id)
    case 1: return .renameHealthCheck(check.id, "other")
    case 2: return .updateHealthCheck(check.id, HealthCheckUpdate(ipAddress: "\(address(world))"))
    case 3: return .updateHealthCheck(check.id, HealthCheckUpdate(disabled: dice.chance(of: 50)))
    case 4: return .updateHealthCheck(check.id, HealthCheckUpdate(inverted: dice.chance(of: 50)))
    default:
      let threshold = Int(dice.below(12))
      return .updateHealthCheck(check.id, HealthCheckUpdate(failureThreshold: threshold))
    }
  }

  private mutating func records(_ world: World) -> Command {
    guard let zone = world.hostedZones.last, !dice.chance(of: 10) else {
      let name = dice.one(of: ["cafe.example", "other.example", "*.bad", "com"])
      return .createHostedZone(name: name, callerReference: nil, comment: nil)
    }
    if dice.chance(of: 10) { return .deleteHostedZone(zone.id) }
    let present = zone.records.all.filter { $0.type == .a }.map { Change(.delete, $0.request) }
    let changes: [Change]
    switch dice.below(4) {
    case 0: changes = present
    case 1: changes = [Change(.create, record(world, zone, role: nil))]
    case 2: changes = present + [Change(.create, record(world, zone, role: nil))]
    default:
      changes =
        present
        + ["PRIMARY", "SECONDARY"].map { Change(.create, record(world, zone, role: $0)) }
    }
    return .changeRecords(zone.id, ChangeBatch(changes: changes))
  }

  private mutating func record(
    _ world: World,
    _ zone: HostedZone,
    role: String?
  ) -> RecordSetRequest {
    RecordSetRequest(
      name: "www.\(zone.name)",
      type: "A",
      setIdentifier: role,
      failover: role,
      ttl: dice.one(of: [0, 15, 60, 300]),
      values: [address(world).description],
      healthCheckID: role == "PRIMARY" ? world.healthChecks.last?.id.text : nil
    )
  }

  private mutating func notification(_ world: World) -> Command {
    let topic = Topic.arn(name: dice.one(of: ["one", "two"]))
    let mailbox = dice.one(of: ["sofia@cafe.example", "mateo@cafe.example", "x@y.z"])
    switch dice.below(9) {
    case 0: return .createTopic(dice.one(of: ["one", "two", "not a name"]))
    case 1: return dice.chance(of: 20) ? .deleteTopic(arn: topic) : .createTopic("one")
    case 2: return .subscribe(topic: topic, endpoint: mailbox)
    case 3, 4: return .confirmSubscription(mail: Int(dice.below(Int64(world.mails.count + 2))))
    case 5: return .unsubscribe(topic: topic, endpoint: mailbox)
    case 6: return .publish(topic: topic, subject: nil, message: "Hello")
    case 7:
      let check = world.healthChecks.last?.id ?? HealthCheckID("none")
      return .putAlarm(
        AlarmSettings(
          name: dice.one(of: ["a", "b"]),
          healthCheckID: check,
          alarmActions: [topic],
          okActions: dice.chance(of: 50) ? [topic] : []
        )
      )
    default: return dice.chance(of: 30) ? .deleteAlarm("a") : .createTopic("two")
    }
  }

  private mutating func person(_ world: World) -> Command {
    let host = dice.one(of: ["www.cafe.example", "34.210.9.9", "nobody.example", "no..name"])
    let resolver = dice.one(of: ["home", "isp", "mobile", "nowhere"])
    switch dice.below(4) {
    case 0: return .fetch(host: host, path: "/cafe")
    case 1: return .order(host: host, item: "coffee")
    case 2: return .readMail(Int(dice.below(4)))
    default:
      return .lookUp(Question(name: world.customers.name, type: .a), resolver: resolver)
    }
  }
}
