import DNS
import Route53
import Testing

struct `An answer` {
  static func pair(_ primary: HealthStatus, _ secondary: HealthStatus?) throws -> Cafe {
    var cafe = Cafe()
    cafe.health = [Cafe.check: primary, Cafe.otherCheck: secondary ?? .healthy]
    try cafe.change(
      Change(.create, .primary("www.cafe.example")),
      Change(
        .create,
        .secondary("www.cafe.example", check: secondary == nil ? nil : Cafe.otherCheck)
      )
    )
    return cafe
  }

  // DG:health-checks-how-route-53-chooses-records.
  @Test(
    arguments: [
      (HealthStatus.healthy, HealthStatus.healthy, "P", Rule.primaryHealthy),
      (.healthy, .unhealthy, "P", .primaryHealthy),
      (.healthy, nil, "P", .primaryHealthy),
      (.unhealthy, .healthy, "S", .primaryUnhealthySecondaryHealthy),
      (.unhealthy, .unhealthy, "P", .bothUnhealthyPrimary),
      (.unhealthy, nil, "S", .primaryUnhealthySecondaryHealthy),
    ] as [(HealthStatus, HealthStatus?, String, Rule)]
  )
  func `of a failover pair`(
    primary: HealthStatus,
    secondary: HealthStatus?,
    chosen: String,
    rule: Rule
  ) throws {
    let answer = try Self.pair(primary, secondary).dig("www.cafe.example")
    #expect(answer.addresses.map(\.description) == [chosen == "P" ? Cafe.main : Cafe.standby])
    #expect(answer.ttl == 15 && answer.code == .noError && answer.negativeTTL == nil)
    let reason = try #require(answer.reasons.last)
    #expect(reason.rule == rule)
    #expect(reason.candidates.map(\.role) == [.primary, .secondary])
    #expect(reason.candidates.map(\.eliminated) == (chosen == "P" ? [nil, rule] : [rule, nil]))
    #expect(answer.chosen == reason.candidates.first { $0.eliminated == nil }?.key)
  }

  @Test func `falls back as soon as the primary is healthy again`() throws {
    var cafe = try Self.pair(.unhealthy, nil)
    #expect(try cafe.dig("www.cafe.example").addresses.map(\.description) == [Cafe.standby])
    cafe.health[Cafe.check] = .healthy
    #expect(try cafe.dig("www.cafe.example").addresses.map(\.description) == [Cafe.main])
  }

  @Test func `is the only record set of a pair that is there`() throws {
    var cafe = Cafe()
    cafe.health = [Cafe.check: .unhealthy]
    try cafe.change(Change(.create, .primary("www.cafe.example")))
    let answer = try cafe.dig("www.cafe.example")
    #expect(answer.addresses.map(\.description) == [Cafe.main])
    #expect(answer.reasons.last?.rule == .onlyOne)
  }

  @Test func `treats a deleted health check as healthy and says so`() throws {
    var cafe = try Self.pair(.unhealthy, nil)
    cafe.health = [:]
    let answer = try cafe.dig("www.cafe.example")
    #expect(answer.addresses.map(\.description) == [Cafe.main])
    #expect(answer.reasons.map(\.rule).contains(.unknownCheckIsHealthy))
    #expect(answer.reasons.last?.candidates.first?.health == .unknownCheck)
  }

  @Test func `changes with a misconception that a lesson asks about`() throws {
    let rules = AnsweringRules(secondaryNeedsCheck: true)
    let answer = try Self.pair(.unhealthy, nil).dig("www.cafe.example", rules: rules)
    #expect(answer.addresses.map(\.description) == [Cafe.main])
    #expect(answer.reasons.map(\.rule).contains(.secondaryWithoutCheckIsUnhealthy))
  }

  // M:ResourceRecordSet.HealthCheckId
  @Test func `of a simple record does not ask for its health`() throws {
    var cafe = Cafe()
    cafe.health = [Cafe.check: .unhealthy]
    var request = RecordSetRequest.a("www.cafe.example", Cafe.main)
    request.healthCheckID = Cafe.check.text
    try cafe.change(Change(.create, request))
    let answer = try cafe.dig("www.cafe.example")
    #expect(answer.addresses.map(\.description) == [Cafe.main])
    #expect(answer.reasons.last?.rule == .simpleAnswersAll)
    #expect(answer.reasons.last?.candidates.map(\.health) == [.status(.unhealthy)])
  }

  // RFC 4592 §2.2.1.
  @Test func `of a wildcard bears the name that was asked for`() throws {
    var cafe = Cafe()
    try cafe.change(
      Change(.create, .a("*.cafe.example", "54.1.1.1")),
      Change(.create, .a("a.cafe.example", "54.1.1.2"))
    )
    #expect(try cafe.dig("a.cafe.example").addresses.map(\.description) == ["54.1.1.2"])
    for name in ["b.cafe.example", "x.b.cafe.example"] {
      let answer = try cafe.dig(name)
      #expect(answer.records.map(\.name.withoutDot) == [name])
      #expect(answer.addresses.map(\.description) == ["54.1.1.1"])
    }
    #expect(try cafe.dig("*.cafe.example").addresses.map(\.description) == ["54.1.1.1"])
    #expect(try cafe.dig("x.a.cafe.example").code == .nxDomain)
    let other = try cafe.dig("b.cafe.example", .aaaa)
    #expect(other.code == .noError && other.records.isEmpty && other.negativeTTL == 900)
  }

  @Test func `knows a name that only has names below it`() throws {
    var cafe = Cafe()
    try cafe.change(
      Change(.create, .a("*.cafe.example", "54.1.1.1")),
      Change(.create, .a("a.b.cafe.example", "54.1.1.2"))
    )
    let answer = try cafe.dig("b.cafe.example")
    #expect(answer.code == .noError && answer.records.isEmpty)
    #expect(answer.reasons.map(\.rule) == [.zoneChosen, .nameExists, .noData])
    #expect(try cafe.dig("c.b.cafe.example").code == .nxDomain)
  }

  // DG:SOA-NSrecords.
  @Test func `with nothing in it says how long that may be remembered`() throws {
    var cafe = Cafe()
    try cafe.change(Change(.create, .a("www.cafe.example", Cafe.main)))
    let noData = try cafe.dig("www.cafe.example", .aaaa)
    #expect(noData.code == .noError && noData.records.isEmpty && noData.isAuthoritative)
    #expect(noData.authority.map(\.type) == [.soa] && noData.negativeTTL == 900)
    let noName = try cafe.dig("shop.cafe.example")
    #expect(noName.code == .nxDomain && noName.negativeTTL == 900)
    var start = try #require(cafe.zone.records.sets(name: cafe.zone.name, type: .soa).first).request
    start.values = ["ns.example. mail.example. 1 7200 900 1209600 30"]
    try cafe.change(Change(.upsert, start))
    #expect(try cafe.dig("shop.cafe.example").negativeTTL == 30)
  }

  @Test func `comes with the zone's name servers`() throws {
    var cafe = Cafe()
    try cafe.change(Change(.create, .a("www.cafe.example", Cafe.main)))
    let answer = try cafe.dig("www.cafe.example")
    #expect(answer.authority.map(\.data) == cafe.zone.nameServers.map { .ns($0) })
    let servers = try cafe.dig("cafe.example", .ns)
    #expect(servers.records.count == 4 && servers.authority.isEmpty)
    #expect(servers.ttl == 172_800)
  }

  @Test func `is refused outside every zone`() throws {
    let answer = try Cafe().dig("www.tea.example")
    #expect(answer.code == .refused && answer.zone == nil && !answer.isAuthoritative)
    #expect(answer.reasons.map(\.rule) == [.noZone])
  }

  @Test func `comes from the zone with the longest name`() throws {
    let child = HostedZone(
      id: HostedZoneID("/hostedzone/ZCHILD"),
      name: DomainName(known: "shop.cafe.example"),
      comment: nil,
      nameServers: HostedZone.nameServers(seed: 2)
    )
    let question = Question(name: DomainName(known: "x.shop.cafe.example"), type: .a)
    let reply = answer(
      question,
      for: Cafe.client,
      in: [Cafe().zone, child],
      knowing: Knowledge(health: { _ in nil }),
      draw: 0
    )
    #expect(reply.zone?.text == "ZCHILD" && reply.code == .nxDomain)
  }

  @Test func `refers to other name servers below a delegation`() throws {
    var cafe = Cafe()
    let request = RecordSetRequest(
      name: "shop.cafe.example",
      type: "NS",
      ttl: 300,
      values: ["ns-1.awsdns-00.com"]
    )
    try cafe.change(Change(.create, request))
    let answer = try cafe.dig("www.shop.cafe.example")
    #expect(answer.code == .noError && answer.records.isEmpty && !answer.isAuthoritative)
    #expect(answer.authority.map(\.name.withoutDot) == ["shop.cafe.example"])
    #expect(answer.reasons.last?.rule == .delegated && answer.negativeTTL == nil)
    #expect(answer.glue.isEmpty)
  }

  // RFC 4035 §3.1.4.1, and RFC 1034 §4.2.1 of the addresses.
  @Test func `has the DS records of a delegation and the addresses of its servers`() throws {
    var cafe = Cafe()
    let sets: [(String, RecordType, String)] = [
      ("shop", .ns, "ns.shop.cafe.example"), ("shop", .ds, "1 8 2 00FF"),
      ("ns.shop", .a, "192.0.2.53"), ("ns.shop", .aaaa, "2001:db8::53"),
    ]
    for (name, type, value) in sets {
      let request = RecordSetRequest(
        name: "\(name).cafe.example",
        type: type.rawValue,
        ttl: 300,
        values: [value]
      )
      try cafe.change(Change(.create, request))
    }
    let signer = try cafe.dig("shop.cafe.example", .ds)
    #expect(signer.records.map(\.data.description) == ["1 8 2 00FF"] && signer.isAuthoritative)
    let below = try cafe.dig("www.shop.cafe.example", .ds)
    #expect(below.records.isEmpty && !below.isAuthoritative)
    #expect(below.glue.map(\.data.description) == ["192.0.2.53", "2001:db8::53"])
  }

  @Test func `denies a type that no record set has, at the end of CNAMEs`() throws {
    var cafe = Cafe()
    try cafe.change(Change(.create, .a("www.cafe.example", "54.1.1.1")))
    let alias = RecordSetRequest(
      name: "shop.cafe.example",
      type: "CNAME",
      ttl: 60,
      values: ["www.cafe.example"]
    )
    try cafe.change(Change(.create, alias))
    let other = answer(
      Question(name: DomainName(known: "shop.cafe.example"), type: .a),
      for: Cafe.client,
      in: [cafe.zone],
      knowing: Knowledge(health: { _ in nil }),
      draw: 0,
      isOtherType: true
    )
    #expect(other.records.map(\.type) == [.cname] && other.code == .noError)
    #expect(other.negativeTTL == 900 && other.reasons.last?.rule == .noData)
  }

  @Test func `has several values in an order that the draw decides`() throws {
    var cafe = Cafe()
    try cafe.change(Change(.create, .a("www.cafe.example", "54.1.1.1", "54.1.1.2", "54.1.1.3")))
    let question = Question(name: DomainName(known: "www.cafe.example"), type: .a)
    let orders = (0..<60).map { (draw: UInt64) in
      answer(
        question,
        for: Cafe.client,
        in: [cafe.zone],
        knowing: Knowledge(health: { _ in nil }),
        draw: draw
      ).addresses
    }
    #expect(Set(orders).count == 6)
    #expect(Set(orders.map { $0.sorted() }).count == 1)
  }
}
