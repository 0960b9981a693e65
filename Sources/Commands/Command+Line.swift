public import CafeWorld
import DNS
import Route53

extension Command {
  /// A line that asks for this in the world before it: in the learner's language where that can say
  /// it, else as the AWS CLI has it.
  ///
  /// Nil for what no single line asks for, such as a caller reference together with a name, and for
  /// things that the world does not have.
  public func line(in world: World) -> String? {
    switch self {
    case .wait(let time): return "wait \(Durations.text(time))"
    case .createInstance(let name, let zone, let outside):
      return "create instance \(quoted(name)) --zone \(zone)"
        + (outside.map { " --endpoint \($0)" } ?? "")
    case .startInstance(let id): return world.line("start", id)
    case .stopInstance(let id): return world.line("stop", id)
    case .rebootInstance(let id): return world.line("reboot", id)
    case .terminateInstance(let id): return world.line("terminate", id)
    case .allocateAddress(let region):
      return "allocate address" + (region.map { " --region \($0)" } ?? "")
    case .associateAddress(let address, let id):
      return world.line("associate address", id).map { "\($0) --address \(address)" }
    case .disassociateAddress(let address): return "disassociate address \(address)"
    case .releaseAddress(let address): return "release address \(address)"
    case .kill, .breakInstance, .heal, .healEverything, .beginZoneOutage, .endZoneOutage, .cutOff,
      .reconnect, .breakControlPlane, .healControlPlane, .setResourceHealth:
      return faultLine(in: world)
    case .createHealthCheck, .renameHealthCheck, .deleteHealthCheck, .createRoutingControl,
      .setRoutingControl, .createHostedZone, .deleteHostedZone, .commentHostedZone, .associateVPC,
      .disassociateVPC, .createDelegationSet, .deleteDelegationSet, .createCidrCollection,
      .deleteCidrCollection, .createResource:
      return buildLine(in: world)
    case .createTopic(let name): return "create topic \(quoted(name))"
    case .deleteTopic(let arn): return "delete topic \(arn)"
    case .subscribe(let topic, let endpoint): return "subscribe \(topic) \(quoted(endpoint))"
    case .confirmSubscription(let mail): return "confirm \(mail)"
    case .unsubscribe(let topic, let endpoint):
      return "delete subscription \(topic) \(quoted(endpoint))"
    case .deleteAlarm(let name): return "delete alarm \(quoted(name))"
    case .lookUp(let question, let resolver):
      return "dig @\(resolver) \(question.name) \(question.type.rawValue)"
    case .fetch(let host, let path): return "curl \(quoted("http://\(host)\(path)"))"
    case .order(let host, let item): return "order http://\(host)/cafe/ --item \(quoted(item))"
    case .readMail(let number): return "read \(number)"
    case .reportProbe: return nil
    case .changeRecords(let zone, let batch):
      return batch.line(for: zone, in: world) ?? awsLine(in: world)
    case .updateHealthCheck, .putAlarm: return settingLine(in: world) ?? awsLine(in: world)
    case .changeCidrCollection, .changeTags, .publish, .setAlarmState: return awsLine(in: world)
    }
  }

  /// The lines of the learner's language that ask for this in the world before it, such as a batch
  /// from `batch` to `commit`; nil where that language has no words for it.
  public func ownLines(in world: World) -> [String]? {
    if case .changeRecords(let zone, let batch) = self, batch.changes.count > 1 {
      return batch.lines(for: zone, in: world)
    }
    return line(in: world).flatMap { $0.hasPrefix("aws ") ? nil : [$0] }
  }

  /// The one line of the AWS CLI; nil where it takes none or several.
  private func awsLine(in world: World) -> String? {
    let lines = Aws.spelling(of: self, in: world)
    return lines.count == 1 ? lines[0] : nil
  }

  /// New settings of a health check or an alarm.
  ///
  /// What is left out has values of its own in that language, so the line is read back; nil: it
  /// would ask for something else.
  private func settingLine(in world: World) -> String? {
    let line: String
    switch self {
    case .updateHealthCheck(let id, let update): line = "update health-check \(id)\(update.words)"
    case .putAlarm(let settings):
      let old = world.alarm(settings.name)?.settings
      line =
        (old == nil ? "create" : "update") + " alarm \(quoted(settings.name))"
        + settings.words(beside: old)
    default: return nil
    }
    let request = try? parse(line, in: ParseContext(world: world))
    return request == .change([self], showing: .events) ? line : nil
  }

  private func faultLine(in world: World) -> String? {
    switch self {
    case .kill(let id): return world.line("kill", id)
    case .heal(let id): return world.line("heal", id)
    case .healEverything: return "heal"
    case .beginZoneOutage(let zone): return "zone-outage \(zone)"
    case .endZoneOutage(let zone): return "heal \(zone)"
    case .breakInstance(let id, let kind, let time):
      return world.line("break", id).map { "\($0) \(kind.options)" + lasting(time) }
    case .cutOff(let region, let address, let time):
      let named = world.owner(of: address).flatMap { world.line("break", $0.id) }
      return (named ?? "break \(address)") + " --cut-off \(region)" + lasting(time)
    case .reconnect(let region, let address):
      let named = world.owner(of: address).flatMap { world.line("heal", $0.id) }
      return (named ?? "heal \(address)") + " --cut-off \(region)"
    case .breakControlPlane(let kind, let time):
      return "api-fault \(kind.rawValue)" + lasting(time)
    case .healControlPlane: return "api-fault --end"
    case .setResourceHealth(let name, true): return "heal \(name.withoutDot)"
    case .setResourceHealth(let name, false): return "break \(name.withoutDot) --unhealthy"
    default: return nil
    }
  }

  private func lasting(_ time: Milliseconds?) -> String {
    time.map { " --for \(Durations.text($0))" } ?? ""
  }

  /// What was created with a caller reference of its own has only the AWS CLI's words.
  private func buildLine(in world: World) -> String? {
    switch self {
    case .createHealthCheck(let name, nil, let settings):
      return settings.options(in: world).map { "create health-check \(quoted(name)) \($0)" }
    case .renameHealthCheck(let id, let name):
      return "update health-check \(id) --name \(quoted(name))"
    case .deleteHealthCheck(let id): return "delete health-check \(id)"
    case .createRoutingControl(let name): return "create routing-control \(quoted(name))"
    case .setRoutingControl(let arn, let isOn): return "turn \(arn) \(isOn ? "on" : "off")"
    case .createHostedZone(let name, nil, let comment, let set, let vpc):
      return "create hosted-zone \(quoted(name))" + option("comment", comment)
        + option("delegation-set", set?.text) + option("vpc", vpc?.id)
        + option("vpc-region", vpc?.region)
    case .deleteHostedZone(let id): return "delete hosted-zone \(id)"
    case .commentHostedZone(let id, let comment):
      return "update hosted-zone \(id)"
        + (comment.map { option("comment", $0) } ?? " --no-comment")
    case .associateVPC(let id, let vpc):
      return "update hosted-zone \(id)" + option("vpc", vpc.id) + option("vpc-region", vpc.region)
    case .disassociateVPC(let id, let vpc):
      return "update hosted-zone \(id)" + option("vpc", vpc.id) + option("vpc-region", vpc.region)
        + " --disassociate"
    case .createDelegationSet(nil, let zone):
      return "create delegation-set" + option("of", zone?.text)
    case .deleteDelegationSet(let id): return "delete delegation-set \(id)"
    case .createCidrCollection(let name, nil, let changes)
    where changes.allSatisfy { $0.action == .put }:
      let locations = changes.map {
        " \(quoted("\($0.location)=\($0.blocks.joined(separator: ","))"))"
      }
      return "create cidr-collection \(quoted(name))" + locations.joined()
    case .deleteCidrCollection(let id): return "delete cidr-collection \(id)"
    case .createResource(let kind, let name, let region):
      return "create resource \(kind.rawValue)" + (name.map { " \(quoted($0))" } ?? "")
        + option("region", region)
    default: return awsLine(in: world)
    }
  }
}

private func option(_ name: String, _ value: String?) -> String {
  value.map { " --\(name) \(quoted($0))" } ?? ""
}

extension World {
  /// A verb and an instance, by its name where that means no other.
  fileprivate func line(_ verb: String, _ id: InstanceID) -> String? {
    guard let instance = instance(id) else { return nil }
    let isClear = self.instance(instance.name)?.id == id
    return "\(verb) \(quoted(isClear ? instance.name : id.text))"
  }
}

extension FaultKind {
  /// The options of `break` for this way to fail.
  fileprivate var options: String {
    switch self {
    case .refuse: "--refuse"
    case .drop: "--drop"
    case .status(let code): "--status \(code)"
    case .slow(let time): "--slow \(Durations.text(time))"
    case .body(let text): "--body \(quoted(text))"
    case .slowConnection(let time): "--slow-connect \(Durations.text(time))"
    case .handshake(let fault): "--tls \(fault.rawValue)"
    case .page(let body):
      "--body \(quoted(body.text)) --body-offset \(body.offset)"
        + " --body-encoding \(body.encoding.rawValue)"
        + (body.delayMilliseconds > 0
          ? " --body-delay \(Durations.text(Milliseconds(body.delayMilliseconds)))" : "")
    }
  }
}

extension HealthCheckSettings {
  /// The options of `create health-check`; nil where the world lacks what they name.
  fileprivate func options(in world: World) -> String? {
    var words =
      "--type \(kind.rawValue) --request-interval \(requestInterval) "
      + "--failure-threshold \(failureThreshold)"
    words += option("ip-address", ipAddress) + option("domain-name", fullyQualifiedDomainName)
    words += option("port", port.map(String.init)) + option("resource-path", resourcePath)
    words += option("search-string", searchString)
    words += option("regions", regions?.joined(separator: ","))
    if let enablesSNI { words += enablesSNI ? " --enable-sni" : " --no-sni" }
    if measuresLatency == true { words += " --measure-latency" }
    for child in childHealthChecks ?? [] { words += option("child", child.text) }
    words += option("health-threshold", healthThreshold.map(String.init))
    words += option("alarm", alarmIdentifier?.name)
    words += option("insufficient-data", insufficientDataStatus?.rawValue)
    words += option("routing-control", routingControlARN)
    if inverted { words += " --inverted" }
    if disabled { words += " --disabled" }
    return words
  }
}

extension HealthCheckUpdate {
  /// The options of `update health-check`.
  fileprivate var words: String {
    var words = option("ip-address", ipAddress) + option("domain-name", fullyQualifiedDomainName)
    words += option("port", port.map(String.init)) + option("resource-path", resourcePath)
    words += option("failure-threshold", failureThreshold.map(String.init))
    words += option("search-string", searchString)
    words += option("regions", regions?.joined(separator: ","))
    if let enablesSNI { words += enablesSNI ? " --enable-sni" : " --no-sni" }
    for child in childHealthChecks ?? [] { words += option("child", child.text) }
    words += option("health-threshold", healthThreshold.map(String.init))
    words += option("alarm", alarmIdentifier?.name)
    words += option("insufficient-data", insufficientDataStatus?.rawValue)
    for element in resets ?? [] { words += option("reset", element.rawValue) }
    words += option("version", version.map(String.init))
    if let inverted { words += inverted ? " --inverted" : " --not-inverted" }
    if let disabled { words += disabled ? " --disabled" : " --enabled" }
    return words
  }
}

extension AlarmSettings {
  /// The options of `create alarm`, or of `update alarm` where there are settings already.
  fileprivate func words(beside old: AlarmSettings?) -> String {
    var words = option("health-check", healthCheckID.text)
    for topic in alarmActions { words += option("topic", topic) }
    for topic in okActions { words += option("ok-action", topic) }
    for topic in insufficientDataActions { words += option("insufficient-data-action", topic) }
    words += option("description", description)
    let known = (old?.effectiveRule ?? .console).options
    for (new, old) in zip(effectiveRule.options, known) where new.value != old.value {
      words += option(new.name, new.value)
    }
    return words
  }
}

extension AlarmRule {
  fileprivate var options: [(name: String, value: String?)] {
    [
      ("metric", metric.rawValue), ("statistic", statistic.rawValue), ("period", String(period)),
      ("evaluation-periods", String(evaluationPeriods)),
      ("datapoints-to-alarm", datapointsToAlarm.map(String.init)),
      ("threshold", threshold.shortDecimal), ("comparison-operator", comparison.rawValue),
      ("treat-missing-data", missingData.rawValue),
    ]
  }
}
