public import DNS
import Route53

/// The people who order at the café's website: how many, and how often in each hour of the day.
public struct CustomerProfile: Hashable, Sendable, Codable {
  public let count: Int
  /// For each local hour 0…23: milliseconds between two orders of one customer; 0: nobody orders.
  public let periods: [Milliseconds]

  public init(count: Int, periods: [Milliseconds]) {
    precondition(periods.count == 24, "a day has twenty-four periods")
    self.count = count
    self.periods = periods
  }

  /// The café's day in minutes between two orders: coffee at eight, lunch, tea, and a few at night.
  public static let cafe = CustomerProfile(
    count: 200,
    periods: [
      240, 240, 240, 240, 240, 120, 30, 12, 10, 12, 20, 15,
      10, 12, 20, 20, 15, 15, 20, 30, 40, 60, 120, 240,
    ].map { $0 * .minute }
  )
}

/// Everybody who orders, as arithmetic: each customer has an order grid and a cache of their own,
/// and between two changes of what they can see their orders are counted, not simulated.
public struct Customers: Hashable, Sendable, Codable {
  public let profile: CustomerProfile
  /// The website's name, as customers know it.
  public let name: DomainName
  /// When the name first answered; nobody orders before.
  public internal(set) var since: Instant?
  public private(set) var placed = 0
  public private(set) var lost = 0
  /// What was placed and lost, stretch by stretch; a stretch ends at an event or a full hour.
  public private(set) var spans: [OrderSpan] = []
  private var people: [Customer]
  /// Orders are counted up to here.
  private(set) var settledAt: Instant

  init(profile: CustomerProfile, name: DomainName, seed: Seed, at now: Instant) {
    self.profile = profile
    self.name = name
    settledAt = now
    people = (0..<profile.count).map { index in
      Customer(
        phase: UInt32(truncatingIfNeeded: seed.draw(.customerPhase, UInt64(index)) >> 32),
        choice: UInt32(truncatingIfNeeded: seed.draw(.customerChoice, UInt64(index)) >> 32)
      )
    }
  }

  /// Orders in a stretch of time, counted.
  mutating func settle(to now: Instant, outlook: () -> Outlook) {
    guard now > settledAt else { return }
    defer { settledAt = now }
    guard let since else { return }
    var start = max(settledAt, since)
    guard start < now else { return }
    let outlook = outlook()
    while start < now {
      let hour = start.milliseconds.quotientFloored(by: .hour)
      let end = min(now, Instant(milliseconds: (hour + 1) * .hour))
      count(from: start, to: end, hourStart: Instant(milliseconds: hour * .hour), outlook)
      start = end
    }
  }

  private mutating func count(
    from start: Instant,
    to end: Instant,
    hourStart: Instant,
    _ outlook: Outlook
  ) {
    let hour = hourStart.civil(local: true).hour
    let period = profile.periods[hour]
    var (good, bad) = (0, 0)
    if period > 0 {
      for index in people.indices {
        let (placed, lost) = people[index].order(
          in: Stretch(start: start, end: end, hourStart: hourStart, period: period),
          outlook
        )
        good += placed
        bad += lost
      }
    }
    placed += good
    lost += bad
    spans.append(OrderSpan(from: start, to: end, placed: good, lost: bad))
  }

  func add(to print: inout Fingerprint) {
    print.add(since)
    print.add(settledAt)
    print.add(placed)
    print.add(lost)
    for customer in people { customer.add(to: &print) }
  }
}

/// How many orders were placed and lost in a stretch of time.
public struct OrderSpan: Hashable, Sendable, Codable {
  public let from: Instant
  public let to: Instant
  public let placed: Int
  public let lost: Int
}

/// What customers find while nothing changes: the authority's answer, and which addresses of this
/// or an earlier answer take orders.
struct Outlook {
  let addresses: [IPv4Address]
  /// Milliseconds for which an answer is kept; a negative answer has its own.
  let life: Milliseconds
  let takesOrders: (IPv4Address) -> Bool
}

/// Part of one hour, in which each customer's orders are `period` apart.
private struct Stretch {
  let start: Instant
  let end: Instant
  let hourStart: Instant
  let period: Milliseconds
}

/// One customer: where on the grid, which address of several, and what is cached until when.
private struct Customer: Hashable, Sendable, Codable {
  let phase: UInt32
  let choice: UInt32
  var cached: [IPv4Address] = []
  var expires = Instant(milliseconds: 0)

  /// Orders in a stretch; the cache is filled again at the first order after it has run out.
  mutating func order(in stretch: Stretch, _ outlook: Outlook) -> (placed: Int, lost: Int) {
    let period = stretch.period
    let offset = Int64((UInt64(phase) &* UInt64(period)) >> 32)
    let grid = stretch.hourStart + offset
    let first = grid + max(0, (stretch.start - grid).quotientCeiled(by: period)) * period
    guard first < stretch.end else { return (0, 0) }
    let total = (stretch.end - first).quotientCeiled(by: period)
    let stale = min(total, max(0, (expires - first).quotientCeiled(by: period)))
    var counts = (placed: 0, lost: 0)
    tally(stale, at: cached, outlook, &counts)
    let fresh = total - stale
    if fresh > 0 {
      let refill = first + stale * period
      let every = max(1, outlook.life.quotientCeiled(by: period))
      cached = outlook.addresses
      expires = refill + (fresh - 1) / every * every * period + outlook.life
      tally(fresh, at: cached, outlook, &counts)
    }
    return counts
  }

  /// A customer always takes the same one of several addresses, as an address selection that sorts
  /// (RFC 6724 section 6) makes a client do.
  private func tally(
    _ count: Int64,
    at addresses: [IPv4Address],
    _ outlook: Outlook,
    _ counts: inout (placed: Int, lost: Int)
  ) {
    guard count > 0 else { return }
    let takes =
      !addresses.isEmpty && outlook.takesOrders(addresses[Int(choice) % addresses.count])
    if takes { counts.placed += Int(count) } else { counts.lost += Int(count) }
  }

  func add(to print: inout Fingerprint) {
    print.add(UInt64(phase) << 32 | UInt64(choice))
    print.add(expires)
    for address in cached { print.add(UInt64(address.bits)) }
  }
}

extension World {
  /// What customers find at this moment.
  func outlook() -> Outlook {
    let question = Question(name: customers.name, type: .a)
    let answer = authoritativeAnswer(question)
    let seconds = rules.honoursTTL ? answer.ttl ?? answer.negativeTTL ?? 0 : 0
    let reachable = instances.filter { reach(of: $0.publicAddress).takesOrders }
      .compactMap(\.publicAddress)
    return Outlook(
      addresses: answer.addresses,
      life: Int64(seconds) * .second,
      takesOrders: { reachable.contains($0) }
    )
  }

  private func reach(of address: IPv4Address?) -> Reach {
    address.map { reach(of: $0) } ?? .silent
  }

  /// Whether the website's name answers for the first time.
  var nameAnswers: Bool {
    !authoritativeAnswer(Question(name: customers.name, type: .a)).addresses.isEmpty
  }
}
