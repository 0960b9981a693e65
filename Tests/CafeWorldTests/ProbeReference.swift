@testable import CafeWorld
import DNS
import Route53

/// Checkers, request by request: the plain second implementation of a health check.
///
/// Of one millisecond: results come in, then commands take effect, then requests are sent.
struct ProbeReference {
  struct Flip: Equatable {
    let at: Instant
    let checker: Int
    let status: HealthStatus
  }

  struct Turn: Equatable {
    let at: Instant
    let status: HealthStatus
  }

  private struct UnderWay {
    let result: ProbeResult
    let threshold: Int
  }

  private struct Watcher {
    var next: Instant?
    var underWay: UnderWay?
    var opinion = HealthStatus.healthy
    var streak = 0
    var sent: [ProbeResult] = []
    /// When its region stops checking, if that was taken away.
    var retires: Instant?
  }

  var settings: HealthCheckSettings
  /// What the health check's address leads to now; nil: its name leads nowhere.
  var site: WebsiteSketch?
  /// The address that its name leads to, if it has one.
  var resolved: IPv4Address?
  private(set) var status: HealthStatus
  private(set) var flips: [Flip] = []
  private(set) var turns: [Turn] = []
  /// By site; nil: nobody checks from there.
  private var watchers: [Watcher?]

  init(_ settings: HealthCheckSettings, starts: [Instant?]) {
    self.settings = settings
    watchers = HealthRules.sites.map { site in
      Self.isWanted(site.index, settings) ? Watcher(next: starts[site.index]) : nil
    }
    status = settings.inverted ? .unhealthy : .healthy
  }

  private static func isWanted(_ site: Int, _ settings: HealthCheckSettings) -> Bool {
    settings.regions?.contains(HealthRules.sites[site].region) ?? true
  }

  /// Lets time pass: results known by `end` come in, requests due before `end` are sent.
  mutating func run(to end: Instant) {
    while true {
      let sending = watchers.compactMap { $0?.next }.min()
      let coming = watchers.compactMap { $0?.underWay?.result.endedAt }.min()
      let leaving = watchers.compactMap { $0?.retires }.min()
      if let coming, coming <= end, coming <= sending ?? coming, coming <= leaving ?? coming {
        receive(at: coming)
      } else if let leaving, leaving <= end, leaving <= sending ?? leaving {
        for index in watchers.indices where watchers[index]?.retires == leaving {
          watchers[index] = nil
        }
        judge(at: leaving)
      } else if let sending, sending < end {
        send(at: sending)
      } else {
        return
      }
    }
  }

  private mutating func send(at now: Instant) {
    for index in watchers.indices where watchers[index]?.next == now {
      var probe =
        site?.probe(settings, from: HealthRules.sites[index], at: now)
        ?? Probe(outcome: .unresolved, duration: 0)
      probe.resolved = resolved
      let result = ProbeResult(
        startedAt: now,
        endedAt: now + max(1, probe.duration),
        outcome: probe.outcome,
        passes: probe.outcome.passes(kind: settings.kind),
        resolved: probe.resolved
      )
      watchers[index]?.sent.append(result)
      watchers[index]?.underWay = UnderWay(result: result, threshold: settings.failureThreshold)
      watchers[index]?.next = now + probe.duration + Int64(settings.requestInterval) * .second
    }
  }

  private mutating func receive(at now: Instant) {
    for index in watchers.indices {
      guard var watcher = watchers[index], let done = watcher.underWay,
        done.result.endedAt == now
      else { continue }
      watcher.underWay = nil
      let found: HealthStatus = done.result.passes ? .healthy : .unhealthy
      watcher.streak = found == watcher.opinion ? 0 : watcher.streak + 1
      let turns = watcher.streak >= done.threshold
      if turns {
        watcher.opinion = found
        watcher.streak = 0
      }
      watchers[index] = watcher
      guard turns else { continue }
      flips.append(Flip(at: now, checker: index, status: found))
      judge(at: now)
    }
  }

  /// Healthy when more than 18 % say so; a disabled check is; inversion comes last.
  private mutating func judge(at now: Instant) {
    let all = watchers.compactMap(\.self)
    let healthy = all.count { $0.opinion == .healthy }
    let isHealthy =
      (settings.disabled || healthy * 100 > 18 * all.count) != settings.inverted
    let judged: HealthStatus = isHealthy ? .healthy : .unhealthy
    guard judged != status else { return }
    status = judged
    turns.append(Turn(at: now, status: judged))
  }

  /// Takes new settings; a checker that begins, or begins again, sends its first request at
  /// `starts`.
  mutating func update(_ new: HealthCheckSettings, at now: Instant, starts: [Instant?]) {
    let wasDisabled = settings.disabled
    settings = new
    for index in watchers.indices {
      if Self.isWanted(index, new) {
        watchers[index]?.retires = nil
        if watchers[index] == nil { watchers[index] = Watcher(next: starts[index]) }
      } else if watchers[index] != nil, watchers[index]?.retires == nil {
        watchers[index]?.retires = now + .hour
      }
      if new.disabled || wasDisabled {
        watchers[index]?.next = new.disabled ? nil : starts[index]
      }
    }
    judge(at: now)
  }

  /// The requests of a checker that began in a stretch of time, ends included.
  func requests(_ site: Int, from start: Instant, to end: Instant) -> [ProbeResult] {
    (watchers[site]?.sent ?? []).filter { start <= $0.startedAt && $0.startedAt <= end }
  }

  /// The last request of a checker whose result was known.
  func last(_ site: Int, by now: Instant, failedOnly: Bool) -> ProbeResult? {
    watchers[site]?.sent.last { $0.endedAt <= now && !(failedOnly && $0.passes) }
  }
}
