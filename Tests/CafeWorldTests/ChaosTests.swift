import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Fault schedules` {
  /// The lab's café: a failover pair with a quick check, customers, everything in sync.
  static func lab(seed: UInt64 = 7) throws -> World {
    var cafe = Cafe(seed: seed, profile: .cafe)
    let check = try cafe.watch()
    try cafe.change(.create, try cafe.pair(check))
    try cafe.wait(5 * .minute)
    return cafe.world
  }

  /// The same names without any failover.
  static func bare() throws -> World {
    var cafe = Cafe(seed: 7, profile: .cafe)
    try cafe.change(.create, [try cafe.simple(cafe.firstAddress)])
    try cafe.wait(5 * .minute)
    return cafe.world
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `are the same for the same seed, in order, and within their length`(seed: UInt64) throws {
    let world = try Self.lab()
    let length: Milliseconds = 10 * .minute
    let schedule = FaultSchedule(seed: seed, over: length, in: world)
    #expect(schedule == FaultSchedule(seed: seed, over: length, in: world))
    #expect(!schedule.faults.isEmpty)
    let moments = schedule.faults.map(\.at)
    #expect(moments == moments.sorted())
    #expect(moments.allSatisfy { $0 >= 0 && $0 % .second == 0 })
    #expect(moments.contains { $0 < length })
  }

  @Test func `hang on the things of the world, and not on what has happened to it`() throws {
    let world = try Self.lab()
    var later = world
    try later.perform(.wait(.hour))
    let seeds = 0..<20 as Range<UInt64>
    func schedules(_ world: World) -> [FaultSchedule] {
      seeds.map { FaultSchedule(seed: $0, over: .hour, in: world) }
    }
    #expect(schedules(world) == schedules(later))
    #expect(schedules(world) != schedules(try Self.lab(seed: 8)))
  }

  @Test func `have between them every kind of trouble`() throws {
    let world = try Self.lab()
    let faults = (0..<100 as Range<UInt64>).flatMap {
      FaultSchedule(seed: $0, over: 10 * .minute, in: world).faults
    }
    let kinds = Set(faults.map { fault in "\(fault.command)".prefix { $0 != "(" } })
    #expect(
      kinds == ["kill", "heal", "breakInstance", "beginZoneOutage", "endZoneOutage", "cutOff"]
    )
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `come to the same as their commands and waits, one by one`(seed: UInt64) throws {
    let world = try Self.lab()
    let schedule = FaultSchedule(seed: seed, over: 10 * .minute, in: world)
    var played = world
    played.play(schedule)
    var typed = world
    for fault in schedule.faults where fault.at < schedule.length {
      let pause = world.now + fault.at - typed.now
      if pause > 0 { try typed.perform(.wait(pause)) }
      _ = try? typed.perform(fault.command)
    }
    try typed.perform(.wait(world.now + schedule.length - typed.now))
    #expect(played == typed)
    #expect(played.now == world.now + 10 * .minute)
  }

  @Test func `of a world without servers do nothing`() throws {
    var cafe = Cafe()
    for instance in cafe.world.instances { try cafe.perform(.terminateInstance(instance.id)) }
    try cafe.wait(.minute)
    let schedule = FaultSchedule(seed: 3, over: .hour, in: cafe.world)
    #expect(schedule.faults.allSatisfy { "\($0.command)".contains("ZoneOutage") })
    let run = FaultRun(schedule, on: cafe.world)
    #expect(run.ordersLost == 0)
    #expect(run.longestOutage == .hour)
    #expect(run.longestBlackout == .hour)
  }
}

@Suite(.timeLimit(.minutes(1)))
struct `A run of faults` {
  /// The longest outage by the events of the typed commands, each looked at when nothing more
  /// happens at its moment.
  private func outage(_ schedule: FaultSchedule, on world: World) throws -> Milliseconds {
    var (world, typed) = (world, world)
    var events: [Event] = []
    for leg in schedule.legs(from: world.now, to: world.now + schedule.length) {
      if leg.end > typed.now { events += try typed.perform(.wait(leg.end - typed.now)) }
      if let fault = leg.fault { events += (try? typed.perform(fault)) ?? [] }
    }
    let question = Question(name: world.customers.name, type: .a)
    var (longest, began) = (Milliseconds(0), Instant?.none)
    for (index, event) in events.enumerated() {
      world.apply(event)
      guard index + 1 == events.count || events[index + 1].at > event.at else { continue }
      let works = world.authoritativeAnswer(question).addresses
        .contains { world.reach(of: $0).takesOrders }
      longest = max(longest, began.map { world.now - $0 } ?? 0)
      began = works ? nil : began ?? world.now
    }
    return longest
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `measures the outage that its events show`(seed: UInt64) throws {
    let world = try `Fault schedules`.lab()
    let schedule = FaultSchedule(seed: seed, over: 10 * .minute, in: world)
    let run = FaultRun(schedule, on: world)
    #expect(run.longestOutage == (try outage(schedule, on: world)))
    #expect(run.longestBlackout <= run.longestOutage)
  }

  @Test func `loses less with failover than without`() throws {
    let chaos = Chaos(count: 60)
    let (with, without) = (
      chaos.report(on: try `Fault schedules`.lab()), chaos.report(on: try `Fault schedules`.bare())
    )
    #expect(with.survived > without.survived)
    #expect(with.ordersLost.median <= without.ordersLost.median)
    #expect(
      with.runs.map(\.ordersLost).reduce(0, +) < without.runs.map(\.ordersLost).reduce(0, +)
    )
    #expect(without.runs.contains { $0.longestBlackout == 0 && $0.longestOutage > 0 })
  }

  @Test func `is reported by count, spread and worst`() throws {
    let world = try `Fault schedules`.lab()
    let report = Chaos(count: 31, seed: 100).report(on: world)
    let lost = report.runs.map { Int64($0.ordersLost) }.sorted()
    #expect(report.runs.map(\.schedule.seed) == Array(100..<131))
    #expect(report.ordersLost.least == lost[0])
    #expect(report.ordersLost.median == lost[15])
    #expect(report.ordersLost.most == lost[30])
    #expect(Int64(try #require(report.worst).ordersLost) == lost[30])
    #expect(report.survived + report.hopeless <= 31)
    #expect(report == Chaos(count: 31, seed: 100).report(on: world))
  }
}
