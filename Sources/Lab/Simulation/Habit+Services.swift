import CafeWorld
import DNS
import Route53

extension Habit {
  static let services: [Habit] = [
    Habit("create a resource") { draws, _ in
      let kind = draws.one(of: AwsResource.Kind.allCases)
      return .createResource(
        kind,
        name: kind == .loadBalancer ? draws.one(of: ["front", "no good"]) : nil,
        region: draws.one(of: ["us-west-2", "eu-west-1", "nowhere"])
      )
    },
    Habit("turn a resource") { draws, world in
      let names = world.resources.map(\.name) + [world.customers.name]
      return .setResourceHealth(draws.one(of: names), isHealthy: draws.chance(of: 50))
    },
    Habit("break Route 53's API") { draws, _ in
      .breakControlPlane(
        draws.one(of: ControlPlaneFault.Kind.allCases),
        lasting: draws.chance(of: 90) ? draws.below(.minute) : nil
      )
    },
    Habit("heal Route 53's API") { _, _ in .healControlPlane },
  ]

  static let zones: [Habit] = [
    Habit("comment a hosted zone") { draws, world in
      .commentHostedZone(draws.hostedZone(world), draws.one(of: [nil, "coffee"]))
    },
    Habit("create a private zone") { draws, _ in
      .createHostedZone(
        name: "cafe.example",
        callerReference: draws.one(of: [nil, "again"]),
        comment: nil,
        vpc: draws.vpc()
      )
    },
    Habit("associate a VPC") { draws, world in
      .associateVPC(draws.hostedZone(world), draws.vpc())
    },
    Habit("disassociate a VPC") { draws, world in
      .disassociateVPC(draws.hostedZone(world), draws.vpc())
    },
    Habit("create a delegation set") { draws, world in
      .createDelegationSet(
        callerReference: nil,
        of: draws.chance(of: 50) ? draws.hostedZone(world) : nil
      )
    },
    Habit("create a zone of a delegation set") { draws, world in
      .createHostedZone(
        name: draws.one(of: ["tea.example", "cafe.example"]),
        callerReference: nil,
        comment: nil,
        delegationSet: draws.delegationSet(world)
      )
    },
    Habit("delete a delegation set") { draws, world in
      .deleteDelegationSet(draws.delegationSet(world))
    },
    Habit("create a CIDR collection") { draws, _ in
      .createCidrCollection(
        name: draws.one(of: ["blocks", "offices", "no name"]),
        callerReference: nil,
        changes: draws.blocks()
      )
    },
    Habit("change a CIDR collection") { draws, world in
      .changeCidrCollection(
        draws.collection(world),
        version: draws.one(of: [nil, nil, 1, 2]),
        changes: draws.blocks()
      )
    },
    Habit("delete a CIDR collection") { draws, world in
      .deleteCidrCollection(draws.collection(world))
    },
    Habit("tag") { draws, world in
      let resource: TaggedResource =
        draws.chance(of: 50)
        ? .hostedZone(draws.hostedZone(world)) : .healthCheck(draws.check(world))
      let key = draws.one(of: ["team", "stage", "Name", ""])
      return .changeTags(
        resource,
        draws.chance(of: 70)
          ? TagChange(add: [Tag(key: key, value: "x")]) : TagChange(remove: [key])
      )
    },
  ]
}

extension Draws {
  fileprivate mutating func vpc() -> VPC {
    VPC(region: "us-west-2", id: one(of: ["vpc-0123456789abcdef0", "vpc-11111111", "vpc-x"]))
  }

  fileprivate mutating func delegationSet(_ world: World) -> DelegationSetID {
    let known = world.delegationSets.map(\.id)
    return known.isEmpty ? DelegationSetID("none") : one(of: known)
  }

  fileprivate mutating func collection(_ world: World) -> CidrCollectionID {
    let known = world.cidrCollections.map(\.id)
    return known.isEmpty ? CidrCollectionID("none") : one(of: known)
  }

  /// Blocks of a location that are put in or taken away, some of them around customers.
  fileprivate mutating func blocks() -> [CidrCollectionChange] {
    (0..<below(3)).map { _ in
      CidrCollectionChange(
        one(of: [.put, .put, .deleteIfExists]),
        location: one(of: ["home", "work", "*"]),
        blocks: [one(of: ["24.20.0.0/16", "86.128.0.0/16", "2001:db8::/32", "10.0.0.0/25", "x"])]
      )
    }
  }
}
