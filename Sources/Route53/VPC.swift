/// An Amazon VPC that may look names up in a private hosted zone (`M:VPC`).
public struct VPC: Hashable, Sendable, Codable {
  public let region: String
  public let id: String

  public init(region: String, id: String) {
    self.region = region
    self.id = id
  }

  /// Whether the id has the form that EC2 gives: `vpc-` and 8 or 17 hexadecimal digits.
  public var isWellFormed: Bool {
    guard id.hasPrefix("vpc-") else { return false }
    let digits = id.utf8.dropFirst(4)
    return [8, 17].contains(digits.count)
      && digits.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }
}
