import Route53

extension Rehearsal {
  /// A new CIDR collection, and at once what is put into it.
  mutating func createCidrCollection(
    _ name: String,
    _ reference: String?,
    _ changes: [CidrCollectionChange]
  ) throws(Rejection) {
    let id = CidrCollectionID(world.uuid(7))
    let empty = CidrCollection(id: id, name: name, callerReference: reference ?? id.text)
    var filled: CidrCollection?
    do throws(ServiceError) {
      try CidrCollection.checkNew(name: name, callerReference: reference)
      if !changes.isEmpty { filled = try empty.changed(by: changes) }
    } catch { throw .service(error) }
    if let known = world.cidrCollections.first(where: { $0.name == name }) {
      // M:CidrCollectionAlreadyExistsException: the same request again is no second collection.
      if known.callerReference == reference { return }
      throw .service(.cidrCollectionAlreadyExists(name))
    }
    guard world.cidrCollections.count < CidrCollection.countMax else {
      throw .service(.tooManyCidrCollections)
    }
    happen(.cidrCollectionCreated(empty))
    if let filled { happen(.cidrCollectionChanged(filled)) }
  }

  mutating func changeCidrCollection(
    _ id: CidrCollectionID,
    _ version: Int?,
    _ changes: [CidrCollectionChange]
  ) throws(Rejection) {
    guard let collection = world.cidrCollection(id) else {
      throw .service(.noSuchCidrCollection(id))
    }
    let after: CidrCollection
    do { after = try collection.changed(by: changes, version: version) } catch {
      throw .service(error)
    }
    happen(.cidrCollectionChanged(after))
  }

  /// A collection must be empty before (M: DeleteCidrCollection), and nothing may choose by it.
  mutating func deleteCidrCollection(_ id: CidrCollectionID) throws(Rejection) {
    guard let collection = world.cidrCollection(id) else {
      throw .service(.noSuchCidrCollection(id))
    }
    guard collection.locations.isEmpty, !world.hostedZones.contains(where: { $0.uses(id) }) else {
      throw .service(.cidrCollectionInUse(collection.name))
    }
    happen(.cidrCollectionDeleted(id))
  }
}
