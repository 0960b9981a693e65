import DNS
import Route53

extension Rehearsal {
  /// Decides a command: one line a case.
  mutating func carryOut(_ command: Command) throws(Rejection) {
    switch command {
    case .wait(let time): try wait(time)
    case .startInstance(let id): try start(id)
    case .stopInstance(let id): try stop(id)
    case .rebootInstance(let id): try reboot(id)
    case .terminateInstance(let id): try terminate(id)
    case .allocateAddress: try allocateAddress()
    case .associateAddress(let address, let id): try associate(address, id)
    case .disassociateAddress(let address): try disassociate(address)
    case .releaseAddress(let address): try release(address)
    case .kill(let id): try kill(id)
    case .breakInstance(let id, let kind, let time): try breakDown(id, kind, time)
    case .heal(let id): try heal(id)
    case .beginZoneOutage(let zone): try beginOutage(zone)
    case .endZoneOutage(let zone): try endOutage(zone)
    case .cutOff(let region, let address): try cutOff(region, address)
    case .reconnect(let region, let address): try reconnect(region, address)
    case .healEverything: healEverything()
    case .createHealthCheck(let name, let reference, let settings):
      try createHealthCheck(name, reference, settings)
    case .updateHealthCheck(let id, let update): try updateHealthCheck(id, update)
    case .renameHealthCheck(let id, let name): try renameHealthCheck(id, name)
    case .deleteHealthCheck(let id): try deleteHealthCheck(id)
    case .createRoutingControl(let name): try createRoutingControl(name)
    case .setRoutingControl(let arn, let isOn): try setRoutingControl(arn, isOn: isOn)
    case .changeRecords(let zone, let batch): try changeRecords(zone, batch)
    case .createHostedZone(let name, _, let comment): try createHostedZone(name, comment)
    case .deleteHostedZone(let id): try deleteHostedZone(id)
    case .createTopic(let name): try createTopic(name)
    case .deleteTopic(let arn): try deleteTopic(arn)
    case .subscribe(let topic, let endpoint): try subscribe(topic, endpoint)
    case .confirmSubscription(let mail): try confirm(mail: mail)
    case .unsubscribe(let topic, let endpoint): try unsubscribe(topic, endpoint)
    case .publish(let topic, let subject, let text): try publish(topic, subject, text)
    case .putAlarm(let settings): try putAlarm(settings)
    case .deleteAlarm(let name): try deleteAlarm(name)
    case .lookUp(let question, let resolver): try lookUp(question, resolver)
    case .fetch(let host, let path): try fetch(host, path)
    case .order(let host, let item): try order(host, item)
    case .readMail(let number): try readMail(number)
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
    guard let instance = world.instance(id) else { throw .unknown(.instance, id.text) }
    guard instance.state != .terminated else {
      throw .wrongState(id, name: instance.name, state: .terminated, wanted: [.running])
    }
    try checkRange(of: kind)
    if let time, !(1...Timing.longestWait).contains(time) {
      throw .badValue(option: "--for", value: "\(time) ms", allowed: "1 ms to 366 days")
    }
    happen(.faultBegan(id, Fault(kind: kind, until: time.map { world.now + $0 })))
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

  private mutating func cutOff(_ region: String, _ address: IPv4Address) throws(Rejection) {
    guard HealthRules.sites.contains(where: { $0.region == region }) else {
      throw .unknown(.region, region)
    }
    let cut = CutOff(region: region, address: address)
    guard !world.cutOffs.contains(cut) else {
      throw .alreadySo(.region, region, state: "cut off from \(address)")
    }
    happen(.regionCutOff(cut))
  }

  private mutating func reconnect(_ region: String, _ address: IPv4Address) throws(Rejection) {
    let cut = CutOff(region: region, address: address)
    guard world.cutOffs.contains(cut) else { throw .nothingToHeal(region) }
    happen(.regionReconnected(cut))
  }
}

extension World {
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
