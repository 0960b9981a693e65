import DNS
import Route53

/// One customer: where on the grid of orders, which address of several, and what is cached until
/// when.
struct Customer: Hashable, Sendable, Codable {
  let phase: UInt32
  let choice: UInt32
  /// The place among all customers.
  private let index: Int
  /// The number of the addresses that are kept, among those that customers were ever told.
  private var cached = AddressLists.none
  private var expires = Instant(milliseconds: 0)
  /// How many answers were left to chance, each of which was drawn anew.
  private var draws = 0

  init(seed: Seed, index: Int) {
    let key = UInt64(index)
    phase = UInt32(truncatingIfNeeded: seed.draw(.customerPhase, key) >> 32)
    choice = UInt32(truncatingIfNeeded: seed.draw(.customerChoice, key) >> 32)
    self.index = index
  }

  /// Counts the orders in a stretch; the cache is filled again at the first order after it has run
  /// out.
  ///
  /// `fresh` is the number of the addresses that `outlook` tells; `ask` gives the answer to the
  /// query of a number, where it is left to chance, in the customer's own group.
  ///
  /// - Returns: the first order after the stretch, if the hour's grid went on.
  mutating func order(
    in stretch: Stretch,
    of group: CustomerGroup,
    outlook: Outlook,
    _ fresh: Int,
    at doors: Doors,
    _ told: inout AddressLists,
    _ tally: inout OrderCount,
    ask: (CustomerGroup, Int) -> Outlook
  ) -> Instant {
    let period = stretch.period
    let offset = Int64((UInt64(phase) &* UInt64(period)) >> 32)
    let grid = stretch.hourStart + offset
    let first = grid + max(0, (stretch.start - grid).quotientCeiled(by: period)) * period
    guard first < stretch.end else { return first }
    let total = (stretch.end - first).quotientCeiled(by: period)
    if outlook.isDrawn {
      draw(first, total, period, of: group, at: doors, &told, &tally, ask: ask)
    } else {
      let stale = min(total, max(0, (expires - first).quotientCeiled(by: period)))
      if stale > 0 { tally.add(stale, at: door(doors, told)) }
      if total > stale {
        let refill = first + stale * period
        let every = max(1, outlook.life.quotientCeiled(by: period))
        cached = fresh
        expires = refill + (total - stale - 1) / every * every * period + outlook.life
        tally.add(total - stale, at: door(doors, told))
      }
    }
    return first + total * period
  }

  /// Orders from `first` on, with each refill of the cache drawn by itself.
  private mutating func draw(
    _ first: Instant,
    _ total: Int64,
    _ period: Milliseconds,
    of group: CustomerGroup,
    at doors: Doors,
    _ told: inout AddressLists,
    _ tally: inout OrderCount,
    ask: (CustomerGroup, Int) -> Outlook
  ) {
    var done: Int64 = 0
    while done < total {
      let order = first + done * period
      if order >= expires {
        let outlook = ask(group, index << 32 | draws)
        draws += 1
        cached = told.number(of: outlook.addresses)
        expires = order + outlook.life
      }
      let run = max(1, (expires - order).quotientCeiled(by: period))
      tally.add(min(run, total - done), at: door(doors, told))
      done += run
    }
  }

  /// Where an order of a moment would go, nil where it has no address, and whether an answer leads
  /// there that was kept and would be another now.
  func way(
    at now: Instant,
    outlook: Outlook,
    _ told: AddressLists,
    ask: (Int) -> Outlook
  ) -> (address: IPv4Address?, isKept: Bool) {
    if now < expires {
      let isKept = !outlook.isDrawn && Array(told[cached]) != outlook.addresses
      return (taken(of: told[cached]), isKept)
    }
    let fresh = outlook.isDrawn ? ask(index << 32 | draws) : outlook
    return (taken(of: fresh.addresses[...]), false)
  }

  /// What is behind the address that the customer takes.
  private func door(_ doors: Doors, _ told: AddressLists) -> Door {
    taken(of: told[cached]).map { doors[$0] } ?? .closed
  }

  /// Always the same one of several, as an address selection that sorts (RFC 6724 section 6) makes
  /// a client do.
  private func taken(of addresses: ArraySlice<IPv4Address>) -> IPv4Address? {
    addresses.isEmpty ? nil : addresses[addresses.startIndex + Int(choice) % addresses.count]
  }

  func add(_ told: AddressLists, to print: inout Fingerprint) {
    print.add(UInt64(phase) << 32 | UInt64(choice))
    print.add(expires)
    for address in told[cached] { print.add(UInt64(address.bits)) }
    if draws > 0 { print.add(draws) }
  }
}

/// Part of one hour, in which each customer's orders are `period` apart.
struct Stretch {
  let start: Instant
  let end: Instant
  let hourStart: Instant
  let period: Milliseconds
}

/// What customers of one place are told while nothing changes.
struct Outlook: Hashable, Sendable, Codable {
  let addresses: [IPv4Address]
  /// Milliseconds for which it is kept; a negative answer has its own.
  let life: Milliseconds
  /// Whether the next query may be told something else.
  let isDrawn: Bool
}

/// What a customer finds behind an address.
enum Door: Hashable, Sendable, Codable {
  case open
  /// A page that says sorry.
  case apology
  case closed
}

/// What is behind which address, while nothing changes.
struct Doors: Hashable, Sendable, Codable {
  private var open: [IPv4Address] = []
  private var apologies: [IPv4Address] = []

  subscript(address: IPv4Address) -> Door {
    get { open.contains(address) ? .open : apologies.contains(address) ? .apology : .closed }
    set {
      open.removeAll { $0 == address }
      apologies.removeAll { $0 == address }
      switch newValue {
      case .open: open.append(address)
      case .apology: apologies.append(address)
      case .closed: break
      }
    }
  }
}

/// Orders as they are counted.
struct OrderCount {
  private(set) var placed = 0
  private(set) var lost = 0
  /// Of those that were lost, by customers who saw an apology.
  private(set) var apologies = 0

  mutating func add(_ count: Int64, at door: Door) {
    switch door {
    case .open: placed += Int(count)
    case .apology:
      lost += Int(count)
      apologies += Int(count)
    case .closed: lost += Int(count)
    }
  }
}
