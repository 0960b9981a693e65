public import CafeWorld
public import Commands
import Route53

/// What a lesson's tests are asked of: a world, and the learner's way to it.
public struct Situation: Sendable {
  public var world: World
  /// The record changes of an open batch.
  var draft: Cafe.Draft?
  /// Lines that were read ahead.
  var lines = LineMemory()
  /// The world as it was when the present step had been entered.
  let entry: World
  /// What has happened since then, row by row along the present branch.
  private(set) var since: [[Event]]
  let visits: [StepVisit]
  /// Orders by hand along the present branch: the step in which, and the instance that took it.
  private(set) var ordersByHand: [HandOrder]

  struct HandOrder: Hashable, Sendable {
    let step: String?
    let instance: String?
    let placed: Bool
  }

  /// A world without a lesson around it.
  public init(world: World) {
    self.world = world
    entry = world
    since = []
    visits = []
    ordersByHand = []
  }

  /// The learner's present situation.
  public init(_ attempt: Attempt) { self.init(attempt, after: attempt.head) }

  /// The situation after a row that changed the café.
  public init(_ attempt: Attempt, after row: Int) {
    let cafe = attempt.rows[row].cafe
    world = cafe.world
    draft = cafe.draft
    visits = cafe.visits
    let entered = cafe.visits.last?.row ?? 0
    entry = attempt.rows[entered].cafe.world
    let branch = attempt.branch(to: row)
    since = branch.filter { $0 > entered }.map { attempt.rows[$0].events }
    ordersByHand = branch.flatMap { number -> [HandOrder] in
      let cafe = attempt.rows[number].cafe
      return attempt.rows[number].events.compactMap { HandOrder($0, in: cafe.step, cafe.world) }
    }
  }

  /// Carries commands out here as one line of the learner would, so that they are part of the way.
  mutating func live(through commands: [Command]) throws(Rejection) {
    var events: [Event] = []
    for command in commands { events += try world.perform(command) }
    since.append(events)
    ordersByHand += events.compactMap { HandOrder($0, in: visits.last?.step, world) }
  }

  /// The same way, but another world at its end.
  public func with(_ world: World) -> Situation {
    var other = self
    other.world = world
    other.draft = nil
    return other
  }
}

extension Situation.HandOrder {
  /// An order by hand; nil for any other event.
  fileprivate init?(_ event: Event, in step: String?, _ world: World) {
    let visit: Visit
    switch event.fact {
    case .orderPlaced(let found, _):
      visit = found
      placed = true
    case .orderFailed(let found, _):
      visit = found
      placed = false
    default: return nil
    }
    self.step = step
    instance = visit.instance.flatMap { world.instance($0)?.name }
  }
}

/// Why a line could not be carried out on a copy.
public enum Refusal: Error, Hashable, Sendable {
  case command(CommandError)
  case world(Rejection)
}
