import CafeWorld
import DNS
import Route53
import Testing

/// Rows of §11 of the notes on Route 53, by their numbers.
@Suite(.timeLimit(.minutes(1)))
struct `Golden timeline and notices` {
  var cafe = Cafe()

  /// The lab as it is after its last task: check, alarm, failover pair, all in use.
  private mutating func lab(elastic: Bool = false) throws -> HealthCheckID {
    if elastic {
      try cafe.perform(.allocateAddress())
      let address = try #require(cafe.world.elasticAddresses.first?.address)
      try cafe.perform(.associateAddress(address, cafe.first.id))
    }
    let id = try cafe.watch()
    try cafe.alarm(on: id)
    try cafe.change(.create, cafe.pair(id))
    try cafe.wait(5 * .minute)
    return id
  }

  @Test mutating func `71 after a stop the answer turns within 18 to 28 seconds and the push`()
    throws
  {
    let id = try lab()
    let question = cafe.question
    try cafe.perform(.lookUp(question, resolver: "home"))
    try cafe.perform(.stopInstance(cafe.first.id))
    let stopped = cafe.world.now
    let events = try cafe.wait(.minute)
    let turn = try #require(events.firstTurn)
    #expect((18 * .second...28 * .second).contains(turn.at - stopped))
    #expect(cafe.status(id) == .unhealthy)
    #expect(cafe.answer == [try cafe.secondAddress])
    let cached = try #require(cafe.world.resolver("isp")?.cache.first)
    let served = turn.at + cafe.world.rules.pushDelay
    #expect(cached.addresses == cafe.answer)
    #expect(cached.fetchedAt <= served + 15 * .second)
  }

  @Test mutating func `72 a new alarm goes from no data to OK, and sends nothing`() throws {
    let id = try cafe.watch()
    try cafe.alarm(on: id)
    #expect(cafe.state() == .insufficientData)
    try cafe.wait(3 * .minute)
    #expect(cafe.state() == .ok)
    #expect(cafe.subjects == [])
  }

  @Test mutating func `73 an unhealthy minute makes one mail, and no more while it lasts`() throws {
    _ = try lab()
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(.day)
    #expect(cafe.state() == .alarm)
    #expect(cafe.subjects == ["ALARM: \"down\" in US East (N. Virginia)"])
    let body = try #require(cafe.world.mails.last?.body)
    #expect(body.contains { $0.contains("OK -> ALARM") })
    #expect(
      body.contains {
        $0.contains("Threshold Crossed: 1 out of the last 1 datapoints [0.0 (")
          && $0.contains(
            "was less than the threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition)."
          )
      }
    )
  }

  @Test mutating func `74 the recovery sends nothing`() throws {
    _ = try lab()
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(.hour)
    try cafe.perform(.heal(cafe.first.id))
    try cafe.wait(.hour)
    #expect(cafe.state() == .ok)
    #expect(cafe.subjects.count == 1)
  }

  @Test mutating func `75 without a confirmation there is no mail ever`() throws {
    let id = try cafe.watch()
    try cafe.alarm(on: id, confirmed: false)
    try cafe.wait(3 * .minute)
    try cafe.perform(.kill(cafe.first.id))
    try cafe.wait(.day)
    #expect(cafe.state() == .alarm)
    #expect(cafe.subjects == [])
  }

  @Test mutating func `76 stop and start without an Elastic IP leave the check at the old address`()
    throws
  {
    let id = try lab()
    let old = try cafe.firstAddress
    try cafe.perform(.stopInstance(cafe.first.id))
    try cafe.wait(2 * .minute)
    try cafe.perform(.startInstance(cafe.first.id))
    try cafe.wait(.hour)
    #expect(try cafe.firstAddress != old)
    #expect(cafe.world.healthCheck(id)?.settings.ipAddress == old.description)
    #expect(cafe.status(id) == .unhealthy)
    #expect(cafe.answer == [try cafe.secondAddress])
  }

  @Test mutating func `77 stop and start with an Elastic IP fail back`() throws {
    let id = try lab(elastic: true)
    let address = try cafe.firstAddress
    try cafe.perform(.stopInstance(cafe.first.id))
    try cafe.wait(2 * .minute)
    #expect(cafe.answer == [try cafe.secondAddress])
    try cafe.perform(.startInstance(cafe.first.id))
    try cafe.wait(2 * .minute)
    #expect(cafe.status(id) == .healthy)
    #expect(cafe.answer == [address])
  }

  @Test mutating func `78 after a termination the check is unhealthy for good`() throws {
    let id = try lab(elastic: true)
    try cafe.perform(.terminateInstance(cafe.first.id))
    try cafe.wait(7 * .day)
    #expect(cafe.status(id) == .unhealthy)
    #expect(cafe.answer == [try cafe.secondAddress])
  }
}
