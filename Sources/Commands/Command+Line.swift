public import CafeWorld

extension Command {
  /// The line of the learner's language that asks for this, in the world before it.
  ///
  /// Nil for what only the AWS spelling can say, and for things that the world does not have.
  public func line(in world: World) -> String? {
    switch self {
    case .wait(let time): return "wait \(Durations.text(time))"
    case .startInstance(let id): return world.line("start", id)
    case .stopInstance(let id): return world.line("stop", id)
    case .rebootInstance(let id): return world.line("reboot", id)
    case .terminateInstance(let id): return world.line("terminate", id)
    case .kill(let id): return world.line("kill", id)
    case .heal(let id): return world.line("heal", id)
    case .healEverything: return "heal"
    case .beginZoneOutage(let zone): return "zone-outage \(zone)"
    case .endZoneOutage(let zone): return "heal \(zone)"
    case .cutOff(let region, let address, let time):
      return world.owner(of: address).flatMap { world.line("break", $0.id) }
        .map { "\($0) --cut-off \(region)" + (time.map { " --for \(Durations.text($0))" } ?? "") }
    case .breakInstance(let id, let kind, let time):
      guard let line = world.line("break", id), let way = kind.option else { return nil }
      return "\(line) \(way)" + (time.map { " --for \(Durations.text($0))" } ?? "")
    case .reconnect, .allocateAddress, .associateAddress, .disassociateAddress, .releaseAddress,
      .createHealthCheck, .updateHealthCheck, .renameHealthCheck, .deleteHealthCheck,
      .createRoutingControl, .setRoutingControl, .changeRecords, .createHostedZone,
      .deleteHostedZone, .createTopic, .deleteTopic, .subscribe, .confirmSubscription,
      .unsubscribe, .publish, .putAlarm, .deleteAlarm, .lookUp, .fetch, .order, .readMail,
      .breakControlPlane, .healControlPlane, .createResource, .setResourceHealth,
      .commentHostedZone, .associateVPC, .disassociateVPC, .createDelegationSet,
      .deleteDelegationSet, .createCidrCollection, .changeCidrCollection, .deleteCidrCollection,
      .changeTags:
      return nil
    }
  }
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
  /// The option of `break` for this way to fail; nil for a page of its own kind.
  fileprivate var option: String? {
    switch self {
    case .refuse: "--refuse"
    case .drop: "--drop"
    case .status(let code): "--status \(code)"
    case .slow(let time): "--slow \(Durations.text(time))"
    case .body(let text): "--body \(quoted(text))"
    case .slowConnection(let time): "--slow-connect \(Durations.text(time))"
    case .handshake(let fault): "--tls \(fault.rawValue)"
    case .page: nil
    }
  }
}
