import CafeWorld
import Commands

/// A lesson put on trial: every mutant of its solutions, its conditions and its engine.
public struct LessonTrial: Sendable {
  public let lesson: Lesson
  /// What can be done in any order, by any thread.
  public let jobs: [Job]

  /// A part of the trial that depends on no other part.
  public struct Job: Sendable {
    fileprivate let world: TrialWorld
    /// Where survivors are tried once more.
    fileprivate let others: [TrialWorld]
    fileprivate let kind: Kind

    fileprivate enum Kind: Sendable {
      case step(Int, Walk)
      case engine(EngineMutant, LessonTrace)
    }

    public func run() -> [Trialled] {
      switch kind {
      case .step(let number, let entry):
        var trial = StepTrial(world.lesson.steps[number], from: entry)
        for other in others where trial.hasSurvivors {
          guard let entry = other.entry(into: number) else { continue }
          trial.take(catchesOf: StepTrial(other.lesson.steps[number], from: entry))
        }
        return trial.trialled
      case .engine(let mutant, let truth):
        return mutant.trial(in: world, beside: truth, or: others).map { [$0] } ?? []
      }
    }
  }

  /// Tries a lesson in the world of its own seed, and in others what nothing notices there.
  ///
  /// `lesson`: in the variant that is tried; `variants`, `seeds`: of the other worlds, as proving
  /// the lesson walks through them.
  public init(_ lesson: Lesson, variants: [Lesson] = [], seeds: [UInt64] = []) {
    self.lesson = lesson
    let lines = LineMemory(of: [lesson] + variants.filter { $0.variant != lesson.variant })
    let world = TrialWorld(lesson: lesson, seed: lesson.front.seed, lines: lines)
    let others = TrialWorld.all(variants, seeds: seeds, lines: lines)
      .filter { !$0.isSame(as: world) }
    var walk = Walk(lesson, seed: world.seed, lines: lines)
    var jobs: [Job] = []
    for (number, step) in lesson.steps.enumerated() {
      _ = walk.enter(step)
      if !step.conditions.isEmpty {
        jobs.append(Job(world: world, others: others, kind: .step(number, walk)))
      }
      _ = walk.type(step.solution)
    }
    let truth = LessonTrace(world, rules: EngineRules())
    self.jobs =
      EngineMutant.all.map { Job(world: world, others: others, kind: .engine($0, truth)) } + jobs
  }

  /// What came of the trial: `trialled` as the jobs came to it.
  public func outcome(_ trialled: [Trialled]) -> Outcome {
    Outcome(lesson: lesson, trialled: trialled)
  }

  /// How a lesson stood its trial.
  public struct Outcome: Sendable {
    let lesson: Lesson
    public let trialled: [Trialled]

    public var caught: Int { trialled.count { $0.fate == .caught } }
    public var accepted: Int { trialled.count - caught - survivors.count }
    public var survivors: [Trialled] { trialled.filter(\.isSurvivor) }

    /// In percent: mutants that were caught or are accepted; rounded down, so that 100 is all.
    public var score: Int {
      trialled.isEmpty ? 100 : 100 * (trialled.count - survivors.count) / trialled.count
    }

    /// What an author should look at, in the order of the file.
    public var remarks: [Remark] {
      (survivors.map(remark) + needless).enumerated()
        .sorted { ($0.element.position, $0.offset) < ($1.element.position, $1.offset) }
        .map(\.element)
    }

    private func remark(_ trialled: Trialled) -> Remark {
      guard case .survived(let expected) = trialled.fate else {
        preconditionFailure("only survivors are told of")
      }
      let mutant = trialled.mutant
      return Remark(
        position: mutant.position,
        code: mutant.origin.code,
        step: trialled.step,
        message: "Nothing notices \(mutant.change); line \(expected.line) should have.",
        fix: mutant.origin.acceptance(of: mutant.name)
      )
    }

    /// Acceptances of what does not survive anyway.
    private var needless: [Remark] {
      let used = trialled.filter { if case .accepted = $0.fate { true } else { false } }
      func isUsed(_ acceptance: Acceptance, _ step: String?, _ origin: Mutant.Origin) -> Bool {
        used.contains {
          $0.mutant.name == acceptance.name && $0.mutant.origin == origin
            && (step == nil || $0.step == step)
        }
      }
      func remark(_ acceptance: Acceptance, _ step: String?) -> Remark {
        Remark(
          position: acceptance.position,
          code: "M004",
          step: step,
          message: "No mutant called `\(acceptance.name)` survives here.",
          fix: "Take the line away, or write the name that `cafe author mutate` gives."
        )
      }
      let engine = lesson.front.accepted.filter { !isUsed($0, nil, .engine) }
        .map { remark($0, nil) }
      return engine
        + lesson.steps.flatMap { step in
          step.accepted.filter { !isUsed($0, step.id, .solution) }.map { remark($0, step.id) }
            + step.conditions.flatMap { condition in
              condition.accepted.filter { !isUsed($0, step.id, .condition(condition.id)) }
                .map { remark($0, step.id) }
            }
        }
    }
  }
}

extension Mutant.Origin {
  /// The code of a survivor.
  fileprivate var code: String {
    switch self {
    case .solution: "M001"
    case .condition: "M002"
    case .engine: "M003"
    }
  }

  /// How a survivor is accepted.
  fileprivate func acceptance(of name: String) -> String {
    switch self {
    case .solution: "Or write `accept \(name): REASON` in the `solve` fence."
    case .condition: "Or write `accept \(name): REASON` below the test."
    case .engine: "Or write `\(name): REASON` below `accept:` in the front matter."
    }
  }
}
