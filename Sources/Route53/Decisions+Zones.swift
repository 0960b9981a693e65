import DNS

/// What is undecided about hosted zones, delegation sets, CIDR collections and tags.
extension Decisions {
  // Behaviour.

  /// How many tags a resource can bear in all; the model says ten for one call only.
  static let tagsMax = 50

  /// How many VPCs a private zone can have, as GetHostedZoneLimit is quoted in public.
  static let vpcsMax = 300

  // Texts of refusals, by what the model says of each error.

  static let hostedZoneAlreadyExists: String =
    "A hosted zone has already been created with the specified caller reference."

  static func tooManyHostedZones(limit: Int) -> String {
    "This account already has the most hosted zones that it can have, \(limit)."
  }

  static let publicZoneVPCAssociation: String =
    "A VPC cannot be associated with a public hosted zone."

  static let lastVPCAssociation: String =
    "The last VPC of a private hosted zone cannot be disassociated from it."

  static func vpcAssociationNotFound(_ vpc: VPC) -> String {
    "The VPC \(vpc.id) is not associated with the hosted zone."
  }

  static let delegationSetOfPrivateZone: String =
    "Invalid parameter : A private hosted zone cannot use a reusable delegation set."

  static func noSuchDelegationSet(_ id: DelegationSetID) -> String {
    "A reusable delegation set with id \(id) does not exist."
  }

  static let delegationSetAlreadyCreated: String =
    "A delegation set has already been created with the specified caller reference."

  static let delegationSetAlreadyReusable: String =
    "The delegation set of the hosted zone is reusable already."

  static let delegationSetInUse: String =
    "The delegation set has hosted zones, which must be deleted first."

  static func limitReached(_ things: String, _ most: Int) -> String {
    "This operation can't be completed because the limit of \(most) \(things) is reached."
  }

  static let noTagsGiven: String = "Tags to add or keys to remove must be given."

  static func malformedBlock(_ text: String) -> String {
    "Invalid parameter : \(text) is not a CIDR block."
  }

  static func noSuchCidrCollection(_ id: CidrCollectionID) -> String {
    "A CIDR collection with id \(id) does not exist."
  }

  static func cidrCollectionAlreadyExists(_ name: String) -> String {
    "A CIDR collection named \(name) already exists."
  }

  static func cidrCollectionInUse(_ name: String) -> String {
    "The CIDR collection \(name) has locations or is used by record sets, so it cannot be deleted."
  }

  static func cidrCollectionVersionMismatch(known: Int, given: Int) -> String {
    "The CIDR collection's version is \(known), not \(given)."
  }

  static func cidrBlockInUse(_ block: AddressBlock) -> String {
    "The CIDR block \(block) is already in another location of the collection."
  }
}

/// What is undecided about lists.
extension Decisions {
  /// The documentation says 300, an answer of January 2026 has 100 (`LS:recordset.snapshot.json`).
  static let recordSetsPerPage = 300

  static let typeWithoutName: String = "The record type cannot be given without the record name."

  static let identifierWithoutType: String =
    "The record identifier cannot be given without the record name and type."

  static let zoneIDWithoutName: String = "The hosted zone id cannot be given without the DNS name."

  static func pageOfNothing(_ wanted: Int) -> String {
    "MaxItems must be at least 1, not \(wanted)."
  }

  static func unknownMarker(_ marker: String, of kind: String = "hosted zone") -> String {
    "The marker \(marker) is not the id of a \(kind)."
  }
}
