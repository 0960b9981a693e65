import CafeWorld
import DNS
import Lab

/// Finds what has made an answer what it is, among the lines of what happened.
struct Decider {
  /// What was asked.
  let answer: Value
  /// Where it was asked.
  let situation: Situation

  /// The places of the lines on which the answer hangs; empty: it hangs on none of them.
  ///
  /// `events`: what the lines tell of, from the world `start` on.
  func places(in told: [NarratedLine], of events: [Event], from start: World) -> [Int] {
    if let place = told.lastIndex(where: { isAsked($0.leads, of: start) }) {
      // What led it there stands right before, as the same event.
      return told.indices.filter {
        $0 <= place && told[$0].number == told[place].number
          && (told[$0].leads == nil || $0 == place)
      }
    }
    let turned = lastTurn(told, events, start)
    let last = turned ?? lastThatMatters(told, events)
    return told.lastIndex { $0.number == last }.map { [$0] } ?? []
  }

  /// Whether the answer is about where a name leads.
  private func isAsked(_ name: DomainName?, of world: World) -> Bool {
    guard let name else { return false }
    return answer.queries.contains { query in
      switch query.kind {
      case .dig: query["name"].map { (name.shown + ".").hasPrefix($0 + ".") } ?? false
      case .orders, .customers: name == world.customers.name
      default: false
      }
    }
  }

  /// The last told event at which what was asked took another value; nil: it never did, or it
  /// does so all the time.
  private func lastTurn(_ told: [NarratedLine], _ events: [Event], _ start: World) -> Int? {
    guard case .query(let query) = answer, query.kind.turnsByEvents else { return nil }
    let numbers = told.map(\.number)
    var world = start
    var before = Evaluator(situation.with(world)).value(answer)
    var last: Int?
    for event in events {
      world.apply(event)
      guard numbers.contains(event.number) else { continue }
      let now = Evaluator(situation.with(world)).value(answer)
      if now != before { last = event.number }
      before = now
    }
    return last
  }

  /// The last told event of those that can make a difference to the answer.
  private func lastThatMatters(_ told: [NarratedLine], _ events: [Event]) -> Int? {
    let kinds = answer.queries.map(\.kind)
    let numbers = events.filter { event in kinds.contains { $0.hangs(on: event.fact) } }
      .map(\.number)
    return told.last { numbers.contains($0.number) }?.number
  }
}

extension Lab.Query.Kind {
  /// Whether its values change with single events that are told; others also change with time.
  fileprivate var turnsByEvents: Bool {
    switch self {
    case .dig, .orders, .customers: false
    case .instance, .hc, .zone, .record, .alarm, .topic, .subscription, .mail: true
    }
  }

  /// Whether a fact can make a difference to what is asked.
  fileprivate func hangs(on fact: Fact) -> Bool {
    switch fact {
    case .changeInSync, .healthServed, .resourceTurned:
      [.dig, .orders, .customers].contains(self)
    case .recordsChanged: [.record, .zone].contains(self)
    case .checkerTurned, .healthCheckTurned: self == .hc
    case .alarmTurned: [.alarm, .mail].contains(self)
    case .mailDelivered, .notificationUndelivered: self == .mail
    case .subscriptionRequested, .subscriptionConfirmed, .subscriptionEnded:
      [.subscription, .topic].contains(self)
    case .instanceTurned, .serviceTurned, .powerLost, .powerRestored: self == .instance
    default: false
    }
  }
}
