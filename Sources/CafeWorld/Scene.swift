import DNS
import Route53

/// A starting world; a lesson names one.
public enum Scene: String, CaseIterable, Sendable {
  /// Two web servers in two Availability Zones, and the zone cafe.example without a `www`.
  case cafe

  public static let cafeZone = "cafe.example"

  /// The world as it is at the opening hour.
  public func world(seed: UInt64, profile: CustomerProfile = .cafe) -> World {
    switch self {
    case .cafe: Self.cafe(Seed(seed), profile)
    }
  }

  private static func cafe(_ seed: Seed, _ profile: CustomerProfile) -> World {
    guard let name = try? DomainName(cafeZone), let www = try? DomainName("www." + cafeZone) else {
      preconditionFailure("the café's own names are valid")
    }
    var world = World(
      seed: seed,
      now: .opening,
      region: "us-west-2",
      instances: [],
      hostedZones: [],
      administrators: [
        Administrator(name: "Sofía", address: "sofia@cafe.example"),
        Administrator(name: "Mateo", address: "mateo@cafe.example"),
      ],
      resolvers: [
        Resolver(name: Resolver.home, isBusy: false), Resolver(name: "isp", isBusy: true),
        Resolver(name: "mobile", isBusy: true), Resolver(name: "office", isBusy: true),
      ],
      customers: Customers(profile: profile, name: www, seed: seed, at: .opening)
    )
    for index in 0..<2 { world.instances.append(world.cafeInstance(index)) }
    let servers = HostedZone.nameServers(seed: seed.draw(.nameServers))
    let id = HostedZoneID(world.identifier("Z0", length: 19, 0))
    world.hostedZones = [
      HostedZone(id: id, name: name, comment: "The café's public zone", nameServers: servers)
    ]
    world.created = 1
    return world
  }
}

extension World {
  /// CafeInstance1 in us-west-2a or CafeInstance2 in us-west-2b (LAB).
  fileprivate func cafeInstance(_ index: Int) -> Instance {
    let key = UInt64(index)
    var instance = Instance(
      id: InstanceID("i-0" + String(seed.draw(.identifier, 0xCAFE, key).hex)),
      name: "CafeInstance\(index + 1)",
      region: region,
      zone: region + ["a", "b"][index],
      subnet: "Cafe Public Subnet \(index + 1)",
      privateAddress: IPv4Address(
        bits: 0x0A00_0000 | UInt32(index) << 8
          | UInt32(seed.uniform(below: 200, .address, 0xCAFE, key) + 10)
      ),
      state: .running,
      stateSince: now - .day
    )
    instance.publicAddress = drawAddress(key, 0)
    instance.addressesDrawn = 1
    return instance
  }
}
