import CafeWorld
import Route53
import Testing

/// The cost of a wait is the number of its events, each of which looks for the next.
@Suite(.timeLimit(.minutes(1)))
struct `The cost of a wait` {
  /// A café in which all is built and nothing happens.
  func quiet() throws -> Cafe {
    var cafe = Cafe()
    let check = try cafe.watch()
    try cafe.alarm(on: check)
    try cafe.change(.create, cafe.pair(check))
    try cafe.wait(10 * .minute)
    return cafe
  }

  @Test(arguments: [.second, .minute, .day, 30 * .day] as [Milliseconds])
  func `is one event when nothing changes`(time: Milliseconds) throws {
    let cafe = try quiet()
    #expect(cafe.world.nextMoment == nil)
    #expect(try cafe.world.decide(.wait(time)).count == 1)
  }

  @Test func `is the number of changes while the network is broken, not of days`() throws {
    var cafe = try quiet()
    try cafe.perform(.kill(cafe.first.id))
    let events = try cafe.wait(5 * .minute)
    #expect(events.count < 30)
    #expect(try cafe.wait(30 * .day).count == 1)
  }

  @Test func `grows with the hours when there are customers, not with their orders`() throws {
    var cafe = Cafe(profile: .cafe)
    try cafe.change(.create, [try cafe.simple(cafe.first.publicAddress)])
    try cafe.wait(.hour)
    let spans = cafe.world.customers.spans.count
    #expect(try cafe.wait(.day).count == 1)
    #expect(cafe.world.customers.spans.count - spans <= 25)
    #expect(cafe.world.customers.placed > 5_000)
  }
}
