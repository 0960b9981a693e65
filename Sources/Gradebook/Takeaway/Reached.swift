public import Lab

/// What a learner has reached in a lesson that is done: what a certificate says.
public struct Reached: Hashable, Sendable {
  public let lesson: String
  public let title: String
  public let minutes: Int
  public let goals: [String]
  /// SHA-256 of the lesson's file, in hexadecimal.
  public let lessonHash: String
  public let engine: String
  public let mode: Mode
  /// Points as they are read: `28.6`.
  public let earned: String
  public let possible: String
  /// How many steps there are, and how many were passed with the solution shown or skipped to.
  public let steps: Int
  public let helped: Int

  /// Nil: the lesson is not done, or its points are not told yet.
  public init?(_ attempt: Attempt, in lesson: Lesson, under rules: Rules) {
    guard rules.tellsPoints, attempt.record.isDone(lesson) else { return nil }
    self.lesson = lesson.id
    title = lesson.front.title
    minutes = lesson.front.minutes
    goals = lesson.front.goals
    lessonHash = lesson.hash
    engine = attempt.beginning.engine
    mode = rules.mode
    let total = attempt.points(of: lesson, under: rules)
    earned = Rules.points(total.earned, unit: total.unit)
    possible = Rules.points(total.possible, unit: total.unit)
    steps = lesson.steps.count
    helped = lesson.steps.count { attempt.record.help(in: $0.id) != nil }
  }
}

extension Attempt {
  /// The points of a step as its learner is told them, in units of which `unit` make one.
  public func points(
    of step: Step,
    under rules: Rules
  ) -> (earned: Int, possible: Int, unit: Int) {
    guard rules.mode != .practice else {
      let (earned, possible) = record.points(of: step)
      return (earned, possible, 1)
    }
    let (earned, possible) = score(of: step, under: rules)
    return (earned, possible, rules.unit)
  }

  /// The same for a whole lesson.
  public func points(
    of lesson: Lesson,
    under rules: Rules
  ) -> (earned: Int, possible: Int, unit: Int) {
    let unit = rules.mode == .practice ? 1 : rules.unit
    return lesson.steps.reduce((0, 0, unit)) { sum, step in
      let (earned, possible, _) = points(of: step, under: rules)
      return (sum.0 + earned, sum.1 + possible, unit)
    }
  }
}
