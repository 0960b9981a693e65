@testable import CafeWorld
import DNS
import Route53
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Records and resolvers` {
  var cafe = Cafe()

  func inSync(_ events: [Event]) -> [Event] {
    events.filter { if case .changeInSync = $0.fact { true } else { false } }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `list a change at once and answer it within a minute`(seed: UInt64) throws {
    var cafe = Cafe(seed: seed)
    let address = try cafe.firstAddress
    try cafe.change(.create, [try cafe.simple(address)])
    let zone = try #require(cafe.world.hostedZones.first)
    #expect(zone.records.hasName(cafe.world.customers.name))
    #expect(cafe.answer == [])
    #expect(cafe.world.pendingChanges(of: cafe.world.customers.name).count == 1)
    let start = cafe.world.now
    let synced = inSync(try cafe.wait(.minute))
    #expect(synced.count == 1)
    #expect(synced.allSatisfy { (2_000...60_000).contains($0.at - start) })
    #expect(cafe.answer == [address])
    #expect(cafe.world.pendingChanges(of: cafe.world.customers.name).isEmpty)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `answer two changes in their order, the second unhindered`(seed: UInt64) throws {
    var cafe = Cafe(seed: seed)
    let (first, second) = (try cafe.firstAddress, try cafe.secondAddress)
    try cafe.change(.create, [try cafe.simple(first)])
    try cafe.wait(1_000)
    try cafe.change(.upsert, [try cafe.simple(second)])
    let ids = cafe.world.pendingChanges(of: cafe.world.customers.name).map(\.id)
    #expect(ids.count == 2)
    let synced = inSync(try cafe.wait(.minute))
    let zone = try #require(cafe.world.hostedZones.first?.id)
    let expected: [Fact] = ids.map { Fact.changeInSync(zone, $0) }
    #expect(synced.map(\.fact) == expected)
    #expect(cafe.answer == [second])
  }

  @Test mutating func `are answered when they are, whoever looked in between`() throws {
    var other = cafe
    for _ in 0..<5 { try other.perform(.lookUp(cafe.question, resolver: Resolver.home)) }
    let record = try cafe.simple(cafe.first.publicAddress)
    try cafe.change(.create, [record])
    try other.change(.create, [record])
    let pending = cafe.world.pendingChanges(of: cafe.question.name)
    #expect(pending.count == 1)
    #expect(other.world.pendingChanges(of: cafe.question.name) == pending)
  }

  @Test mutating func `keep an answer for its TTL, counted from the fetch`() throws {
    let (old, new) = (try cafe.firstAddress, try cafe.secondAddress)
    try cafe.change(.create, [try cafe.simple(old, ttl: 300)])
    try cafe.wait(.minute)
    try cafe.perform(.lookUp(cafe.question, resolver: Resolver.home))
    let fetched = cafe.world.now
    try cafe.change(.upsert, [try cafe.simple(new, ttl: 300)])
    try cafe.wait(300_000 - 1)
    let kept = try #require(cafe.world.resolved(cafe.question, by: Resolver.home))
    #expect(kept.addresses == [old] && kept.fetchedAt == fetched)
    #expect(kept.expires == fetched + 300_000)
    try cafe.wait(1)
    let fresh = try #require(cafe.world.resolved(cafe.question, by: Resolver.home))
    #expect(fresh.addresses == [new] && fresh.fetchedAt == cafe.world.now)
  }

  @Test(arguments: [Resolver.home, "isp"])
  mutating func `keep for 900 s that there is no such name`(resolver: String) throws {
    try cafe.perform(.lookUp(cafe.question, resolver: resolver))
    let entry = try #require(cafe.world.resolved(cafe.question, by: resolver))
    #expect(entry.code == .nxDomain && entry.ttl == 900)
    try cafe.change(.create, [try cafe.simple(cafe.first.publicAddress)])
    try cafe.wait(900_000 - 1)
    #expect(cafe.answer.count == 1)
    #expect(cafe.world.resolved(cafe.question, by: resolver)?.code == .nxDomain)
    try cafe.wait(1)
    #expect(cafe.world.resolved(cafe.question, by: resolver)?.addresses == cafe.answer)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `fetch again on a grid of their own when busy`(seed: UInt64) throws {
    var cafe = Cafe(seed: seed)
    try cafe.change(.create, [try cafe.simple(cafe.first.publicAddress, ttl: 60)])
    try cafe.wait(10 * .minute)
    let before = cafe.world.resolvers.compactMap { $0.entry(cafe.question)?.fetchedAt }
    #expect(before.count == 3)
    try cafe.change(.upsert, [try cafe.simple(cafe.second.publicAddress, ttl: 60)])
    let events = try cafe.wait(3 * .minute)
    let synced = try #require(inSync(events).first?.at)
    let refills = events.filter { if case .cacheRefilled = $0.fact { true } else { false } }
    #expect(refills.count == 3)
    for refill in refills {
      #expect((0..<60_000).contains(refill.at - synced))
      #expect(before.contains { (refill.at - $0) % 60_000 == 0 })
    }
    for name in ["isp", "mobile", "office"] {
      let entry = try #require(cafe.world.resolved(cafe.question, by: name))
      #expect(entry.addresses == cafe.answer)
      #expect((0..<60_000).contains(cafe.world.now - entry.fetchedAt))
    }
  }

  @Test mutating func `ask each time when caches did not honour the TTL`() throws {
    try cafe.change(.create, [try cafe.simple(cafe.first.publicAddress, ttl: 300)])
    try cafe.wait(10 * .minute)
    var rules = cafe.world.rules
    rules.honoursTTL = false
    cafe.world = cafe.world.under(rules)
    for name in [Resolver.home, "isp"] {
      try cafe.perform(.lookUp(cafe.question, resolver: name))
    }
    try cafe.change(.upsert, [try cafe.simple(cafe.second.publicAddress, ttl: 300)])
    try cafe.wait(.minute)
    for name in [Resolver.home, "isp"] {
      let entry = cafe.world.resolved(cafe.question, by: name)
      #expect(entry?.addresses == [try cafe.secondAddress])
    }
  }
}
