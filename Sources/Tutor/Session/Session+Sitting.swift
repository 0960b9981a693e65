import Commands
import Gradebook
import Lab
import Terminal

/// A sitting of a quiz: its items, its time, its end.
extension Session {
  mutating func follow(_ verb: SittingVerb, typed line: String) {
    switch verb {
    case .rules: tellRules()
    case .time: tellTime()
    case .checkpoint: effects.append(.checkpoint)
    case .submit(let path):
      tellWhatIsOpen()
      effects.append(.submit(path: path))
    }
    finish(line, accepted: true)
  }

  /// Says what a quiz is and what holds in it, or where it was left.
  mutating func greetTheQuiz() {
    guard let lesson else { return }
    say(Styled(lesson.front.title, .heading.bold))
    if let step {
      tell("Welcome back: you are at item \(number(of: step)) of \(lesson.steps.count).")
      if !isReadOnly { tellTime() }
      show(step)
      return askNext(in: step)
    }
    tell("\(counted(lesson.steps.count, "item")). What holds here:")
    tellRules()
    tell("`rules` shows this again. `next` opens the first item.")
  }

  private func number(of step: Step) -> Int {
    (lesson?.steps.firstIndex { $0.id == step.id } ?? 0) + 1
  }

  /// The heading's rest: which item of how many, and what it is worth.
  func itemWords(_ step: Step) -> String {
    let worth = dealt?.points(of: step.id).map { " · \(counted($0, "point"))" } ?? ""
    return "item \(number(of: step)) of \(lesson?.steps.count ?? 1)\(worth)"
  }

  /// Opens an item, or comes back to it as it was left.
  mutating func open(item: Step, typed line: String) {
    guard let dealt else { return }
    if let head = attempt.latestHead(in: item.id) {
      do { try record(.wentTo(row: head), typed: line) } catch {
        preconditionFailure("moving through the journal asks nothing of the world")
      }
    } else {
      guard let opening = dealt.opening(of: item.id) else { return }
      do { try record(opening, typed: line) } catch {
        return refuse(line: line, Narration.refusal(error, world: world))
      }
    }
    passed = []
    show(item)
    askNext(in: item)
    finish(line, accepted: true)
  }

  /// The next item; from the last one there is only the end.
  mutating func nextItem(typed line: String) {
    guard let lesson else { return refuseWithoutLesson(line) }
    let place = step.map { number(of: $0) } ?? 0
    guard lesson.steps.indices.contains(place) else {
      tell("That was the last item. `back` goes back, `submit` hands in.")
      return finish(line, accepted: true)
    }
    open(item: lesson.steps[place], typed: line)
  }

  mutating func itemBefore(typed line: String) {
    guard let lesson, let step, number(of: step) > 1 else {
      return refuse(line: line, Styled("There is no item before this one."))
    }
    open(item: lesson.steps[number(of: step) - 2], typed: line)
  }

  // Time

  mutating func note(elapsed time: Int64) {
    elapsed = max(elapsed, time)
    guard isOver, !knowsOfTheEnd else { return }
    knowsOfTheEnd = true
    tell("**The time is up.** `submit` hands in what you have.")
  }

  private mutating func tellTime() {
    guard step != nil else {
      return tell("The time begins to run when the first item is opened.")
    }
    let passed = "You have been at it for \(duration(Int(elapsed / 1_000 * 1_000)))."
    guard let minutes = rules.minutes else { return tell(passed + " There is no limit.") }
    let left = max(0, Int64(minutes) * 60_000 - elapsed)
    tell(
      passed + " "
        + (left == 0
          ? "The time is up." : "\(duration(Int((left + 999) / 1_000 * 1_000))) are left.")
    )
  }

  // The end

  mutating func told(checkpoint code: String) {
    sayVerbatim(Styled(code, .value))
    whisper("It stands for all that you have done up to here; your next line changes it.")
  }

  mutating func submitted(_ receipt: [String], _ problem: String?) {
    if let problem {
      say(
        Sign.failed.drawn(on: display)
          + Styled(" Not handed in: \(problem). Nothing is lost.")
      )
      return finish("submit", accepted: false)
    }
    for (index, line) in receipt.enumerated() {
      sayVerbatim(
        (index == 0 ? Sign.done.drawn(on: display) + Styled(" ") : Styled("  ")) + Styled(line)
      )
    }
    tellIfRefused()
  }

  /// Nobody is to trust a file that graders will refuse for its size.
  private mutating func tellIfRefused() {
    guard let refusal = attempt.refusalForSize else { return }
    let reason =
      switch refusal {
      case .tooManyRows(let limit):
        "it has \(attempt.rows.count) rows, and \(limit) is the most"
      case .tooCostly(let row):
        "replaying it takes more than the limits allow, from row \(row) on, since long waits and "
          + "many events add up, also those that were taken back"
      default: refusal.sentence
      }
    say(
      Styled(
        "Graders will refuse this file: \(reason). Hand it in all the same, and ask your "
          + "instructor to look at it by hand."
      ),
      behind: .failed
    )
  }

  /// What has no response yet, and tasks at which nothing was done.
  private mutating func tellWhatIsOpen() {
    guard dealt != nil, step != nil, let lesson, !isReadOnly else { return }
    let open = lesson.steps.enumerated().compactMap { index, item -> String? in
      guard attempt.record.hasEntered(item.id) else { return "item \(index + 1) (not opened)" }
      let asked = asked(in: item)
      if asked.isEmpty, linesStanding(in: item) == 0 {
        return "item \(index + 1) (nothing done)"
      }
      let left = asked.filter { attempt.record.responses(to: $0).isEmpty }
      return left.isEmpty ? nil : "item \(index + 1) (\(left.joined(separator: ", ")))"
    }
    guard !open.isEmpty else { return }
    whisper(
      "Still open: \(open.joined(separator: "; "))."
        + (isOver ? "" : " You can still go on, and `submit` again.")
    )
  }

  // What is on record

  /// The names of what is asked in an item and counts.
  private func asked(in item: Step) -> [String] {
    item.quizzes.map(\.name) + (rules.isSupervised ? item.predictions.map(\.name) : [])
  }

  /// How many lines of an item stand, those that were taken back left out.
  private func linesStanding(in item: Step) -> Int {
    guard let head = attempt.latestHead(in: item.id) else { return 0 }
    return attempt.branch(to: head).count { !attempt.rows[$0].opensAnItem }
  }

  private func done(_ lines: Int) -> String {
    lines == 0 ? "opened, nothing done" : "\(counted(lines, "line")) done"
  }

  /// Which items were opened and which questions have a response; points only where they may be
  /// known.
  mutating func tellItems() {
    guard let lesson else { return }
    for (index, item) in lesson.steps.enumerated() {
      let isOpened = attempt.record.hasEntered(item.id)
      let responses = asked(in: item).map { attempt.record.responses(to: $0).count }
      let answered = responses.count { $0 > 0 }
      let words =
        !isOpened
        ? "not opened"
        : responses.isEmpty
          ? done(linesStanding(in: item)) : "\(answered) of \(responses.count) answered"
      let isDone = !responses.isEmpty && answered == responses.count
      say(
        (isDone ? Sign.done : Sign.open).drawn(on: display) + Styled(" \(index + 1)  ", .value)
          + Styled(item.title) + Styled("  \(words)", .quiet)
      )
    }
  }
}

extension Attempt.Row {
  /// Whether it is a beginning: of the attempt, or of an item.
  fileprivate var opensAnItem: Bool {
    switch entry.move {
    case .began, .opened: true
    default: false
    }
  }
}
