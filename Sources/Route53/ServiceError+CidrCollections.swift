import DNS

// Refusals that are about CIDR collections; the texts are ours, the codes the model's.
extension ServiceError {
  /// `M:NoSuchCidrCollectionException`.
  public static func noSuchCidrCollection(_ id: CidrCollectionID) -> ServiceError {
    ServiceError(
      code: "NoSuchCidrCollectionException",
      status: 404,
      messages: [Decisions.noSuchCidrCollection(id)]
    )
  }

  /// The name of a collection is unique in the account (`CP:cidrcollection-duplicate-name`).
  public static func cidrCollectionAlreadyExists(_ name: String) -> ServiceError {
    ServiceError(
      code: "CidrCollectionAlreadyExistsException",
      status: 400,
      messages: [Decisions.cidrCollectionAlreadyExists(name)]
    )
  }

  /// A collection with blocks, or one that record sets use, cannot be deleted
  /// (`M:CidrCollectionInUseException`).
  public static func cidrCollectionInUse(_ name: String) -> ServiceError {
    ServiceError(
      code: "CidrCollectionInUseException",
      status: 400,
      messages: [Decisions.cidrCollectionInUse(name)]
    )
  }

  /// `M:CidrCollectionVersionMismatchException`.
  public static func cidrCollectionVersionMismatch(known: Int, given: Int) -> ServiceError {
    ServiceError(
      code: "CidrCollectionVersionMismatchException",
      status: 409,
      messages: [Decisions.cidrCollectionVersionMismatch(known: known, given: given)]
    )
  }

  /// One block stands in one location only (`CP:cidrcollection-duplicate-cidr-block`).
  static func cidrBlockInUse(_ block: AddressBlock) -> ServiceError {
    ServiceError(
      code: "CidrBlockInUseException",
      status: 400,
      messages: [Decisions.cidrBlockInUse(block)]
    )
  }

  /// The quota of a collection (`CP:cidrcollection-blocks-max-1000`).
  static let tooManyCidrBlocks = ServiceError(
    code: "LimitsExceeded",
    status: 400,
    messages: [Decisions.limitReached("blocks of a CIDR collection", CidrCollection.blocksMax)]
  )

  /// The quota of the account.
  public static let tooManyCidrCollections = ServiceError(
    code: "LimitsExceeded",
    status: 400,
    messages: [Decisions.limitReached("CIDR collections", CidrCollection.countMax)]
  )
}
