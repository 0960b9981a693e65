import CafeWorld
import Commands
import Lab
import Terminal

/// What can be done in a window while another one has the attempt, or after it was closed.
extension Session {
  /// Carries out what only looks, on a copy that is dropped; refuses everything else.
  mutating func lookOnly(_ request: Request, typed line: String) {
    if isReview, case .travel(let verb) = request, verb.onlyGoes {
      return travel(verb, typed: line)
    }
    guard case .change(let commands, let showing) = request, commands.allSatisfy(\.isLook) else {
      return refuse(
        line: line,
        Styled(whyOnlyLooking + " `what-if` shows here what a command would do.")
      )
    }
    if !saidThatNothingIsKept {
      saidThatNothingIsKept = true
      whisper("Only looking: this happens on a copy of the café, and nothing of it is kept.")
    }
    let (kept, looked) = (attempt, reports)
    change(commands, showing: showing, typed: line)
    (attempt, reports) = (kept, looked)
  }

  /// Why nothing can be changed, and what can be done about it.
  private var whyOnlyLooking: String {
    if isReview {
      return "This sitting was handed in, so here you can only look. `goto ROW`, `undo` and `redo` "
        + "go through it."
    }
    if attempt.record.isClosed {
      return "This sitting is closed: its points were told, so it takes nothing more. `progress` "
        + "shows them, `start \(lesson?.id ?? "LESSON") --anew` begins another."
    }
    return "This attempt is open in another window, so here you can only look. Close the other "
      + "one, then start `cafe` again."
  }
}

extension Command {
  /// Whether it only looks, as a customer or reader would, and leaves traces but no changes.
  fileprivate var isLook: Bool {
    switch self {
    case .lookUp, .fetch, .order, .readMail: true
    default: false
    }
  }
}

extension TravelVerb {
  /// Whether it goes to another row and does nothing else.
  fileprivate var onlyGoes: Bool {
    switch self {
    case .undo, .redo, .goTo: true
    case .history, .bookmark, .branch, .diff, .whatIf, .chaosReplay: false
    }
  }
}

extension Request {
  /// Whether the line would add a row to the journal.
  var changesSomething: Bool {
    switch self {
    case .nothing, .ask, .demo, .session: false
    case .change, .changeRecord: true
    case .batch(let verb): verb != .show
    case .lesson(let verb): verb.changesSomething
    case .sitting(let verb): if case .submit = verb { true } else { false }
    case .travel(let verb):
      switch verb {
      case .history, .diff, .whatIf, .bookmark(nil), .branch(nil): false
      case .undo, .redo, .goTo, .bookmark, .branch, .chaosReplay: true
      }
    }
  }
}

extension LessonVerb {
  fileprivate var changesSomething: Bool {
    switch self {
    case .task, .check, .why, .cause, .quiz, .review, .progress, .lessons, .notes,
      .certificate, .back, .start:
      false
    // A repair is a solution, which rules put on record.
    case .next, .hint, .showMe, .repair, .skip, .answer, .runUntil: true
    }
  }
}
