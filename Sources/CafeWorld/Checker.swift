public import Route53

/// One of the sixteen checkers of a health check, as arithmetic.
///
/// A checker probes on a grid: the next request starts one interval after the last response
/// (`M:HealthCheckConfig.RequestInterval`). While the endpoint stays as it is, all probes come to
/// the same, so a run of them is four numbers, and the moment of the next flip is computed.
///
/// Of one millisecond: first the network changes, then requests are sent, and what they find is
/// known in the next millisecond at the soonest. A request is judged by the settings it was sent
/// with.
public struct Checker: Hashable, Sendable, Codable {
  /// The checker's opinion, as it is reported now.
  public internal(set) var opinion: HealthStatus = .healthy
  /// The opinion after every probe of the closed runs, and how many of their last results spoke
  /// against it.
  private var base: HealthStatus = .healthy
  private var streak = 0
  /// The probes that are being made; nil while the check is disabled.
  public private(set) var run: ProbeRun?
  /// A flip that a request still under way will bring, though the endpoint has changed since.
  private var pending: Flip?
  /// Every probe before the present run.
  public private(set) var past: [ClosedRun] = []

  /// A change of opinion and its moment.
  struct Flip: Hashable, Sendable, Codable {
    let at: Instant
    let to: HealthStatus
  }

  /// Starts probing at a moment, or when a request that is still under way has come back.
  mutating func begin(at first: Instant, interval: Milliseconds, probe: Probe, passes: Bool) {
    let free = past.last.map { $0.run.known($0.count - 1) } ?? first
    run = ProbeRun(first: max(first, free), interval: interval, probe: probe, passes: passes)
  }

  /// Ends the present run: probes that start at `now` or later see something else.
  ///
  /// - Returns: when the next request starts.
  mutating func close(at now: Instant, threshold: Int) -> Instant? {
    guard let run else { return nil }
    let started = run.started(before: now)
    if started > 0 { past.append(ClosedRun(run: run, count: started)) }
    self.run = nil
    guard run.status != base else {
      if started > 0 { streak = 0 }
      return run.first + started * run.period
    }
    if started >= needed(threshold) {
      // The deciding request was sent in time: its result still counts.
      pending = flip(of: run, threshold: threshold)
      (base, streak) = (run.status, 0)
    } else {
      streak += Int(started)
    }
    return run.first + started * run.period
  }

  /// How many more results in a row turn the opinion.
  private func needed(_ threshold: Int) -> Int64 { Int64(max(1, threshold - streak)) }

  /// When and how the opinion changes next, if the endpoint stays as it is.
  func nextFlip(threshold: Int) -> (at: Instant, to: HealthStatus)? {
    if let pending { return (pending.at, pending.to) }
    guard let run, let flip = flip(of: run, threshold: threshold) else { return nil }
    return (flip.at, flip.to)
  }

  private func flip(of run: ProbeRun, threshold: Int) -> Flip? {
    guard run.status != base else { return nil }
    return Flip(at: run.known(needed(threshold) - 1), to: run.status)
  }

  /// Reports the flip that `nextFlip` foretold.
  mutating func turn(to status: HealthStatus) {
    opinion = status
    if pending != nil {
      pending = nil
    } else {
      (base, streak) = (status, 0)
    }
  }

  /// The last probe whose result was in by a moment, and optionally the last that failed.
  public func lastResult(by now: Instant, failedOnly: Bool = false) -> ProbeResult? {
    if let run, !failedOnly || !run.passes, let last = run.lastResult(by: now) { return last }
    for closed in past.reversed() where !failedOnly || !closed.run.passes {
      if let last = closed.run.lastResult(by: now, count: closed.count) { return last }
    }
    return nil
  }

  /// Every probe that began in a stretch of time, at most `limit` of them.
  public func probes(from start: Instant, to end: Instant, limit: Int = 10_000) -> [ProbeResult] {
    var found: [ProbeResult] = []
    for closed in past where found.count < limit {
      found += closed.run.results(from: start, to: end, count: closed.count)
    }
    if let run { found += run.results(from: start, to: end, count: nil) }
    return Array(found.prefix(limit))
  }

  func add(to print: inout Fingerprint) {
    print.add(opinion.rawValue)
    print.add(base.rawValue)
    print.add(streak)
    print.add(past.count)
    if let run {
      print.add(run.first)
      print.add(run.interval)
      print.add(run.probe.duration)
      print.add(run.passes)
    }
    if let pending { print.add(pending.at) }
  }
}

/// Probes that all come to the same: the first one's start and the time between starts.
public struct ProbeRun: Hashable, Sendable, Codable {
  public let first: Instant
  public let interval: Milliseconds
  public let probe: Probe
  public let passes: Bool

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
      passes: passes
    )
  }
}

/// A run that is over, with the number of requests that were sent in it.
public struct ClosedRun: Hashable, Sendable, Codable {
  public let run: ProbeRun
  public let count: Int64
}

/// One request of one checker, and what it found.
public struct ProbeResult: Hashable, Sendable {
  public let startedAt: Instant
  public let endedAt: Instant
  public let outcome: ProbeOutcome
  public let passes: Bool
}
