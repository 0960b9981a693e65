public import CafeWorld

extension Evaluator {
  func judge(_ test: Test, at moment: Test.Moment) -> Verdict {
    switch moment {
    case .now: judge(test)
    case .ever: held(test)
    case .within(let time):
      firstVerdict(test, within: time) ?? .fails
    case .always(let time):
      firstVerdict(.not(test), within: time).map { $0 == .holds ? .fails : $0 } ?? .holds
    case .after(let time): judge(test, after: time)
    }
  }

  /// The world in which a test is asked that looks ahead: without those who have no part in the
  /// answer.
  func world(for test: Test) -> World { test.sparing(situation.world) }

  private func judge(_ test: Test, after time: Milliseconds) -> Verdict {
    var world = world(for: test)
    _ = world.unfold(until: world.now + time)
    return at(world).judge(test)
  }

  private func firstVerdict(_ test: Test, within time: Milliseconds) -> Verdict? {
    if case .unchecked(let refusal) = judge(test) { return .unchecked(refusal) }
    return firstMoment(test, within: time) == nil ? nil : .holds
  }

  /// Whether a test held at some moment since the step was entered, this one included.
  private func held(_ test: Test) -> Verdict {
    let present = judge(test)
    guard present == .fails else { return present }
    var world = test.sparing(situation.entry)
    if at(world).judge(test) == .holds { return .holds }
    for row in situation.since {
      if held(test, through: row, from: &world) { return .holds }
    }
    return .fails
  }

  /// Whether a test held at some moment of a row: before an event, after the last one of a moment,
  /// or after the row, which the learner saw however little time it took.
  private func held(_ test: Test, through row: [Event], from world: inout World) -> Bool {
    let heeds = test.heeding
    var isHeeded = false
    for (index, event) in row.enumerated() {
      let next = event.at
      if next > world.now, test.changesBetweenEvents, holdsBefore(next, test, world) {
        return true
      }
      world.apply(event)
      isHeeded = isHeeded || heeds(event.fact)
      guard index + 1 == row.count || row[index + 1].at > next else { continue }
      if isHeeded, at(world).judge(test) == .holds { return true }
      isHeeded = false
    }
    return false
  }

  private func holdsBefore(_ moment: Instant, _ test: Test, _ world: World) -> Bool {
    var copy = world
    copy.passQuietly(to: moment - 1)
    return at(copy).judge(test) == .holds
  }

  private func at(_ world: World) -> Evaluator { Evaluator(situation.with(world)) }

  /// The first moment from now on, both ends included, at which a test holds; nil: none.
  ///
  /// Between two events only what counts or ages can change a test's answer; there the moment is
  /// found by halving. What a busy resolver draws anew in between, where an answer is left to
  /// chance, is looked at only there; orders count every draw.
  public func firstMoment(_ test: Test, within time: Milliseconds) -> Instant? {
    if judge(test) == .holds { return situation.world.now }
    let end = situation.world.now + time
    var world = world(for: test)
    guard test.changesBetweenEvents else {
      var holds = false
      func look(_ world: World) -> Bool {
        holds = at(world).judge(test) == .holds
        return holds
      }
      _ = world.unfold(until: end, stop: look, heeding: test.heeding)
      return holds || at(world).judge(test) == .holds ? world.now : nil
    }
    var before = world
    var found: Instant?
    func look(_ world: World) -> Bool {
      found = firstMoment(test, from: before, before: world.now)
      if found == nil, at(world).judge(test) == .holds { found = world.now }
      before = world
      return found != nil
    }
    _ = world.unfold(until: end, stop: look)
    if found == nil, world.now > before.now { _ = look(world) }
    return found
  }

  private func firstMoment(_ test: Test, from world: World, before next: Instant) -> Instant? {
    func holds(_ moment: Instant) -> Bool {
      var copy = world
      copy.passQuietly(to: moment)
      return at(copy).judge(test) == .holds
    }
    guard next - world.now > 1, holds(next - 1) else { return nil }
    var (no, yes) = (world.now, next - 1)
    while yes - no > 1 {
      let middle = no + (yes - no) / 2
      if holds(middle) { yes = middle } else { no = middle }
    }
    return yes
  }
}

extension Fact {
  /// Whether it is one checker's opinion, which is seen only in the count of the healthy ones; what
  /// the opinions together come to is a fact of its own.
  fileprivate var isOneOpinion: Bool {
    if case .checkerTurned = self { true } else { false }
  }
}

extension Test {
  /// The facts after which the answer may be another.
  fileprivate var heeding: (Fact) -> Bool {
    isBlindToCheckers ? { !$0.isOneOpinion } : { _ in true }
  }

  /// Whether a checker's opinion alone cannot change the answer: the test asks of one moment, and
  /// counts no checkers.
  fileprivate var isBlindToCheckers: Bool {
    switch self {
    case .at, .under: false
    case .not(let test): test.isBlindToCheckers
    case .all(let tests), .any(let tests): tests.allSatisfy(\.isBlindToCheckers)
    case .compare(let left, _, let right): [left, right].allSatisfy(\.isBlindToCheckers)
    case .among(let value, let others): ([value] + others).allSatisfy(\.isBlindToCheckers)
    case .matches(let value, _), .exists(let value), .holds(let value): value.isBlindToCheckers
    }
  }
}

extension Value {
  fileprivate var isBlindToCheckers: Bool {
    switch self {
    case .query(let query): query.kind != .hc || query.property != "healthy-checkers"
    case .secondsUntil, .share: false
    case .text, .word, .number, .duration, .percent: true
    }
  }
}

extension Test {
  /// A world in which the answer is the same, and sooner found where neither customers nor busy
  /// resolvers have a part in it.
  fileprivate func sparing(_ world: World) -> World {
    changesBetweenEvents || commands.contains(where: \.asksOfBystanders)
      ? world : world.withoutBystanders
  }

  /// Whether the answer can change though nothing happens: orders are counted and caches age.
  fileprivate var changesBetweenEvents: Bool {
    queries.contains { query in
      switch query.kind {
      case .orders, .customers: true
      case .dig: query["resolver"] != nil
      case .instance, .hc, .zone, .record, .alarm, .topic, .subscription, .mail: false
      }
    }
  }
}

extension String {
  /// Whether customers or busy resolvers may have a part in what a line does: one that waits for
  /// orders, or asks a resolver.
  var asksOfBystanders: Bool {
    contains("orders") || contains("customers") || contains("resolver")
  }
}
