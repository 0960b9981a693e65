@testable import CafeWorld
import DNS
import Route53

/// Every customer's every order, one by one: the plain second implementation of the count.
struct OrderReference {
  /// The world that customers find from a moment on.
  struct View {
    let world: World
    let open: [IPv4Address]
    let apologies: [IPv4Address]

    init(_ world: World) {
      self.world = world
      let resources = world.resources.flatMap(\.addresses)
      open = (world.instances.compactMap(\.publicAddress) + resources)
        .filter { world.reach(of: $0).takesOrders }
      apologies = world.resources.filter { $0.kind == .website && $0.isHealthy }
        .flatMap(\.addresses)
    }
  }

  /// Orders placed, lost, and of those with an apology.
  struct Count: Equatable {
    var placed = 0
    var lost = 0
    var apologies = 0
  }

  let groups: [CustomerGroup]

  /// Orders from `since` up to, not including, `end`; of several views of one moment the last
  /// counts, since the network changes before orders are placed.
  func count(_ views: [View], since: Instant, to end: Instant) -> Count {
    var count = Count()
    var first = 0
    for group in groups {
      for customer in first..<first + group.profile.count {
        follow(customer, of: group, views, since: since, to: end, &count)
      }
      first += group.profile.count
    }
    return count
  }

  /// How many customers an order at `end` would lead to which address; nil: to none.
  func ways(_ views: [View], since: Instant, to end: Instant) -> [IPv4Address?: Int] {
    var (ways, first, count): ([IPv4Address?: Int], Int, Count) = ([:], 0, Count())
    for group in groups {
      for customer in first..<first + group.profile.count {
        let way = follow(customer, of: group, views, since: since, to: end, &count)
        ways[way, default: 0] += 1
      }
      first += group.profile.count
    }
    return ways
  }

  /// Counts a customer's orders; gives back where one at `end` would go.
  @discardableResult private func follow(
    _ customer: Int,
    of group: CustomerGroup,
    _ views: [View],
    since: Instant,
    to end: Instant,
    _ count: inout Count
  ) -> IPv4Address? {
    let seed = views[0].world.seed
    let phase = seed.draw(.customerPhase, UInt64(customer)) >> 32
    let choice = Int(seed.draw(.customerChoice, UInt64(customer)) >> 32)
    var cached: [IPv4Address] = []
    var expires = Instant(milliseconds: 0)
    var draws = 0
    var hour = since.milliseconds / .hour
    var view = 0
    while hour * .hour < end.milliseconds {
      let start = Instant(milliseconds: hour * .hour)
      let period = group.profile.periods[start.civil(local: true).hour]
      hour += 1
      guard period > 0 else { continue }
      var order = start + Int64((phase * UInt64(period)) >> 32)
      while order < start + .hour, order < end {
        defer { order = order + period }
        guard order >= since else { continue }
        while view + 1 < views.count, views[view + 1].world.now <= order { view += 1 }
        if order >= expires {
          let answer = ask(views[view].world, group, customer, &draws)
          cached = answer.addresses
          expires = order + Int64(answer.ttl ?? answer.negativeTTL ?? 0) * .second
        }
        let target = cached.isEmpty ? nil : cached[choice % cached.count]
        if let target, views[view].open.contains(target) {
          count.placed += 1
        } else {
          count.lost += 1
          if let target, views[view].apologies.contains(target) { count.apologies += 1 }
        }
      }
    }
    if end >= expires, let last = views.last {
      cached = ask(last.world, group, customer, &draws).addresses
    }
    return cached.isEmpty ? nil : cached[choice % cached.count]
  }

  /// One query; one whose answer is left to chance is the customer's own.
  private func ask(
    _ world: World,
    _ group: CustomerGroup,
    _ customer: Int,
    _ draws: inout Int
  ) -> Answer {
    let question = world.customers.question
    let own = world.authoritativeAnswer(
      question,
      from: group.subnet,
      number: customer << 32 | draws
    )
    guard own.chance == .choice else {
      return world.authoritativeAnswer(question, from: group.subnet, number: 0)
    }
    draws += 1
    return own
  }
}
