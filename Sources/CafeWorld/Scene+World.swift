import DNS
import Route53

extension Scene {
  /// The world as it is when it begins.
  public func world(seed value: UInt64) -> World {
    let seed = Seed(value)
    let beginning = begins ?? .opening
    var world = World(
      seed: seed,
      now: beginning,
      region: region,
      instances: [],
      hostedZones: [],
      administrators: administrators,
      resolvers: resolvers.map { Resolver($0) },
      customers: Customers(groups: customers, name: website, seed: seed, at: beginning)
    )
    for (index, server) in instances.enumerated() {
      world.instances.append(world.instance(server, index: index))
    }
    for zone in hostedZones {
      world.hostedZones.append(world.hostedZone(zone))
      world.created += 1
    }
    for resource in resources {
      guard let new = world.newResource(resource.kind, resource.name, in: resource.region) else {
        preconditionFailure("a scene's resources have names that can be")
      }
      world.resources.append(new)
    }
    world.tellCustomers()
    world.showCustomers(world.addresses)
    return world
  }

  /// The same with one group of customers in place of the scene's own.
  public func world(seed: UInt64, profile: CustomerProfile) -> World {
    var scene = self
    let subnet = customers.first?.subnet
    scene.customers = [CustomerGroup(name: "customers", profile: profile, subnet: subnet)]
    return scene.world(seed: seed)
  }
}

extension Resolver {
  fileprivate init(_ asking: Scene.Asking) {
    self.init(
      name: asking.name,
      isBusy: asking.isBusy,
      address: asking.address,
      clientSubnet: asking.clients
    )
  }
}

extension World {
  /// An instance that runs since a moment; the key decides its public address.
  func running(
    _ server: Scene.Server,
    id: InstanceID,
    privateAddress: IPv4Address,
    since moment: Instant,
    key: UInt64
  ) -> Instance {
    var instance = Instance(
      id: id,
      name: server.name,
      region: server.region,
      zone: server.zone,
      subnet: server.subnet,
      privateAddress: privateAddress,
      menu: server.menu,
      state: .running,
      stateSince: moment
    )
    instance.publicAddress = drawAddress(key, 0, from: AddressPool.instances(in: server.region))
    instance.addressesDrawn = 1
    instance.outside = server.outside
    return instance
  }

  fileprivate func instance(_ server: Scene.Server, index: Int) -> Instance {
    let key = UInt64(index)
    return running(
      server,
      id: InstanceID("i-0" + String(seed.draw(.identifier, 0xCAFE, key).hex)),
      privateAddress: IPv4Address(
        bits: 0x0A00_0000 | UInt32(index) << 8
          | UInt32(seed.uniform(below: 200, .address, 0xCAFE, key) + 10)
      ),
      since: now - .day,
      key: key
    )
  }

  fileprivate func hostedZone(_ zone: Scene.Zone) -> HostedZone {
    HostedZone(
      id: HostedZoneID(identifier("Z0", length: 19, 0)),
      name: zone.name,
      comment: zone.comment,
      nameServers: HostedZone.nameServers(seed: seed.draw(.nameServers, created))
    )
  }
}
