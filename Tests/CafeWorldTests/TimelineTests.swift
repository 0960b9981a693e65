import CafeWorld
import Route53
import Support
import Testing

/// The table of the timeline: when a check turns after the network has changed.
@Suite(.timeLimit(.minutes(1)))
struct `The timeline` {
  struct Row: Sendable, CustomTestStringConvertible {
    let interval: Int
    let threshold: Int
    let fault: FaultKind
    var recovers = false
    /// In milliseconds.
    let range: ClosedRange<Milliseconds>
    let mean: Milliseconds

    var testDescription: String {
      "\(interval) s × \(threshold), \(fault)\(recovers ? ", recovery" : "")"
    }
  }

  static let rows = [
    Row(interval: 10, threshold: 2, fault: .refuse, range: 10_001...20_000, mean: 18_200),
    Row(interval: 10, threshold: 2, fault: .drop, range: 18_000...28_000, mean: 26_200),
    Row(interval: 30, threshold: 3, fault: .refuse, range: 60_001...90_000, mean: 84_700),
    Row(interval: 30, threshold: 3, fault: .drop, range: 72_000...102_000, mean: 96_700),
    Row(
      interval: 10,
      threshold: 2,
      fault: .refuse,
      recovers: true,
      range: 10_001...17_500,
      mean: 11_800
    ),
    Row(
      interval: 30,
      threshold: 3,
      fault: .refuse,
      recovers: true,
      range: 60_001...82_500,
      mean: 65_300
    ),
  ]

  @Test(arguments: rows)
  func `is that of the notes`(row: Row) throws {
    var sum: Milliseconds = 0
    for seed in 0..<200 as Range<UInt64> {
      var dice = Dice(seed)
      var cafe = Cafe(seed: seed)
      try cafe.watch(interval: row.interval, threshold: row.threshold)
      try cafe.wait(5 * .minute + dice.below(30_000))
      let id = try cafe.first.id
      try cafe.perform(.breakInstance(id, row.fault, lasting: nil))
      if row.recovers {
        try cafe.wait(5 * .minute + dice.below(30_000))
        try cafe.perform(.heal(id))
      }
      let start = cafe.world.now
      let turned = try #require(try cafe.wait(3 * .minute).firstTurn)
      #expect(row.range.contains(turned.at - start), "seed \(seed)")
      sum += turned.at - start
    }
    #expect(abs(sum / 200 - row.mean) < row.mean / 50)
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `of a stopped primary: verdict, answer, resolvers, mail`(seed: UInt64) throws {
    var cafe = Cafe(seed: seed)
    let check = try cafe.watch()
    try cafe.alarm(on: check)
    try cafe.change(.create, cafe.pair(check))
    var dice = Dice(seed)
    try cafe.wait(5 * .minute + dice.below(60_000))
    #expect(cafe.answer == [try cafe.firstAddress])
    let standby = try cafe.secondAddress
    try cafe.perform(.stopInstance(cafe.first.id))
    let start = cafe.world.now
    let events = try cafe.wait(4 * .minute)
    let turned = try #require(events.firstTurn)
    #expect((14_000...28_000).contains(turned.at - start))
    let served = try #require(
      events.first { if case .healthServed = $0.fact { true } else { false } }
    )
    #expect(served.at - turned.at == 5 * .second)
    #expect(cafe.answer == [standby])
    let refills = events.filter { if case .cacheRefilled = $0.fact { true } else { false } }
    #expect(refills.count == 3)
    for refill in refills { #expect((0...15_000).contains(refill.at - served.at)) }
    let boundary = (turned.at.milliseconds / 60_000 + 1) * 60_000
    #expect(cafe.world.mails.last?.at.milliseconds == boundary)
    #expect(cafe.subjects == ["ALARM: \"down\" in US East (N. Virginia)"])
  }
}
