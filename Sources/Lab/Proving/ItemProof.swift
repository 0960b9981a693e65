public import CafeWorld

/// What proving a step showed as an item of a quiz: alone, in one variant and one world.
public struct ItemProof: Sendable {
  public let findings: [Finding]
  /// What leads from the scene to the item's beginning.
  public let start: [Command]
  /// How many commands the model solution comes to.
  public let steps: Int
  /// The item as it begins.
  public let beginning: Situation

  /// `start`: in the lesson's scene, or where the model solutions before it lead.
  public init(of step: Step, in lesson: Lesson, seed: UInt64, start: ItemBeginning, engine: String)
  {
    let beginning = Beginning(
      engine: engine,
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: lesson.scene,
      seed: seed
    )
    var walk = Walk(lesson, seed: seed)
    let before = start == .lesson ? lesson.steps.prefix { $0.id != step.id } : []
    let refused = walk.open(
      step,
      of: beginning,
      after: before.flatMap { $0.setup + $0.solution }
    )
    var findings: [Finding] = []
    if let refused {
      let problem = Finding.Problem.refused(.setup, line: refused.line, refused.refusal)
      findings.append(step.finding(problem, at: refused.position))
    }
    let proof = StepProof(ofItem: step, from: walk)
    self.findings = findings + proof.findings
    if case .opened(_, _, let setup) = walk.attempt.rows.last?.entry.move {
      self.start = setup
    } else {
      self.start = []
    }
    steps = proof.end.walk.attempt.rows.dropFirst(walk.attempt.rows.count).reduce(0) { count, row in
      guard case .commands(let commands) = row.entry.move else { return count }
      return count + commands.count
    }
    self.beginning = walk.situation
  }
}
