import CafeWorld

/// Somebody who tries everything, in no order, some of it impossible.
///
/// What they do is a function of their seed and of the attempt so far.
public struct RandomLearner: Sendable {
  private var draws: Draws
  /// What this one does, each as often as it stands here.
  ///
  /// A random part of all habits is switched off for each seed: what one kind of command hides,
  /// another seed shows (swarm testing, Groce and others 2012).
  private let habits: [Habit]
  private let travels: Bool

  public init(seed: UInt64) {
    var draws = Draws(seed)
    let kept = Habit.all.filter { _ in draws.chance(of: 50) }
    habits = (kept.isEmpty ? Habit.all : kept).flatMap { habit in
      Array(repeating: habit, count: Int(draws.within(1...4)))
    }
    travels = draws.chance(of: 50)
    self.draws = draws
  }

  /// What this one does next: a command or some time passing, and now and then a way through the
  /// journal.
  public mutating func next(in attempt: Attempt) -> Move {
    if travels, attempt.rows.count > 1, draws.chance(of: 8) { return travel(attempt) }
    if draws.chance(of: 35) { return .commands([.wait(pause(attempt.world))]) }
    let command = draws.one(of: habits).draw(&draws, attempt.world)
    if case .changeRecords(let zone, let batch) = command { return .committed(zone, batch) }
    return .commands([command])
  }

  private mutating func pause(_ world: World) -> Milliseconds {
    if draws.chance(of: 2) { return draws.one(of: [0, -1, 367 * .day]) }
    if let next = world.nextMoment, draws.chance(of: 30) { return max(1, next - world.now) }
    return 1 + draws.below(draws.one(of: [1_000, .minute, .minute, .hour, .day]))
  }

  private mutating func travel(_ attempt: Attempt) -> Move {
    switch draws.below(5) {
    case 0: .undone(Int(draws.within(1...3)))
    case 1: .redone(Int(draws.within(1...3)))
    case 2: .wentTo(row: Int(draws.within(1...Int64(attempt.rows.count - 1))))
    case 3: .branched(draws.one(of: ["one", "two", "three"]))
    default: .bookmarked(draws.one(of: ["here", "there"]))
    }
  }
}
