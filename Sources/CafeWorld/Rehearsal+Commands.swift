import DNS
import Route53

extension Rehearsal {
  /// Decides a command: one line a case.
  mutating func carryOut(_ command: Command) throws(Rejection) {
    try checkControlPlane(command)
    switch command {
    case .wait(let time): try wait(time)
    case .createInstance(let name, let zone, let outside):
      try createInstance(name, zone, outside)
    case .startInstance(let id): try start(id)
    case .stopInstance(let id): try stop(id)
    case .rebootInstance(let id): try reboot(id)
    case .terminateInstance(let id): try terminate(id)
    case .allocateAddress(let region): try allocateAddress(region ?? world.region)
    case .associateAddress(let address, let id): try associate(address, id)
    case .disassociateAddress(let address): try disassociate(address)
    case .releaseAddress(let address): try release(address)
    case .kill(let id): try kill(id)
    case .breakInstance(let id, let kind, let time): try breakDown(id, kind, time)
    case .heal(let id): try heal(id)
    case .beginZoneOutage(let zone): try beginOutage(zone)
    case .endZoneOutage(let zone): try endOutage(zone)
    case .cutOff(let region, let address, let time): try cutOff(region, address, time)
    case .reconnect(let region, let address): try reconnect(region, address)
    case .breakControlPlane(let kind, let time): try breakControlPlane(kind, time)
    case .healControlPlane: try healControlPlane()
    case .healEverything: healEverything()
    case .createResource(let kind, let name, let region): try createResource(kind, name, region)
    case .setResourceHealth(let name, let isHealthy): try setResourceHealth(name, isHealthy)
    case .createHealthCheck(let name, let reference, let settings):
      try createHealthCheck(name, reference, settings)
    case .updateHealthCheck(let id, let update): try updateHealthCheck(id, update)
    case .renameHealthCheck(let id, let name): try renameHealthCheck(id, name)
    case .deleteHealthCheck(let id): try deleteHealthCheck(id)
    case .createRoutingControl(let name): try createRoutingControl(name)
    case .setRoutingControl(let arn, let isOn): try setRoutingControl(arn, isOn: isOn)
    case .changeRecords(let zone, let batch): try changeRecords(zone, batch)
    case .createHostedZone(let name, let reference, let comment, let set, let vpc):
      try createHostedZone(name, reference, comment, set, vpc)
    case .deleteHostedZone(let id): try deleteHostedZone(id)
    case .commentHostedZone(let id, let comment): try commentHostedZone(id, comment)
    case .associateVPC(let id, let vpc): try associateVPC(id, vpc)
    case .disassociateVPC(let id, let vpc): try disassociateVPC(id, vpc)
    case .createDelegationSet(let reference, let id): try createDelegationSet(reference, of: id)
    case .deleteDelegationSet(let id): try deleteDelegationSet(id)
    case .createCidrCollection(let name, let reference, let changes):
      try createCidrCollection(name, reference, changes)
    case .changeCidrCollection(let id, let version, let changes):
      try changeCidrCollection(id, version, changes)
    case .deleteCidrCollection(let id): try deleteCidrCollection(id)
    case .changeTags(let resource, let change): try changeTags(of: resource, change)
    case .reportProbe(let id, let site, let outcome, let time):
      try reportProbe(id, site, outcome, took: time)
    case .createTopic, .deleteTopic, .subscribe, .confirmSubscription, .unsubscribe, .publish,
      .putAlarm, .deleteAlarm, .setAlarmState, .lookUp, .fetch, .order, .readMail:
      try carryOutForPeople(command)
    }
  }

  private mutating func carryOutForPeople(_ command: Command) throws(Rejection) {
    switch command {
    case .createTopic(let name): try createTopic(name)
    case .deleteTopic(let arn): try deleteTopic(arn)
    case .subscribe(let topic, let endpoint): try subscribe(topic, endpoint)
    case .confirmSubscription(let mail): try confirm(mail: mail)
    case .unsubscribe(let topic, let endpoint): try unsubscribe(topic, endpoint)
    case .publish(let topic, let subject, let text): try publish(topic, subject, text)
    case .putAlarm(let settings): try putAlarm(settings)
    case .deleteAlarm(let name): try deleteAlarm(name)
    case .setAlarmState(let name, let state, let reason):
      try setAlarmState(name, state, reason)
    case .lookUp(let question, let resolver): try lookUp(question, resolver)
    case .fetch(let host, let path): try fetch(host, path)
    case .order(let host, let item): try order(host, item)
    case .readMail(let number): try readMail(number)
    default: preconditionFailure("not for people")
    }
  }

  private mutating func wait(_ time: Milliseconds) throws(Rejection) {
    guard time > 0 else { throw .waitNotPositive(time) }
    guard time <= Timing.longestWait else {
      throw .waitTooLong(time, most: Timing.longestWait)
    }
    letTimePass(until: world.now + time)
  }
}

extension Rehearsal {
  private mutating func kill(_ id: InstanceID) throws(Rejection) {
    try checkWithin(id)
    guard let instance = world.instance(id) else { throw .unknown(.instance, id.text) }
    guard instance.state == .running || instance.state == .pending else {
      throw .wrongState(id, name: instance.name, state: instance.state, wanted: [.running])
    }
    guard instance.hasPower else {
      throw .alreadySo(.instance, instance.name, state: "without power")
    }
    happen(.powerLost(id))
  }

  private mutating func breakDown(
    _ id: InstanceID,
    _ kind: FaultKind,
    _ time: Milliseconds?
  ) throws(Rejection) {
    try checkWithin(id)
    guard let instance = world.instance(id) else { throw .unknown(.instance, id.text) }
    guard instance.state != .terminated else {
      throw .wrongState(id, name: instance.name, state: .terminated, wanted: [.running])
    }
    try checkRange(of: kind)
    let until = try end(after: time)
    happen(.faultBegan(id, Fault(kind: kind, until: until)))
  }

  /// When what lasts so long ends; nil: not by itself.
  private func end(after time: Milliseconds?) throws(Rejection) -> Instant? {
    guard let time else { return nil }
    guard (1...Timing.longestWait).contains(time) else {
      throw .badValue(option: "--for", value: "\(time) ms", allowed: "1 ms to 366 days")
    }
    return world.now + time
  }

  private func checkRange(of kind: FaultKind) throws(Rejection) {
    switch kind {
    case .status(let code) where !(100...599).contains(code):
      throw .badValue(option: "--status", value: "\(code)", allowed: "100 to 599")
    case .slow(let time) where !(1...Timing.slowest).contains(time):
      throw .badValue(option: "--slow", value: "\(time) ms", allowed: "1 ms to 1 hour")
    case .slowConnection(let time) where !(1...Timing.slowest).contains(time):
      throw .badValue(option: "--slow-connect", value: "\(time) ms", allowed: "1 ms to 1 hour")
    case .page(let page) where !(0...1_000_000).contains(page.offset):
      throw .badValue(option: "--offset", value: "\(page.offset)", allowed: "0 to 1000000")
    case .page(let page) where !(0...Int(Timing.slowest)).contains(page.delayMilliseconds):
      throw .badValue(
        option: "--body-delay",
        value: "\(page.delayMilliseconds) ms",
        allowed: "0 ms to 1 hour"
      )
    case .refuse, .drop, .status, .slow, .body, .page, .slowConnection, .handshake: break
    }
  }

  private mutating func heal(_ id: InstanceID) throws(Rejection) {
    guard let instance = world.instance(id) else { throw .unknown(.instance, id.text) }
    let cuts = world.cutOffs(of: instance)
    guard !instance.faults.isEmpty || !instance.hasPower || !cuts.isEmpty else {
      throw .nothingToHeal(instance.name)
    }
    healFaults(of: instance)
    for cut in cuts { happen(.regionReconnected(cut)) }
  }

  /// Faults end at once; a host without power gets it back.
  private mutating func healFaults(of instance: Instance) {
    for fault in instance.faults { happen(.faultHealed(instance.id, fault.kind)) }
    if !instance.hasPower { restorePower(instance) }
  }

  private mutating func healEverything() {
    for instance in world.instances { healFaults(of: instance) }
    for zone in world.zoneOutages { happen(.zoneOutageEnded(zone)) }
    for cut in world.cutOffs { happen(.regionReconnected(cut)) }
    endControlPlaneFaults()
    for resource in world.resources where !resource.isHealthy {
      happen(.resourceTurned(resource.name, isHealthy: true))
    }
  }

  private mutating func beginOutage(_ zone: String) throws(Rejection) {
    guard world.availabilityZones.contains(zone) else { throw .unknown(.availabilityZone, zone) }
    guard !world.zoneOutages.contains(zone) else {
      throw .alreadySo(.availabilityZone, zone, state: "down")
    }
    happen(.zoneOutageBegan(zone))
  }

  private mutating func endOutage(_ zone: String) throws(Rejection) {
    guard world.availabilityZones.contains(zone) else { throw .unknown(.availabilityZone, zone) }
    guard world.zoneOutages.contains(zone) else { throw .nothingToHeal(zone) }
    happen(.zoneOutageEnded(zone))
  }

  private mutating func cutOff(
    _ region: String,
    _ address: IPv4Address,
    _ time: Milliseconds?
  ) throws(Rejection) {
    guard HealthRules.sites.contains(where: { $0.isIn(region) }) else {
      throw .unknown(.region, region)
    }
    guard world.cutOff(of: region, from: address) == nil else {
      throw .alreadySo(.region, region, state: "cut off from \(address)")
    }
    let until = try end(after: time)
    happen(.regionCutOff(CutOff(region: region, address: address, until: until)))
  }

  private mutating func reconnect(_ region: String, _ address: IPv4Address) throws(Rejection) {
    guard let cut = world.cutOff(of: region, from: address) else { throw .nothingToHeal(region) }
    happen(.regionReconnected(cut))
  }
}

extension World {
  /// What keeps a region, or one of its Availability Zones, from an address.
  func cutOff(of region: String, from address: IPv4Address) -> CutOff? {
    cutOffs.first { $0.region == region && $0.address == address }
  }

  /// The regions that are cut off from an address of an instance: the one that it has, or one that
  /// it had and nobody has now.
  public func cutOffs(of instance: Instance) -> [CutOff] {
    cutOffs.filter { cut in
      guard let owner = owner(of: cut.address) else {
        return instance.formerAddresses.contains(cut.address)
      }
      return owner.id == instance.id
    }
  }
}
