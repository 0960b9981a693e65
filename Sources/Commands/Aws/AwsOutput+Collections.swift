import CafeWorld
import DNS
import Route53

extension AwsOutput {
  var collections: JSONValue? {
    switch call.operation {
    case .createCidrCollection:
      created.map { collection in
        .record([
          "Collection": collection.json,
          "Location": .string(
            "https://route53.amazonaws.com/2013-04-01/cidrcollection/\(collection.id)"
          ),
        ])
      }
    case .changeCidrCollection:
      after.cidrCollection(CidrCollectionID(call.required("Id"))).map { collection in
        .record(["Id": .string("/change/\(collection.changeID)")])
      }
    case .listCidrCollections:
      AwsPage.cut("CidrCollections", after.cidrCollections.map(\.json), call)
    case .listCidrLocations:
      asked.map { collection in
        AwsPage.cut(
          "CidrLocations",
          collection.locations.map { .record(["LocationName": .string($0.name)]) },
          call
        )
      }
    case .listCidrBlocks: asked.map { AwsPage.cut("CidrBlocks", blocks(of: $0), call) }
    default: nil
    }
  }

  /// The new collection; asked for a second time, the one that is already there.
  private var created: CidrCollection? {
    let (name, reference) = (call.required("Name"), call.required("CallerReference"))
    return after.cidrCollections.first { $0.name == name && $0.callerReference == reference }
  }

  private var asked: CidrCollection? {
    after.cidrCollections.first { $0.id.text == call.text("CollectionId") }
  }

  /// Of one location, or of all (`M:CidrBlockSummary`).
  private func blocks(of collection: CidrCollection) -> [JSONValue] {
    let wanted = call.text("LocationName")
    return collection.locations.filter { wanted == nil || $0.name == wanted }.flatMap { location in
      location.blocks.map { block in
        .record([
          "CidrBlock": .string(block.description), "LocationName": .string(location.name),
        ])
      }
    }
  }
}

extension CidrCollection {
  /// `M:CidrCollection`.
  fileprivate var json: JSONValue {
    .record([
      "Arn": .string(arn), "Id": .string(id.text), "Name": .string(name),
      "Version": .whole(version),
    ])
  }
}
