/// The addresses that an IP-based record set is for (`M:CidrRoutingConfig`).
public struct CidrLocation: Hashable, Sendable, Codable {
  public let collection: CidrCollectionID
  /// The name of a location of the collection, or `*` for every other address.
  public let location: String

  public static let anywhere = "*"

  public init(collection: CidrCollectionID, location: String) {
    self.collection = collection
    self.location = location
  }
}
