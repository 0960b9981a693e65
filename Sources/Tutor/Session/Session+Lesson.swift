import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

extension Session {
  /// Carries out what moves through a lesson.
  mutating func follow(_ verb: LessonVerb, typed line: String) {
    switch verb {
    case .next: next(typed: line)
    case .back: back(typed: line)
    case .task: task(typed: line)
    case .check: check(typed: line)
    case .hint: hint(typed: line)
    case .showMe: solve(skipped: false, typed: line)
    case .skip: skip(typed: line)
    case .why(let id): why(id, typed: line)
    case .cause(let id): cause(id, typed: line)
    case .repair(let id): repair(id, typed: line)
    case .answer(let text): answer(text, typed: line)
    case .quiz: quiz(typed: line)
    case .review: review(typed: line)
    case .progress: progress(typed: line)
    case .lessons: lessons(typed: line)
    case .start(let id, let choice): start(id, choice, typed: line)
    case .notes(let path): notes(to: path, typed: line)
    case .certificate(let path, let name): certificate(to: path, of: name, typed: line)
    case .runUntil(let test, let most): runUntil(test, atMost: most, typed: line)
    }
  }

  /// Lets time pass until a test holds: one wait of exactly that length.
  private mutating func runUntil(_ text: String, atMost most: Milliseconds, typed line: String) {
    let awaited: Awaited
    do { awaited = try Situation(attempt).firstMoment(of: text, within: most) } catch {
      return refuse(line: line, Styled(error.message))
    }
    guard awaited.moment != world.now else {
      say(Styled("It holds already."))
      return finish(line, accepted: true)
    }
    let time = (awaited.moment ?? world.now + most) - world.now
    change([.wait(time)], showing: .events, typed: line)
    if awaited.moment == nil {
      let text = " After \(duration(Int(most))) it still does not hold: \(awaited.test)"
      say(
        (Sign.warning.drawn(on: display) + Styled(text))
          .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
      )
    }
  }

  static let withoutLesson = "No lesson is open. `lessons` lists them, `start LESSON` begins one."

  mutating func refuseWithoutLesson(_ line: String) {
    let isQuiz = dealt != nil
    refuse(
      line: line,
      Styled(isQuiz ? "No item is open yet. `next` opens the first one." : Self.withoutLesson)
    )
  }

  private mutating func lessons(typed line: String) {
    for lesson in library.lessons {
      let here = lesson.id == self.lesson?.id ? "  (open)" : ""
      say(
        Styled(lesson.id, .command) + Styled("  \(lesson.front.title), \(lesson.front.minutes) min")
          + Styled(here, .quiet)
      )
    }
    for (file, diagnostics) in library.broken {
      say(Sign.warning.drawn(on: display) + Styled(" \(file) cannot be used:"))
      for finding in diagnostics.prefix(5) { say(Styled("    \(finding.description)", .quiet)) }
    }
    finish(line, accepted: true)
  }

  private mutating func start(_ id: String, _ choice: AttemptChoice, typed line: String) {
    if demo != nil {
      return refuse(
        line: line,
        Styled("A demo stays in its lesson. `goto STEP` goes to a step of it, `quit` leaves.")
      )
    }
    guard let lesson = library[id] else {
      return refuse(line: line, Styled(library.complaint(about: id)))
    }
    if case .new(let step?) = choice, lesson[step: step] == nil {
      return refuse(
        line: line,
        Styled(
          "\(id) has no step \(step). Its steps: "
            + lesson.steps.map(\.id).joined(separator: ", ")
        )
      )
    }
    if choice == .latest, id == self.lesson?.id {
      return refuse(
        line: line,
        Styled(
          "\(id) is open here already. `task` shows what is to do; "
            + "`start \(id) --anew` begins it again, and keeps this attempt."
        )
      )
    }
    // The first step has none before it that would have to be solved.
    let isFirst = choice == .new(step: lesson.steps.first?.id)
    effects.append(.open(lesson: id, isFirst ? .new(step: nil) : choice))
    finish(line, accepted: true)
  }
}
