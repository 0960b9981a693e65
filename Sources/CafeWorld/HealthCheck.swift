public import DNS
import OrderedCollections
public import Route53

/// A health check with its checkers, and what the name servers believe of it.
public struct HealthCheck: Hashable, Sendable, Codable {
  public let id: HealthCheckID
  /// The `Name` tag.
  public internal(set) var name: String
  /// The other tags.
  var otherTags: [Tag] = []
  public let callerReference: String
  public internal(set) var version = 1
  public internal(set) var settings: HealthCheckSettings
  public let createdAt: Instant
  /// In the order of `HealthRules.sites`: two for each region that it checks from; none for checks
  /// without an endpoint.
  public internal(set) var checkers: [Checker]
  /// The status as health checks report it (§3.4), and since when.
  public internal(set) var status: HealthStatus
  public internal(set) var statusSince: Instant
  /// The end of the last stretch of time in which the status was unhealthy.
  public internal(set) var lastUnhealthyUntil: Instant?
  /// The status that DNS answers are chosen by; it follows `status` after the push delay.
  public internal(set) var servedStatus: HealthStatus
  public internal(set) var pushes: [Push] = []
  /// Where requests go now: the address that was given, or that the name leads to.
  public internal(set) var target: IPv4Address?
  /// Regions that were taken away and still check for a while.
  public internal(set) var retirements: [Retirement] = []
  /// The calculated checks that count this one.
  var parents: [HealthCheckID] = []
  /// The alarm's settings as they were when the check was told to follow it, and what its data
  /// said last.
  public internal(set) var followed: AlarmSettings?
  public internal(set) var dataState = AlarmState.insufficientData
  var lastKnown: HealthStatus?
  /// The status at every moment, 1 for healthy; and the percentage of healthy checkers, or the
  /// number of healthy children.
  var statuses = StepHistory()
  var counts = StepHistory()

  init(
    id: HealthCheckID,
    name: String,
    callerReference: String,
    settings: HealthCheckSettings,
    createdAt: Instant
  ) {
    self.id = id
    self.name = name
    self.callerReference = callerReference
    self.settings = settings
    self.createdAt = createdAt
    checkers = settings.sites.map { Checker(site: $0.index) }
    status = HealthRules.status(
      evaluated: .healthy,
      inverted: settings.inverted,
      disabled: settings.disabled
    )
    statusSince = createdAt
    servedStatus = status
  }

  /// A status on its way to the name servers.
  public struct Push: Hashable, Sendable, Codable {
    public let at: Instant
    public let status: HealthStatus
    let event: Int
  }

  /// A region that stops checking at a moment.
  public struct Retirement: Hashable, Sendable, Codable {
    public let at: Instant
    public let region: String
    let event: Int
  }

  /// The name, or the id of a check that has none yet.
  public var title: String { name.isEmpty ? id.text : name }

  /// How many of the checkers report healthy.
  public var healthyCheckers: Int {
    checkers.indices.count { checkers[$0].opinion == .healthy }
  }

  func threshold(_ rules: EngineRules) -> Int {
    rules.failureThreshold ?? settings.failureThreshold
  }

  var interval: Milliseconds { Int64(settings.requestInterval) * .second }

  /// Where the checker of a site stands among the checkers.
  func place(ofSite site: Int) -> Int? {
    if checkers.indices.contains(site), checkers[site].site == site { return site }
    return checkers.firstIndex { $0.site == site }
  }

  /// The checker of a site.
  public func checker(at site: Int) -> Checker? { place(ofSite: site).map { checkers[$0] } }
}

extension HealthCheckSettings {
  /// The places that requests come from.
  var sites: [CheckerSite] {
    let regions = checkerRegions
    return HealthRules.sites.filter { regions.contains($0.region) }
  }
}

extension World {
  /// What a check's status should be, by all that is known at this moment.
  func judged(_ check: HealthCheck) -> HealthStatus {
    HealthRules.status(
      evaluated: evaluated(check),
      inverted: check.settings.inverted,
      disabled: check.settings.disabled
    )
  }

  private func evaluated(_ check: HealthCheck) -> HealthStatus {
    switch check.settings.kind {
    case .http, .https, .httpStringMatch, .httpsStringMatch, .tcp:
      HealthRules.evaluated(
        healthy: check.healthyCheckers,
        of: check.checkers.count,
        share: rules.healthyShare
      )
    case .calculated:
      HealthRules.calculated(
        healthyChildren: healthyChildren(of: check),
        threshold: check.settings.healthThreshold ?? 0
      )
    case .cloudWatchMetric:
      switch check.dataState {
      case .ok: .healthy
      case .alarm: .unhealthy
      case .insufficientData:
        HealthRules.withoutData(
          check.settings.insufficientDataStatus,
          lastKnown: check.lastKnown
        )
      }
    case .recoveryControl:
      routingControl(check.settings.routingControlARN ?? "")?.isOn == true ? .healthy : .unhealthy
    }
  }

  /// How many children of a calculated check are healthy; one that was deleted counts as healthy,
  /// as it does for records (our decision).
  public func healthyChildren(of check: HealthCheck) -> Int {
    (check.settings.childHealthChecks ?? []).count { (checks[$0]?.status ?? .healthy) == .healthy }
  }
}
