/// The identifier of a health check.
public struct HealthCheckID: RawRepresentable, Hashable, Sendable, Codable {
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

extension HealthCheckID: Comparable, CustomStringConvertible {
  public static func < (left: HealthCheckID, right: HealthCheckID) -> Bool {
    left.rawValue < right.rawValue
  }

  public var description: String {
    rawValue
  }
}
