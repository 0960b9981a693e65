/// The identifier of a change, given with or without its prefix `/change/`.
public struct ChangeID: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.init(rawValue)
  }

  public init(_ text: String) {
    rawValue = String(text.trimmingPrefix("/change/"))
  }

  public var text: String {
    rawValue
  }
}

extension ChangeID: Comparable, CustomStringConvertible {
  public static func < (left: ChangeID, right: ChangeID) -> Bool {
    left.rawValue < right.rawValue
  }

  public var description: String {
    rawValue
  }
}
