public import CafeWorld

/// The nearest change that makes a condition hold.
public struct Repair: Hashable, Sendable {
  /// What to type; empty: time alone mends it.
  public let lines: [String]
  /// How long it takes then until the condition holds; 0: it does at once.
  public let wait: Milliseconds
  /// Ids of the step's other conditions that hold now and would not then.
  public let breaks: [String]

  /// How far ahead a change is given time to take effect: a record change takes up to 60 s to be
  /// answered, a slow health check 90 s to turn.
  static let patience: Milliseconds = 5 * .minute
  /// When the other conditions are looked at, after that: a change is answered by then.
  static let settling: Milliseconds = 100 * .second
  /// How many changed worlds are tried at most.
  static let mostWorlds = 400
}

/// What came of a search.
public struct RepairSearch: Hashable, Sendable {
  public let repair: Repair?
  /// How many worlds were tried.
  public let tried: Int
  /// Whether there were more to try.
  public let isCutShort: Bool
}

extension Situation {
  /// Looks for the nearest change of the learner's things that makes a condition hold.
  ///
  /// None but time is tried, then one change, then two, each on a copy. What only makes sense
  /// together, such as a new health check and the record set that listens to it, is one change of
  /// several lines. Of several that are equally near, one that breaks none of the `others` is
  /// preferred.
  public func repair(of condition: Condition, keeping others: [Condition]) -> RepairSearch {
    var search = Search(self, condition, others)
    if let delay = search.delay(in: self) {
      return RepairSearch(
        repair: Repair(lines: [], wait: delay, breaks: []),
        tried: search.tried,
        isCutShort: false
      )
    }
    let edits = RepairTable(world, condition.test).edits
    let repair = search.best(of: edits) ?? search.best(ofPairs: edits)
    return RepairSearch(repair: repair, tried: search.tried, isCutShort: search.isExhausted)
  }
}

private struct Search {
  let situation: Situation
  let condition: Condition
  let others: [Condition]
  private(set) var tried = 0

  init(_ situation: Situation, _ condition: Condition, _ others: [Condition]) {
    self.situation = situation
    self.condition = condition
    self.others = others.filter { Evaluator(situation).judge($0.test) == .holds }
  }

  var isExhausted: Bool { tried >= Repair.mostWorlds }

  /// How long after this moment the condition holds; nil: not within the patience.
  ///
  /// A few moments are looked at first, and only where one of them is good all between.
  mutating func delay(in situation: Situation) -> Milliseconds? {
    tried += 1
    let test = condition.test
    if Evaluator(situation).judge(test) == .holds { return 0 }
    let moments = [Repair.settling, Repair.patience]
    let isGood = moments.contains { time in
      var later = situation.world
      _ = later.unfold(until: later.now + time)
      return Evaluator(situation.with(later)).judge(test) == .holds
    }
    guard isGood else { return nil }
    let first = Evaluator(situation).firstMoment(test, within: Repair.patience)
    return first.map { $0 - situation.world.now }
  }

  /// The first that breaks nothing, else the first that helps at all.
  mutating func best(of candidates: some Sequence<[String]>) -> Repair? {
    var fallback: Repair?
    for lines in candidates {
      guard !isExhausted else { break }
      guard let repair = attempt(lines) else { continue }
      if repair.breaks.isEmpty { return repair }
      fallback = fallback ?? repair
    }
    return fallback
  }

  mutating func best(ofPairs edits: [[String]]) -> Repair? {
    best(
      of: edits.lazy.flatMap { first in
        edits.lazy.filter { $0 != first }.map { first + $0 }
      }
    )
  }

  private mutating func attempt(_ lines: [String]) -> Repair? {
    let (changed, commands, refusal) = situation.carryingOut(lines)
    guard refusal == nil, !commands.isEmpty, changed.world != situation.world,
      let delay = delay(in: changed)
    else { return nil }
    var settled = changed.world
    _ = settled.unfold(until: settled.now + delay + Repair.settling)
    let evaluator = Evaluator(changed.with(settled))
    let breaks = others.filter { evaluator.judge($0.test) == .fails }.map(\.id)
    return Repair(lines: lines, wait: delay, breaks: breaks)
  }
}
