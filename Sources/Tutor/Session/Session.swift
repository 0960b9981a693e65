public import CafeWorld
public import Commands
public import Gradebook
public import Lab
public import Terminal

/// The whole REPL without a terminal: what the shell tells it goes in, effects come out.
public struct Session: Sendable {
  public internal(set) var attempt: Attempt
  public let lesson: Lesson?
  public let library: Library
  public internal(set) var display: Display
  /// Whether each accepted line also shows its AWS CLI spelling.
  var teaches = false
  /// What is asked at the prompt now.
  var asking: Asking?
  /// Questions and predictions that the learner has passed by without an answer.
  var passed: [String] = []
  /// Why rows cannot be saved; nil: they are.
  var unsaved: String?
  /// Whether another process has the attempt, or nobody may change it any more.
  private let isHeld: Bool
  /// Whether what is done is kept when somebody leaves; of a draft that is tried nothing is.
  public var isKept = true
  /// Read-only because the sitting was handed in: one may go through its rows.
  public var isReview = false
  /// How other programs find the café while it runs by the wall clock.
  var doors: [String]?
  /// Where a browser finds the stage; nil: it is dark.
  var stagePage: String?
  /// The time by that clock; nil: time stands still between commands.
  public internal(set) var clock: Instant?
  /// This is a copy on which a solution is played: nothing of it is kept.
  var isPlaying = false
  /// Whether the learner knows that what they look at here leaves no trace.
  var saidThatNothingIsKept = false
  /// Where the attempt stood when `next` said what is open; from there it goes on all the same.
  var warnedAt: Int?
  /// A line that waits for the content of a file.
  var waiting: String?
  /// Whether it was said that leaving loses what is not saved.
  var knowsOfLoss = false
  var files: [String: String] = [:]
  /// The text of an asset by its path.
  let asset: @Sendable (String) -> String?
  /// What this update has led to so far.
  var effects: [Effect] = []
  /// The advice for which the line pays, if it is accepted.
  var advice: RuledVerb?
  /// What this line has made happen.
  var lineEvents: [NarratedLine] = []
  /// What holds in this sitting until it is closed.
  private let agreed: Rules
  /// The quiz that this is a sitting of; nil: a lesson, or the bare café.
  let dealt: DealtQuiz?
  /// What this session goes through again; nil: it is no review.
  let review: ReviewSheet?
  /// What the journals of all lessons told when somebody looked last; nil: nobody did.
  var past: Past?
  /// Milliseconds since the first item of the quiz was opened, as far as the session knows.
  var elapsed: Int64 = 0
  /// Whether it was said that the time is up.
  var knowsOfTheEnd = false
  /// The demo that is given; nil: none is.
  public internal(set) var demo: Demo?
  /// The conditions of the present step, as they were looked at last.
  var reports: [ConditionReport] = []

  /// Takes an attempt, new or folded from its journal.
  ///
  /// `quiz`: what is put to this learner, whose items are the steps of `lesson`; `review`: what
  /// is asked again, likewise.
  /// `demo`: what is shown to a room, of `lesson`; the attempt is a new one.
  /// `asset` gives the text of a file below `Assets/`, nil where there is none.
  public init(
    attempt: Attempt,
    lesson: Lesson?,
    library: Library,
    display: Display,
    rules: Rules = Rules(.practice),
    quiz: DealtQuiz? = nil,
    review: ReviewSheet? = nil,
    demo: Demo? = nil,
    isReadOnly: Bool = false,
    asset: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.attempt = attempt
    self.lesson = lesson
    self.library = library
    self.display = display
    agreed = rules
    dealt = quiz
    self.review = review
    self.demo = demo
    isHeld = isReadOnly
    self.asset = asset
    if let step { reports = step.look(at: Situation(attempt)) }
  }

  /// The engine's version, which row 0 of each journal holds.
  public static let engine = "3"

  /// The step that the learner is in.
  public var step: Step? { attempt.step.flatMap { id in lesson?[step: id] } }

  var world: World { attempt.world }

  /// What holds in this sitting now.
  var rules: Rules { agreed.now(attempt.record) }

  /// Whether nothing can be changed: another process has the attempt, or it is closed.
  public var isReadOnly: Bool { isHeld || attempt.record.isClosed }

  /// Whether every row is on disk, as far as the session knows.
  public var isSaved: Bool { unsaved == nil }

  /// Takes one input and says what the shell must do about it, in order.
  public mutating func update(_ input: Input) -> [Effect] {
    effects = []
    switch input {
    case .greet: greet()
    case .line(let line):
      take(line)
      tellThatTheDemoWaits()
    case .takenOver: takeOver()
    case .unreadable(let reason): refuse(line: "", Styled(reason))
    case .interrupted: interrupt()
    case .file(let path, let content, let problem): receive(path, content, problem)
    case .notSaved(let reason): notSaved(reason)
    case .saved: savedAgain()
    case .exported(let path, let problem): exported(path, problem)
    case .resized(let columns):
      display = display.with(
        width: demo?.isBig == true ? min(columns, Demo.bigWidth) : columns
      )
    case .remembered(let past): self.past = past
    case .surveyed(let survey, let past): surveyed(survey, past)
    case .written(let path, let problem): written(path, problem)
    case .certified(let path, let problem): certified(path, problem)
    case .elapsed(let time): note(elapsed: time)
    case .checkpoint(let code): told(checkpoint: code)
    case .submitted(let receipt, let problem): submitted(receipt, problem)
    case .opened(let places): opened(places)
    case .closed(let reason): closed(reason)
    case .lit(let page): lit(page)
    case .darkened(let reason): darkened(reason)
    case .struck(let moment): pass(to: moment)
    }
    return effects
  }

  /// What completion knows at this moment.
  public var context: ParseContext {
    ParseContext(
      world: world,
      draft: attempt.cafe.draft?.changes,
      files: files,
      steps: lesson?.steps.map(\.id) ?? [],
      lessons: library.ids,
      questions: step?.quizzes.map(\.name) ?? [],
      bookmarks: attempt.record.bookmarks.map(\.name) + stepsOfDemo,
      branches: attempt.record.branchEnds.map(\.name),
      conditions: step?.conditions.map(\.id) ?? [],
      // A refusal has a sign in front of it.
      width: display.proseWidth - 2
    )
  }

  private mutating func interrupt() {
    let kept = isKept ? "everything" : "nothing"
    let end = demo == nil ? ", and \(kept) is kept" : " the demo"
    whisper("(the line was dropped; `quit` or Ctrl-D leaves\(end))")
  }

  /// Says it once; from then on the prompt does.
  private mutating func notSaved(_ reason: String) {
    guard unsaved != reason else { return }
    unsaved = reason
    let sentence =
      "Nothing is saved now: \(reason). Work goes on in memory, "
      + "and `export FILE` writes it to a file."
    say(
      (Sign.warning.drawn(on: display) + Styled(" " + sentence, .warning))
        .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
    )
  }

  private mutating func savedAgain() {
    guard unsaved != nil else { return }
    unsaved = nil
    say(Sign.done.drawn(on: display) + Styled(" Everything is saved again."))
  }

  private mutating func exported(_ path: String, _ problem: String?) {
    if let problem {
      say(Sign.failed.drawn(on: display) + Styled(" not exported: \(problem)"))
    } else {
      knowsOfLoss = true
      sayVerbatim(Sign.done.drawn(on: display) + Styled(" The attempt is in \(path)."))
    }
  }

  /// Says lines; one that is too long for the display goes on below, a little further in.
  mutating func say(_ text: Styled) {
    let lines = text.lines.flatMap { line -> [Styled] in
      let lead = line.text.prefix { " ;>".contains($0) }
      let margin = String(lead.map { $0 == ">" ? " " : $0 })
      let further = lead.contains(">") ? "" : "  "
      return line.wrapped(to: display.width, hanging: Styled(margin + further))
    }
    effects.append(.print(lines.joined()))
  }

  /// Says what somebody may want to copy, or a program to read, as it is.
  mutating func sayVerbatim(_ text: Styled) {
    effects.append(.print(text))
  }

  /// A remark beside the matter, with what can be typed in backquotes.
  mutating func whisper(_ text: String) {
    say(spans(text, .quiet, on: display).wrapped(to: display.proseWidth).joined())
  }

  /// Prose of ours, wrapped.
  mutating func tell(_ markdown: String) {
    say(Markdown(markdown).drawn(on: display))
  }
}
