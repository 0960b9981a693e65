public import DNS
public import Route53

/// Probes that all come to the same: the first one's start and the time between starts.
public struct ProbeRun: Hashable, Sendable, Codable {
  public let first: Instant
  public let interval: Milliseconds
  public let probe: Probe
  public let passes: Bool
  /// The number of the event since which requests come to this.
  public let cause: Int

  init(first: Instant, way: ProbeWay) {
    self.first = first
    interval = way.interval
    probe = way.probe
    passes = way.passes
    cause = way.cause
  }

  /// From one request's start to the next one's: the interval counts from the response.
  public var period: Milliseconds { interval + probe.duration }

  var status: HealthStatus { passes ? .healthy : .unhealthy }

  /// How many requests start before a moment.
  func started(before now: Instant) -> Int64 {
    now > first ? (now - first).quotientCeiled(by: period) : 0
  }

  /// When the result of a request is known: the first one's index is 0.
  func known(_ index: Int64) -> Instant {
    first + index * period + max(1, probe.duration)
  }

  func lastResult(by now: Instant, count: Int64? = nil) -> ProbeResult? {
    let back = now - known(0)
    guard back >= 0 else { return nil }
    let last = min(back / period, (count ?? .max) - 1)
    return result(last)
  }

  func results(from start: Instant, to end: Instant, count: Int64?) -> [ProbeResult] {
    guard end >= first else { return [] }
    let low = max(0, (start - first).quotientCeiled(by: period))
    let high = min((end - first).quotientFloored(by: period), (count ?? .max) - 1, low + 9_999)
    return low <= high ? (low...high).map(result) : []
  }

  private func result(_ index: Int64) -> ProbeResult {
    let start = first + index * period
    return ProbeResult(
      startedAt: start,
      endedAt: known(index),
      outcome: probe.outcome,
      passes: passes,
      resolved: probe.resolved
    )
  }
}

/// How requests are sent and what they come to, while nothing changes.
struct ProbeWay {
  let interval: Milliseconds
  let probe: Probe
  let passes: Bool
  var cause: Int
}

/// A run that is over, with the number of requests that were sent in it.
public struct ClosedRun: Hashable, Sendable, Codable {
  public let run: ProbeRun
  public let count: Int64
}

/// One request of one checker, and what it found.
public struct ProbeResult: Hashable, Sendable, Codable {
  public let startedAt: Instant
  public let endedAt: Instant
  public let outcome: ProbeOutcome
  public let passes: Bool
  /// The address that the endpoint's name led to, if it was looked up.
  public var resolved: IPv4Address?

  /// What is said of it, in Amazon's wording where that is known.
  public func reason(kind: HealthCheckKind) -> String {
    outcome.reason(kind: kind, resolved: resolved)
  }
}
