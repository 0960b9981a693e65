public import DNS
public import Route53

/// A starting world as data; a lesson names one.
///
/// The same scene and seed make the same world, byte for byte.
public struct Scene: Hashable, Sendable, Codable {
  /// Lower-case letters, digits and hyphens.
  public var name: String
  public var title: String
  /// The name that customers ask for.
  public var website: DomainName
  /// The region that the café calls its own.
  public var region: String
  public var instances: [Server]
  public var resources: [Resource]
  public var hostedZones: [Zone]
  public var administrators: [Administrator]
  /// The learner's own, `home`, among them.
  public var resolvers: [Asking]
  public var customers: [CustomerGroup]
  /// When the world begins; nil: at `Instant.opening`.
  public var begins: Instant?

  public init(
    name: String,
    title: String,
    website: DomainName,
    region: String = "us-west-2",
    instances: [Server] = [],
    resources: [Resource] = [],
    hostedZones: [Zone] = [],
    administrators: [Administrator],
    resolvers: [Asking],
    customers: [CustomerGroup] = []
  ) {
    self.name = name
    self.title = title
    self.website = website
    self.region = region
    self.instances = instances
    self.resources = resources
    self.hostedZones = hostedZones
    self.administrators = administrators
    self.resolvers = resolvers
    self.customers = customers
  }

  /// An EC2 instance that runs since the day before, with the café's website on it.
  public struct Server: Hashable, Sendable, Codable {
    public var name: String
    /// The Availability Zone, such as `us-west-2a`.
    public var zone: String
    public var subnet: String
    /// What its menu says; nil: what the café's says.
    public var menu: String?
    /// Where it really runs; nil: it is simulated.
    public var outside: Outside?

    public init(
      name: String,
      zone: String,
      subnet: String,
      menu: String? = nil,
      outside: Outside? = nil
    ) {
      self.name = name
      self.zone = zone
      self.subnet = subnet
      self.menu = menu
      self.outside = outside
    }

    public var region: String { String(zone.dropLast()) }
  }

  /// A resource of another AWS service.
  public struct Resource: Hashable, Sendable, Codable {
    public var kind: AwsResource.Kind
    public var region: String
    /// What a load balancer is called; the others are named by AWS.
    public var name: String?

    public init(kind: AwsResource.Kind, region: String, name: String? = nil) {
      self.kind = kind
      self.region = region
      self.name = name
    }
  }

  /// A public hosted zone with only its own NS and SOA.
  public struct Zone: Hashable, Sendable, Codable {
    public var name: DomainName
    public var comment: String?

    public init(name: DomainName, comment: String? = nil) {
      self.name = name
      self.comment = comment
    }
  }

  /// A recursive resolver, and whom the authority takes its questions for.
  public struct Asking: Hashable, Sendable, Codable {
    public var name: String
    /// Whether customers ask it all the time; the learner's own is not busy.
    public var isBusy: Bool
    public var address: IPAddress
    /// The subnet of its clients, if it sends that along.
    public var clients: AddressBlock?

    public init(
      name: String,
      isBusy: Bool = true,
      address: IPAddress,
      clients: AddressBlock? = nil
    ) {
      self.name = name
      self.isBusy = isBusy
      self.address = address
      self.clients = clients
    }
  }
}

extension Scene {
  /// The scenes that the engine itself knows, so that a start reads no file for them.
  public static let builtIn: [Scene] = [.cafe, .empty]

  public static func builtIn(_ name: String) -> Scene? {
    builtIn.first { $0.name == name }
  }

  /// Two web servers in two Availability Zones, and the zone cafe.example without a `www`; all
  /// customers are in Oregon.
  public static let cafe = Scene(
    name: "cafe",
    title: "Two web servers in two Availability Zones",
    website: DomainName(known: "www.cafe.example"),
    instances: [
      Server(name: "CafeInstance1", zone: "us-west-2a", subnet: "Cafe Public Subnet 1"),
      Server(name: "CafeInstance2", zone: "us-west-2b", subnet: "Cafe Public Subnet 2"),
    ],
    hostedZones: [
      Zone(name: DomainName(known: "cafe.example"), comment: "The café's public zone")
    ],
    administrators: staff,
    resolvers: [
      home, Asking(name: "isp", address: address(24, 21, 0, 53)),
      Asking(name: "mobile", address: address(172, 56, 40, 10)),
      Asking(name: "office", address: address(71, 34, 12, 2)),
    ],
    customers: [
      CustomerGroup(
        name: "customers",
        profile: .cafe,
        subnet: AddressBlock(address(24, 21, 0, 0), length: 24)
      )
    ]
  )

  /// An account in which nothing has been made yet, and that nobody visits.
  public static let empty = Scene(
    name: "empty",
    title: "An account with nothing in it",
    website: DomainName(known: "www.cafe.example"),
    administrators: staff,
    resolvers: [home]
  )

  private static let staff = [
    Administrator(name: "Sofía", address: "sofia@cafe.example"),
    Administrator(name: "Mateo", address: "mateo@cafe.example"),
  ]

  private static let home = Asking(
    name: Resolver.home,
    isBusy: false,
    address: address(24, 20, 7, 18)
  )

  private static func address(_ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) -> IPAddress {
    .v4(IPv4Address(bits: a << 24 | b << 16 | c << 8 | d))
  }
}
