import DNS
import Route53
import Testing

struct `Health rules` {
  // DG:dns-failover-determining-health-of-endpoints.
  @Test(arguments: [
    (16, 16, HealthStatus.healthy), (3, 16, .healthy), (2, 16, .unhealthy), (0, 16, .unhealthy),
    (2, 6, .healthy), (1, 6, .unhealthy), (18, 100, .unhealthy), (19, 100, .healthy),
    (0, 0, .healthy),
  ])
  func `need more than eighteen percent of checkers`(
    healthy: Int,
    of: Int,
    status: HealthStatus
  ) {
    #expect(HealthRules.evaluated(healthy: healthy, of: of) == status)
  }

  @Test func `follow another share when one is given`() {
    #expect(HealthRules.evaluated(healthy: 8, of: 16, share: 50) == .unhealthy)
    #expect(HealthRules.evaluated(healthy: 9, of: 16, share: 50) == .healthy)
  }

  // M:UpdateHealthCheckRequest.Disabled.
  @Test(arguments: [
    (HealthStatus.healthy, false, false, HealthStatus.healthy),
    (.healthy, true, false, .unhealthy), (.unhealthy, false, false, .unhealthy),
    (.unhealthy, true, false, .healthy), (.unhealthy, false, true, .healthy),
    (.unhealthy, true, true, .unhealthy), (.healthy, false, true, .healthy),
    (.healthy, true, true, .unhealthy),
  ])
  func `apply disabled, then inverted`(
    evaluated: HealthStatus,
    inverted: Bool,
    disabled: Bool,
    status: HealthStatus
  ) {
    #expect(
      HealthRules.status(evaluated: evaluated, inverted: inverted, disabled: disabled) == status
    )
  }

  @Test func `call a new checker healthy`() {
    #expect(CheckerOpinion().status == .healthy)
  }

  // M:HealthCheckConfig.FailureThreshold.
  @Test(arguments: [
    (1, "FSF", "UHU"), (2, "FFSS", "HUUH"), (2, "FSFSFF", "HHHHHU"), (3, "FFFSSFSSS", "HHUUUUUUH"),
  ])
  func `turn a checker after as many results in a row`(
    threshold: Int,
    results: String,
    statuses: String
  ) {
    var opinion = CheckerOpinion()
    let seen = results.map { result -> Character in
      opinion.observe(passes: result == "S", threshold: threshold)
      return opinion.status == .healthy ? "H" : "U"
    }
    #expect(String(seen) == statuses)
  }

  @Test func `know sixteen checkers in eight regions`() {
    let sites = HealthRules.sites
    #expect(sites.map(\.index) == Array(0..<16))
    #expect(Set(sites.map(\.region)).count == 8)
    #expect(Set(sites.map(\.address)).count == 16)
    // 15.177.0.0/18
    #expect(sites.allSatisfy { $0.address.bits >> 14 == 0x0fb1_0000 >> 14 })
  }
}

struct `A probe` {
  private typealias Row = (ProbeOutcome, HealthCheckKind, Bool)

  static func answered(_ status: Int, connect: Int = 5, wait: Int = 40) -> ProbeOutcome {
    .answered(status: status, connectMilliseconds: connect, statusMilliseconds: wait)
  }

  // DG:dns-failover-determining-health-of-endpoints.
  static let rows: [(ProbeOutcome, HealthCheckKind, Bool)] = [
    (answered(200), .http, true), (answered(301), .http, true), (answered(399), .http, true),
    (answered(404), .http, false), (answered(503), .http, false), (answered(199), .http, false),
    (answered(200, wait: 2_500), .http, false), (answered(200, wait: 2_000), .http, true),
    (answered(200, connect: 4_000), .http, true), (answered(200, connect: 4_001), .http, false),
    (answered(503), .tcp, true), (.connected(connectMilliseconds: 6_000), .tcp, true),
    (.connected(connectMilliseconds: 10_001), .tcp, false), (.silent, .tcp, true),
    (.silent, .http, false), (.refused, .http, false), (.refused, .tcp, false),
    (.timedOut, .http, false), (.timedOut, .tcp, false),
  ]

  @Test(arguments: rows)
  func `passes by the limits of its kind`(
    outcome: ProbeOutcome,
    kind: HealthCheckKind,
    passes: Bool
  ) {
    #expect(outcome.passes(kind: kind) == passes)
    #expect(outcome.reason(kind: kind).hasPrefix(passes ? "Success: " : "Failure: "))
  }

  @Test(arguments: [
    (answered(200), "Success: HTTP Status Code 200, OK"),
    (answered(301), "Success: HTTP Status Code 301, Moved Permanently"),
    (answered(404), "Failure: HTTP Status Code 404, Not Found"),
    (answered(503), "Failure: HTTP Status Code 503, Service Temporarily Unavailable"),
    (
      .timedOut,
      "Failure: Connection timed out. The endpoint or the internet connection is down, or requests "
        + "are being blocked by your firewall. See https://docs.aws.amazon.com/Route53/latest/"
        + "DeveloperGuide/dns-failover-router-firewall-rules.html"
    ),
  ])
  func `says what it saw in Amazon's words`(outcome: ProbeOutcome, text: String) {
    #expect(outcome.reason == text)
  }
}
