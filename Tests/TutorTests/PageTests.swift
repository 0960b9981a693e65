import CafeWorld
import DNS
import Route53
import Terminal
import Testing

@testable import Tutor

@Suite(.timeLimit(.minutes(1)))
struct `A visit to the website` {
  static let thanks = "{{item}} at {{time}}"

  static func asset(_ path: String) -> String? {
    switch path {
    case "website/confirmation.txt": thanks
    default: nil
    }
  }

  /// What happens to the first server before somebody looks, and what is then on the screen.
  typealias Row = (
    name: String, fault: FaultKind?, host: String, path: String, page: String, curl: String,
    order: String
  )

  static let rows: [Row] = [
    (
      "well", nil, "www.cafe.example", "/cafe/",
      "Instance CafeInstance1 Region us-west-2 Availability Zone us-west-2a",
      "HTTP/1.1 200 OK", "Order placed: coffee"
    ),
    (
      "without the slash", nil, "www.cafe.example", "/cafe", "http://www.cafe.example/cafe/",
      "Location: http://www.cafe.example/cafe/", "Order placed"
    ),
    (
      "no such page", nil, "www.cafe.example", "/tea", "There is no page at /tea",
      "HTTP/1.1 404 Not Found", "Order placed"
    ),
    (
      "no such name", nil, "web.cafe.example", "/cafe/", "NXDOMAIN",
      "curl: (6) Could not resolve host: web.cafe.example", "It failed at DNS"
    ),
    (
      "refused", .refuse, "www.cafe.example", "/cafe/", "refused to connect", "curl: (7)",
      "It failed at the connection: the host refused it"
    ),
    (
      "dropped", .drop, "www.cafe.example", "/cafe/", "took too long to respond", "curl: (28)",
      "It failed at the connection: nothing came back"
    ),
    (
      "an error", .status(503), "www.cafe.example", "/cafe/", "503 Service Unavailable",
      "HTTP/1.1 503 Service Unavailable", "It failed at the page: HTTP 503"
    ),
    (
      "another page", .body("Closed for good"), "www.cafe.example", "/cafe/",
      "this is not the café's page", "Closed for good", "it was not the café's page"
    ),
    (
      "slow", .slow(12 * .second), "www.cafe.example", "/cafe/",
      "The page took 12 s to come. A customer gives up after 8 s.", "HTTP/1.1 200 OK",
      "it took 12 s, and customers wait 8 s at most"
    ),
  ]

  @Test(arguments: rows.indices)
  func `looks as it went`(index: Int) throws {
    let row = Self.rows[index]
    var story = try CafeStory(.simple)
    if let fault = row.fault {
      try story.perform(.breakInstance(story.first.id, fault, lasting: nil))
    }
    try story.perform(.fetch(host: row.host, path: row.path))
    try story.perform(.order(host: row.host, item: "coffee"))
    let display = Display(width: 240, linear: true)
    for event in story.events {
      switch event.fact {
      case .pageFetched(let visit):
        let page = Views.page(visit, of: story.world, text: Self.asset, on: display).text
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(page.contains(row.page), "\(row.name)")
        let curl = Views.curl(visit, head: false, of: story.world, text: Self.asset).text
        #expect(curl.contains(row.curl), "\(row.name)")
        let head = Views.curl(visit, head: true, of: story.world, text: Self.asset).text
        #expect(!head.contains("Server Information"), "\(row.name)")
      case .orderPlaced(let visit, let item):
        let text = order(visit, item, event.at, true, story.world, display)
        #expect(text.contains(row.order) && text.contains("coffee at 08:02:00"), "\(row.name)")
      case .orderFailed(let visit, let item):
        #expect(order(visit, item, event.at, false, story.world, display).contains(row.order))
      default: break
      }
    }
  }

  private func order(
    _ visit: Visit,
    _ item: String,
    _ at: Instant,
    _ placed: Bool,
    _ world: World,
    _ display: Display
  ) -> String {
    Views.orderResult(
      visit,
      item: item,
      at: at,
      placed: placed,
      of: world,
      text: Self.asset,
      on: display
    ).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whoever looks for words of the page that `curl` and `browse` print finds them.
  @Test(arguments: ["/", "/cafe", "/cafe/", "/cafe/menu.php"])
  func `is what a health checker searches`(path: String) throws {
    var story = try CafeStory(.simple)
    try story.perform(.fetch(host: "www.cafe.example", path: path))
    guard case .pageFetched(let visit)? = story.events.last?.fact else {
      Issue.record("no visit")
      return
    }
    let curl = Views.curl(visit, head: false, of: story.world, text: Self.asset).text
    let body = try #require(curl.firstRange(of: "\n\n").map { curl[$0.upperBound...] })
    let lines = body.split(separator: "\n").map(String.init)
    #expect(!lines.isEmpty)
    let display = Display(width: 240, linear: true)
    let browser = Views.page(visit, of: story.world, text: Self.asset, on: display).text
    for line in lines {
      #expect(try finds(line, path, in: story) == .healthy, "\(line)")
      if path != "/cafe" { #expect(browser.contains(line)) }
    }
    #expect(try finds("Sold out", path, in: story) == .unhealthy)
  }

  private func finds(_ words: String, _ path: String, in story: CafeStory) throws -> HealthStatus {
    var world = story.world
    let settings = HealthCheckSettings(
      kind: .httpStringMatch,
      ipAddress: story.first.publicAddress?.description ?? "",
      resourcePath: path,
      searchString: words,
      requestInterval: 10,
      failureThreshold: 1
    )
    try world.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    try world.perform(.wait(.minute))
    return try #require(world.healthChecks.last).status
  }

  @Test func `dig counts the TTL down and marks what is pending`() throws {
    var story = try CafeStory(.simple)
    try story.perform(.wait(20 * .second))
    try story.perform(.lookUp(story.www, resolver: Resolver.home))
    guard case .nameLookedUp(let resolver, let answer, let cached)? = story.events.last?.fact else {
      Issue.record("no look-up")
      return
    }
    let zone = story.world.hostedZones[0]
    let known = try #require(zone.records.sets(name: story.www.name).first)
    var request = known.request
    request.ttl = 15
    try story.perform(
      .changeRecords(zone.id, ChangeBatch(changes: [Change(.upsert, request)]))
    )
    let pending = Views.pendingChanges(of: answer, in: story.world)
    let id = try #require(pending.first?.id)
    let text = Views.dig(
      answer,
      cached: cached,
      resolver: resolver,
      at: story.world.now,
      short: false,
      pending: pending
    ).text
    #expect(text.contains("www.cafe.example.       40      IN      A       "))
    #expect(text.contains(";; flags: qr rd ra; QUERY: 1, ANSWER: 1,"))
    #expect(text.contains("fetched 20 s ago"))
    #expect(text.contains(";; note: change \(id.text) is PENDING"))
    let short = Views.dig(
      answer,
      cached: cached,
      resolver: resolver,
      at: story.world.now,
      short: true,
      pending: []
    )
    #expect(short.text == answer.records.first?.data.description)
  }
}
