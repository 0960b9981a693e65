/// The identifier of a hosted zone, given with or without its prefix `/hostedzone/`.
public struct HostedZoneID: Identifier {
  public let rawValue: String

  public init(_ text: String) {
    rawValue = text.dropping(prefix: "/hostedzone/")
  }

  private static let lengths = 0...32

  /// What the service says of an id that is longer than any (`M:ResourceId`); nil: it is not.
  public func tooLong(at path: String) -> ServiceError? {
    ServiceError.badLength(rawValue, Self.lengths, at: path)
  }
}
