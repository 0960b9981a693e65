import Gradebook
import Lab
import Terminal

extension Session {
  /// Says where the learner is: the step in which a new attempt begins, or the step that was left.
  mutating func greet() {
    guard let lesson else {
      return tell(Self.withoutLesson)
    }
    if demo != nil { return greetTheRoom(lesson) }
    if dealt != nil { return greetTheQuiz() }
    if review != nil { return greetTheReview() }
    if let step {
      if attempt.record.isClosed { return sayTheEnd() }
      if beginsHere, !isReadOnly {
        introduce(lesson)
        show(step)
        return askNext(in: step)
      }
      // What a sitting came to is said by whoever graded it.
      let points = !tellsPoints || isReview ? "" : ", \(score(of: lesson)) points"
      tell(
        (isReview ? "This is" : "Welcome back to")
          + " **\(lesson.front.title)**: step `\(step.id)`\(points). "
          + "`task` shows what is to do, `status` how things stand."
      )
      offerReview()
      passed = leftOut
      askNext(in: step)
    } else if let first = lesson.steps.first {
      if isReadOnly { return tell("The lesson **\(lesson.front.title)** has not begun yet.") }
      introduce(lesson)
      enter(first, typed: "")
    }
  }

  /// Whether the attempt was begun in this step, later than the first, and nobody has typed
  /// anything in it.
  private var beginsHere: Bool {
    step?.id != lesson?.steps.first?.id && attempt.rows.allSatisfy(\.typed.isEmpty)
  }

  /// What is said before the first step that the learner sees.
  private mutating func introduce(_ lesson: Lesson) {
    say(Styled(lesson.front.title, .heading.bold))
    if rules.mode != .practice { tellRules() }
    offerReview()
  }
}
