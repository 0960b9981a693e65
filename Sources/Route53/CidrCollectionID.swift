/// The identifier of a CIDR collection.
public struct CidrCollectionID: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.init(rawValue)
  }

  public init(_ text: String) {
    rawValue = text
  }

  public var text: String {
    rawValue
  }
}

extension CidrCollectionID: Comparable, CustomStringConvertible {
  public static func < (left: CidrCollectionID, right: CidrCollectionID) -> Bool {
    left.rawValue < right.rawValue
  }

  public var description: String {
    rawValue
  }
}
