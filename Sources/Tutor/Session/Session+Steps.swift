import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

/// A line of a step's setup that the café refused, and how.
typealias RefusedLine = (line: LessonCommand, refusal: Refusal)

extension Session {
  /// Enters a step: its setup is journaled, its text shown, its first question asked.
  mutating func enter(_ step: Step, typed line: String) {
    do {
      let refused = try arrive(in: step, typed: line)
      show(step)
      if let refused {
        tell(ofSceneOf: step, without: refused)
        let id = lesson?.id ?? "LESSON"
        tell(
          "To begin it in a café as the lesson expects it, and leave this one alone: "
            + "`start \(id) --step \(step.id)` at the prompt, or "
            + "`cafe run --lesson \(id) --step \(step.id)\(library.option(for: id))` in a run."
        )
      }
      askNext(in: step)
    } catch {
      say(Narration.refusal(error, world: world))
      tell("The step cannot be set up as the café is now. `goto` an earlier row and try again.")
    }
  }

  /// Journals the entry into a step and what its setup does.
  ///
  /// - Returns: the line of the setup at which it stopped, if the café refused one.
  @discardableResult
  mutating func arrive(in step: Step, typed line: String) throws(Rejection) -> RefusedLine? {
    let before = world
    let (setup, refused) = Situation(attempt).with(before).carryingOut(step.setup)
    let events = try record(.entered(step: step.id, setup: setup), typed: line)
    passed = []
    lineEvents = Narration.lines(events, before: before, after: world, on: display)
    return refused
  }

  /// What the learner finds is not what the step's text speaks of, and it says so.
  private mutating func tell(ofSceneOf step: Step, without refused: RefusedLine) {
    say(
      Styled(
        "The scene of the step `\(step.id)` could not be set up whole: the café refused its line "
          + "`\(refused.line.text)`.\n\(text(of: refused.refusal))"
      ),
      behind: .warning
    )
    tell("That line and those after it are left out; nothing of yours is lost.")
  }

  /// Heading, prose and figures, up to the first question that waits; then the task.
  mutating func show(_ step: Step) {
    showHeading(of: step)
    showProse(of: step)
    showTask(step)
    showResponses(in: step)
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
    guard isTask(step) else {
      if let offer = hintOffer(in: step), hintPrice(in: step) != nil { whisper(offer) }
      return
    }
    let shown = reports.filter(isShown)
    say(Styled("Your task", .heading))
    for report in shown { say(line(for: report, named: true)) }
    if hidesConditions(of: step) { tell(whatIsHidden(besides: shown)) }
    let first = shown.first { !$0.status.isMet } ?? shown.first
    let offers = [
      rules.feedback == .none || shown.isEmpty ? nil : "`check` looks closely",
      hintOffer(in: step),
      rules[.showMe] == .off ? nil : "`show me` plays it",
      rules[.explain] == .off || hasKey && rules.feedback != .atOnce
        ? nil : first.map { "`why \($0.id)`" },
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
      // What is held back is said when the last step is left, and not before.
      if rules.holdsBack {
        whisper("`next` closes the sitting and says the points; no response is taken after that.")
      } else {
        sayTheEnd()
      }
    } else {
      whisper("`next` goes on.")
    }
  }

  mutating func sayTheEnd() {
    guard let lesson else { return }
    let rest =
      attempt.record.isClosed
      ? ". The sitting is closed: `start \(lesson.id) --anew` begins another."
      : "; the café stays open to play with."
    let end =
      Sign.done.drawn(on: display)
      + Styled(" The lesson ends here: \(score(of: lesson)) points. ")
      + spans("`progress` shows them, `notes` what you built" + rest, on: display)
    say(end.wrapped(to: display.proseWidth, hanging: Styled("  ")).joined())
    effects.append(.survey(.ending))
  }

  /// The last step was left: a sitting that held something back is closed, and tells it.
  private mutating func end(typed line: String) {
    close(typed: line)
    sayTheEnd()
    finish(line, accepted: true)
  }

  /// Enters a step as if the steps before it had been solved.
  ///
  /// Nothing is said of it but what the café refused.
  public mutating func jump(to id: String) -> [Effect] {
    effects = []
    guard let lesson, let place = lesson.steps.firstIndex(where: { $0.id == id }) else { return [] }
    for step in lesson.steps[..<place] {
      slip(into: step)
      if !step.solution.isEmpty { applySolution(of: step) }
    }
    slip(into: lesson.steps[place])
    let told = effects
    askNext(in: lesson.steps[place])
    return told
  }

  /// Enters a step without showing it.
  private mutating func slip(into step: Step) {
    do {
      guard let refused = try arrive(in: step, typed: "") else { return }
      tell(ofSceneOf: step, without: refused)
      tell("The café was as the lesson expects it: tell whoever wrote the lesson.")
    } catch { say(Narration.refusal(error, world: world)) }
  }

  // Verbs

  mutating func next(typed line: String) {
    if dealt != nil { return nextItem(typed: line) }
    guard let lesson, let step, let place = lesson.steps.firstIndex(where: { $0.id == step.id })
    else { return refuseWithoutLesson(line) }
    if let asking, !asking.isGuess {
      return refuse(line: line, Styled("First your answer, or `skip` to leave it out."))
    }
    guard mayLeave(step) else { return stay(in: step, typed: line) }
    guard place + 1 < lesson.steps.count else { return end(typed: line) }
    enter(lesson.steps[place + 1], typed: line)
    finish(line, accepted: true)
  }

  /// Whether `next` goes on from a step.
  ///
  /// Where nothing is heard before the end, it goes on whatever the task has come to.
  private func mayLeave(_ step: Step) -> Bool {
    guard rules.feedback != .none else { return openQuestions(in: step).isEmpty && wasTried }
    let isSolved = reports.allSatisfy(\.status.isMet) || attempt.record.help(in: step.id) != nil
    return attempt.record.isDone(step)
      || openQuestions(in: step).isEmpty && (isSolved || warnedAt == attempt.rows.count)
  }

  /// Says why `next` does not go on.
  ///
  /// Under rules a task may be left as it stands; a second `next` does it, so that nobody leaves it
  /// by mistake.
  private mutating func stay(in step: Step, typed line: String) {
    let isPartDone = openQuestions(in: step).isEmpty && rules.feedback != .none
    if rules.mode != .practice, isPartDone { warnedAt = attempt.rows.count }
    refuse(line: line, Styled(whatKeeps(in: step)))
  }

  /// Whether the task holds as it stands, or something was done in it.
  private var wasTried: Bool {
    reports.allSatisfy(\.status.isMet) || attempt.branch.last != attempt.cafe.visits.last?.row
  }

  /// Questions that still wait for a response.
  private func openQuestions(in step: Step) -> [String] {
    step.quizzes.map(\.name).filter { name in
      let isUsedUp = !rules.triesAreEndless && triesLeft(name) == 0
      return !isSettled(name) && !passed.contains(name) && !isUsedUp
    }
  }

  /// Why `next` does not go on, and what does.
  private func whatKeeps(in step: Step) -> String {
    let questions = openQuestions(in: step).map { "`\($0)`" }.joined(separator: ", ")
    let open = reports.filter { !$0.status.isMet }.count
    if rules.feedback == .none || open == 0 {
      return questions.isEmpty
        ? "Nothing was done in this task yet. `task` shows it"
          + (rules[.skip] == .off ? "." : ", `skip` plays a solution and goes on.")
        : "Still to be answered here: \(questions). `quiz` asks, `skip` leaves out what is asked."
    }
    let again =
      warnedAt == attempt.rows.count
      ? " `next` again goes on, and the task counts as it stands." : ""
    return "This step is not done: \(open) of \(counted(reports.count, "condition")) "
      + (open == 1 ? "is" : "are") + " open. " + waysOn(from: step) + again
  }

  /// What there is to type in a task that is not done.
  private func waysOn(from step: Step) -> String {
    let skip =
      asking == nil
      ? "`skip` plays it and goes on"
      : "`skip` leaves out the guess that is asked, and a second one the step"
    let ways: [String?] = [
      "`check` tells which", rules[.hint] == .off ? nil : "`hint` helps",
      rules[.showMe] == .off ? nil : "`show me` plays a solution",
      rules[.skip] == .off ? nil : skip,
    ]
    return ways.compactMap(\.self).joined(separator: ", ") + "."
  }

  /// Shows the text of the step before and what was answered there; the learner stays where they
  /// are.
  mutating func back(typed line: String) {
    if dealt != nil { return itemBefore(typed: line) }
    guard let lesson, let step, let place = lesson.steps.firstIndex(where: { $0.id == step.id }),
      place > 0
    else { return refuse(line: line, Styled("There is no step before this one.")) }
    let previous = lesson.steps[place - 1]
    say(Styled(previous.title, .heading.bold) + Styled("   read again", .quiet))
    showProse(of: previous)
    showResponses(in: previous)
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

  /// Passes a question by, for those who come back too; the rules of a quiz know of no such row.
  private mutating func leaveOut(_ name: String, typed line: String) {
    passed.append(name)
    guard dealt == nil, demo == nil, !isPlaying else { return }
    do { try record(.leftOut(question: name), typed: line) } catch {
      preconditionFailure("leaving a question out asks nothing of the world")
    }
  }

  /// What was left out since the step was entered.
  var leftOut: [String] {
    attempt.rows[(attempt.cafe.visits.last?.row ?? 0)...].compactMap { row in
      if case .leftOut(let question) = row.entry.move { question } else { nil }
    }
  }

  /// Leaves out what is asked, or else the whole step, which is recorded.
  mutating func skip(typed line: String) {
    if review != nil { return skipReviewItem(typed: line) }
    guard let lesson, let step else { return refuseWithoutLesson(line) }
    if let asking {
      leaveOut(asking.name, typed: line)
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
    guard place + 1 < lesson.steps.count else { return end(typed: line) }
    enter(lesson.steps[place + 1], typed: line)
    finish(line, accepted: true)
  }
}
