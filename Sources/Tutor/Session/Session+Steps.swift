import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

extension Session {
  /// Says where the learner is: the first step of a new attempt, or the step that was left.
  mutating func greet() {
    guard let lesson else {
      return tell(Self.withoutLesson)
    }
    if demo != nil { return greetTheRoom(lesson) }
    if dealt != nil { return greetTheQuiz() }
    if review != nil { return greetTheReview() }
    if let step {
      // What a sitting came to is said by whoever graded it.
      let points = rules.isSilent || isReview ? "" : ", \(score(of: lesson)) points"
      tell(
        (isReview ? "This is" : "Welcome back to")
          + " **\(lesson.front.title)**: step `\(step.id)`\(points). "
          + "`task` shows what is to do, `status` how things stand."
      )
      offerReview()
      askNext(in: step)
    } else if let first = lesson.steps.first {
      if isReadOnly { return tell("The lesson **\(lesson.front.title)** has not begun yet.") }
      say(Styled(lesson.front.title, .heading.bold))
      if rules.mode != .practice { tellRules() }
      offerReview()
      enter(first, typed: "")
    }
  }

  /// Enters a step: its setup is journaled, its text shown, its first question asked.
  mutating func enter(_ step: Step, typed line: String) {
    do {
      try arrive(in: step, typed: line)
      show(step)
      askNext(in: step)
    } catch {
      say(Narration.refusal(error, world: world))
      tell("The step cannot be set up as the café is now. `goto` an earlier row and try again.")
    }
  }

  /// Journals the entry into a step and what its setup does.
  mutating func arrive(in step: Step, typed line: String) throws(Rejection) {
    let before = world
    let events = try record(.entered(step: step.id, setup: commands(of: step)), typed: line)
    passed = []
    lineEvents = Narration.lines(events, before: before, after: world, on: display)
  }

  /// The setup of a step as commands, each read against the world after those before it.
  private func commands(of step: Step) -> [Command] { commands(step.setup, in: world) }

  private func commands(_ lines: [LessonCommand], in start: World) -> [Command] {
    Situation(attempt).with(start).carryingOut(lines.map(\.text)).commands
  }

  /// Heading, prose and figures, up to the first question that waits; then the task.
  mutating func show(_ step: Step) {
    showHeading(of: step)
    showProse(of: step)
    showTask(step)
    if step.conditions.isEmpty, step.quizzes.isEmpty, step.predictions.isEmpty {
      sayWhatIsNext(after: step)
    }
  }

  mutating func showHeading(of step: Step) {
    let number = (lesson?.steps.firstIndex { $0.id == step.id } ?? 0) + 1
    let count = lesson?.steps.count ?? 1
    let place = dealt == nil ? "step \(number) of \(count) · \(step.id)" : itemWords(step)
    say(Styled())
    say(
      Styled(step.title, .heading.bold)
        + Styled("   " + place, .quiet)
    )
    say(Styled())
  }

  private mutating func showProse(of step: Step) {
    for block in step.blocks {
      switch block {
      case .prose(let template): read(template)
      case .figure(let figure): show(figure)
      case .fence: break
      }
    }
  }

  /// Prose with its numbers as the café has them now.
  mutating func read(_ template: Template) {
    let text = Markdown(Evaluator(Situation(attempt)).text(template))
    say(text.drawn(on: display) { [asset] path, _ in asset(Figure.textPath(of: path)) })
    say(Styled())
  }

  mutating func showTask(_ step: Step) {
    guard !step.conditions.isEmpty else { return }
    say(Styled("Your task", .heading))
    for report in reports where isShown(report) { say(line(for: report, named: true)) }
    let offers = [
      rules.feedback == .none ? nil : "`check` looks closely",
      rules[.hint] == .off || step.hints.isEmpty && dealt != nil ? nil : "`hint` helps",
      rules[.showMe] == .off ? nil : "`show me` plays it",
      rules[.explain] == .off ? nil : "`why NAME`",
    ].compactMap { $0 }
    if !offers.isEmpty { whisper(offers.joined(separator: " · ")) }
  }

  /// One condition, ticked or open; `named` by its id as well, which `why` takes.
  func line(for report: ConditionReport, named: Bool = false) -> Styled {
    let sign = report.status.isMet ? Sign.done : Sign.open
    let name = named ? Styled("  [\(report.id)]", .quiet) : Styled()
    return (sign.drawn(on: display) + Styled(" ") + Styled(report.label) + name)
      .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
  }

  mutating func sayWhatIsNext(after step: Step) {
    if dealt != nil {
      whisper("`next` goes on.")
    } else if lesson?.steps.last?.id == step.id {
      sayTheEnd()
    } else {
      whisper("`next` goes on.")
    }
  }

  private mutating func sayTheEnd() {
    guard let lesson else { return }
    let points = rules.isSilent ? "." : ": \(score(of: lesson)) points."
    let end =
      Sign.done.drawn(on: display)
      + Styled(" The lesson ends here\(points) ")
      + spans(
        "`progress` shows them, `notes` what you built; the café stays open to play with.",
        on: display
      )
    say(end.wrapped(to: display.proseWidth, hanging: Styled("  ")).joined())
    effects.append(.survey(.ending))
  }

  /// Enters a step as if the steps before it had been solved.
  public mutating func jump(to id: String) -> [Effect] {
    effects = []
    guard let lesson, let place = lesson.steps.firstIndex(where: { $0.id == id }) else { return [] }
    for step in lesson.steps[..<place] {
      enter(step, typed: "")
      if !step.solution.isEmpty { applySolution(of: step) }
    }
    enter(lesson.steps[place], typed: "")
    return effects
  }

  // Verbs

  mutating func next(typed line: String) {
    if dealt != nil { return nextItem(typed: line) }
    guard let lesson, let step, let place = lesson.steps.firstIndex(where: { $0.id == step.id })
    else { return refuseWithoutLesson(line) }
    if let asking, !asking.isGuess {
      return refuse(line: line, Styled("First your answer, or `skip` to leave it out."))
    }
    guard attempt.record.isDone(step) || waitsForNothing(step) else {
      let open = reports.filter { !$0.status.isMet }.count
      return refuse(
        line: line,
        Styled(
          "This step is not done: \(open) of \(counted(reports.count, "condition")) "
            + (open == 1 ? "is" : "are") + " open. "
            + "`check` tells which, `hint` helps, `show me` plays a solution, "
            + (asking == nil
              ? "`skip` plays it and goes on."
              : "`skip` leaves out the guess that is asked, and a second one the step.")
        )
      )
    }
    guard place + 1 < lesson.steps.count else {
      sayTheEnd()
      return finish(line, accepted: true)
    }
    enter(lesson.steps[place + 1], typed: line)
    finish(line, accepted: true)
  }

  private func waitsForNothing(_ step: Step) -> Bool {
    let answered = step.quizzes.allSatisfy {
      attempt.record.isAnswered($0.name) || passed.contains($0.name)
    }
    let solved = reports.allSatisfy(\.status.isMet) || attempt.record.help(in: step.id) != nil
    return answered && solved
  }

  /// Shows the text of the step before; the learner stays where they are.
  mutating func back(typed line: String) {
    if dealt != nil { return itemBefore(typed: line) }
    guard let lesson, let step, let place = lesson.steps.firstIndex(where: { $0.id == step.id }),
      place > 0
    else { return refuse(line: line, Styled("There is no step before this one.")) }
    let previous = lesson.steps[place - 1]
    say(Styled(previous.title, .heading.bold) + Styled("   read again", .quiet))
    showProse(of: previous)
    whisper("You are still in `\(step.id)`; `task` shows what is to do.")
    finish(line, accepted: true)
  }

  mutating func task(typed line: String) {
    guard let step else { return refuseWithoutLesson(line) }
    passed = []
    show(step)
    askNext(in: step)
    finish(line, accepted: true)
  }

  mutating func hint(typed line: String) {
    guard let step else { return refuseWithoutLesson(line) }
    guard !step.hints.isEmpty else {
      return refuse(line: line, Styled("This step has no hints. `task` shows its text again."))
    }
    let known = attempt.record.hintsKnown(in: step.id)
    let evaluator = Evaluator(Situation(attempt))
    let shown = min(known + 1, step.hints.count)
    if known < step.hints.count {
      do { try record(.hinted(step: step.id, count: shown), typed: line) } catch {
        preconditionFailure("a hint asks nothing of the world")
      }
    }
    let text = evaluator.text(step.hints[shown - 1].text)
    tell("Hint \(shown) of \(step.hints.count): \(text)")
    if known < step.hints.count {
      tellPrice(of: .hint, price: step.hints[shown - 1].price)
      if shown < step.hints.count { tellPriceAhead(step.hints[shown].price) }
    }
    if known >= step.hints.count {
      tell(
        "That was the last hint"
          + (rules[.showMe] == .off ? "." : "; `show me` plays a solution.")
      )
    }
    finish(line, accepted: true)
  }

  /// Leaves out what is asked, or else the whole step, which is recorded.
  mutating func skip(typed line: String) {
    if review != nil { return skipReviewItem(typed: line) }
    guard let lesson, let step else { return refuseWithoutLesson(line) }
    if let asking {
      passed.append(asking.name)
      self.asking = nil
      whisper("Left out; `\(asking.isGuess ? "task" : "quiz")` asks again.")
      askNext(in: step)
      if self.asking == nil, step.conditions.isEmpty { sayWhatIsNext(after: step) }
      return finish(line, accepted: true)
    }
    if !step.solution.isEmpty, !reports.allSatisfy(\.status.isMet) {
      solve(skipped: true, typed: line)
    }
    passed += step.quizzes.map(\.name)
    let place = lesson.steps.firstIndex { $0.id == step.id } ?? 0
    guard place + 1 < lesson.steps.count else {
      sayTheEnd()
      return finish(line, accepted: true)
    }
    enter(lesson.steps[place + 1], typed: line)
    finish(line, accepted: true)
  }
}
