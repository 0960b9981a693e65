import CafeWorld

/// What a condition of a task comes to at a moment.
public struct ConditionReport: Hashable, Sendable {
  public let id: String
  public let points: Int
  /// The condition in words.
  public let label: String
  public let status: Status
  /// What the first query of the test says now, such as `hc("x").status is healthy`.
  public let found: String?
  /// Why a condition holds, such as `ttl is 15`; nil where its label says it all.
  public let reason: String?
  /// The author's words for a condition that fails.
  public let feedback: String?
  /// That the test of one that fails had several things of a name to choose from; nil: it had not.
  public let namesakes: String?

  public enum Status: Hashable, Sendable {
    case met
    case unmet
    /// The conditions that must hold first.
    case waits(needs: [String])
    /// The command of an `under` was refused.
    case refused(Refusal)

    public var isMet: Bool { self == .met }
  }
}

extension Step {
  /// Looks at every condition of the task, in the order of the lesson.
  public func look(at situation: Situation) -> [ConditionReport] {
    let evaluator = Evaluator(situation)
    var met: [String] = []
    return conditions.map { condition in
      let report = evaluator.report(on: condition, met: met)
      if report.status.isMet { met.append(condition.id) }
      return report
    }
  }
}

extension Evaluator {
  fileprivate func report(on condition: Condition, met: [String]) -> ConditionReport {
    let status = status(of: condition, met: met)
    let failed = status == .unmet
    return ConditionReport(
      id: condition.id,
      points: condition.points,
      label: text(condition.label),
      status: status,
      found: failed ? found(condition.test) : nil,
      reason: status == .met ? reason(for: condition.test) : nil,
      feedback: failed ? condition.feedback.map { text($0) } : nil,
      namesakes: failed ? namesakes(in: condition.test) : nil
    )
  }

  private func status(of condition: Condition, met: [String]) -> ConditionReport.Status {
    let missing = condition.needs.filter { !met.contains($0) }
    guard missing.isEmpty else { return .waits(needs: missing) }
    switch judge(condition.test) {
    case .holds: return .met
    case .fails: return .unmet
    case .unchecked(let refusal): return .refused(refusal)
    }
  }

  /// What the queries of a test say now, in the words of the lesson language.
  public func found(_ test: Test) -> String? {
    guard !test.asksAboutAnotherTime else { return nil }
    let said = test.queries.reduce(into: [String]()) { said, query in
      let line = "\(query) is \(value(.query(query)).text)"
      if !said.contains(line) { said.append(line) }
    }
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }
}

extension Test {
  /// Whether what holds now says little about the test: it looks back, ahead, or at a copy.
  fileprivate var asksAboutAnotherTime: Bool {
    switch self {
    case .not(let test): test.asksAboutAnotherTime
    case .all(let tests), .any(let tests): tests.contains(where: \.asksAboutAnotherTime)
    case .at(.now, let test): test.asksAboutAnotherTime
    case .at, .under: true
    case .compare, .among, .matches, .exists, .holds: false
    }
  }
}
