import CafeWorld
import Route53

extension AwsRequest {
  func cidrCollections() throws(CommandError) -> Request {
    switch call.operation {
    case .createCidrCollection:
      return change([
        .createCidrCollection(
          name: call.required("Name"),
          callerReference: call.required("CallerReference"),
          changes: []
        )
      ])
    case .changeCidrCollection:
      return change([
        .changeCidrCollection(
          CidrCollectionID(call.required("Id")),
          version: call.whole("CollectionVersion"),
          changes: try cidrChanges()
        )
      ])
    case .deleteCidrCollection:
      return change([.deleteCidrCollection(CidrCollectionID(call.required("Id")))])
    default: break
    }
    let collection = try knownCollection(CidrCollectionID(call.required("CollectionId")))
    if let name = call.text("LocationName"), !collection.hasLocation(name) {
      throw service(
        "NoSuchCidrLocationException",
        "The CIDR collection \(collection.id) has no location \(name.shown()).",
        near: nearMisses(of: name, in: collection.locations.map(\.name))
      )
    }
    return asked
  }

  private func cidrChanges() throws(CommandError) -> [CidrCollectionChange] {
    var changes: [CidrCollectionChange] = []
    for (index, change) in (call.arguments["Changes"]?.elements ?? []).enumerated() {
      let action = try choiceOf(
        CidrChangeAction.allCases.map(\.rawValue),
        change["Action"]?.text ?? "",
        option: "Changes[\(index)].Action"
      )
      changes.append(
        CidrCollectionChange(
          CidrChangeAction(rawValue: action) ?? .put,
          location: change["LocationName"]?.text ?? "",
          blocks: change["CidrList"]?.elements.compactMap(\.text) ?? []
        )
      )
    }
    return changes
  }

  private func knownCollection(_ id: CidrCollectionID) throws(CommandError) -> CidrCollection {
    if let collection = world.cidrCollections.first(where: { $0.id == id }) { return collection }
    throw refused(
      .noSuchCidrCollection(id),
      near: id.text,
      in: world.cidrCollections.map(\.id.text)
    )
  }
}
