import DNS

extension Rehearsal {
  mutating func start(_ id: InstanceID) throws(Rejection) {
    try checkWithin(id)
    let instance = try running(id, [.stopped, .running, .pending])
    guard instance.state == .stopped else {
      // EC2M, StartInstances: what runs already is no error. Only a host without power boots.
      if instance.state == .running, !instance.hasPower {
        boot(id, because: happen(.powerRestored(id)))
      }
      return
    }
    let now = world.now
    let cause = happen(.instanceTurned(id, from: instance.state, to: .pending))
    if !instance.hasPower { happen(.powerRestored(id), because: cause) }
    if !instance.hasElasticAddress { assignAddress(to: instance, because: cause) }
    happen(
      .lifecyclePlanned(
        id,
        [
          LifecycleStep(at: now + Timing.startRunning, state: .running, service: .refusing),
          LifecycleStep(at: now + Timing.startServing, state: nil, service: .answering),
        ]
      ),
      because: cause
    )
  }

  mutating func stop(_ id: InstanceID) throws(Rejection) {
    try checkWithin(id)
    let instance = try running(id, [.running, .pending, .stopping, .stopped])
    // EC2M, StopInstances: what is stopped already is no error.
    guard instance.state != .stopping, instance.state != .stopped else { return }
    shutDown(instance, through: .stopping, to: .stopped)
  }

  mutating func terminate(_ id: InstanceID) throws(Rejection) {
    guard let instance = world.instance(id) else { throw .unknown(.instance, id.text) }
    switch instance.state {
    // EC2M, TerminateInstances: each call after the first succeeds.
    case .shuttingDown, .terminated: break
    case .stopped: happen(.instanceTurned(id, from: .stopped, to: .terminated))
    default: shutDown(instance, through: .shuttingDown, to: .terminated)
    }
  }

  private mutating func shutDown(
    _ instance: Instance,
    through: InstanceState,
    to end: InstanceState
  ) {
    let (id, now) = (instance.id, world.now)
    let cause = happen(.instanceTurned(id, from: instance.state, to: through))
    let service: Instance.WebServer = instance.service == .silent ? .silent : .refusing
    happen(.serviceTurned(id, service), because: cause)
    happen(
      .lifecyclePlanned(
        id,
        [
          LifecycleStep(at: now + Timing.stopSilent, state: nil, service: .silent),
          LifecycleStep(at: now + Timing.stopDone, state: end, service: .silent),
        ]
      ),
      because: cause
    )
  }

  mutating func reboot(_ id: InstanceID) throws(Rejection) {
    try checkWithin(id)
    let instance = try running(id, [.running])
    let cause = instance.hasPower ? nil : happen(.powerRestored(id))
    boot(id, because: cause)
  }

  /// Power alone boots a host that EC2 says is running; any other goes on with what it was at.
  mutating func restorePower(_ instance: Instance) {
    let cause = happen(.powerRestored(instance.id))
    if instance.state == .running { boot(instance.id, because: cause) }
  }

  private mutating func boot(_ id: InstanceID, because cause: Int?) {
    let first = happen(.serviceTurned(id, .refusing), because: cause)
    let up = LifecycleStep(at: world.now + Timing.reboot, state: nil, service: .answering)
    happen(.lifecyclePlanned(id, [up]), because: cause ?? first)
  }

  /// The instance, if it is in one of these states (EC2's IncorrectInstanceState otherwise).
  private func running(
    _ id: InstanceID,
    _ states: [InstanceState]
  ) throws(Rejection) -> Instance {
    guard let instance = world.instance(id) else { throw .unknown(.instance, id.text) }
    guard states.contains(instance.state) else {
      throw .wrongState(id, name: instance.name, state: instance.state, wanted: states)
    }
    return instance
  }

  mutating func allocateAddress(_ region: String) throws(Rejection) {
    guard AddressPool.regions.contains(region) else { throw .unknown(.region, region) }
    // EC2UG: elastic-ip-addresses-eip: five for each region.
    guard world.elasticAddresses.count(where: { $0.region == region }) < 5 else {
      throw .limitReached("Elastic IP", most: 5)
    }
    let address = world.drawAddress(
      0xE1A5,
      world.created,
      from: AddressPool.instances(in: region)
    )
    let id = "eipalloc-0" + String(world.seed.draw(.identifier, world.created, 7).hex)
    happen(.addressAllocated(ElasticAddress(allocationID: id, address: address, region: region)))
  }

  mutating func associate(_ address: IPv4Address, _ id: InstanceID) throws(Rejection) {
    guard let elastic = world.elasticAddresses.first(where: { $0.address == address }) else {
      throw .unknown(.address, address.description)
    }
    let instance = try running(id, [.pending, .running, .stopping, .stopped])
    guard elastic.region == instance.region else {
      throw .otherRegion(
        address.description,
        of: elastic.region,
        instance.name,
        in: instance.region
      )
    }
    guard elastic.instance != id else {
      throw .alreadySo(.address, address.description, state: "associated with \(instance.name)")
    }
    var cause: Int?
    if let other = elastic.instance { cause = release(address, from: other) }
    if let old = instance.publicAddress {
      cause = happen(
        instance.hasElasticAddress ? .addressDisassociated(old, id) : .addressLost(id, old),
        because: cause
      )
    }
    happen(.addressAssociated(address, id), because: cause)
  }

  mutating func disassociate(_ address: IPv4Address) throws(Rejection) {
    let elastic = world.elasticAddresses.first { $0.address == address }
    guard let elastic else { throw .unknown(.address, address.description) }
    guard let id = elastic.instance else {
      throw .alreadySo(.address, address.description, state: "not associated")
    }
    release(address, from: id)
  }

  /// Takes an Elastic IP away from an instance; one that runs gets a public address again, in EC2
  /// within a few minutes (EC2UG: using-instance-addressing), here at once.
  @discardableResult
  private mutating func release(_ address: IPv4Address, from id: InstanceID) -> Int {
    let cause = happen(.addressDisassociated(address, id))
    guard let instance = world.instance(id) else { return cause }
    switch instance.state {
    case .pending, .running: assignAddress(to: instance, because: cause)
    case .stopping, .stopped, .shuttingDown, .terminated: break
    }
    return cause
  }

  /// Gives an instance the next of the addresses that EC2 would draw for it.
  private mutating func assignAddress(to instance: Instance, because cause: Int?) {
    let key = UInt64(world.instances.firstIndex { $0.id == instance.id } ?? 0)
    let address = world.drawAddress(
      key,
      instance.addressesDrawn,
      from: AddressPool.instances(in: instance.region)
    )
    happen(.addressAssigned(instance.id, address), because: cause)
  }

  mutating func release(_ address: IPv4Address) throws(Rejection) {
    let elastic = world.elasticAddresses.first { $0.address == address }
    guard let elastic else { throw .unknown(.address, address.description) }
    if let id = elastic.instance {
      throw .addressInUse(address.description, by: world.instance(id)?.name ?? id.text)
    }
    happen(.addressReleased(address))
  }
}
