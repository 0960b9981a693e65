import CafeWorld
import Route53

extension ParseContext {
  /// A CIDR collection by name or id.
  func cidrCollection(_ text: String) throws(CommandError) -> CidrCollection {
    if let collection = world.cidrCollection(text) { return collection }
    let names = world.cidrCollections.map(\.name)
    throw .unknownName(.cidrCollection, text, near: nearMisses(of: text, in: names))
  }

  /// `COLLECTION/LOCATION`, the location `*` for every other address.
  ///
  /// A location that is near none goes through, for the service to refuse.
  func cidrRouting(_ text: String) throws(CommandError) -> CidrRoutingRequest {
    guard let slash = text.lastIndex(of: "/") else {
      throw .badValue(
        option: "--cidr",
        value: text,
        allowed: "COLLECTION/LOCATION, or COLLECTION/* for every other address",
        near: world.cidrCollections.filter { $0.name == text }.flatMap(\.places)
      )
    }
    let collection = try cidrCollection(String(text[..<slash]))
    let location = String(text[text.index(after: slash)...])
    guard location != RoutingOptions.anywhere else {
      return CidrRoutingRequest(
        collectionID: collection.id.text,
        locationName: CidrLocation.anywhere
      )
    }
    let near = nearMisses(of: location, in: collection.locations.map(\.name))
    guard near.isEmpty || collection.hasLocation(location) else {
      throw .unknownThing(
        what: "location in \(collection.name)",
        location,
        near: near,
        look: "show \(collection.name)"
      )
    }
    return CidrRoutingRequest(collectionID: collection.id.text, locationName: location)
  }

  /// A reusable delegation set by id.
  func delegationSet(_ text: String) throws(CommandError) -> DelegationSet {
    if let set = world.delegationSet(DelegationSetID(text)) { return set }
    let ids = world.delegationSets.map(\.id.text)
    throw .unknownName(.delegationSet, text, near: nearMisses(of: text, in: ids))
  }
}

extension CidrCollection {
  /// What records can be for: `offices/berlin`, and `offices/*`.
  var places: [String] {
    (locations.map(\.name) + [CidrLocation.anywhere]).map { "\(name)/\($0)" }
  }
}
