public import DNS
public import Route53

/// An EC2 instance id, such as `i-0b1c…`.
public struct InstanceID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  public var description: String { text }

  public static func < (left: InstanceID, right: InstanceID) -> Bool { left.text < right.text }
}

/// The states of an EC2 instance (EC2UG: ec2-instance-lifecycle).
public enum InstanceState: String, Hashable, Sendable, Codable {
  case pending
  case running
  case stopping
  case stopped
  case shuttingDown = "shutting-down"
  case terminated

  /// The numeric code that the EC2 API gives beside the name.
  public var code: Int {
    switch self {
    case .pending: 0
    case .running: 16
    case .shuttingDown: 32
    case .terminated: 48
    case .stopping: 64
    case .stopped: 80
    }
  }
}

/// One EC2 instance with the café's website on it.
public struct Instance: Hashable, Sendable, Codable {
  public let id: InstanceID
  public let name: String
  public let region: String
  public let zone: String
  public let subnet: String
  public let privateAddress: IPv4Address
  /// Where it really runs; nil: it is simulated.
  public internal(set) var outside: Outside?
  /// What was found there last; nil: nobody has looked.
  public internal(set) var found: Reach?
  /// What its website's menu says; nil: what the café's says.
  public internal(set) var menu: String?
  public internal(set) var state: InstanceState
  public internal(set) var stateSince: Instant
  public internal(set) var publicAddress: IPv4Address?
  /// Whether the public address is an Elastic IP, which stays over stop and start.
  public internal(set) var hasElasticAddress = false
  /// What the host does with a connection, faults aside.
  public internal(set) var service: WebServer = .answering
  /// Whether the host has power; `kill` takes it away while EC2 still says running.
  public internal(set) var hasPower = true
  /// Faults on purpose, one of a kind, in the order of `FaultKind`.
  public internal(set) var faults: [Fault] = []
  /// What is still to come of a stop, a start or a reboot, soonest first.
  public internal(set) var agenda: [LifecycleStep] = []
  /// The event that planned it.
  var plannedBy = 0
  /// How many public addresses this instance has had, so that each start draws another.
  var addressesDrawn: UInt64 = 0
  /// The addresses that it had before.
  public internal(set) var formerAddresses: [IPv4Address] = []

  /// The most instances of a world.
  public static let most = 250

  /// What a host does with a connection to its web server.
  public enum WebServer: String, Hashable, Sendable, Codable {
    case answering
    case refusing
    case silent
  }
}

/// A step of a stop, start or reboot that is due at a moment.
public struct LifecycleStep: Hashable, Sendable, Codable {
  public let at: Instant
  public let state: InstanceState?
  public let service: Instance.WebServer
}

/// What goes wrong on purpose at one instance.
public struct Fault: Hashable, Sendable, Codable {
  public let kind: FaultKind
  /// When it heals by itself; nil: only by `heal`.
  public let until: Instant?
  /// The number of the event that began it.
  var begunBy: Int?

  init(kind: FaultKind, until: Instant?) {
    self.kind = kind
    self.until = until
  }
}

/// The ways in which a website can be broken.
public enum FaultKind: Hashable, Sendable, Codable {
  /// The web server's process is dead: connections are refused.
  case refuse
  /// Packets are dropped: connections time out.
  case drop
  /// Every request is answered with this HTTP status.
  case status(Int)
  /// Every response takes this many milliseconds longer.
  case slow(Milliseconds)
  /// The page has this body instead of the café's.
  case body(String)
  /// The page has this body instead, wherever it stands and however it is encoded.
  case page(ResponseBody)
  /// Every connection takes this many milliseconds to open.
  case slowConnection(Milliseconds)
  /// TLS does not come about.
  case handshake(HandshakeFault)

  /// Two faults of one rank cannot stand beside each other; the later replaces the earlier.
  var rank: Int {
    switch self {
    case .refuse: 0
    case .drop: 1
    case .status: 2
    case .slow: 3
    case .body, .page: 4
    case .slowConnection: 5
    case .handshake: 6
    }
  }
}

/// How TLS fails on port 443.
public enum HandshakeFault: String, CaseIterable, Hashable, Sendable, Codable {
  /// Whatever a client offers.
  case always = "fails"
  /// Unless the client names the host.
  case withoutHostName = "needs-sni"
}

/// An Elastic IP address of the account.
public struct ElasticAddress: Hashable, Sendable, Codable {
  public let allocationID: String
  public let address: IPv4Address
  /// Where it is, and so are the instances that can have it.
  public let region: String
  public internal(set) var instance: InstanceID?
}
