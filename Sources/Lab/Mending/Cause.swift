import CafeWorld

/// Which of a learner's lines make a condition fail.
public enum Cause: Hashable, Sendable {
  /// It does not fail.
  case holds
  /// It held after a row, and the fewest of the lines since then that make it fail.
  case broken(heldAfter: Int, [String])
  /// It never held in this stay, and would without these lines.
  case hindered([String])
  /// It never held in this stay, and no one or two lines are to blame.
  case neverHeld

  /// How many rows are looked back at, at most.
  static let mostRows = 60
  /// How many times lines are played again at most.
  static let mostReplays = 300
}

extension Attempt {
  /// Looks for the lines of the present stay in a step that make a condition fail.
  ///
  /// Where it held once, the lines since then are shrunk to those without any of which it would
  /// hold still. Where it never did, one line or two are left out.
  public func cause(of condition: Condition) -> Cause {
    func holds(_ situation: Situation) -> Bool {
      Evaluator(situation).judge(condition.test) == .holds
    }
    guard !holds(Situation(self)) else { return .holds }
    if let row = latestRow(meeting: condition, holds) {
      let replay = LineReplay(self, from: row)
      var left = Cause.mostReplays
      let fewest = shrunken(replay.lines) { lines in
        left -= 1
        return left > 0 && !holds(replay.end(of: lines))
      }
      return .broken(heldAfter: row, fewest.map(\.text))
    }
    let replay = LineReplay(self, from: stayBegan)
    return replay.leavingOut(holds).map { .hindered($0.map(\.text)) } ?? .neverHeld
  }

  /// The row from which the learner's own lines count: the step's entry, or a solution shown since.
  private var stayBegan: Int {
    let entered = cafe.visits.last?.row ?? 0
    return branch.last { number in
      if case .solved = rows[number].entry.move { number > entered } else { number == entered }
    } ?? entered
  }

  /// The latest row of this stay after which a condition held, and would hold now had nothing more
  /// been typed; where time alone undoes each of them, the latest.
  private func latestRow(meeting condition: Condition, _ holds: (Situation) -> Bool) -> Int? {
    let stay = branch.filter { $0 >= stayBegan && $0 != head }
    let met = stay.reversed().filter { rows[$0].entry.met?.contains(condition.id) ?? false }
      .prefix(Cause.mostRows).filter { holds(Situation(self, after: $0)) }
    let lasting = met.first { row in
      let situation = Situation(self, after: row)
      var later = situation.world
      _ = later.unfold(until: max(later.now, world.now))
      return holds(situation.with(later))
    }
    return lasting ?? met.first
  }
}

extension LineReplay {
  /// The one line, or the two, without which something holds; the latest first.
  fileprivate func leavingOut(_ holds: (Situation) -> Bool) -> [Line]? {
    var left = Cause.mostReplays
    func helps(_ gone: [Line]) -> Bool {
      left -= 1
      return left >= 0 && holds(end(of: lines.filter { !gone.contains($0) }))
    }
    let latest = Array(lines.reversed())
    if let one = latest.first(where: { helps([$0]) }) { return [one] }
    for (index, first) in latest.enumerated() {
      for second in latest[(index + 1)...] where left > 0 && helps([second, first]) {
        return [second, first]
      }
    }
    return nil
  }
}
