import CafeWorld

/// Tries the mutants of one step's solution and conditions.
struct StepTrial {
  /// What came of each mutant; nil: it says nothing here.
  private var tried: [Trialled?] = []
  let step: Step
  /// The step as it was entered.
  let entry: Walk
  /// Where the known ways lead: the solution, the alternatives, the mistakes.
  private var known: [Outcome] = []
  /// Where only one condition fails: the beginning, and what mutants of the solution lead to.
  private var single: [Outcome] = []
  /// The worlds that pass the task because the lesson says so.
  private var passing: [String]

  /// A place that a way leads to, and what the conditions say there.
  private struct Outcome {
    let situation: Situation
    let reports: [ConditionReport]

    init(_ step: Step, _ situation: Situation) {
      self.situation = situation
      reports = step.look(at: situation)
    }

    var failing: [String] { reports.filter { $0.status == .unmet }.map(\.id) }
  }

  /// Tries nothing in a step without a task.
  init(_ step: Step, from entry: Walk) {
    self.step = step
    self.entry = entry
    var end = entry
    _ = end.type(step.solution)
    passing = [end.attempt.world.digest]
    guard !step.conditions.isEmpty else { return }
    keep(Outcome(step, entry.situation))
    known = [Outcome(step, end.situation)]
    for way in step.alternatives {
      var walk = entry
      _ = walk.type(way.commands)
      passing.append(walk.attempt.world.digest)
      known.append(Outcome(step, walk.situation))
    }
    for mistake in step.mistakes {
      var walk = entry
      _ = walk.type(mistake.commands)
      known.append(Outcome(step, walk.situation))
    }
    let servers = entry.attempt.world.instances.map(\.name)
    for mutant in step.solutionMutants(servers: servers) { trySolution(mutant) }
    for condition in step.conditions {
      for mutant in condition.mutants { tryCondition(condition, mutant) }
    }
  }

  var trialled: [Trialled] { tried.compactMap(\.self) }

  var hasSurvivors: Bool { tried.contains { $0?.isSurvivor ?? false } }

  /// Counts as caught what is caught in another world.
  ///
  /// `other`: the same step there; mutants of another variant that differ in number say nothing.
  mutating func take(catchesOf other: Self) {
    guard tried.count == other.tried.count else { return }
    for place in tried.indices {
      guard let own = tried[place], own.isSurvivor, let there = other.tried[place],
        there.fate == .caught, there.mutant.name == own.mutant.name,
        there.mutant.origin == own.mutant.origin
      else { continue }
      tried[place] = Trialled(mutant: own.mutant, step: own.step, fate: .caught)
    }
  }

  private mutating func keep(_ outcome: Outcome) {
    if outcome.failing.count == 1 { single.append(outcome) }
  }

  private mutating func note(
    _ mutant: Mutant,
    isCaught: Bool,
    _ accepted: [Acceptance],
    expected: SourcePosition
  ) {
    let acceptance = accepted.first { $0.name == mutant.name }
    let fate: Trialled.Fate =
      isCaught
      ? .caught
      : acceptance.map { .accepted(reason: $0.reason) } ?? .survived(expected: expected)
    tried.append(Trialled(mutant: mutant, step: step.id, fate: fate))
  }

  // The solution

  /// What came of one changed solution.
  private enum Passing {
    case refused
    /// It leads to the same world as the solution, or as another way that the lesson knows.
    case alike
    case passed
    case failed
  }

  private mutating func trySolution(_ mutant: SolutionMutant) {
    let passings = mutant.ways.map { pass($0) }
    // Whatever is refused, or changes nothing, says nothing about the conditions.
    guard !passings.allSatisfy({ $0 == .alike }) else { return tried.append(nil) }
    let judged = passings.filter { $0 != .alike && $0 != .refused }
    guard !mutant.isOfNoWeight || judged.contains(.failed) else { return tried.append(nil) }
    note(
      mutant.mutant,
      isCaught: judged.isEmpty || judged.contains(.failed),
      step.accepted,
      expected: line(about: mutant.mutant)
    )
  }

  private mutating func pass(_ lines: [String]) -> Passing {
    var walk = entry
    let position = step.position
    let commands = lines.map { LessonCommand(text: $0, position: position) }
    if walk.type(commands) != nil { return .refused }
    guard !passing.contains(walk.attempt.world.digest) else { return .alike }
    let outcome = Outcome(step, walk.situation)
    if outcome.reports.allSatisfy(\.status.isMet) { return .passed }
    keep(outcome)
    return .failed
  }

  /// The condition that speaks of what was changed; the last one where none does.
  private func line(about mutant: Mutant) -> SourcePosition {
    let name = mutant.name.hasPrefix("no-") ? String(mutant.name.dropFirst(3)) : mutant.name
    let about = step.conditions.first { condition in
      condition.test.queries.contains { $0.properties.contains(name) }
    }
    return (about ?? step.conditions.last)?.testPosition ?? step.position
  }

  // The conditions

  private mutating func tryCondition(_ condition: Condition, _ mutant: ConditionMutant) {
    let alone = single.filter { $0.failing == [condition.id] }
    // Where the condition fails a weaker one is likely to part from it.
    let places = (known + alone).filter { $0.failing.contains(condition.id) } + known
    let isCaught = places.contains { tells(condition, mutant.test, $0) }
    note(
      mutant.mutant,
      isCaught: isCaught,
      condition.accepted,
      expected: step.mistakes.first { $0.fails.contains(condition.id) }?.position
        ?? condition.position
    )
  }

  /// Whether a condition and its mutant come to different verdicts at a place.
  private func tells(_ condition: Condition, _ test: Test?, _ outcome: Outcome) -> Bool {
    guard let report = outcome.reports.first(where: { $0.id == condition.id }) else { return false }
    switch report.status {
    case .waits: return false
    case .met: return test.map { Evaluator(outcome.situation).judge($0) != .holds } ?? false
    case .unmet, .refused:
      return test.map { Evaluator(outcome.situation).judge($0) == .holds } ?? true
    }
  }
}
