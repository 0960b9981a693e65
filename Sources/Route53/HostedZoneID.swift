/// The identifier of a hosted zone, given with or without its prefix `/hostedzone/`.
public struct HostedZoneID: RawRepresentable, Hashable, Sendable, Codable {
  public let rawValue: String

  public init(rawValue: String) {
    self.init(rawValue)
  }

  public init(_ text: String) {
    rawValue = String(text.trimmingPrefix("/hostedzone/"))
  }

  public var text: String {
    rawValue
  }
}

extension HostedZoneID: Comparable, CustomStringConvertible {
  public static func < (left: HostedZoneID, right: HostedZoneID) -> Bool {
    left.rawValue < right.rawValue
  }

  public var description: String {
    rawValue
  }
}
