import CafeWorld
import Commands

/// What a lesson says in one world: every verdict, every answer.
struct LessonTrace: Sendable {
  let steps: [StepTrace]

  struct StepTrace: Sendable {
    let step: Step
    /// The conditions that fail after each way, and the mistake that is told of.
    let verdicts: [Verdict]
    /// What the engine answers to each prediction, and to each question for a number.
    let answers: [Answer]
  }

  struct Verdict: Hashable, Sendable {
    let unmet: [String]
    let told: String?
  }

  struct Answer: Sendable {
    let number: Double?
    /// How far from it a response is still right.
    let near: Double
    let position: SourcePosition
  }

  init(_ world: TrialWorld, rules: EngineRules) {
    var walk = Walk(world.lesson, seed: world.seed, rules: rules, lines: world.lines)
    var steps: [StepTrace] = []
    for step in world.lesson.steps {
      _ = walk.enter(step)
      steps.append(StepTrace(step, from: walk))
      _ = walk.type(step.solution)
    }
    self.steps = steps
  }
}

extension LessonTrace.StepTrace {
  fileprivate init(_ step: Step, from entry: Walk) {
    self.step = step
    var verdicts: [LessonTrace.Verdict] = []
    for lines in step.ways {
      var walk = entry
      _ = walk.type(lines)
      let reports = step.look(at: walk.situation)
      verdicts.append(
        LessonTrace.Verdict(
          unmet: reports.filter { !$0.status.isMet }.map(\.id),
          told: step.mistake(in: reports, from: entry.situation)?.name
        )
      )
    }
    var answers: [LessonTrace.Answer] = []
    for prediction in step.predictions {
      let playing = prediction.play(in: entry.situation)
      answers.append(
        LessonTrace.Answer(
          number: playing?.answer.number,
          near: prediction.near,
          position: prediction.position
        )
      )
    }
    let evaluator = Evaluator(entry.situation)
    for quiz in step.quizzes {
      guard case .number(let key) = quiz.kind else { continue }
      answers.append(
        LessonTrace.Answer(
          number: evaluator.value(key.right.value).number,
          near: key.right.tolerance,
          position: quiz.position
        )
      )
    }
    self.verdicts = verdicts
    self.answers = answers
  }

  /// The first answer that is another one under the other's engine, by however little.
  func moved(beside other: Self) -> LessonTrace.Answer? {
    zip(answers, other.answers).first { $0.number != $1.number }?.0
  }

  /// Whether somebody would notice that this is not the other's engine.
  func tells(_ other: Self) -> Bool {
    verdicts != other.verdicts
      || zip(answers, other.answers).contains { one, two in
        guard let first = one.number, let second = two.number else {
          return (one.number == nil) != (two.number == nil)
        }
        return abs(first - second) > one.near
      }
  }
}

extension Step {
  /// The lines of everything that leads from the step's beginning to somewhere.
  fileprivate var ways: [[LessonCommand]] {
    [[], solution] + alternatives.map(\.commands) + mistakes.map(\.commands)
  }
}
