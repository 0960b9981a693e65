@testable import CafeWorld
import DNS
import Route53
import Testing

/// Answers that are left to chance, in a world.
@Suite(.timeLimit(.minutes(1)))
struct `Chance in answers` {
  private let question = Question(name: DomainName(known: "www.cafe.example"), type: .a)

  /// www is the first server or the second, as often one as the other, for a minute each time.
  private func world(weights: (Int, Int) = (1, 1)) throws -> World {
    var world = Scene.cafe.world(seed: 7)
    var records = world.hostedZones[0].records
    for (index, weight) in [weights.0, weights.1].enumerated() {
      records = records.applying(
        ResourceRecordSet(
          name: question.name,
          type: .a,
          setIdentifier: "\(index)",
          routing: .weighted(weight),
          ttl: 60,
          values: [.a(try #require(world.instances[index].publicAddress))]
        )
      )
    }
    let now = world.now.milliseconds
    world.hostedZones[0].submit(records, of: [], change: ChangeID("C1"), at: now, inSyncAt: now)
    world.hostedZones[0].settle(at: now)
    for resolver in ["home", "isp"] { try world.perform(.lookUp(question, resolver: resolver)) }
    return world
  }

  @Test func `is the same for the same seed, client and number of the query`() throws {
    let world = try world()
    let client = try #require(AddressBlock("86.130.0.0/16"))
    let answers = (0..<100).map { number in
      world.authoritativeAnswer(question, from: client, number: number).addresses
    }
    #expect(Set(answers).count == 2)
    let again = world.authoritativeAnswer(question, from: client, number: 17, explaining: false)
    #expect(again.addresses == answers[17] && again.chance == .choice && again.reasons.isEmpty)
    let first = world.authoritativeAnswer(question, from: client)
    #expect(first.addresses == answers[0])
    #expect(world.authoritativeAnswer(question, from: client) == first)
  }

  @Test func `is drawn anew by each fetch of a busy resolver, without an event`() throws {
    var world = try world()
    let events = world.eventCount
    var seen: [IPv4Address: Int] = [:]
    for _ in 0..<200 {
      try world.perform(.wait(30 * .second))
      let kept = try #require(world.resolved(question, by: "isp"))
      #expect(world.now < kept.expires && kept.expires <= world.now + .minute)
      #expect(kept.number == Int((kept.fetchedAt - Scene.cafe.world(seed: 7).now) / .minute))
      let address = try #require(kept.addresses.first)
      seen[address, default: 0] += 1
    }
    #expect(world.eventCount - events == 200)
    #expect(seen.count == 2 && seen.values.allSatisfy { $0 > 60 })
  }

  @Test func `of the past stays what it was when the weights change`() throws {
    var world = try world()
    try world.perform(.wait(10 * .minute + 30 * .second))
    let kept = try #require(world.resolved(question, by: "isp"))
    let servers = world.instances.compactMap(\.publicAddress)
    let other = try #require(servers.first { [$0] != kept.addresses })
    let set = ResourceRecordSet(name: question.name, type: .a, ttl: 60, values: [.a(other)])
    var records = world.hostedZones[0].records
    for old in records.sets(name: question.name) { records = records.removing(old.key) }
    let now = world.now.milliseconds
    let zone = world.hostedZones[0].id
    let change = ChangeID("C2")
    world.hostedZones[0].submit(
      records.applying(set),
      of: [],
      change: change,
      at: now,
      inSyncAt: now
    )
    let fact = Fact.changeInSync(zone, change)
    world.apply(Event(number: world.eventCount + 1, at: world.now, cause: nil, fact: fact))
    let held = try #require(world.resolved(question, by: "isp"))
    #expect(held.addresses == kept.addresses && held.expires == kept.expires)
    try world.perform(.wait(kept.expires - world.now))
    #expect(world.resolved(question, by: "isp")?.addresses == [other])
  }
}
