import DNS
import Route53
import Testing

struct `A search of a body` {
  typealias Row = (body: ResponseBody, finding: ResponseBody.Finding)

  // DG:dns-failover-determining-health-of-endpoints.
  static let rows: [Row] = [
    (ResponseBody("hot coffee"), .found), (ResponseBody("hot Coffee"), .missing),
    (ResponseBody("coffee", offset: 5_114), .found),
    (ResponseBody("coffee", offset: 5_115), .missing),
    (ResponseBody("coffee", encoding: .gzip), .found),
    (ResponseBody("coffee", encoding: .deflate), .found),
    (ResponseBody("coffee", encoding: .brotli), .unreadable(.brotli)),
    (ResponseBody("coffee", encoding: .compress), .unreadable(.compress)),
    (ResponseBody("coffee", delayMilliseconds: 2_000), .found),
    (ResponseBody("coffee", delayMilliseconds: 2_001), .late), (ResponseBody(""), .missing),
    (ResponseBody("cof"), .missing), (ResponseBody("cofcoffee"), .found),
  ]

  @Test(arguments: rows)
  func `finds it whole within the first 5120 bytes`(
    body: ResponseBody,
    finding: ResponseBody.Finding
  ) {
    #expect(body.finding("coffee") == finding)
  }

  @Test(arguments: [
    (200, ResponseBody.Finding.found, true), (301, .found, true), (200, .missing, false),
    (404, .found, false), (200, .late, false), (200, .unreadable(.brotli), false),
  ])
  func `makes a success of a good status and a found string`(
    status: Int,
    finding: ResponseBody.Finding,
    passes: Bool
  ) {
    let outcome = ProbeOutcome.read(
      status: status,
      connectMilliseconds: 0,
      statusMilliseconds: 10,
      finding
    )
    for kind in [HealthCheckKind.httpStringMatch, .httpsStringMatch] {
      #expect(outcome.passes(kind: kind) == passes)
      #expect(outcome.reason(kind: kind).hasPrefix(passes ? "Success: " : "Failure: "))
    }
  }

  @Test func `is told as Amazon tells it where that is known`() throws {
    let address = try #require(IPv4Address("3.131.60.30"))
    let good = ProbeOutcome.answered(status: 200, connectMilliseconds: 0, statusMilliseconds: 0)
    #expect(
      good.reason(kind: .https, resolved: address)
        == "Success: HTTP Status Code 200, OK. Resolved IP: 3.131.60.30"
    )
    let bad = ProbeOutcome.answered(status: 503, connectMilliseconds: 0, statusMilliseconds: 0)
    #expect(
      bad.reason(kind: .http, resolved: address)
        == "Failure: HTTP Status Code 503, Service Temporarily Unavailable. Resolved IP: "
        + "3.131.60.30"
    )
    #expect(ProbeOutcome.noHandshake.reason == "Failure: SSL alert handshake_failure")
    #expect(ProbeOutcome.unresolved.reason == "Failure: DNS resolution failed")
  }
}

struct `Statuses without checkers` {
  @Test(arguments: [
    (2, 2, HealthStatus.healthy), (1, 2, .unhealthy), (3, 4, .unhealthy), (0, 0, .healthy),
    (3, 0, .healthy),
  ])
  func `follow from enough healthy children`(
    healthy: Int,
    threshold: Int,
    status: HealthStatus
  ) {
    #expect(HealthRules.calculated(healthyChildren: healthy, threshold: threshold) == status)
  }

  @Test(
    arguments: [
      (InsufficientDataStatus.healthy, HealthStatus.unhealthy, HealthStatus.healthy),
      (.unhealthy, .healthy, .unhealthy), (.lastKnown, .unhealthy, .unhealthy),
      (.lastKnown, nil, .healthy), (nil, .unhealthy, .unhealthy), (nil, nil, .healthy),
    ] as [(InsufficientDataStatus?, HealthStatus?, HealthStatus)]
  )
  func `follow from the setting while there is no data`(
    setting: InsufficientDataStatus?,
    known: HealthStatus?,
    status: HealthStatus
  ) {
    #expect(HealthRules.withoutData(setting, lastKnown: known) == status)
  }
}
