public import CafeWorld
public import Commands
import Route53

/// What a lesson's tests are asked of: a world, and the learner's way to it.
public struct Situation: Sendable {
  public var world: World
  /// The record changes of an open batch.
  var draft: Cafe.Draft?
  /// The world as it was when the present step had been entered.
  let entry: World
  /// What has happened since then, along the present branch.
  let since: [Event]
  let visits: [StepVisit]
  /// Orders by hand along the present branch: the step in which, and the instance that took it.
  let ordersByHand: [HandOrder]

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
  public init(_ attempt: Attempt) {
    let cafe = attempt.cafe
    world = cafe.world
    draft = cafe.draft
    visits = cafe.visits
    let row = cafe.visits.last?.row ?? 0
    entry = attempt.rows[row].cafe.world
    since = attempt.events(since: row + 1)
    ordersByHand = Self.ordersByHand(attempt)
  }

  private static func ordersByHand(_ attempt: Attempt) -> [HandOrder] {
    attempt.branch.flatMap { number -> [HandOrder] in
      let row = attempt.rows[number]
      return row.events.compactMap { event in
        switch event.fact {
        case .orderPlaced(let visit, _): order(visit, true, row)
        case .orderFailed(let visit, _): order(visit, false, row)
        default: nil
        }
      }
    }
  }

  private static func order(_ visit: Visit, _ placed: Bool, _ row: Attempt.Row) -> HandOrder {
    let name = visit.instance.flatMap { row.cafe.world.instance($0)?.name }
    return HandOrder(step: row.cafe.step, instance: name, placed: placed)
  }

  /// The same way, but another world at its end.
  public func with(_ world: World) -> Situation {
    var other = self
    other.world = world
    other.draft = nil
    return other
  }
}

/// Why a line could not be carried out on a copy.
public enum Refusal: Error, Hashable, Sendable {
  case command(CommandError)
  case world(Rejection)
}
