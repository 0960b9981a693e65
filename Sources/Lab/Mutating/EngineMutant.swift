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
  /// - Returns: nil where the lesson asks nothing that is otherwise under it.
  func trial(
    of lesson: Lesson,
    beside truth: LessonTrace,
    _ lines: LineMemory
  ) -> Trialled? {
    var rules = EngineRules()
    change.apply(to: &rules)
    let trace = LessonTrace(lesson, rules: rules, lines: lines)
    let pairs = Array(zip(truth.steps, trace.steps))
    let isCaught = pairs.contains { $0.tells($1) }
    let moved = pairs.lazy.compactMap { one, other in
      one.moved(beside: other).map { (one.step, $0.position) }
    }.first
    guard let (step, expected) = moved ?? truth.steps.first.map({ ($0.step, $0.step.position) }),
      isCaught || moved != nil
    else { return nil }
    let accepted = lesson.front.accepted.first { $0.name == name }
    return Trialled(
      mutant: Mutant(
        name: name,
        change: "an engine with `\(name) = \(value)`",
        position: SourcePosition(line: 1, column: 1),
        origin: .engine
      ),
      step: step.id,
      fate: isCaught
        ? .caught
        : accepted.map { .accepted(reason: $0.reason) } ?? .survived(expected: expected)
    )
  }
}
