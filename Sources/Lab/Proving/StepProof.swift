import CafeWorld

/// Walks through one step in every way that its lesson knows.
struct StepProof {
  private(set) var findings: [Finding] = []
  /// Where the solution has led to.
  private(set) var end: Crossing
  let step: Step
  /// The step as it was entered, where all the ways through it begin.
  let start: Crossing

  private init(_ step: Step, _ start: Crossing) {
    self.step = step
    self.start = start
    end = start
  }

  /// Enters the step first; a setup that is refused is a finding.
  ///
  /// `isThorough`: whether what takes long and is the same in each world is looked at, too.
  init(entering step: Step, from place: Crossing, isThorough: Bool = false) {
    let (start, refused) = place.entering(step)
    self.init(step, start)
    if let refused {
      add(.refused(.setup, line: refused.line, refused.refusal), at: refused.position)
    }
    proveWays()
    if isThorough {
      proveLikeness()
      proveThatConditionsFail()
    }
  }

  private mutating func proveWays() {
    proveTexts()
    provePredictions()
    proveNumbers()
    guard !step.conditions.isEmpty else { return }
    proveStart()
    end = prove(.solution, step.solution)
    for way in step.alternatives { prove(.alternative(way.name), way.commands, way.position) }
    for mistake in step.mistakes { prove(mistake) }
  }

  /// Walks only the ways that every learner of a quiz relies on: the beginning and the solution.
  init(ofItem step: Step, from entry: Walk) {
    self.init(step, Crossing(entry, in: step))
    proveTexts()
    provePredictions()
    proveNumbers()
    proveChoices()
    guard !step.conditions.isEmpty else { return }
    proveStart()
    end = prove(.solution, step.solution)
  }

  mutating func add(_ problem: Finding.Problem, at position: SourcePosition? = nil) {
    findings.append(step.finding(problem, at: position))
  }

  /// Who types the solution once more comes to the very same.
  private mutating func proveLikeness() {
    var again = start.walk
    _ = again.type(step.solution)
    if again.attempt.world.digest != end.walk.attempt.world.digest { add(.notAlike) }
  }

  private mutating func proveStart() {
    let reports = start.reports
    if reports.allSatisfy(\.status.isMet) { add(.startPasses) }
    proveFeedback(reports, in: start.situation)
  }

  /// Goes a way that must meet every condition.
  @discardableResult
  private mutating func prove(
    _ way: Finding.Way,
    _ lines: [LessonCommand],
    _ position: SourcePosition? = nil
  ) -> Crossing {
    let (end, refused) = start.typing(lines)
    let position = position ?? lines.first?.position
    if let refused {
      // What does not hold after half of a way says nothing new.
      add(.refused(way, line: refused.line, refused.refusal), at: refused.position ?? position)
      return end
    }
    for report in end.reports where !report.status.isMet {
      add(.notMet(way, condition: report.id, found: report.summary), at: position)
    }
    return end
  }

  /// Goes a wrong way: it fails what it says, and its own words are the first to be said.
  private mutating func prove(_ mistake: Mistake) {
    let (end, refused) = start.typing(mistake.commands)
    let reports = end.reports
    if let refused, !refused.isToldByWorld {
      return add(
        .refused(.mistake(mistake.name), line: refused.line, refused.refusal),
        at: refused.position ?? mistake.position
      )
    }
    let fails = reports.filter { $0.status == .unmet }.map(\.id)
    if fails.sorted() != mistake.fails.sorted() {
      add(
        .failsOtherwise(mistake: mistake.name, said: mistake.fails, fails: fails),
        at: mistake.position
      )
    }
    let told: Mistake?
    if case .world(let rejection) = refused?.refusal {
      told = step.mistake(refusedAs: rejection) { start.typing($0.commands).refused?.refusal }
    } else {
      told = step.mistake(in: reports) { start.typing($0.commands).refused != nil }
    }
    if told?.name != mistake.name {
      add(.toldAs(mistake: mistake.name, other: told?.name), at: mistake.position)
    }
    proveFeedback(reports, in: end.situation)
    prove(mistake.feedback, in: end.situation, at: mistake.position)
  }
}

extension Walk.Refused {
  /// Whether the world refuses the last line, as it may where that is the very mistake.
  fileprivate var isToldByWorld: Bool {
    if case .world = refusal { isLast } else { false }
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
