import CafeWorld
import Commands
import DNS
import Route53

/// A café with one thing of each kind, for lines to name.
struct Setting {
  let context: ParseContext

  var world: World { context.world }

  init() {
    var world = Scene.cafe.world(seed: 7)
    let address = world.instances[0].publicAddress?.description
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: address,
      resourcePath: "/cafe",
      requestInterval: 10
    )
    world.must(.createHealthCheck(name: "Primary", callerReference: nil, settings: settings))
    world.must(.createTopic("Cafe-Alerts"))
    let check = world.healthChecks[0].id
    let topic = Topic.arn(name: "Cafe-Alerts")
    world.must(.subscribe(topic: topic, endpoint: "sofia@cafe.example"))
    world.must(
      .putAlarm(AlarmSettings(name: "Site-Down", healthCheckID: check, alarmActions: [topic]))
    )
    world.must(.allocateAddress())
    world.must(.changeRecords(world.hostedZones[0].id, Self.records(world, check)))
    self.init(world)
  }

  init(_ world: World) {
    context = ParseContext(
      world: world,
      steps: ["story", "alert"],
      lessons: ["cafe-failover"],
      questions: ["failover-policy"],
      bookmarks: ["before"],
      branches: ["main", "other"],
      conditions: ["target"]
    )
  }

  /// A failover pair at www, and an address and a text at plain.
  private static func records(_ world: World, _ check: HealthCheckID) -> ChangeBatch {
    let addresses = world.instances.compactMap(\.publicAddress?.description)
    return ChangeBatch(changes: [
      Change(
        .create,
        RecordSetRequest(
          name: "www.cafe.example.",
          type: "A",
          setIdentifier: "FailoverPrimary",
          failover: "PRIMARY",
          ttl: 15,
          values: [addresses[0]],
          healthCheckID: check.text
        )
      ),
      Change(
        .create,
        RecordSetRequest(
          name: "www.cafe.example.",
          type: "A",
          setIdentifier: "FailoverSecondary",
          failover: "SECONDARY",
          ttl: 15,
          values: [addresses[1]]
        )
      ),
      Change(
        .create,
        RecordSetRequest(name: "plain.cafe.example.", type: "A", ttl: 60, values: [addresses[0]])
      ),
      Change(
        .create,
        RecordSetRequest(name: "plain.cafe.example.", type: "TXT", ttl: 60, values: ["\"hi\""])
      ),
    ])
  }

  var zone: HostedZoneID { world.hostedZones[0].id }
  var check: HealthCheckID { world.healthChecks[0].id }
  var first: Instance { world.instances[0] }
  var second: Instance { world.instances[1] }
  var firstAddress: String { first.publicAddress?.description ?? "" }
  var secondAddress: String { second.publicAddress?.description ?? "" }
  var elastic: IPv4Address { world.elasticAddresses[0].address }
  let topic = Topic.arn(name: "Cafe-Alerts")

  /// A record set of the zone by the text of its key.
  func set(_ name: String, _ type: String = "A", _ identifier: String? = nil) -> RecordSetRequest {
    let found = world.hostedZones[0].records.all.map(\.request).first {
      $0.name == "\(name).cafe.example." && $0.type == type && $0.setIdentifier == identifier
    }
    return found ?? RecordSetRequest(name: "", type: "")
  }

  func parse(_ line: String) throws(CommandError) -> Request {
    try Commands.parse(line, in: context)
  }

  /// The error of a line that must be refused.
  func refusal(_ line: String) -> CommandError? {
    do throws(CommandError) {
      _ = try parse(line)
      return nil
    } catch { return error }
  }
}

extension World {
  /// Carries out a command that the setting needs.
  mutating func must(_ command: Command) {
    do { try perform(command) } catch { preconditionFailure("the setting is refused: \(error)") }
  }
}
