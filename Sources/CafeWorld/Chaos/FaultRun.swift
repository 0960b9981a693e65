/// A schedule of faults carried out on a copy of a world, and what customers saw of it.
public struct FaultRun: Hashable, Sendable {
  public let schedule: FaultSchedule
  public let ordersPlaced: Int
  public let ordersLost: Int
  /// The longest time in which the name servers gave customers of some place no address that takes
  /// orders.
  public let longestOutage: Milliseconds
  /// The longest time in which no instance took orders at all, so that no answer could help.
  public let longestBlackout: Milliseconds

  /// Plays a schedule from a world's present on.
  public init(_ schedule: FaultSchedule, on world: World) {
    self.schedule = schedule
    var (outage, blackout) = (Gap(), Gap())
    var world = world
    let before = world.customers
    func watch(_ world: World) {
      let works = world.everyPlaceIsServed
      outage.note(works, at: world.now)
      blackout.note(works || world.someInstanceTakesOrders, at: world.now)
    }
    watch(world)
    world.play(schedule, watch: watch)
    ordersPlaced = world.customers.placed - before.placed
    ordersLost = world.customers.lost - before.lost
    longestOutage = outage.longest(until: world.now)
    longestBlackout = blackout.longest(until: world.now)
  }
}

extension World {
  /// Carries a schedule of faults out from now on, exactly as if its commands and the waits between
  /// them had been typed; what is refused is left out.
  ///
  /// `watch` sees the world after each moment at which something happened, and at the end.
  public mutating func play(
    _ schedule: FaultSchedule,
    watch: (World) -> Void = { _ in }
  ) {
    for leg in schedule.legs(from: now, to: now + schedule.length) {
      leg.play(on: &self, watch: watch)
    }
  }
}

extension FaultSchedule {
  /// A wait, and the fault that ends it; none does at the end of the schedule.
  public struct Leg: Hashable, Sendable {
    /// The last moment of the wait.
    public let end: Instant
    public let fault: Command?

    /// Lets the time pass, and carries the fault out, unless it is refused.
    public func play(on world: inout World, watch: (World) -> Void = { _ in }) {
      if end > world.now {
        _ = world.unfold(until: end) { world in
          watch(world)
          return false
        }
        watch(world)
      }
      if let fault, (try? world.perform(fault)) != nil { watch(world) }
    }
  }

  /// The schedule from a moment on, as far as `end`.
  public func legs(from start: Instant, to end: Instant) -> [Leg] {
    faults.filter { $0.at < length && start + $0.at <= end }
      .map { Leg(end: start + $0.at, fault: $0.command) } + [Leg(end: end, fault: nil)]
  }
}

extension World {
  fileprivate var someInstanceTakesOrders: Bool {
    instances.contains { instance in
      instance.publicAddress.map { reach(of: $0).takesOrders } ?? false
    }
  }
}

/// The longest of the times in which something did not work.
private struct Gap {
  private var began: Instant?
  private var longest: Milliseconds = 0

  mutating func note(_ works: Bool, at moment: Instant) {
    if works {
      longest = longest(until: moment)
      began = nil
    } else if began == nil {
      began = moment
    }
  }

  func longest(until end: Instant) -> Milliseconds {
    max(longest, began.map { end - $0 } ?? 0)
  }
}
