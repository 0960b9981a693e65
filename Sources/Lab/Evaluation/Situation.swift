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
  private var way: Way

  /// How the learner came here: one for all the worlds that a test is asked of.
  private final class Way: Sendable {
    let entry: World
    let since: [[Event]]
    let visits: [StepVisit]
    let ordersByHand: [HandOrder]

    init(
      entry: World,
      since: [[Event]] = [],
      visits: [StepVisit] = [],
      ordersByHand: [HandOrder] = []
    ) {
      self.entry = entry
      self.since = since
      self.visits = visits
      self.ordersByHand = ordersByHand
    }
  }

  /// The world as it was when the present step had been entered.
  var entry: World { way.entry }
  /// What has happened since then, row by row along the present branch.
  var since: [[Event]] { way.since }
  var visits: [StepVisit] { way.visits }
  /// Orders by hand along the present branch: the step in which, and the instance that took it.
  var ordersByHand: [HandOrder] { way.ordersByHand }

  struct HandOrder: Hashable, Sendable {
    let step: String?
    let instance: String?
    let placed: Bool
  }

  /// A world without a lesson around it.
  public init(world: World) {
    self.world = world
    way = Way(entry: world)
  }

  private init(world: World, lines: LineMemory, way: Way) {
    self.world = world
    self.lines = lines
    self.way = way
  }

  /// The learner's present situation.
  public init(_ attempt: Attempt) { self.init(attempt, after: attempt.head) }

  /// The situation after a row that changed the café.
  public init(_ attempt: Attempt, after row: Int) {
    let cafe = attempt.rows[row].cafe
    world = cafe.world
    draft = cafe.draft
    let entered = cafe.visits.last?.row ?? 0
    let branch = attempt.happenings(to: row)
    way = Way(
      entry: attempt.rows[entered].cafe.world,
      since: branch.filter { $0.row > entered }.map(\.events),
      visits: cafe.visits,
      ordersByHand: branch.flatMap { attempt.ordersByHand(in: $0.row, $0.events) }
    )
  }

  /// The situation in which the step was entered that the learner is in after a row, with all that
  /// its setup did; where they are in no step, the one after that row.
  ///
  /// A step's predictions are played here, whatever was done in the step since.
  public init(_ attempt: Attempt, enteringStepOf row: Int) {
    self.init(attempt, after: attempt.rows[row].cafe.visits.last?.row ?? row)
  }

  /// The same for somebody who has read lines ahead.
  public func knowing(_ lines: LineMemory) -> Situation {
    var other = self
    other.lines = lines
    return other
  }

  /// Carries commands out here as one line of the learner would, so that they are part of the way.
  mutating func live(through commands: [Command]) throws(Rejection) {
    var events: [Event] = []
    for command in commands { events += try world.perform(command) }
    way = Way(
      entry: entry,
      since: since + [events],
      visits: visits,
      ordersByHand: ordersByHand + events.compactMap { HandOrder($0, in: visits.last?.step, world) }
    )
  }

  /// The same way, but another world at its end.
  public func with(_ world: World) -> Situation {
    Situation(world: world, lines: lines, way: way)
  }
}

extension Attempt {
  /// Most rows have none, and a row and its café have many parts to copy.
  fileprivate func ordersByHand(in row: Int, _ events: [Event]) -> [Situation.HandOrder] {
    let orders = events.filter(\.fact.isOrderByHand)
    guard !orders.isEmpty else { return [] }
    let cafe = rows[row].cafe
    return orders.compactMap { Situation.HandOrder($0, in: cafe.step, cafe.world) }
  }
}

extension Fact {
  fileprivate var isOrderByHand: Bool {
    switch self {
    case .orderPlaced, .orderFailed: true
    default: false
    }
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
