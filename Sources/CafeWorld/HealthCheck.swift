public import Route53

/// A health check with its sixteen checkers, and what the name servers believe of it.
public struct HealthCheck: Hashable, Sendable, Codable {
  public let id: HealthCheckID
  /// The `Name` tag.
  public internal(set) var name: String
  public let callerReference: String
  public internal(set) var version = 1
  public internal(set) var settings: HealthCheckSettings
  public let createdAt: Instant
  /// One for each of `HealthRules.sites`, in that order.
  public internal(set) var checkers: [Checker]
  /// The status as health checks report it (§3.4), and since when.
  public internal(set) var status: HealthStatus
  public internal(set) var statusSince: Instant
  /// The end of the last stretch of time in which the status was unhealthy.
  public internal(set) var lastUnhealthyUntil: Instant?
  /// The status that DNS answers are chosen by; it follows `status` after the push delay.
  public internal(set) var servedStatus: HealthStatus
  public internal(set) var pushes: [Push] = []

  /// A status on its way to the name servers.
  public struct Push: Hashable, Sendable, Codable {
    public let at: Instant
    public let status: HealthStatus
    let event: Int
  }

  /// The name, or the id of a check that has none yet.
  public var title: String { name.isEmpty ? id.text : name }

  /// How many of the sixteen checkers report healthy.
  public var healthyCheckers: Int { checkers.count { $0.opinion == .healthy } }

  func status(share: Int) -> HealthStatus {
    let evaluated = HealthRules.evaluated(
      healthy: healthyCheckers,
      of: checkers.count,
      share: share
    )
    return HealthRules.status(
      evaluated: evaluated,
      inverted: settings.inverted,
      disabled: settings.disabled
    )
  }

  func threshold(_ rules: EngineRules) -> Int {
    rules.failureThreshold ?? settings.failureThreshold
  }

  var interval: Milliseconds { Int64(settings.requestInterval) * .second }

  /// The metric's value for the minute that ends at `boundary`: the minimum of the status over it
  /// (DG: monitoring-cloudwatch, statistic Minimum), 0 for unhealthy.
  func metric(minuteEndingAt boundary: Instant) -> Int {
    if status == .unhealthy && statusSince < boundary { return 0 }
    guard let until = lastUnhealthyUntil else { return 1 }
    return until > boundary - .minute ? 0 : 1
  }

  func add(to print: inout Fingerprint) {
    print.add(id.text)
    print.add(name)
    print.add(version)
    print.add(settings.ipAddress)
    print.add(settings.fullyQualifiedDomainName)
    print.add(settings.port)
    print.add(settings.resourcePath)
    print.add(settings.kind.rawValue)
    print.add(settings.requestInterval)
    print.add(settings.failureThreshold)
    print.add(settings.inverted)
    print.add(settings.disabled)
    print.add(status.rawValue)
    print.add(servedStatus.rawValue)
    print.add(statusSince)
    print.add(createdAt)
    print.add(callerReference)
    print.add(lastUnhealthyUntil)
    print.add(pushes.count)
    for push in pushes {
      print.add(push.at)
      print.add(push.status.rawValue)
    }
    for checker in checkers { checker.add(to: &print) }
  }
}
