public import DNS

/// Named blocks of addresses for IP-based routing (`M:CidrCollection`,
/// `DG:routing-policy-ipbased`).
public struct CidrCollection: Hashable, Sendable, Codable {
  public let id: CidrCollectionID
  public let name: String
  public let callerReference: String
  /// From 1; each change of its blocks adds 1.
  public internal(set) var version: Int
  /// By name; each has at least one block, and no block stands in two.
  public internal(set) var locations: [Location]

  public struct Location: Hashable, Sendable, Codable {
    public let name: String
    /// In the order in which they were added.
    public internal(set) var blocks: [AddressBlock]
  }

  /// How many blocks a collection can hold, and how many collections an account
  /// (`DG:DNSLimitations`).
  public static let blocksMax = 1_000
  public static let countMax = 5

  /// A new collection without any block.
  public init(id: CidrCollectionID, name: String, callerReference: String = "") {
    self.id = id
    self.name = name
    self.callerReference = callerReference
    version = 1
    locations = []
  }

  /// The id of the change that gave it this version (`M:ChangeCidrCollectionResponse.Id`).
  public var changeID: ChangeID {
    var hash = StableHash()
    hash.combine(id.text)
    hash.combine("\(version)")
    let digits = String(hash.value, radix: 16, uppercase: true)
    return ChangeID("C0" + String(repeating: "0", count: 16 - digits.count) + digits)
  }

  /// As IAM policies name it.
  public var arn: String { "arn:aws:route53:::cidrcollection/\(id)" }

  public func hasLocation(_ name: String) -> Bool {
    locations.contains { $0.name == name }
  }

  /// Whether the name and the caller reference of a new collection are allowed
  /// (`M:CreateCidrCollectionRequest`).
  public static func checkNew(name: String, callerReference: String?) throws(ServiceError) {
    try CidrShape.checkName(name, CidrShape.nameLengths, type: "CollectionName")
    let fault = callerReference.flatMap {
      ConstraintText.length($0, 1...64, at: "callerReference")
    }
    if let fault { throw .invalidInput([ConstraintText.violations([fault])]) }
  }

  /// The location of the most specific block that holds the whole of `subnet`; nil: none does.
  ///
  /// A block that is longer than the subnet of the query does not match
  /// (`DG:routing-policy-ipbased`).
  public func location(of subnet: AddressBlock) -> String? {
    var best: (length: Int, name: String)?
    for location in locations {
      for block in location.blocks where block.contains(subnet) {
        if best.map({ $0.length < block.length }) ?? true { best = (block.length, location.name) }
      }
    }
    return best?.name
  }
}
