/// The identifier of a reusable delegation set, given with or without its prefix `/delegationset/`.
public struct DelegationSetID: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.init(rawValue)
  }

  public init(_ text: String) {
    rawValue = String(text.trimmingPrefix("/delegationset/"))
  }

  public var text: String {
    rawValue
  }
}

extension DelegationSetID: Comparable, CustomStringConvertible {
  public static func < (left: DelegationSetID, right: DelegationSetID) -> Bool {
    left.rawValue < right.rawValue
  }

  public var description: String {
    rawValue
  }
}
