public import DNS
public import Route53

/// Checkers that cannot reach an address.
public struct CutOff: Hashable, Comparable, Sendable, Codable {
  /// A region of the checkers, or one of its two Availability Zones, such as `eu-west-1b`.
  public let region: String
  public let address: IPv4Address
  /// When it heals by itself; nil: only by `heal`.
  public let until: Instant?
  /// The number of the event that began it.
  var begunBy: Int?

  public init(region: String, address: IPv4Address, until: Instant? = nil) {
    self.region = region
    self.address = address
    self.until = until
  }

  public static func < (left: CutOff, right: CutOff) -> Bool {
    (left.address, left.region) < (right.address, right.region)
  }

  func add(to print: inout Fingerprint) {
    print.add(region + address.description)
    if let until { print.add(until) }
  }
}

extension CheckerSite {
  /// The Availability Zone that it stands in: there are sixteen
  /// (DG: monitoring-health-check-latency), two to a region; their letters are ours.
  public var zone: String { region + (index % 2 == 0 ? "a" : "b") }

  /// Whether it stands in a region or Availability Zone.
  public func isIn(_ place: String) -> Bool { region == place || zone == place }
}
