import CafeWorld
import Commands
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
    case .answer(let text): answer(text, typed: line)
    case .quiz: quiz(typed: line)
    case .progress: progress(typed: line)
    case .lessons: lessons(typed: line)
    case .start(let id, let step): start(id, step, typed: line)
    case .notes: notes(typed: line)
    case .runUntil(let test, let most): runUntil(test, atMost: most, typed: line)
    }
  }

  /// Lets time pass until a test holds: one wait of exactly that length.
  private mutating func runUntil(_ text: String, atMost most: Milliseconds, typed line: String) {
    let test: Test
    do { test = try Test(parsing: text) } catch {
      return refuse(
        line: line,
        Styled(
          "That is no test: \(error.message) For example: "
            + "run until hc(\"Primary-Website-Health\").status == unhealthy"
        )
      )
    }
    let evaluator = Evaluator(Situation(attempt))
    if evaluator.judge(test) == .holds {
      say(Styled("It holds already."))
      return finish(line, accepted: true)
    }
    let moment = evaluator.firstMoment(test, within: most)
    let time = (moment ?? world.now + most) - world.now
    change([.wait(time)], showing: .events, typed: line)
    if moment == nil {
      say(
        Sign.warning.drawn(on: display)
          + Styled(" After " + duration(Int(most)) + " it still does not hold: " + test.description)
      )
    }
  }

  private mutating func progress(typed line: String) {
    guard let lesson else { return refuse(line: line, Styled("No lesson is open.")) }
    say(Views.progress(attempt.record, lesson, at: step?.id, on: display))
    finish(line, accepted: true)
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

  private mutating func start(_ id: String, _ step: String?, typed line: String) {
    guard let lesson = library[id] else {
      let near = nearest(to: id, in: library.lessons.map(\.id))
      return refuse(
        line: line,
        Styled("There is no lesson \(id)." + (near.map { " Did you mean \($0)?" } ?? ""))
      )
    }
    if let step, lesson[step: step] == nil {
      return refuse(
        line: line,
        Styled(
          "\(id) has no step \(step). Its steps: "
            + lesson.steps.map(\.id).joined(separator: ", ")
        )
      )
    }
    effects.append(.open(lesson: id, step: step))
    finish(line, accepted: true)
  }

  /// What the learner did, step by step, and with which result: a page to keep.
  private mutating func notes(typed line: String) {
    guard let lesson else { return refuse(line: line, Styled("No lesson is open.")) }
    say(Styled(lesson.front.title, .heading.bold))
    var step: String?
    for number in attempt.branch {
      let row = attempt.rows[number]
      if row.cafe.step != step, let id = row.cafe.step {
        step = id
        let points = lesson[step: id].map { attempt.record.points(of: $0) }
        say(
          Styled(lesson[step: id]?.title ?? id, .heading)
            + Styled(points.map { "  \($0.earned) of \($0.possible) points" } ?? "", .quiet)
        )
      }
      if !row.typed.isEmpty, row.entry.move.kind != "step" {
        say(Styled("  " + row.typed, .command))
      }
    }
    finish(line, accepted: true)
  }
}
