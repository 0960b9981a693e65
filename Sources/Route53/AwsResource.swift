public import DNS

/// A resource of another AWS service that an alias record set can point to (`M:AliasTarget`).
///
/// Route 53 knows its health without a health check; here it is set by hand.
public struct AwsResource: Hashable, Sendable, Codable {
  public let kind: Kind
  public let region: String
  public let name: DomainName
  public let addresses: [IPv4Address]
  public var isHealthy: Bool

  public init(
    kind: Kind,
    region: String,
    name: DomainName,
    addresses: [IPv4Address],
    isHealthy: Bool = true
  ) {
    self.kind = kind
    self.region = region
    self.name = name
    self.addresses = addresses
    self.isHealthy = isHealthy
  }

  public enum Kind: String, CaseIterable, Hashable, Sendable, Codable {
    case loadBalancer = "load-balancer"
    case website = "s3-website"
    case distribution = "cloudfront"
  }

  /// The hosted zone that the service publishes for aliases, by kind and region; a distribution
  /// has one for the whole world (AWS General Reference, endpoints of each service).
  public static func zone(of kind: Kind, in region: String) -> HostedZoneID? {
    switch kind {
    case .distribution: HostedZoneID("Z2FDTNDATAQYW2")
    case .loadBalancer: loadBalancerZones[region].map { HostedZoneID($0) }
    case .website: websiteZones[region].map { HostedZoneID($0) }
    }
  }

  /// Every hosted zone that a service publishes for aliases.
  public static let zones: [HostedZoneID] = providers.map(\.zone)

  /// A service in a region, as aliases see it.
  public struct Provider: Hashable, Sendable {
    public let kind: Kind
    /// Of a distribution, which is everywhere, the first.
    public let region: String
    public let zone: HostedZoneID

    /// Whether a name is one that the service gives to its resources.
    func has(_ name: DomainName) -> Bool {
      guard let domain = try? DomainName(domain) else { return false }
      return kind == .website ? name == domain : name != domain && name.isWithin(domain)
    }

    private var domain: String {
      switch kind {
      case .loadBalancer: "\(region).elb.amazonaws.com"
      case .website: "s3-website-\(region).amazonaws.com"
      case .distribution: "cloudfront.net"
      }
    }

    /// S3 websites have no IPv6 addresses (`M:ListResourceRecordSetsRequest.StartRecordType`).
    func answers(_ type: RecordType) -> Bool {
      type == .a || (type == .aaaa && kind != .website)
    }
  }

  /// The service that publishes a hosted zone; nil: none does.
  public static func provider(of zone: HostedZoneID) -> Provider? {
    providers.first { $0.zone == zone }
  }

  private static let providers: [Provider] = Kind.allCases.flatMap { kind in
    let regions = kind == .distribution ? [HealthRules.regions[0]] : HealthRules.regions
    return regions.compactMap { region in
      zone(of: kind, in: region).map { Provider(kind: kind, region: region, zone: $0) }
    }
  }

  private static let loadBalancerZones: [String: String] = [
    "us-east-1": "Z35SXDOTRQ7X7K",
    "us-west-1": "Z368ELLRRE2KJ0",
    "us-west-2": "Z1H1FL5HABSF5",
    "eu-west-1": "Z32O12XQLNTSW2",
    "ap-southeast-1": "Z1LMS91P8CMLE5",
    "ap-southeast-2": "Z1GM3OXH4ZPM65",
    "ap-northeast-1": "Z14GRHDCWA56QT",
    "sa-east-1": "Z2P70J7HTTTPLU",
  ]

  private static let websiteZones: [String: String] = [
    "us-east-1": "Z3AQBSTGFJSTF",
    "us-west-1": "Z2F56UZL2M1ACD",
    "us-west-2": "Z3BJ6K6RIION7M",
    "eu-west-1": "Z1BKCTXD74EZPE",
    "ap-southeast-1": "Z3O0J2DXBE1FTB",
    "ap-southeast-2": "Z1WCIGYICN2BYD",
    "ap-northeast-1": "Z2M4EHUR26P7ZW",
    "sa-east-1": "Z7KQH4QJS55SO",
  ]
}
