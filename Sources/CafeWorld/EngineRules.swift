import Route53

/// What the engine takes for true of the service: the real rules, or one changed on purpose so
/// that a misconception can be played out beside them.
public struct EngineRules: Hashable, Sendable, Codable {
  /// If set, every health check uses this failure threshold instead of its own.
  public var failureThreshold: Int?
  /// A check is healthy when more than this percentage of its checkers say so
  /// (DG: dns-failover-determining-health-of-endpoints).
  public var healthyShare = HealthRules.healthyShare
  /// How long a checker waits for a connection, in milliseconds; nil: 4 s for HTTP, 10 s for TCP.
  public var requestTimeout: Milliseconds?
  /// Whether caches keep an answer for its TTL; if not, every use asks the authority again.
  public var honoursTTL = true
  /// Whether a failover secondary without a health check counts as unhealthy.
  ///
  /// On the real service it counts as healthy (DG: health-checks-how-route-53-chooses-records).
  public var secondaryNeedsCheck = false
  /// From a check's verdict to the name servers' use of it, in milliseconds (our decision:
  /// route53.md §5 has no published figure).
  public var pushDelay: Milliseconds = 5 * .second
  /// How many health checks an account can have (`DG:DNSLimitations`); Amazon raises it on request.
  public var healthChecksMost = 200

  public init() {}
}

/// Durations of ours, in milliseconds, where the service publishes none: one table.
public enum Timing {
  /// The longest that a real request of a checker may have taken, in milliseconds: all its limits
  /// together, and some.
  static let longestProbe: Milliseconds = 60_000
  /// A stopping or terminating host refuses connections at once, drops packets from here on.
  public static let stopSilent: Milliseconds = 5 * .second
  /// A stopping or terminating host is stopped or terminated here.
  public static let stopDone: Milliseconds = 30 * .second
  /// A terminated instance is listed for this long (EC2UG: ec2-instance-lifecycle says that it
  /// stays visible for a short while, usually an hour).
  public static let terminatedListed: Milliseconds = .hour
  /// A starting host is `pending` and silent until here.
  public static let startRunning: Milliseconds = 10 * .second
  /// A host that is `running` again goes on refusing connections until its web server is up.
  public static let startServing: Milliseconds = 25 * .second
  /// A rebooting host refuses connections for this long.
  public static let reboot: Milliseconds = 20 * .second
  /// A record change reaches the name servers between these two (DG: at most 60 s, usually).
  public static let propagationLeast: Milliseconds = 2 * .second
  public static let propagationMost: Milliseconds = 60 * .second
  /// A region that is taken away from a health check goes on checking for this long
  /// (DG: health-checks-creating-values says up to an hour).
  public static let regionRetires: Milliseconds = .hour
  /// A customer gives up on a page that takes longer than this.
  public static let customerPatience: Milliseconds = 8 * .second
  /// The slowest response that can be asked for.
  public static let slowest: Milliseconds = .hour
  /// The longest wait that one line may ask for.
  public static let longestWait: Milliseconds = 366 * .day
}
