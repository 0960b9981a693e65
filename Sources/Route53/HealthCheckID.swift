/// The identifier of a health check.
public struct HealthCheckID: Identifier {
  public let rawValue: String

  public init(_ text: String) {
    rawValue = text
  }
}
