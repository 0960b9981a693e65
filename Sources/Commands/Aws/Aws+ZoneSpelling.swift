import CafeWorld
import Route53

extension Aws {
  /// The lines for hosted zones, and for what they share.
  static func zones(_ command: Command, _ world: World) -> [String] {
    switch command {
    case .createHostedZone(let name, let reference, let comment, let set, let vpc):
      [created(name, reference, comment, set, vpc, world)]
    case .deleteHostedZone(let id): [line(.deleteHostedZone, ["id": id.text])]
    case .commentHostedZone(let id, let comment):
      [line(.updateHostedZoneComment, ["id": id.text, "comment": comment])]
    case .associateVPC(let id, let vpc):
      [line(.associateVPC, ["hosted-zone-id": id.text, "vpc": shorthand(vpc)])]
    case .disassociateVPC(let id, let vpc):
      [line(.disassociateVPC, ["hosted-zone-id": id.text, "vpc": shorthand(vpc)])]
    case .createDelegationSet(let reference, let zone):
      [
        line(
          .createDelegationSet,
          [
            "caller-reference": reference ?? Self.reference("set", world),
            "hosted-zone-id": zone?.text,
          ]
        )
      ]
    case .deleteDelegationSet(let id): [line(.deleteDelegationSet, ["id": id.text])]
    case .createCidrCollection(let name, let reference, let changes):
      created(name, reference, changes, command, world)
    case .changeCidrCollection(let id, let version, let changes): [changed(id, version, changes)]
    case .deleteCidrCollection(let id): [line(.deleteCidrCollection, ["id": id.text])]
    default: []
    }
  }

  private static func created(
    _ name: String,
    _ reference: String?,
    _ comment: String?,
    _ set: DelegationSetID?,
    _ vpc: VPC?,
    _ world: World
  ) -> String {
    let config = shorthand([
      "Comment": comment.map(JSONValue.string),
      "PrivateZone": vpc == nil ? nil : .string("true"),
    ])
    return line(
      .createHostedZone,
      [
        "name": name, "vpc": vpc.map(shorthand),
        "caller-reference": reference ?? Self.reference(name, world),
        "hosted-zone-config": comment == nil && vpc == nil ? nil : config,
        "delegation-set-id": set?.text,
      ]
    )
  }

  private static func shorthand(_ vpc: VPC) -> String {
    shorthand(["VPCRegion": .string(vpc.region), "VPCId": .string(vpc.id)])
  }

  /// CreateCidrCollection takes no blocks; they are put into the id that the call answers.
  private static func created(
    _ name: String,
    _ reference: String?,
    _ changes: [CidrCollectionChange],
    _ command: Command,
    _ world: World
  ) -> [String] {
    let create = line(
      .createCidrCollection,
      ["name": name, "caller-reference": reference ?? Self.reference(name, world)]
    )
    guard !changes.isEmpty, let id = world.cidrCollection(madeBy: command) else { return [create] }
    return [create, changed(id, nil, changes)]
  }

  private static func changed(
    _ id: CidrCollectionID,
    _ version: Int?,
    _ changes: [CidrCollectionChange]
  ) -> String {
    line(.changeCidrCollection, ["id": id.text, "collection-version": version.map(String.init)])
      + list("changes", changes.map(\.shorthand))
  }
}

extension CidrCollectionChange {
  /// JSON where a word is more than shorthand can say.
  fileprivate var shorthand: String {
    let isPlain = ([location] + blocks).allSatisfy(\.isPlainShorthand)
    guard isPlain else {
      return JSONValue.record([
        "LocationName": .string(location), "Action": .string(action.rawValue),
        "CidrList": .texts(blocks),
      ]).compact
    }
    return "LocationName=\(location),Action=\(action.rawValue),CidrList="
      + blocks.joined(separator: ",")
  }
}

extension World {
  /// The id of the collection that a command would create, if the world does not refuse it.
  fileprivate func cidrCollection(madeBy command: Command) -> CidrCollectionID? {
    guard let events = try? decide(command) else { return nil }
    for event in events {
      if case .cidrCollectionCreated(let collection) = event.fact { return collection.id }
    }
    return nil
  }
}
