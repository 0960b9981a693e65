import CafeWorld
import Route53
import Testing

struct `The customers' ways` {
  @Test func `lead nowhere before the name answers`() throws {
    let ways = Cafe(profile: .cafe).world.footfall
    #expect(ways.count == 1)
    let way = try #require(ways.first)
    #expect(way.group == 0 && way.address == nil && way.count == 200 && way.kept == 0)
  }

  @Test func `follow the answer as fast as caches forget, and asking fills none`() throws {
    var cafe = Cafe(profile: .cafe)
    let check = try cafe.watch()
    try cafe.change(.create, try cafe.pair(check))
    try cafe.wait(10 * .minute)
    let (first, second) = (try cafe.firstAddress, try cafe.secondAddress)
    #expect(cafe.world.footfall.map(\.address) == [first])
    #expect(cafe.world.footfall.map(\.kept) == [0])
    try cafe.perform(.kill(try cafe.first.id))
    _ = cafe.world.unfold(until: cafe.world.now + 5 * .minute) {
      $0.healthCheck(check)?.servedStatus == .unhealthy
    }
    // Five of two hundred order in the fifteen seconds of the TTL, once in ten minutes each.
    let ways = cafe.world.footfall
    let kept = try #require(ways.first { $0.address == first })
    #expect(kept.kept == kept.count && (1...12).contains(kept.count))
    #expect(ways.first { $0.address == second }?.kept == 0)
    #expect(ways.map(\.count).reduce(0, +) == 200)
    let digest = cafe.world.digest
    _ = cafe.world.footfall
    #expect(cafe.world.digest == digest)
    try cafe.wait(20 * .second)
    #expect(cafe.world.footfall.map(\.address) == [second])
    #expect(cafe.world.footfall.map(\.kept) == [0])
  }
}
