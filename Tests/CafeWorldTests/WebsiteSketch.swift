@testable import CafeWorld
import Route53

/// One website as a plain note of what was done to it; what a request meets is worked out anew
/// each time.
struct WebsiteSketch {
  enum Life {
    case up
    case down(since: Instant, silentAtOnce: Bool)
    case starting(since: Instant)
    case rebooting(since: Instant)
  }

  let name: String
  var life = Life.up
  var hasPower = true
  var zoneIsDown = false
  /// Regions or Availability Zones of checkers, and until when they are cut off.
  var cuts: [(place: String, until: Instant?)] = []
  var faults: [Fault] = []

  private enum Host {
    case silent, refusing, answering
  }

  private func host(at now: Instant) -> Host {
    switch life {
    case .up: .answering
    case .down(let since, let silent): silent || now - since >= 5_000 ? .silent : .refusing
    case .starting(let since):
      now - since < 10_000 ? .silent : now - since < 25_000 ? .refusing : .answering
    case .rebooting(let since): now - since < 20_000 ? .refusing : .answering
    }
  }

  private func isRunning(at now: Instant) -> Bool {
    switch life {
    case .up, .rebooting: true
    case .down: false
    case .starting(let since): now - since >= 10_000
    }
  }

  /// What a health checker's request that begins now comes to, and how long it takes.
  func probe(_ settings: HealthCheckSettings, from checker: CheckerSite, at now: Instant) -> Probe {
    let limit: Milliseconds = settings.kind == .tcp ? 10_000 : 4_000
    let silence = Probe(outcome: .timedOut, duration: limit)
    let refusal = Probe(outcome: .refused, duration: 0)
    let isCutOff = cuts.contains { place, until in
      [checker.region, checker.region + ["a", "b"][checker.index % 2]].contains(place)
        && until.map { now < $0 } ?? true
    }
    if !hasPower || zoneIsDown || isCutOff { return silence }
    if host(at: now) == .silent { return silence }
    let kinds = faults.filter { $0.until.map { now < $0 } ?? true }.map(\.kind)
    if kinds.contains(.drop) { return silence }
    if host(at: now) == .refusing || kinds.contains(.refuse) { return refusal }
    if settings.port != 80, settings.port != 443 { return refusal }
    var page = PageSketch(settings: settings, instance: name)
    for kind in kinds { page.note(kind) }
    return page.connect > limit ? silence : page.probe
  }
}

/// One request on an open connection, from the handshake to the body.
private struct PageSketch {
  let settings: HealthCheckSettings
  let instance: String
  var connect: Milliseconds = 0
  var status: Int
  var slow: Milliseconds = 0
  var handshake: HandshakeFault?
  var body: ResponseBody?

  init(settings: HealthCheckSettings, instance: String) {
    self.settings = settings
    self.instance = instance
    status = settings.resourcePath == "/cafe" ? 301 : 200
  }

  mutating func note(_ kind: FaultKind) {
    switch kind {
    case .status(let code): if code != 200 { status = code }
    case .slow(let time): slow = time
    case .slowConnection(let time): connect = time
    case .handshake(let fault): handshake = fault
    case .body(let text): body = ResponseBody(text)
    case .page(let page): body = page
    case .refuse, .drop: break
    }
  }

  private var isOverTLS: Bool { [.https, .httpsStringMatch].contains(settings.kind) }

  private var hasHandshake: Bool {
    guard settings.port == 443, handshake != .always else { return false }
    let namesHost = settings.enablesSNI != false && settings.fullyQualifiedDomainName != nil
    return handshake == nil || namesHost
  }

  var probe: Probe {
    let open = Int(connect)
    if settings.kind == .tcp {
      return Probe(outcome: .connected(connectMilliseconds: open), duration: connect)
    }
    if isOverTLS, !hasHandshake { return Probe(outcome: .noHandshake, duration: connect) }
    if slow > 2_000 { return Probe(outcome: .silent, duration: connect + 2_000) }
    let status = !isOverTLS && settings.port == 443 ? 400 : status
    let isGood = (200..<400).contains(status)
    let searches = [.httpStringMatch, .httpsStringMatch].contains(settings.kind)
    guard searches, isGood else {
      let outcome = ProbeOutcome.answered(
        status: status,
        connectMilliseconds: open,
        statusMilliseconds: Int(slow)
      )
      return Probe(outcome: outcome, duration: connect + slow)
    }
    let (finding, time) = search
    let outcome = ProbeOutcome.read(
      status: status,
      connectMilliseconds: open,
      statusMilliseconds: Int(slow),
      finding
    )
    return Probe(outcome: outcome, duration: connect + slow + time)
  }

  /// The page byte by byte, cut off at 5120.
  private var search: (ResponseBody.Finding, Milliseconds) {
    let own =
      settings.resourcePath == "/cafe"
      ? "The document has moved." : "Server Information Instance \(instance)"
    let body = body ?? ResponseBody(own)
    if body.delayMilliseconds > 2_000 { return (.late, 2_000) }
    let time = Int64(body.delayMilliseconds)
    if body.encoding == .brotli || body.encoding == .compress {
      return (.unreadable(body.encoding), time)
    }
    let bytes = Array(body.text.utf8).prefix(max(0, 5_120 - body.offset))
    let wanted = Array((settings.searchString ?? "").utf8)
    let isThere = bytes.indices.contains { bytes[$0...].starts(with: wanted) }
    return (isThere ? .found : .missing, time)
  }
}

extension WebsiteSketch {
  /// Notes a command that the world has accepted.
  mutating func note(_ command: Command, at now: Instant) {
    switch command {
    case .stopInstance, .terminateInstance:
      life = .down(since: now, silentAtOnce: host(at: now) == .silent)
    case .startInstance:
      life = isRunning(at: now) ? .rebooting(since: now) : .starting(since: now)
      hasPower = true
    case .rebootInstance:
      life = .rebooting(since: now)
      hasPower = true
    case .kill: hasPower = false
    case .breakInstance(_, let kind, let time):
      faults.removeAll { $0.kind.rank == kind.rank }
      faults.append(Fault(kind: kind, until: time.map { now + $0 }))
    case .heal, .healEverything: heal(at: now)
    case .beginZoneOutage: zoneIsDown = true
    case .endZoneOutage: zoneIsDown = false
    case .cutOff(let place, _, let time): cuts.append((place, time.map { now + $0 }))
    case .reconnect(let place, _): cuts.removeAll { $0.place == place }
    default: break
    }
    if case .healEverything = command { zoneIsDown = false }
  }

  private mutating func heal(at now: Instant) {
    faults = []
    cuts = []
    if !hasPower, isRunning(at: now) { life = .rebooting(since: now) }
    hasPower = true
  }
}
