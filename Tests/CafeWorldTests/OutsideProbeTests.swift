@testable import CafeWorld
import DNS
import Route53
import Testing

/// How it is watched, by real requests that are reported to the world.
extension `What runs outside the world` {
  private mutating func watchMine(threshold: Int = 2) throws -> HealthCheckID {
    try cafe.watch(try mine.publicAddress, threshold: threshold)
  }

  /// Lets time pass, in which each request outside finds the same as soon as it is due.
  @discardableResult
  private mutating func wait(
    _ time: Milliseconds,
    finding outcome: ProbeOutcome,
    took duration: Milliseconds = 5
  ) throws -> [Event] {
    let end = cafe.world.now + time
    var events: [Event] = []
    while let next = cafe.world.nextRealProbe, next + duration <= end {
      if next + duration > cafe.world.now {
        events += try cafe.wait(next + duration - cafe.world.now)
      }
      for probe in cafe.world.realProbes(by: cafe.world.now - duration) {
        let report = Command.reportProbe(
          probe.check,
          checker: probe.site,
          outcome,
          took: duration
        )
        events += try cafe.perform(report)
      }
    }
    return events + (try cafe.wait(end - cafe.world.now))
  }

  @Test mutating func `is asked by each checker within an interval, then one after the answer`()
    throws
  {
    let id = try watchMine()
    let created = cafe.world.now
    let due = cafe.world.realProbes(by: created + 10_000)
    #expect(due.count == 16 && Set(due.map(\.due)).count > 8)
    #expect(due.allSatisfy { $0.check == id && $0.outside == Self.place && $0.path == "/cafe" })
    #expect(due.allSatisfy { $0.host == "127.0.0.1:9000" && $0.kind == .http })
    #expect(cafe.world.nextRealProbe == due.map(\.due).min())
    // It is due until it is back, however long that takes.
    try cafe.wait(25_000)
    #expect(cafe.world.realProbes(by: cafe.world.now).count == 16)
    try cafe.perform(.reportProbe(id, checker: 3, Self.good, took: 900))
    let now = cafe.world.now
    #expect(cafe.world.realProbes(by: now + 9_999).count == 15)
    #expect(cafe.world.realProbes(by: now + 10_000).first { $0.site == 3 }?.due == now + 10_000)
    let checker = try #require(cafe.world.healthCheck(id)?.checker(at: 3))
    let result = try #require(checker.lastResult(by: now))
    #expect(result.startedAt == now - 900 && result.endedAt == now && result.passes)
    #expect(checker.probes(from: created, to: now) == [result])
  }

  static let hosts: [(String?, Int, String)] = [
    (nil, 80, "127.0.0.1:9000"), ("shop.example", 80, "shop.example"),
    ("shop.example", 8_080, "shop.example:8080"),
  ]

  /// As within: the name and, where it is not the usual one, the port of the check.
  @Test(arguments: hosts)
  mutating func `is asked under the name that the check gives`(
    name: String?,
    port: Int,
    host: String
  ) throws {
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: try #require(try mine.publicAddress).description,
      fullyQualifiedDomainName: name,
      port: port
    )
    try cafe.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    let due = cafe.world.realProbes(by: cafe.world.now + 30_000)
    #expect(due.count == 16 && due.allSatisfy { $0.host == host })
  }

  @Test(arguments: [HealthCheckKind.https, .httpsStringMatch])
  mutating func `is not watched by a check that asks for TLS`(kind: HealthCheckKind) throws {
    let settings = HealthCheckSettings(
      kind: kind,
      ipAddress: try #require(try mine.publicAddress).description,
      searchString: kind.matchesString ? "well" : nil
    )
    let digest = cafe.world.digest
    let refusal = Rejection.badValue(
      option: "--type",
      value: kind.rawValue,
      allowed: "HTTP, HTTP_STR_MATCH or TCP for mine, which runs outside"
    )
    #expect(throws: refusal) {
      try cafe.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    }
    #expect(cafe.world.digest == digest)
  }

  @Test(arguments: [1, 2, 3])
  mutating func `turns a check after as many failures as its threshold, with cause`(
    threshold: Int
  ) throws {
    let id = try watchMine(threshold: threshold)
    #expect(try wait(.minute, finding: Self.good).firstTurn == nil)
    let broken = cafe.world.now
    let events = try wait(.minute, finding: .refused)
    let turn = try #require(events.firstTurn)
    #expect(turn.at - broken > Int64(threshold - 1) * 10_000)
    #expect(turn.at - broken <= Int64(threshold) * 10_020)
    let cause = try #require(events.first { $0.number == turn.cause })
    guard case .checkerTurned(id, let site, to: .unhealthy) = cause.fact,
      let report = events.first(where: { $0.number == cause.cause }),
      case .probeReturned(id, site, let result) = report.fact
    else {
      Issue.record("\(cause)")
      return
    }
    #expect(result.outcome == .refused && report.cause == nil)
    #expect(cafe.status(id) == .unhealthy)
    #expect(cafe.world.healthCheck(id)?.servedStatus == .unhealthy)
    #expect(cafe.world.reach(of: try #require(try mine.publicAddress)) == .refuses)
    #expect(try wait(.minute, finding: Self.good).firstTurn != nil)
    #expect(cafe.status(id) == .healthy)
  }

  @Test mutating func `does not turn a check while good and bad results take turns`() throws {
    let id = try watchMine(threshold: 2)
    for _ in 0..<6 {
      #expect(try wait(10_010, finding: .refused).firstTurn == nil)
      #expect(try wait(10_010, finding: Self.good).firstTurn == nil)
    }
    #expect(cafe.status(id) == .healthy)
  }

  @Test mutating func `fails over like any other, and customers follow`() throws {
    let id = try watchMine()
    var records = try cafe.pair(id)
    records[0].values = [try #require(mine.publicAddress).description]
    try cafe.change(.create, records)
    try wait(2 * .minute, finding: Self.good)
    #expect(cafe.answer == [try #require(try mine.publicAddress)])
    try wait(.minute, finding: .timedOut, took: 4_000)
    #expect(cafe.answer == [try cafe.secondAddress])
    try wait(.minute, finding: Self.good)
    #expect(cafe.answer == [try #require(try mine.publicAddress)])
  }

  // What lies between a checker and an address stands in the way of real requests too.
  @Test mutating func `counts as timed out where its zone is down or a region is cut off`() throws {
    let id = try watchMine()
    try wait(.minute, finding: Self.good)
    try cafe.perform(.beginZoneOutage("us-west-2b"))
    #expect(try wait(.minute, finding: Self.good).firstTurn != nil)
    #expect(cafe.status(id) == .unhealthy)
    let outcomes = try #require(cafe.world.healthCheck(id)).checkers
      .map { $0.lastResult(by: cafe.world.now)?.outcome }
    #expect(outcomes.allSatisfy { $0 == .timedOut })
    #expect(cafe.world.reach(of: try #require(try mine.publicAddress)) == .silent)
    try cafe.perform(.endZoneOutage("us-west-2b"))
    try wait(.minute, finding: Self.good)
    #expect(cafe.status(id) == .healthy)

    let address = try #require(try mine.publicAddress)
    try cafe.perform(.cutOff(region: "eu-west-1", address: address))
    try wait(.minute, finding: Self.good)
    let check = try #require(cafe.world.healthCheck(id))
    #expect(check.healthyCheckers == 14 && check.status == .healthy)
    for checker in check.checkers {
      let isCut = HealthRules.sites[checker.site].region == "eu-west-1"
      #expect(checker.lastResult(by: cafe.world.now)?.outcome == (isCut ? .timedOut : Self.good))
    }
  }

  @Test mutating func `lets a check move from outside to inside and back`() throws {
    let id = try watchMine()
    try wait(.minute, finding: .refused)
    #expect(cafe.status(id) == .unhealthy)
    func aim(at address: IPv4Address) throws -> [Event] {
      try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(ipAddress: address.description)))
    }
    _ = try aim(at: cafe.firstAddress)
    #expect(cafe.world.nextRealProbe == nil)
    #expect(throws: Rejection.self) {
      try cafe.perform(.reportProbe(id, checker: 0, Self.good, took: 1))
    }
    try cafe.wait(.minute)
    #expect(cafe.status(id) == .healthy)
    for checker in try #require(cafe.world.healthCheck(id)).checkers {
      #expect(checker.lastResult(by: cafe.world.now)?.passes == true)
      #expect(checker.lastResult(by: cafe.world.now, failedOnly: true)?.outcome == .refused)
    }
    _ = try aim(at: try #require(try mine.publicAddress))
    #expect(cafe.world.realProbes(by: cafe.world.now + 10_000).count == 16)
    try wait(.minute, finding: .refused)
    #expect(cafe.status(id) == .unhealthy)
    for checker in try #require(cafe.world.healthCheck(id)).checkers {
      #expect(checker.lastResult(by: cafe.world.now)?.outcome == .refused)
    }
    #expect(cafe.world.violations().isEmpty)
  }

  @Test mutating func `is asked nothing while its check is disabled, and again afterwards`() throws
  {
    let id = try watchMine()
    try wait(.minute, finding: Self.good)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(disabled: true)))
    #expect(cafe.world.nextRealProbe == nil)
    #expect(throws: Rejection.self) {
      try cafe.perform(.reportProbe(id, checker: 0, .refused, took: 1))
    }
    try cafe.wait(.hour)
    #expect(cafe.status(id) == .healthy)
    try cafe.perform(.updateHealthCheck(id, HealthCheckUpdate(disabled: false)))
    #expect(cafe.world.realProbes(by: cafe.world.now + 10_000).count == 16)
    try wait(.minute, finding: .refused)
    #expect(cafe.status(id) == .unhealthy)
  }

  /// Two pages of one server may differ, and both are asked for all the time: one of them speaks.
  @Test mutating func `is told of as the oldest check finds it that asks for a page`() throws {
    let address = try #require(try mine.publicAddress)
    let connecting = HealthCheckSettings(kind: .tcp, ipAddress: address.description, port: 80)
    try cafe.perform(
      .createHealthCheck(name: "port", callerReference: nil, settings: connecting)
    )
    let port = try #require(cafe.world.healthChecks.last?.id)
    let page = try watchMine()
    let other = try watchMine()
    let broken = ProbeOutcome.answered(
      status: 503,
      connectMilliseconds: 1,
      statusMilliseconds: 3
    )
    func found(by finding: [HealthCheckID: ProbeOutcome]) throws -> [Fact] {
      var told: [Fact] = []
      for _ in 1...20 {
        try cafe.wait(.second)
        for probe in cafe.world.realProbes(by: cafe.world.now) {
          let outcome = try #require(finding[probe.check])
          let report = Command.reportProbe(
            probe.check,
            checker: probe.site,
            outcome,
            took: 0
          )
          told += try cafe.perform(report).map(\.fact)
        }
      }
      return told.filter { if case .outsideFound = $0 { true } else { false } }
    }
    let connected = ProbeOutcome.connected(connectMilliseconds: 1)
    var findings = [port: connected, page: Self.good, other: broken]
    let sound = Reach.answers(status: 200, slow: 0, body: nil)
    #expect(try found(by: findings) == [.outsideFound(try mine.id, sound)])
    findings[page] = broken
    let down = Reach.answers(status: 503, slow: 0, body: nil)
    #expect(try found(by: findings) == [.outsideFound(try mine.id, down)])
    // Once it asks no more, the next one speaks.
    try cafe.perform(.updateHealthCheck(page, HealthCheckUpdate(disabled: true)))
    findings[other] = Self.good
    #expect(try found(by: findings) == [.outsideFound(try mine.id, sound)])
  }

  @Test mutating func `is asked no more when it is gone`() throws {
    let id = try watchMine()
    try wait(.minute, finding: Self.good)
    try cafe.perform(.terminateInstance(mine.id))
    try wait(2 * .minute, finding: Self.good)
    #expect(cafe.world.nextRealProbe == nil && cafe.status(id) == .unhealthy)
  }

  @Test mutating func `is reported only by who was to ask, when it was to`() throws {
    let id = try watchMine()
    let inside = try cafe.watch()
    let reports: [Command] = [
      // Not due yet.
      .reportProbe(id, checker: 0, Self.good, took: 5),
      .reportProbe(id, checker: 16, Self.good, took: 5),
      .reportProbe(id, checker: -1, Self.good, took: 5),
      .reportProbe(inside, checker: 0, Self.good, took: 5),
      .reportProbe(HealthCheckID("none"), checker: 0, Self.good, took: 5),
    ]
    let late: [Command] = [
      .reportProbe(id, checker: 0, Self.good, took: -1),
      .reportProbe(id, checker: 0, Self.good, took: 60_001),
    ]
    for (wait, reports) in [(0 as Milliseconds, reports), (10_000, late + reports.dropFirst())] {
      if wait > 0 { try cafe.wait(wait) }
      let digest = cafe.world.digest
      for report in reports {
        #expect(throws: Rejection.self) { try cafe.perform(report) }
      }
      #expect(cafe.world.digest == digest)
    }
    try cafe.perform(.reportProbe(id, checker: 0, Self.good, took: 5))
  }

  /// What real probes found is commands like any other: a replay needs nobody outside.
  @Test func `replays to the same world, from the start or from any point`() throws {
    var commands: [Command] = [
      .createInstance(name: "mine", zone: "us-west-2b", outside: Self.place)
    ]
    var live = Cafe().world
    func act(_ command: Command) throws {
      try live.perform(command)
      commands.append(command)
    }
    try live.perform(commands[0])
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: try #require(live.instance("mine")?.publicAddress).description,
      resourcePath: "/",
      requestInterval: 10,
      failureThreshold: 2
    )
    try act(.createHealthCheck(name: "it", callerReference: "it", settings: settings))
    for round in 0..<80 {
      try act(.wait(1_700))
      for probe in live.realProbes(by: live.now) where (probe.site + round) % 3 > 0 {
        let outcome: ProbeOutcome = (20..<45).contains(round) ? .silent : Self.good
        try act(.reportProbe(probe.check, checker: probe.site, outcome, took: Int64(round)))
      }
    }
    #expect(live.healthCheck("it")?.status == .healthy)
    var replayed = Cafe().world
    var snapshots: [World] = []
    for command in commands {
      snapshots.append(replayed)
      try replayed.perform(command)
    }
    #expect(replayed == live && replayed.digest == live.digest)
    #expect(live.violations().isEmpty)
    for point in stride(from: 0, to: commands.count, by: 37) {
      var world = snapshots[point]
      for command in commands[point...] { try world.perform(command) }
      #expect(world.digest == live.digest)
    }
  }
}
