import CafeWorld
import Commands
import DNS
import Route53
import Terminal

/// What hosted zones and their records share: delegation sets and CIDR collections.
extension Views {
  static func delegationSets(of world: World, on display: Display) -> Styled {
    table(
      ["Delegation set", "Name servers", "Hosted zones"],
      world.delegationSets.map { set in
        [
          Styled(set.id.text, .strong), set.nameServers.map { Styled($0.shown) }.joined(),
          zones(having: set.id, of: world).map { Styled($0) }.joined(),
        ]
      },
      otherwise: "No reusable delegation sets. `create delegation-set` makes one.",
      on: display
    )
  }

  static func delegationSet(
    _ id: DelegationSetID,
    of world: World,
    on display: Display
  ) -> Styled {
    guard let set = world.delegationSet(id) else {
      return none("There is no delegation set \(id.text).")
    }
    let zones = zones(having: id, of: world)
    var sheet = Sheet(on: display)
    sheet.say(Styled(id.text, .heading) + ", a reusable delegation set")
    sheet.say(
      "name servers: \(set.nameServers.map(\.shown).joined(separator: ", "))",
      indent: 2
    )
    sheet.say(
      zones.isEmpty
        ? none("No zone has it: `create hosted-zone NAME --delegation-set \(id.text)`.")
        : "hosted zones: \(listed(zones))",
      indent: 2
    )
    return sheet.text
  }

  private static func zones(having id: DelegationSetID, of world: World) -> [String] {
    world.hostedZones.filter { $0.delegationSet == id }.map(\.name.shown)
  }

  static func cidrCollections(of world: World, on display: Display) -> Styled {
    table(
      ["CIDR collection", "Location", "Blocks", "Records for it"],
      world.cidrCollections.flatMap { collection -> [[Styled]] in
        let name = Styled(collection.name, .strong)
        let empty: [[Styled]] = [[name, Styled("none yet", .quiet)]]
        return collection.locations.isEmpty
          ? empty : collection.locations.map { [name] + row(of: $0, in: collection, world) }
      },
      otherwise: "No CIDR collections. Make one: `create cidr-collection offices "
        + "berlin=91.64.0.0/16`.",
      on: display
    )
  }

  static func cidrCollection(
    _ id: CidrCollectionID,
    of world: World,
    on display: Display
  ) -> Styled {
    guard let collection = world.cidrCollection(id) else {
      return none("There is no CIDR collection \(id.text).")
    }
    var sheet = Sheet(on: display)
    sheet.say(
      Styled(collection.name, .heading)
        + " (\(id.text)), a CIDR collection, version \(collection.version)"
    )
    sheet.gap()
    sheet.draw(
      table(
        ["Location", "Blocks", "Records for it"],
        collection.locations.map { row(of: $0, in: collection, world) },
        otherwise: "It is empty: `update cidr-collection \(collection.name) "
          + "berlin=91.64.0.0/16` puts a block in.",
        on: display
      )
    )
    return sheet.text
  }

  private static func row(
    of location: CidrCollection.Location,
    in collection: CidrCollection,
    _ world: World
  ) -> [Styled] {
    let routing = Routing.ipBased(
      CidrLocation(collection: collection.id, location: location.name)
    )
    let users = world.hostedZones.flatMap(\.records.all).filter { $0.routing == routing }
    return [
      Styled(location.name), location.blocks.map { Styled($0.description) }.joined(),
      users.isEmpty ? Styled("none", .quiet) : users.map { Styled($0.title) }.joined(),
    ]
  }
}
