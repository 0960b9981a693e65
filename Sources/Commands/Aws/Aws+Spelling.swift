public import CafeWorld
import DNS
import Route53

extension Aws {
  /// The lines of the AWS CLI that do what a command does, given before it is carried out; none
  /// where AWS has none.
  public static func spelling(of command: Command, in world: World) -> [String] {
    switch command {
    case .startInstance(let id): [line(.startInstances, ["instance-ids": id.text])]
    case .stopInstance(let id): [line(.stopInstances, ["instance-ids": id.text])]
    case .rebootInstance(let id): [line(.rebootInstances, ["instance-ids": id.text])]
    case .terminateInstance(let id): [line(.terminateInstances, ["instance-ids": id.text])]
    case .allocateAddress(let region):
      [line(.allocateAddress, ["domain": "vpc", "region": region])]
    case .associateAddress(let address, let id):
      [
        line(
          .associateAddress,
          ["allocation-id": world.elastic(address)?.allocationID, "instance-id": id.text]
        )
      ]
    case .disassociateAddress(let address):
      [line(.disassociateAddress, ["association-id": world.elastic(address)?.associationID])]
    case .releaseAddress(let address):
      [line(.releaseAddress, ["allocation-id": world.elastic(address)?.allocationID])]
    case .createHealthCheck, .updateHealthCheck, .renameHealthCheck, .deleteHealthCheck,
      .changeRecords, .changeTags:
      route53(command, world)
    case .createHostedZone, .deleteHostedZone, .commentHostedZone, .associateVPC,
      .disassociateVPC, .createDelegationSet, .deleteDelegationSet, .createCidrCollection,
      .changeCidrCollection, .deleteCidrCollection:
      zones(command, world)
    case .createTopic, .deleteTopic, .subscribe, .confirmSubscription, .unsubscribe, .publish,
      .putAlarm, .deleteAlarm, .setAlarmState:
      notification(command, world)
    case .createInstance, .reportProbe, .wait, .kill, .breakInstance, .heal, .beginZoneOutage,
      .endZoneOutage, .cutOff,
      .reconnect, .breakControlPlane, .healControlPlane, .healEverything, .lookUp, .fetch, .order,
      .readMail, .createRoutingControl, .createResource, .setResourceHealth:
      []
    case .setRoutingControl(let arn, let isOn):
      [
        "aws route53-recovery-cluster update-routing-control-state --routing-control-arn "
          + "\(quoted(arn)) --routing-control-state \(isOn ? "On" : "Off")"
      ]
    }
  }

  /// The same for several commands, as one text.
  public static func spelling(of commands: [Command], in world: World) -> String {
    commands.flatMap { spelling(of: $0, in: world) }.joined(separator: "; ")
  }

  /// A line with its options, those without a value left out.
  static func line(_ operation: AwsOperation, _ options: KeyValuePairs<String, String?>) -> String {
    let given = options.compactMap { name, value in value.map { " --\(name) \(quoted($0))" } }
    return "aws \(operation.rawValue)" + given.joined()
  }

  private static func route53(_ command: Command, _ world: World) -> [String] {
    switch command {
    case .createHealthCheck(let name, let reference, let settings):
      created(name, reference, settings, command, world)
    case .updateHealthCheck(let id, let update): [updated(id, update)]
    case .renameHealthCheck(let id, let name): [tagged(id, name)]
    case .deleteHealthCheck(let id): [line(.deleteHealthCheck, ["health-check-id": id.text])]
    case .changeRecords(let zone, let batch):
      [
        line(
          .changeResourceRecordSets,
          ["hosted-zone-id": zone.text, "change-batch": batch.json.compact]
        )
      ]
    case .changeTags(let resource, let change): [retagged(resource, change)]
    default: []
    }
  }

  /// CreateHealthCheck has no name; the Name tag is given to the id that the call answers.
  private static func created(
    _ name: String,
    _ reference: String?,
    _ settings: HealthCheckSettings,
    _ command: Command,
    _ world: World
  ) -> [String] {
    let create = line(
      .createHealthCheck,
      [
        "caller-reference": reference ?? Self.reference(name, world),
        "health-check-config": shorthand(settings.wanted),
      ]
    )
    guard !name.isEmpty, let id = world.healthCheck(madeBy: command) else { return [create] }
    return [create, tagged(id, name)]
  }

  private static func updated(_ id: HealthCheckID, _ update: HealthCheckUpdate) -> String {
    let given = ([("health-check-id", id.text)] + update.options)
      .map { name, value in " --\(name) \(quoted(value))" }
    let lists = update.listOptions.map { name, values in
      " --\(name) " + values.map { quoted($0) }.joined(separator: " ")
    }
    let line = "aws \(AwsOperation.updateHealthCheck.rawValue)" + (given + lists).joined()
    let flags = [
      ("inverted", update.inverted), ("disabled", update.disabled),
      ("enable-sni", update.enablesSNI),
    ]
    return line
      + flags.compactMap { name, flag in flag.map { $0 ? " --\(name)" : " --no-\(name)" } }
      .joined()
  }

  private static func tagged(_ id: HealthCheckID, _ name: String) -> String {
    line(
      .changeTagsForResource,
      [
        "resource-type": "healthcheck", "resource-id": id.text,
        "add-tags": shorthand(["Key": "Name", "Value": .string(name)]),
      ]
    )
  }

  private static func retagged(_ resource: TaggedResource, _ change: TagChange) -> String {
    let (type, id) =
      switch resource {
      case .hostedZone(let id): ("hostedzone", id.text)
      case .healthCheck(let id): ("healthcheck", id.text)
      }
    let added = change.add.map {
      shorthand(["Key": .string($0.key), "Value": .string($0.value)])
    }
    return line(.changeTagsForResource, ["resource-type": type, "resource-id": id])
      + list("add-tags", added) + list("remove-tag-keys", change.remove)
  }

  /// An option with its values, or nothing without any.
  static func list(_ option: String, _ values: [String]) -> String {
    values.isEmpty ? "" : " --\(option) " + values.map { quoted($0) }.joined(separator: " ")
  }

  /// A caller reference must be new each time: the name and the moment.
  static func reference(_ name: String, _ world: World) -> String {
    let moment = world.now.civil(local: false)
    let plain = name.unicodeScalars.prefix(40).filter { $0.properties.isWhitespace == false }
    return String(String.UnicodeScalarView(plain)) + "-\(moment.date)-\(moment.clock)"
  }

  /// `Key=Value,…` where every value is plain, JSON where one is not.
  static func shorthand(_ members: KeyValuePairs<String, JSONValue?>) -> String {
    let given: [(String, JSONValue)] = members.compactMap { key, value in value.map { (key, $0) } }
    let words = given.map { key, value in key + "=" + (value.text ?? value.compact) }
    let isPlain = given.allSatisfy { _, value in value.text?.isPlainShorthand ?? true }
    return isPlain ? words.joined(separator: ",") : JSONValue.record(members).compact
  }
}

extension World {
  fileprivate func elastic(_ address: IPv4Address) -> ElasticAddress? {
    elasticAddresses.first { $0.address == address }
  }

  /// The id of the check that a command would create, if the world does not refuse it.
  fileprivate func healthCheck(madeBy command: Command) -> HealthCheckID? {
    guard let events = try? decide(command) else { return nil }
    for event in events {
      if case .healthCheckCreated(let id, _, _, _) = event.fact { return id }
    }
    return nil
  }
}

extension String {
  var isPlainShorthand: Bool {
    !isEmpty && utf8.allSatisfy { $0 > 32 && $0 < 127 }
      && !contains { "\"'`,=[]{}\\~@".contains($0) }
  }
}
