/// A battery of seeded fault schedules.
public struct Chaos: Hashable, Sendable {
  /// How many schedules.
  public let count: Int
  /// The first one's seed; each has the next.
  public let seed: UInt64
  /// How long each lasts.
  public let length: Milliseconds
  /// A schedule is survived when customers were never without an answer that works for longer.
  public let limit: Milliseconds

  public static let usualLength: Milliseconds = 10 * .minute
  public static let usualLimit: Milliseconds = 2 * .minute
  public static let usualSeed: UInt64 = 1
  public static let mostSchedules = 1_000

  public init(
    count: Int,
    seed: UInt64 = usualSeed,
    length: Milliseconds = usualLength,
    limit: Milliseconds = usualLimit
  ) {
    self.count = count
    self.seed = seed
    self.length = length
    self.limit = limit
  }

  /// The schedules for a world, by ascending seed.
  public func schedules(in world: World) -> [FaultSchedule] {
    (0..<count).map { FaultSchedule(seed: seed &+ UInt64($0), over: length, in: world) }
  }

  /// Plays all of them, each on a copy of the world.
  public func report(on world: World) -> ChaosReport {
    ChaosReport(chaos: self, runs: schedules(in: world).map { FaultRun($0, on: world) })
  }
}

/// What came of a battery; there is at least one run.
public struct ChaosReport: Hashable, Sendable {
  public let chaos: Chaos
  /// By ascending seed.
  public let runs: [FaultRun]

  /// The least, the middle one (of two the lesser), and the most.
  public struct Spread: Hashable, Sendable {
    public let least: Int64
    public let median: Int64
    public let most: Int64

    init(_ values: [Int64]) {
      let sorted = values.sorted()
      least = sorted.first ?? 0
      median = sorted.isEmpty ? 0 : sorted[(sorted.count - 1) / 2]
      most = sorted.last ?? 0
    }
  }

  public var ordersLost: Spread { Spread(runs.map { Int64($0.ordersLost) }) }
  /// In milliseconds.
  public var outages: Spread { Spread(runs.map(\.longestOutage)) }

  /// How many schedules were survived.
  public var survived: Int { runs.count { $0.longestOutage <= chaos.limit } }

  /// How many were not, and could not be: no instance took orders for longer than the limit.
  public var hopeless: Int { runs.count { $0.longestBlackout > chaos.limit } }

  /// The run that lost most orders; of several the one with the longest outage, then the first.
  public var worst: FaultRun? {
    runs.reduce(nil) { worst, run in
      guard let worst else { return run }
      let isWorse =
        (run.ordersLost, run.longestOutage) > (worst.ordersLost, worst.longestOutage)
      return isWorse ? run : worst
    }
  }
}
