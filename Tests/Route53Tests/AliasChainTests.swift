import DNS
import Route53
import Testing

struct `A CNAME` {
  private func cafe(_ links: [(String, String)]) throws -> Cafe {
    var cafe = Cafe()
    try cafe.change(Change(.create, .a("end.cafe.example", Cafe.main)))
    for (name, target) in links { try cafe.change(Change(.create, .cname(name, target))) }
    return cafe
  }

  /// c0 → c1 → … → end, so many CNAMEs in all.
  private func chain(_ length: Int) throws -> Cafe {
    try cafe(
      (0..<length).map { index in
        let next = index == length - 1 ? "end" : "c\(index + 1)"
        return ("c\(index).cafe.example", "\(next).cafe.example")
      }
    )
  }

  @Test func `is followed inside the zone`() throws {
    let answer = try chain(2).dig("c0.cafe.example")
    #expect(answer.records.map(\.type) == [.cname, .cname, .a])
    #expect(
      answer.reasons.map(\.rule) == [
        .zoneChosen, .nameExists, .simpleAnswersAll, .cnameFollowed, .nameExists,
        .simpleAnswersAll, .cnameFollowed, .nameExists, .simpleAnswersAll,
      ]
    )
    #expect(answer.chosen?.name == DomainName(known: "end.cafe.example"))
    #expect(answer.ttl == 60)
  }

  @Test func `itself is the answer when it is asked for`() throws {
    #expect(try chain(2).dig("c0.cafe.example", .cname).records.map(\.type) == [.cname])
  }

  @Test func `is left to the resolver outside the zone`() throws {
    let answer = try cafe([("www.cafe.example", "www.tea.example")]).dig("www.cafe.example")
    #expect(answer.code == .noError && answer.records.map(\.type) == [.cname])
    #expect(answer.reasons.last?.rule == .cnameLeavesZone)
  }

  @Test func `ends as its target ends`() throws {
    let missing = try cafe([("www.cafe.example", "none.cafe.example")]).dig("www.cafe.example")
    #expect(missing.code == .nxDomain && missing.records.count == 1 && missing.negativeTTL == 900)
    let noData = try chain(1).dig("c0.cafe.example", .txt)
    #expect(noData.code == .noError && noData.records.count == 1 && noData.negativeTTL == 900)
  }

  @Test(arguments: [
    [("a", "a")], [("a", "b"), ("b", "a")], [("a", "b"), ("b", "c"), ("c", "b")], [("*", "a")],
  ])
  func `in a loop ends in SERVFAIL`(links: [(String, String)]) throws {
    let cafe = try cafe(links.map { ("\($0).cafe.example", "\($1).cafe.example") })
    let answer = try cafe.dig("a.cafe.example")
    #expect(answer.code == .servFail && answer.records.isEmpty && answer.chosen == nil)
    #expect(answer.reasons.last?.rule == .cnameLoop)
  }

  @Test func `may follow eight deep and no deeper`() throws {
    #expect(try chain(8).dig("c0.cafe.example").code == .noError)
    let deep = try chain(9).dig("c0.cafe.example")
    #expect(deep.code == .servFail && deep.reasons.last?.rule == .cnameChainTooLong)
  }

  @Test func `can fail over`() throws {
    var cafe = Cafe()
    cafe.health = [Cafe.check: .unhealthy]
    var primary = RecordSetRequest.primary("www.cafe.example", "one.example")
    var secondary = RecordSetRequest.secondary("www.cafe.example", "two.example")
    primary.type = "CNAME"
    secondary.type = "CNAME"
    try cafe.change(Change(.create, primary), Change(.create, secondary))
    #expect(
      try cafe.dig("www.cafe.example").records.map(\.data) == [
        .cname(DomainName(known: "two.example"))
      ]
    )
  }
}

@Suite(.timeLimit(.minutes(1)))
struct `An alias` {
  /// a0 → a1 → … → end, so many aliases in all, each of which evaluates its target's health.
  private func chain(_ length: Int, _ status: HealthStatus = .healthy) throws -> Cafe {
    var sketch = Sketch()
    for index in 0..<length {
      let next = index == length - 1 ? "end" : "a\(index + 1)"
      try sketch.add("a\(index)", "P", .failover(.primary), .alias(next, evaluates: true))
      try sketch.add("a\(index)", "S", .failover(.secondary), .value("54.9.9.\(index)"))
    }
    try sketch.add("end", "E", .weighted(1), .value("54.1.1.1"), status)
    return sketch.cafe
  }

  @Test func `leads through a tree, and each choice stands under the last`() throws {
    let reply = try chain(3).dig("a0.cafe.example")
    #expect(reply.texts == ["54.1.1.1"] && reply.ttl == 15)
    #expect(reply.records.map(\.name.description) == ["a0.cafe.example."])
    #expect(reply.chosen?.setIdentifier == "E")
    var reasons = reply.reasons
    var depth = 0
    while let branch = reasons.last?.candidates.first(where: { $0.eliminated == nil })?.branch,
      !branch.isEmpty
    {
      #expect(branch.first?.rule == .aliasFollowed)
      reasons = branch
      depth += 1
    }
    #expect(depth == 3 && reasons.last?.rule == .weightedDraw)
    #expect(reply.healthChecks == [HealthCheckID("check-0")])
  }

  @Test func `is backed out of at the level where its target is unhealthy`() throws {
    #expect(try chain(3, .unhealthy).dig("a0.cafe.example").texts == ["54.9.9.2"])
  }

  @Test func `is followed sixteen deep and no deeper`() throws {
    #expect(try chain(16).dig("a0.cafe.example").texts == ["54.1.1.1"])
    // What lies deeper counts as unhealthy, so the other record of the last group is taken.
    #expect(try chain(17).dig("a0.cafe.example").texts == ["54.9.9.16"])
    var sketch = Sketch()
    for index in 0..<17 { try sketch.add("a\(index)", .alias("a\(index + 1)", evaluates: false)) }
    try sketch.add("a17", .value("54.1.1.1"))
    let deep = try sketch.cafe.dig("a0.cafe.example")
    #expect(deep.code == .servFail && deep.reasons.last?.rule == .aliasChainTooLong)
    #expect(try sketch.cafe.dig("a1.cafe.example").texts == ["54.1.1.1"])
  }

  @Test(arguments: [[("a", "a")], [("a", "b"), ("b", "a")], [("a", "b"), ("b", "c"), ("c", "b")]])
  func `in a loop ends in SERVFAIL`(links: [(String, String)]) throws {
    for evaluates in [false, true] {
      var sketch = Sketch()
      for (name, target) in links { try sketch.add(name, .alias(target, evaluates: evaluates)) }
      let reply = try sketch.cafe.dig("a.cafe.example")
      #expect(reply.code == .servFail && reply.records.isEmpty && reply.chosen == nil)
      #expect(reply.reasons.last?.rule == .aliasLoop)
    }
  }

  @Test func `of which there are fifty in each of sixteen groups costs no more than the groups`()
    throws
  {
    var sketch = Sketch()
    for level in 0..<15 {
      for index in 0..<50 {
        let target = Sketch.Content.alias("a\(level + 1)", evaluates: true)
        try sketch.add("a\(level)", "\(index)", .weighted(1), target)
      }
    }
    try sketch.add("a15", "E", .weighted(1), .value("54.1.1.1"), .unhealthy)
    for isExplaining in [false, true] {
      let reply = try sketch.cafe.dig("a0.cafe.example", explaining: isExplaining)
      #expect(reply.texts == ["54.1.1.1"] && reply.chance == .choice)
    }
  }

  @Test(arguments: [false, true])
  func `without a target is unhealthy and answers nothing`(hasOther: Bool) throws {
    var sketch = Sketch()
    try sketch.add("www", "P", .failover(.primary), .alias("gone", evaluates: true))
    if hasOther { try sketch.add("www", "S", .failover(.secondary), .value("54.1.1.2")) }
    let reply = try sketch.cafe.dig("www.cafe.example")
    #expect(reply.code == .noError && reply.texts == (hasOther ? ["54.1.1.2"] : []))
    let branch = reply.reasons.last?.candidates.first?.branch
    #expect(branch?.map(\.rule) == (hasOther ? [] : [.aliasTargetMissing]))
  }

  @Test func `of an AWS resource has its addresses for a minute, and its health`() throws {
    for isHealthy in [false, true] {
      var sketch = Sketch()
      try sketch.addResource("web.elb.example", "3.1.1.1", "3.1.1.2", isHealthy: isHealthy)
      let resource = Sketch.Content.resource("web.elb.example", evaluates: true)
      try sketch.add("www", "P", .failover(.primary), resource)
      try sketch.add("www", "S", .failover(.secondary), .value("54.1.1.2"))
      try sketch.add("plain", .resource("web.elb.example", evaluates: true))
      try sketch.add("six", nil, .simple, resource, type: .aaaa)
      let cafe = sketch.cafe
      let expected = isHealthy ? ["3.1.1.1", "3.1.1.2"] : ["54.1.1.2"]
      #expect(try cafe.dig("www.cafe.example").texts.sorted() == expected)
      let plain = try cafe.dig("plain.cafe.example")
      #expect(plain.texts.count == 2 && plain.ttl == 60 && plain.chance == .order)
      let six = try cafe.dig("six.cafe.example", .aaaa)
      #expect(six.code == .noError && six.records.isEmpty && six.negativeTTL == 900)
    }
  }

  /// Their health decides that the group is passed by, however far behind it they stand.
  @Test func `that is not chosen still rests on the resources behind it`() throws {
    var sketch = Sketch()
    try sketch.addResource("web.elb.example", "3.1.1.1", isHealthy: false)
    let resource = Sketch.Content.resource("web.elb.example", evaluates: true)
    try sketch.add("pool", "A", .weighted(1), resource)
    try sketch.add("www", "P", .failover(.primary), .alias("pool", evaluates: true))
    try sketch.add("www", "S", .failover(.secondary), .value("54.1.1.2"))
    let reply = try sketch.cafe.dig("www.cafe.example")
    #expect(reply.texts == ["54.1.1.2"])
    #expect(reply.resources.map(\.withoutDot) == ["web.elb.example"])
  }
}
