import CafeWorld
import DNS
import Route53
import Testing

struct `The difference of two worlds` {
  @Test func `is empty between a world and itself, and a quiet moment later`() throws {
    var cafe = Cafe()
    let before = cafe.world
    #expect(WorldDifference(from: before, to: before).isEmpty)
    try cafe.wait(.minute)
    #expect(WorldDifference(from: before, to: cafe.world).isEmpty)
  }

  @Test func `shows what a command did, and nothing else`() throws {
    var cafe = Cafe()
    let before = cafe.world
    try cafe.watch()
    let difference = WorldDifference(from: before, to: cafe.world)
    #expect(difference.healthChecks.map(\.after?.name) == ["primary"])
    #expect(difference.healthChecks.map(\.before) == [nil])
    #expect(
      difference.instances.isEmpty && difference.records.isEmpty && difference.answers.isEmpty
    )
  }

  @Test func `tells what changed from what is new and what is gone`() throws {
    var cafe = Cafe()
    try cafe.change(.create, [try cafe.simple(cafe.firstAddress)])
    try cafe.wait(2 * .minute)
    let before = cafe.world
    try cafe.change(.upsert, [try cafe.simple(cafe.firstAddress, ttl: 15)])
    let changed = WorldDifference(from: before, to: cafe.world).records
    #expect(changed.map(\.before?.ttl) == [60])
    #expect(changed.map(\.after?.ttl) == [15])
    try cafe.change(.delete, [try cafe.simple(cafe.firstAddress, ttl: 15)])
    let gone = WorldDifference(from: before, to: cafe.world).records
    #expect(gone.map(\.before?.ttl) == [60])
    #expect(gone.map(\.after) == [nil])
  }

  @Test func `names who answers otherwise`() throws {
    var cafe = Cafe(profile: .cafe)
    try cafe.change(.create, [try cafe.simple(cafe.firstAddress, ttl: 300)])
    try cafe.wait(2 * .minute)
    let before = cafe.world
    try cafe.change(.upsert, [try cafe.simple(cafe.secondAddress, ttl: 300)])
    try cafe.wait(61 * .second)
    let answers = WorldDifference(from: before, to: cafe.world).answers
    // The busy resolvers keep what they have for five minutes; one's time may be up.
    let authority = try #require(answers.first { $0.sources.contains(nil) })
    #expect(authority.before.values == [.a(try cafe.firstAddress)])
    #expect(authority.after.values == [.a(try cafe.secondAddress)])
    #expect(authority.sources.contains("home"))
    try cafe.wait(5 * .minute)
    let later = WorldDifference(from: before, to: cafe.world).answers
    #expect(later.map(\.sources) == [[nil, "home", "isp", "mobile", "office"]])
  }

  @Test func `matches what two branches made by its name`() throws {
    var one = Cafe()
    var other = Cafe()
    try one.watch(threshold: 2)
    try other.perform(.allocateAddress())
    try other.watch(threshold: 5)
    #expect(one.world.healthChecks[0].id != other.world.healthChecks[0].id)
    let difference = WorldDifference(from: one.world, to: other.world)
    #expect(difference.healthChecks.map(\.before?.settings.failureThreshold) == [2])
    #expect(difference.healthChecks.map(\.after?.settings.failureThreshold) == [5])
    #expect(difference.addresses.count == 1)
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `is the same both ways, mirrored`(seed: UInt64) throws {
    let world = try `Fault schedules`.lab()
    var other = world
    other.play(FaultSchedule(seed: seed, over: 5 * .minute, in: world))
    let there = WorldDifference(from: world, to: other)
    let back = WorldDifference(from: other, to: world)
    #expect(there.isEmpty == back.isEmpty)
    #expect(there.instances.count == back.instances.count)
    #expect(there.healthChecks.count == back.healthChecks.count)
    #expect(there.answers.map(\.before) == back.answers.map(\.after))
    #expect(Set(there.mails.map(\.after)) == Set(back.mails.map(\.before)))
  }

  @Test func `of a fault is the fault and what it does`() throws {
    var cafe = Cafe()
    let before = cafe.world
    try cafe.perform(.beginZoneOutage("us-west-2a"))
    try cafe.perform(.cutOff(region: "eu-west-1", address: try cafe.secondAddress))
    let difference = WorldDifference(from: before, to: cafe.world)
    #expect(difference.zoneOutages.map(\.after) == ["us-west-2a"])
    #expect(difference.cutOffs.map(\.after?.region) == ["eu-west-1"])
    #expect(difference.instances.map(\.after?.name) == ["CafeInstance1", "CafeInstance2"])
  }
}
