/// The identifier of a CIDR collection.
public struct CidrCollectionID: Identifier {
  public let rawValue: String

  public init(_ text: String) {
    rawValue = text
  }
}
