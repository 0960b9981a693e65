/// The identifier of a hosted zone, given with or without its prefix `/hostedzone/`.
public struct HostedZoneID: Identifier {
  public let rawValue: String

  public init(_ text: String) {
    rawValue = text.dropping(prefix: "/hostedzone/")
  }
}
