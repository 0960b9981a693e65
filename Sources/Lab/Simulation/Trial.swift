import CafeWorld

/// An attempt, what was tried in it, and what went against an invariant first.
public struct Trial: Sendable {
  public let seed: UInt64
  public private(set) var attempt: Attempt
  public private(set) var violation: Violation?
  /// How many moves were carried out, and how many refused.
  public private(set) var accepted = 0
  public private(set) var refused = 0
  private let invariants: [Invariant]
  /// What has happened along the present branch.
  private var history: [Event] = []

  /// A café in which nothing has been done.
  public init(seed: UInt64, invariants: [Invariant] = Invariant.all) {
    self.seed = seed
    self.invariants = invariants
    let scene = Scene.cafe
    attempt = Attempt(
      Beginning(engine: "", lesson: "", lessonHash: "", scene: scene, seed: seed),
      world: scene.world(seed: seed, profile: Self.profile)
    )
  }

  /// A few customers, who order all day: each event counts the orders of everybody.
  private static let profile = CustomerProfile(
    count: 5,
    periods: Array(repeating: 7 * .minute, count: 24)
  )

  /// The same café after these moves, or after the first that goes against an invariant.
  public init(seed: UInt64, _ moves: [Move], invariants: [Invariant] = Invariant.all) {
    self.init(seed: seed, invariants: invariants)
    for move in moves where violation == nil { take(move) }
    if violation == nil { finish() }
  }

  /// Carries a move out, and looks at every invariant on the way.
  public mutating func take(_ move: Move) {
    let before = attempt
    do {
      let events = try attempt.carryOut(move, typed: "")
      accepted += 1
      guard !invariants.isEmpty else { return }
      guard move.playsOn else {
        history = attempt.events()
        return
      }
      let replayed = replay(events, from: before.world)
      look(
        at: .accepted(move, before: before.world, replayed: replayed, after: attempt.world)
      )
    } catch {
      refused += 1
      look(at: .refused(move, before: before, after: attempt))
    }
  }

  /// Looks at the attempt as a whole.
  public mutating func finish() {
    look(at: .end(attempt))
  }

  /// Applies events one by one, and looks at each.
  private mutating func replay(_ events: [Event], from start: World) -> World {
    var world = start
    for (index, event) in events.enumerated() where violation == nil {
      let before = world
      world.apply(event)
      look(at: .event(event, history: history, before: before, after: world))
      history.append(event)
      let isLast = index + 1 == events.count || events[index + 1].at > event.at
      if isLast { look(at: .moment(world)) }
    }
    return world
  }

  private mutating func look(at occasion: Invariant.Occasion) {
    for invariant in invariants where violation == nil {
      guard let detail = invariant.breach(occasion) else { continue }
      violation = Violation(sentence: invariant.sentence, detail: detail)
    }
  }
}
