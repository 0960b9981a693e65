import CafeWorld

/// Walks through one step in every way that its lesson knows.
struct StepProof {
  private(set) var findings: [Finding] = []
  /// Where the solution has led to.
  private(set) var end: Walk
  let step: Step
  /// The step as it was entered.
  let entry: Walk

  init(of step: Step, from entry: Walk) {
    self.step = step
    self.entry = entry
    end = entry
    proveTexts()
    provePredictions()
    proveNumbers()
    guard !step.conditions.isEmpty else { return }
    proveStart()
    end = prove(.solution, step.solution)
    if prove(.solution, step.solution).attempt.world.digest != end.attempt.world.digest {
      add(.notAlike)
    }
    for way in step.alternatives { prove(.alternative(way.name), way.commands, way.position) }
    for mistake in step.mistakes { prove(mistake) }
  }

  /// Enters the step first; a setup that is refused is a finding.
  ///
  /// `isThorough`: whether what takes long and is the same in each world is looked at, too.
  init(entering step: Step, from walk: Walk, isThorough: Bool = false) {
    var walk = walk
    let refused = walk.enter(step)
    self.init(of: step, from: walk)
    if isThorough { proveThatConditionsFail() }
    guard let refused else { return }
    findings.insert(
      step.finding(.refused(.setup, line: refused.line, refused.refusal)),
      at: findings.startIndex
    )
  }

  /// Walks only the ways that every learner of a quiz relies on: the beginning and the solution.
  init(ofItem step: Step, from entry: Walk) {
    self.step = step
    self.entry = entry
    end = entry
    proveTexts()
    proveNumbers()
    proveChoices()
    guard !step.conditions.isEmpty else { return }
    proveStart()
    end = prove(.solution, step.solution)
  }

  mutating func add(_ problem: Finding.Problem, at position: SourcePosition? = nil) {
    findings.append(step.finding(problem, at: position))
  }

  private mutating func proveStart() {
    let reports = step.look(at: entry.situation)
    if reports.allSatisfy(\.status.isMet) { add(.startPasses) }
    proveFeedback(reports, in: entry.situation)
  }

  /// Goes a way that must meet every condition.
  @discardableResult
  private mutating func prove(
    _ way: Finding.Way,
    _ lines: [LessonCommand],
    _ position: SourcePosition? = nil
  ) -> Walk {
    var walk = entry
    let position = position ?? lines.first?.position
    if let refused = walk.type(lines) {
      add(.refused(way, line: refused.line, refused.refusal), at: position)
    }
    for report in step.look(at: walk.situation) where !report.status.isMet {
      add(.notMet(way, condition: report.id, found: report.summary), at: position)
    }
    return walk
  }

  /// Goes a wrong way: it fails what it says, and its own words are the first to be said.
  private mutating func prove(_ mistake: Mistake) {
    var walk = entry
    let refused = walk.type(mistake.commands)
    let situation = walk.situation
    let reports = step.look(at: situation)
    let fails = reports.filter { $0.status == .unmet }.map(\.id)
    if fails.sorted() != mistake.fails.sorted() {
      add(
        .failsOtherwise(mistake: mistake.name, said: mistake.fails, fails: fails),
        at: mistake.position
      )
    }
    let told: Mistake?
    if let refused {
      guard refused.isLast, case .world(let rejection) = refused.refusal else {
        return add(
          .refused(.mistake(mistake.name), line: refused.line, refused.refusal),
          at: mistake.position
        )
      }
      told = step.mistake(refusedAs: rejection, from: entry.situation)
    } else {
      told = step.mistake(in: reports, from: entry.situation)
    }
    if told?.name != mistake.name {
      add(.toldAs(mistake: mistake.name, other: told?.name), at: mistake.position)
    }
    proveFeedback(reports, in: situation)
    prove(mistake.feedback, in: situation, at: mistake.position)
  }
}

extension ConditionReport {
  var summary: String {
    switch status {
    case .met: "it holds"
    case .unmet: found ?? "on a copy it does not come true"
    case .waits(let needs): "it waits for \(needs.joined(separator: ", "))"
    case .refused(let refusal): refusal.summary
    }
  }
}
