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
