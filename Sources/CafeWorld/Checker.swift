public import Route53

/// One of the checkers of a health check, as arithmetic.
///
/// A checker probes on a grid: the next request starts one interval after the last response
/// (`M:HealthCheckConfig.RequestInterval`). While the endpoint stays as it is, all probes come to
/// the same, so a run of them is four numbers, and the moment of the next flip is computed.
///
/// Of one millisecond: first the network changes, then requests are sent, and what they find is
/// known in the next millisecond at the soonest. A request is judged by the settings it was sent
/// with.
public struct Checker: Hashable, Sendable, Codable {
  /// Where it stands: the index of its place among `HealthRules.sites`.
  public let site: Int
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
  /// When it next asks something outside this world; nil: it does not.
  public private(set) var asks: Instant?
  /// What it found outside: the latest results, the last of them last, and the last failure.
  private var found: [ProbeResult] = []

  init(site: Int) {
    self.site = site
  }

  /// A change of opinion, its moment, and the number of the event that brought it about.
  struct Flip: Hashable, Sendable, Codable {
    let at: Instant
    let to: HealthStatus
    let cause: Int
  }

  /// Starts probing at a moment, or when a request that is still under way has come back.
  mutating func begin(at first: Instant, probing way: ProbeWay) {
    asks = nil
    let free = past.last.map { $0.run.known($0.count - 1) } ?? first
    run = ProbeRun(first: max(first, free), way: way)
  }

  /// From now on requests come to something else, or are judged by other settings.
  ///
  /// While they go on to pass or to fail, what brought that about stays the cause.
  mutating func change(at now: Instant, threshold: Int, to way: ProbeWay) {
    guard let old = run else { return }
    let next = close(at: now, threshold: threshold) ?? now
    var way = way
    if old.passes == way.passes { way.cause = old.cause }
    begin(at: next, probing: way)
  }

  /// Ends the present run: probes that start at `now` or later see something else.
  ///
  /// - Returns: when the next request starts.
  mutating func close(at now: Instant, threshold: Int) -> Instant? {
    asks = nil
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
  func nextFlip(threshold: Int) -> Flip? {
    if let pending { return pending }
    guard let run, run.status != base else { return nil }
    return flip(of: run, threshold: threshold)
  }

  private func flip(of run: ProbeRun, threshold: Int) -> Flip? {
    guard run.status != base else { return nil }
    return Flip(at: run.known(needed(threshold) - 1), to: run.status, cause: run.cause)
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
    let outside = found.last { $0.endedAt <= now && (!failedOnly || !$0.passes) }
    guard let within = lastWithin(by: now, failedOnly: failedOnly) else { return outside }
    return outside.map { $0.endedAt > within.endedAt ? $0 : within } ?? within
  }

  /// The last result of the requests that stayed in this world.
  private func lastWithin(by now: Instant, failedOnly: Bool) -> ProbeResult? {
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
    found += self.found.filter { $0.startedAt >= start && $0.startedAt <= end }
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
    if let asks { print.add(asks) }
    if let last = found.last {
      print.add(last.endedAt)
      print.add(last.passes)
    }
  }
}

/// What lies outside this world cannot be foretold: a request is made, and counts when it is back.
extension Checker {
  var isAtRest: Bool { run == nil && asks == nil }

  /// From now on requests go outside, the next one at a moment.
  mutating func ask(at moment: Instant) { asks = moment }

  /// Takes in a result; the next request starts an interval after it.
  mutating func receive(_ result: ProbeResult, askingAfter interval: Milliseconds) {
    streak = result.passes == (base == .healthy) ? 0 : streak + 1
    asks = result.endedAt + interval
    found.append(result)
    if found.count > Self.kept {
      let failure = found.lastIndex { !$0.passes }
      found.remove(at: failure == 0 ? 1 : 0)
    }
  }

  /// The opinion that enough results in a row ask for; nil: the one that it has.
  func verdict(threshold: Int) -> HealthStatus? {
    streak >= max(1, threshold) ? base.opposite : nil
  }

  /// How many results are kept.
  private static let kept = 64
}
