@testable import CafeWorld
import DNS
import Support
import Testing

/// Customers whose every fetch is another draw, against the same order by order.
@Suite(.timeLimit(.minutes(1)))
struct `Customers of an answer that is left to chance` {
  /// Three addresses: one takes orders, one says sorry, one is dead.
  static let addresses = (1...3).map { IPv4Address(bits: 0x22D2_0000 | UInt32($0)) }
  static let doors: Doors = {
    var doors = Doors()
    doors[addresses[0]] = .open
    doors[addresses[1]] = .apology
    return doors
  }()
  static let start = Instant.opening

  /// What the query of a number is told: addresses and a life that hang on the number alone.
  static func told(_ number: Int) -> Outlook {
    let word = Seed(9).draw(.answerOrder, UInt64(number))
    return Outlook(
      addresses: word % 7 == 0 ? [] : [addresses[Int(word % 3)], addresses[Int(word / 3 % 3)]],
      life: [0, 15_000, 60_000, 7_000_000][Int((word >> 32) % 4)],
      isDrawn: true
    )
  }

  static let groups = [5, 3].enumerated().map { place, count in
    let periods = (0..<24).map { Int64(($0 * 7 + place) % 5) * 7 * .minute }
    return CustomerGroup(
      name: "\(place)",
      profile: CustomerProfile(count: count, periods: periods)
    )
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `draw anew at each fetch, however a wait is cut`(seed: UInt64) throws {
    let name = try DomainName("www.cafe.example")
    var customers = Customers(groups: Self.groups, name: name, seed: Seed(seed), at: Self.start)
    customers.since = Self.start
    customers.outlooks = Self.groups.map { _ in Self.told(0) }
    customers.doors = Self.doors
    var dice = Dice(seed)
    var now = Self.start
    for _ in 0..<40 {
      now = now + 1 + dice.below(dice.one(of: [2_000, .minute, .hour, 5 * .hour]))
      customers.settle(to: now) { _, number in Self.told(number) }
    }
    let counted = Self.count(Seed(seed), to: now)
    #expect(customers.placed == counted.placed)
    #expect(customers.lost == counted.lost)
    #expect(customers.apologies == counted.apologies)
    #expect(counted.placed > 0 && counted.apologies > 0 && counted.lost > counted.apologies)
  }

  /// Each order of each customer.
  static func count(_ seed: Seed, to end: Instant) -> OrderReference.Count {
    var count = OrderReference.Count()
    var customer = 0
    for group in groups {
      for _ in 0..<group.profile.count {
        follow(customer, group.profile, seed, to: end, &count)
        customer += 1
      }
    }
    return count
  }

  private static func follow(
    _ customer: Int,
    _ profile: CustomerProfile,
    _ seed: Seed,
    to end: Instant,
    _ count: inout OrderReference.Count
  ) {
    let phase = seed.draw(.customerPhase, UInt64(customer)) >> 32
    let choice = Int(seed.draw(.customerChoice, UInt64(customer)) >> 32)
    var (cached, expires, draws): ([IPv4Address], Instant, Int) = ([], start - 1, 0)
    var hour = start
    while hour < end {
      defer { hour = hour + .hour }
      let period = profile.periods[hour.civil(local: true).hour]
      guard period > 0 else { continue }
      var order = hour + Int64((phase * UInt64(period)) >> 32)
      while order < min(hour + .hour, end) {
        if order >= expires {
          let outlook = told(customer << 32 | draws)
          (cached, expires, draws) = (outlook.addresses, order + outlook.life, draws + 1)
        }
        let address = cached.isEmpty ? nil : cached[choice % cached.count]
        if address == addresses[0] { count.placed += 1 } else { count.lost += 1 }
        if address == addresses[1] { count.apologies += 1 }
        order = order + period
      }
    }
  }
}
