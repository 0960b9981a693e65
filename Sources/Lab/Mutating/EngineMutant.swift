import CafeWorld
import Commands

/// An engine that differs in one of the settings of the closed list.
struct EngineMutant: Sendable {
  /// The setting, as a model of a prediction writes it.
  let name: String
  let value: String
  let change: EngineChange

  static let all = [
    EngineMutant(name: "failure-threshold", value: "1", change: .failureThreshold(1)),
    EngineMutant(name: "healthy-share", value: "50%", change: .healthyShare(percent: 50)),
    EngineMutant(name: "request-timeout", value: "1s", change: .requestTimeout(1 * .second)),
    EngineMutant(name: "honours-ttl", value: "no", change: .honoursTTL(false)),
    EngineMutant(
      name: "secondary-needs-check",
      value: "yes",
      change: .secondaryNeedsCheck(true)
    ),
    EngineMutant(name: "push-delay", value: "1m", change: .pushDelay(.minute)),
  ]

  /// Tries the engine on a lesson.
  ///
  /// `truth`: what the lesson says in its world; `others`: worlds to try what nobody noticed there.
  ///
  /// - Returns: nil where the lesson asks nothing that is otherwise under it.
  func trial(
    in world: TrialWorld,
    beside truth: LessonTrace,
    or others: [TrialWorld]
  ) -> Trialled? {
    let lesson = world.lesson
    let pairs = steps(in: world, beside: truth)
    let isCaught = pairs.contains { $0.tells($1) }
    let moved = pairs.lazy.compactMap { one, other in
      one.moved(beside: other).map { (one.step, $0.position) }
    }.first
    guard let (step, expected) = moved ?? truth.steps.first.map({ ($0.step, $0.step.position) }),
      isCaught || moved != nil
    else { return nil }
    let accepted = lesson.front.accepted.first { $0.name == name }
    let isCaughtElsewhere =
      !isCaught && accepted == nil
      && others.contains { other in
        steps(in: other, beside: LessonTrace(other, rules: EngineRules()))
          .contains { $0.tells($1) }
      }
    return Trialled(
      mutant: Mutant(
        name: name,
        change: "an engine with `\(name) = \(value)`",
        position: SourcePosition(line: 1, column: 1),
        origin: .engine
      ),
      step: step.id,
      fate: isCaught || isCaughtElsewhere
        ? .caught
        : accepted.map { .accepted(reason: $0.reason) } ?? .survived(expected: expected)
    )
  }

  /// Each step as the lesson says it, and as it is under this engine.
  private func steps(
    in world: TrialWorld,
    beside truth: LessonTrace
  ) -> [(LessonTrace.StepTrace, LessonTrace.StepTrace)] {
    var rules = EngineRules()
    change.apply(to: &rules)
    return Array(zip(truth.steps, LessonTrace(world, rules: rules).steps))
  }
}
