import CafeWorld
import DNS
import Route53

extension Habit {
  static let faults: [Habit] = [
    Habit("kill") { draws, world in .kill(draws.instance(world)) },
    Habit("break") { draws, world in
      let time = draws.chance(of: 50) ? nil : draws.below(.hour)
      return .breakInstance(draws.instance(world), draws.one(of: kindsOfFault), lasting: time)
    },
    Habit("heal") { draws, world in .heal(draws.instance(world)) },
    Habit("heal everything") { _, _ in .healEverything },
    Habit("begin a zone outage") { draws, world in .beginZoneOutage(draws.zone(world)) },
    Habit("end a zone outage") { draws, world in .endZoneOutage(draws.zone(world)) },
    Habit("cut off") { draws, world in
      .cutOff(region: draws.one(of: HealthRules.regions), address: draws.address(world))
    },
    Habit("reconnect") { draws, world in
      guard !world.cutOffs.isEmpty, draws.chance(of: 80) else {
        return .reconnect(region: "nowhere", address: draws.address(world))
      }
      let cut = draws.one(of: world.cutOffs)
      return .reconnect(region: cut.region, address: cut.address)
    },
  ]

  private static let kindsOfFault: [FaultKind] = [
    .refuse, .drop, .status(503), .status(301), .status(99), .slow(1_500), .slow(9_000), .slow(-1),
    .body("x"), .page(ResponseBody("Café", offset: 6_000, encoding: .brotli)),
    .slowConnection(5_000), .handshake(.always), .handshake(.withoutHostName),
  ]

  static let instances: [Habit] = [
    Habit("stop") { draws, world in .stopInstance(draws.instance(world)) },
    Habit("start") { draws, world in .startInstance(draws.instance(world)) },
    Habit("reboot") { draws, world in .rebootInstance(draws.instance(world)) },
    Habit("terminate") { draws, world in
      let id = draws.instance(world)
      return draws.chance(of: 15) ? .terminateInstance(id) : .startInstance(id)
    },
  ]

  static let addresses: [Habit] = [
    Habit("allocate") { draws, _ in
      .allocateAddress(region: draws.one(of: [nil, nil, nil, "eu-west-1", "nowhere"]))
    },
    Habit("associate") { draws, world in
      .associateAddress(draws.address(world), draws.instance(world))
    },
    Habit("disassociate") { draws, world in .disassociateAddress(draws.address(world)) },
    Habit("release") { draws, world in .releaseAddress(draws.address(world)) },
  ]
}

extension Draws {
  mutating func instance(_ world: World) -> InstanceID {
    world.instances.isEmpty ? InstanceID("i-none") : one(of: world.instances).id
  }

  /// An Availability Zone, now and then one that is not there.
  mutating func zone(_ world: World) -> String {
    let zones = world.availabilityZones
    return zones.isEmpty || chance(of: 5) ? "us-west-2z" : one(of: zones)
  }

  /// An address of the café's, now and then a stranger's.
  mutating func address(_ world: World) -> IPv4Address {
    let known =
      world.instances.compactMap(\.publicAddress) + world.elasticAddresses.map(\.address)
    return known.isEmpty || chance(of: 5) ? IPv4Address(bits: 0x22D2_0909) : one(of: known)
  }
}
