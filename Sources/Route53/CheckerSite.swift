public import DNS

/// A place from which Route 53 probes endpoints.
public struct CheckerSite: Hashable, Sendable, Codable {
  /// 0 to 15, in the order of `HealthRules.sites`.
  public let index: Int
  public let region: String
  public let address: IPv4Address
}

extension HealthRules {
  /// Two checkers in each of the eight regions (`M:HealthCheckRegion`,
  /// `DG:monitoring-health-check-latency`); the addresses are ours, see `Decisions`.
  public static let sites: [CheckerSite] = regions.enumerated().flatMap { place, region in
    (0..<2).map { (half: Int) -> CheckerSite in
      CheckerSite(
        index: place * 2 + half,
        region: region,
        address: Decisions.checkerAddress(place: place, half: half)
      )
    }
  }

  /// The site that asks where an endpoint is that is given by name (see `Decisions`).
  public static let resolvingSite: CheckerSite = sites[Decisions.resolvingSite]

  /// The regions of the checkers, in the order of the service's own list.
  public static let regions: [String] = [
    "us-east-1", "us-west-1", "us-west-2", "eu-west-1",
    "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "sa-east-1",
  ]
}
