import CafeWorld
import Commands
import DNS
import Route53

extension Setting {
  /// The setting with a CIDR collection, a delegation set, and record sets of every policy at names
  /// of their own.
  static let routing: Setting = {
    var world = Setting().world
    world.must(
      .createCidrCollection(
        name: "offices",
        callerReference: nil,
        changes: [
          CidrCollectionChange(.put, location: "berlin", blocks: ["91.64.0.0/16"]),
          CidrCollectionChange(.put, location: "tokyo", blocks: ["126.0.0.0/8", "2001:db8::/32"]),
        ]
      )
    )
    world.must(.createDelegationSet(callerReference: nil, of: nil))
    let sets = samples(world)
    let changes = sets.map { Change(.create, $0) }
    world.must(.changeRecords(world.hostedZones[0].id, ChangeBatch(changes: changes)))
    return Setting(world)
  }()

  /// A record set of each policy, and an alias.
  private static func samples(_ world: World) -> [RecordSetRequest] {
    let address = world.instances[0].publicAddress?.description ?? ""
    func set(_ name: String, _ identifier: String, _ routing: Routing) -> RecordSetRequest {
      RecordSetRequest(
        name: "\(name).cafe.example.",
        type: "A",
        setIdentifier: identifier,
        routing: routing,
        ttl: 60,
        values: [address]
      )
    }
    let collection = world.cidrCollections[0].id
    let alias = AliasTargetRequest(
      hostedZoneID: world.hostedZones[0].id.text,
      dnsName: "plain.cafe.example.",
      evaluateTargetHealth: true
    )
    return [
      set("weighted", "one", .weighted(10)), set("latency", "here", .latency(region: "us-west-2")),
      set("geo", "europe", .geolocation(.continent("EU"))),
      set("near", "west", .geoproximity(GeoProximityLocation(.region("us-west-2"), bias: 10))),
      set("many", "one", .multivalue),
      set("net", "berlin", .ipBased(CidrLocation(collection: collection, location: "berlin"))),
      RecordSetRequest(name: "alias.cafe.example.", type: "A", aliasTarget: alias),
    ]
  }

  var collection: CidrCollection { world.cidrCollections[0] }
  var delegationSet: DelegationSet { world.delegationSets[0] }
}
