public import DNS
import Route53

/// Everybody who orders, as arithmetic: each customer has an order grid and a cache of their own,
/// and between two changes of what they can see their orders are counted, not simulated.
public struct Customers: Hashable, Sendable, Codable {
  public let groups: [CustomerGroup]
  /// The website's name, as customers know it.
  public let name: DomainName
  /// When the name first answered; nobody orders before.
  public internal(set) var since: Instant?
  public private(set) var placed = 0
  public private(set) var lost = 0
  /// How many of the lost orders were of customers who saw a page that says sorry.
  public private(set) var apologies = 0
  /// What was placed and lost, stretch by stretch; a stretch with orders ends at an event or a full
  /// hour.
  public private(set) var spans: [OrderSpan] = []
  /// By group.
  private var people: [[Customer]]
  private var told = AddressLists()
  /// What each group is told now.
  var outlooks: [Outlook] = []
  var doors = Doors()
  /// Orders are counted up to here.
  private(set) var settledAt: Instant
  /// No order is due before this moment.
  private var quietUntil = Instant(milliseconds: 0)

  init(groups: [CustomerGroup], name: DomainName, seed: Seed, at now: Instant) {
    self.groups = groups
    self.name = name
    settledAt = now
    var first = 0
    people = groups.map { group in
      defer { first += group.profile.count }
      return (first..<first + group.profile.count).map { Customer(seed: seed, index: $0) }
    }
  }

  /// Nobody: what stands in for the customers while they look at the world.
  static func nobody(_ name: DomainName) -> Customers {
    Customers(groups: [], name: name, seed: Seed(0), at: Instant(milliseconds: 0))
  }

  /// Whether some are told by chance, so that they ask for each answer anew.
  var areToldByChance: Bool { outlooks.contains(where: \.isDrawn) }

  /// Nobody orders any more; what the name tells them is known all the same.
  mutating func sendHome() { people = people.map { _ in [] } }

  public var count: Int { groups.reduce(0) { $0 + $1.profile.count } }

  public var question: Question { Question(name: name, type: .a) }

  /// Orders in a stretch of time, counted.
  ///
  /// `ask` says what a group is told when the query of a number is left to chance.
  mutating func settle(to now: Instant, ask: (CustomerGroup, Int) -> Outlook) {
    guard now > settledAt else { return }
    defer { settledAt = now }
    guard let since else { return }
    var start = max(settledAt, since)
    guard start < now else { return }
    guard now > quietUntil, people.contains(where: { !$0.isEmpty }) else {
      return note(OrderCount(), from: start, to: now)
    }
    while start < now {
      let hour = start.milliseconds.quotientFloored(by: .hour)
      let hourStart = Instant(milliseconds: hour * .hour)
      let end = min(now, hourStart + .hour)
      count(from: start, to: end, hourStart: hourStart, ask)
      start = end
    }
  }

  private mutating func count(
    from start: Instant,
    to end: Instant,
    hourStart: Instant,
    _ ask: (CustomerGroup, Int) -> Outlook
  ) {
    let hour = hourStart.civil(local: true).hour
    var tally = OrderCount()
    let doors = doors
    quietUntil = hourStart + .hour
    for (place, group) in groups.enumerated() {
      let period = group.profile.periods[hour]
      guard period > 0 else { continue }
      let stretch = Stretch(start: start, end: end, hourStart: hourStart, period: period)
      let outlook = outlooks[place]
      let fresh = outlook.isDrawn ? AddressLists.none : told.number(of: outlook.addresses)
      // Out of their place while they order, so that nothing is looked up for each of them anew.
      var crowd: [Customer] = []
      swap(&crowd, &people[place])
      for index in crowd.indices {
        let next = crowd[index].order(
          in: stretch,
          of: group,
          outlook: outlook,
          fresh,
          at: doors,
          &told,
          &tally,
          ask: ask
        )
        if next < quietUntil { quietUntil = next }
      }
      swap(&crowd, &people[place])
    }
    note(tally, from: start, to: end)
  }

  private mutating func note(_ tally: OrderCount, from start: Instant, to end: Instant) {
    placed += tally.placed
    lost += tally.lost
    apologies += tally.apologies
    let isQuiet = tally.placed + tally.lost == 0
    if isQuiet, let last = spans.last, last.to == start, last.placed + last.lost == 0 {
      spans.removeLast()
      spans.append(OrderSpan(OrderCount(), from: last.from, to: end))
    } else {
      spans.append(OrderSpan(tally, from: start, to: end))
    }
  }

  /// Where each customer's order of a moment would go; `ask` as for counting.
  func footfall(at now: Instant, ask: (CustomerGroup, Int) -> Outlook) -> [Footfall] {
    var found: [Footfall] = []
    for (place, group) in groups.enumerated() {
      let outlook = outlooks.isEmpty ? ask(group, 0) : outlooks[place]
      let first = found.count
      for customer in people[place] {
        let way = customer.way(at: now, outlook: outlook, told) { ask(group, $0) }
        let index =
          found[first...].firstIndex { $0.address == way.address }
          ?? {
            found.append(Footfall(group: place, address: way.address, count: 0, kept: 0))
            return found.count - 1
          }()
        found[index].count += 1
        if way.isKept { found[index].kept += 1 }
      }
    }
    return found
  }

  func add(to print: inout Fingerprint) {
    print.add(since)
    print.add(settledAt)
    print.add(placed)
    print.add(lost)
    if apologies > 0 { print.add(apologies) }
    for group in people {
      for customer in group { customer.add(told, to: &print) }
    }
  }
}
