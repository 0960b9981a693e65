@testable import CafeWorld
import Route53

/// Sixteen checkers, request by request: the plain second implementation of a health check.
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
  }

  var settings: HealthCheckSettings
  /// What the health check's present address leads to.
  var site: WebsiteSketch
  private(set) var status: HealthStatus
  private(set) var flips: [Flip] = []
  private(set) var turns: [Turn] = []
  private var watchers: [Watcher]

  init(_ settings: HealthCheckSettings, _ site: WebsiteSketch, starts: [Instant?]) {
    self.settings = settings
    self.site = site
    watchers = starts.map { Watcher(next: $0) }
    status = settings.inverted ? .unhealthy : .healthy
  }

  /// Lets time pass: results known by `end` come in, requests due before `end` are sent.
  mutating func run(to end: Instant) {
    while true {
      let sending = watchers.compactMap(\.next).min()
      let coming = watchers.compactMap(\.underWay?.result.endedAt).min()
      if let coming, coming <= end, coming <= sending ?? coming {
        receive(at: coming)
      } else if let sending, sending < end {
        send(at: sending)
      } else {
        return
      }
    }
  }

  private mutating func send(at now: Instant) {
    for index in watchers.indices where watchers[index].next == now {
      let probe = site.probe(settings, from: HealthRules.sites[index].region, at: now)
      let result = ProbeResult(
        startedAt: now,
        endedAt: now + max(1, probe.duration),
        outcome: probe.outcome,
        passes: probe.outcome.passes(kind: settings.kind)
      )
      watchers[index].sent.append(result)
      watchers[index].underWay = UnderWay(result: result, threshold: settings.failureThreshold)
      watchers[index].next = now + probe.duration + Int64(settings.requestInterval) * .second
    }
  }

  private mutating func receive(at now: Instant) {
    for index in watchers.indices {
      guard let done = watchers[index].underWay, done.result.endedAt == now else { continue }
      watchers[index].underWay = nil
      let found: HealthStatus = done.result.passes ? .healthy : .unhealthy
      guard found != watchers[index].opinion else {
        watchers[index].streak = 0
        continue
      }
      watchers[index].streak += 1
      guard watchers[index].streak >= done.threshold else { continue }
      watchers[index].opinion = found
      watchers[index].streak = 0
      flips.append(Flip(at: now, checker: index, status: found))
      judge(at: now)
    }
  }

  /// Healthy when more than 18 % say so; a disabled check is; inversion comes last.
  private mutating func judge(at now: Instant) {
    let healthy = watchers.count { $0.opinion == .healthy }
    let isHealthy = (settings.disabled || healthy * 100 > 18 * 16) != settings.inverted
    let judged: HealthStatus = isHealthy ? .healthy : .unhealthy
    guard judged != status else { return }
    status = judged
    turns.append(Turn(at: now, status: judged))
  }

  /// Takes new settings; a check that is enabled again sends its first requests at `starts`.
  mutating func update(_ new: HealthCheckSettings, at now: Instant, starts: [Instant?]) {
    let wasDisabled = settings.disabled
    settings = new
    for index in watchers.indices where new.disabled || wasDisabled {
      watchers[index].next = new.disabled ? nil : starts[index]
    }
    judge(at: now)
  }

  /// The requests of a checker that began in a stretch of time, ends included.
  func requests(_ checker: Int, from start: Instant, to end: Instant) -> [ProbeResult] {
    watchers[checker].sent.filter { start <= $0.startedAt && $0.startedAt <= end }
  }

  /// The last request of a checker whose result was known.
  func last(_ checker: Int, by now: Instant, failedOnly: Bool) -> ProbeResult? {
    watchers[checker].sent.last { $0.endedAt <= now && !(failedOnly && $0.passes) }
  }
}
