import CafeWorld
import Commands
import Glibc
import Gradebook
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// Where the learner sits: the line editor and what is shown on it.
final class Table {
  let surroundings: Surroundings
  private(set) var display: Display
  private(set) var signal: Int32?
  /// The stage; it stays lit from one attempt to the next.
  let projector: Projector
  private var editor: LineEditor?
  /// Lines since the last prompt or full screen.
  var shown = 0
  /// Whether the rest of what is being said was declined at a full screen.
  private var skipsRest = false
  /// Whether what is said stands above a line that is being typed.
  private var isAbove = false
  /// Whether passing time is being shown.
  ///
  /// What happens by the clock is told after it: the lines would stand behind its bar.
  private var isPassing = false
  /// Whether the line that is typed stands behind the session's prompt, not behind a question.
  private var isPrompted = false
  /// Called when somebody has rung, and after each line.
  var onWake: () -> Void = {}
  /// Rings from any thread; nil where no line is read.
  var wake: (@Sendable () -> Void)? { editor?.waker.wake }
  /// What becomes of a line before the session hears of it.
  var take: (String) -> LineUse = { _ in .open }
  private var complete: (String, Int) -> Completion = { _, _ in .none }
  /// The lesson at which somebody sits, or sat last.
  private(set) var place: ReviewSheet.Back?
  /// Whoever gives a demo at this table; nil: nobody does.
  let presenter: Presenter?

  init(
    _ surroundings: Surroundings,
    _ projector: Projector = Projector(),
    presenter: Presenter? = nil
  ) {
    self.surroundings = surroundings
    self.projector = projector
    self.presenter = presenter
    display = surroundings.display()
    editor = LineEditor(program: "cafe", isPlain: display.linear) { [unowned self] line, cursor in
      self.complete(line, cursor)
    }
    if let editor, isatty(1) == 1 {
      display = surroundings.display(columns: editor.size.columns)
    }
  }

  /// One attempt from its greeting to its end, or to another attempt, which is given back.
  func sit(
    _ opening: inout Opening,
    _ lesson: Lesson?,
    _ choice: AttemptChoice
  ) -> (lesson: String, attempt: AttemptChoice)? {
    let (session, journal, isNew) = opening.open(lesson, choice, on: display)
    let sitting = Sitting(
      session,
      journal: journal,
      isLasting: opening.store?.folder != nil,
      show: show
    )
    place = ReviewSheet.Back(
      lesson: lesson?.id ?? Opening.free,
      attempt: journal.map { .numbered($0.attempt.id.number) } ?? .latest
    )
    connect(sitting, opening)
    for notice in opening.takeNotices() { warn(notice) }
    if let reason = opening.unsaved { sitting.take(.notSaved(reason: reason)) }
    sitting.take(.remembered(opening.past(for: .review)))
    if isNew { sitting.begin() }
    if isNew, case .new(let step?) = choice { sitting.jump(to: step) }
    return sit(sitting, opening.store)
  }

  /// A review from its greeting to its end, or to another attempt, which is given back.
  ///
  /// `back`: where it leads; nil: nowhere.
  func review(
    _ opening: inout Opening,
    back: ReviewSheet.Back?
  ) -> (lesson: String, attempt: AttemptChoice)? {
    guard let (session, journal) = opening.openReview(back: back, on: display) else {
      warn("What was due cannot be asked any more: the lessons have other questions now.")
      return back.map { ($0.lesson, $0.attempt) }
    }
    let sitting = Sitting(
      session,
      journal: journal,
      isLasting: opening.store?.folder != nil,
      show: show
    )
    if let reason = opening.unsaved { sitting.take(.notSaved(reason: reason)) }
    return sit(sitting, opening.store)
  }

  /// What a sitting asks of the program besides its journal.
  private func connect(_ sitting: Sitting, _ opening: Opening) {
    sitting.onSurvey = { opening.past(for: $0) }
    guard let journal = sitting.journal else { return }
    let folder = opening.store?.folder
    sitting.onCertify = { path, reached, name in
      Certifying(journal: journal, folder: folder).certify(reached, of: name, to: path)
    }
  }

  func warn(_ notice: String) {
    tell(Sign.warning.drawn(on: display) + Styled(" " + notice))
  }

  /// Prints something as wide as prose is.
  func tell(_ text: Styled) {
    print(text.wrapped(to: display.proseWidth, hanging: Styled("  ")).joined())
  }

  /// A sitting from its greeting to its end, or to another attempt, which is given back.
  func sit(_ sitting: Sitting, _ store: Store?) -> (lesson: String, attempt: AttemptChoice)? {
    for line in (try? store?.lines()) ?? [] { editor?.addHistory(line) }
    complete = { line, cursor in completion(line, cursor, sitting.session.context) }
    let live = editor.map { editor in
      LiveSitting(sitting, allowed: surroundings.probes, wake: editor.waker.wake) {
        [unowned self] outside in
        self.print(
          Sign.warning.drawn(on: self.display)
            + Styled(
              " Nobody asks \(outside): real requests go to this machine only. "
                + "`cafe --allow-probes \(outside.address)/32` allows it."
            )
        )
      }
    }
    sitting.onLive = { live?.turn($0) ?? .closed(reason: nil) }
    sitting.onStage = { [projector] in projector.turn($0, on: $1) }
    sitting.onChange = { [projector] in projector.show($0) }
    editor?.onWake = { [unowned self] in
      isAbove = true
      let before = sitting.session.attempt.world.now
      if !isPassing { live?.catchUp() }
      let isLater = sitting.session.attempt.world.now != before
      // Without cursor movement the line would be written once more.
      if isLater, isPrompted, watched != nil { showPrompt(of: sitting.session) }
      onWake()
      isAbove = false
    }
    // They would keep the journal, and its lock, until another attempt is open.
    defer {
      complete = { _, _ in .none }
      editor?.onWake = {}
      live?.close()
      // Each of the two has the other.
      sitting.onLive = { _ in .closed(reason: nil) }
    }
    sitting.take(.greet)
    if let page = projector.page { sitting.take(.lit(page: page)) }
    while !sitting.isOver, sitting.wanted == nil, let input = readInput(sitting, store) {
      live?.catchUp()
      if let size = editor?.size, isatty(1) == 1, size.columns != display.width {
        display = display.with(width: size.columns)
        presenter?.cast?.resized(to: size)
        sitting.take(.resized(columns: size.columns))
      }
      onWake()
      sitting.take(input)
      live?.catchUp()
    }
    return sitting.wanted
  }

  /// The next line; nil at the end.
  private func readInput(_ sitting: Sitting, _ store: Store?) -> Input? {
    guard let editor else { return nil }
    shown = 0
    if skipsRest { repeatQuestion(of: sitting.session) }
    if let presenter, presenter.isAuto {
      if sitting.session.demo?.isOver ?? true { return nil }
      return presenter.rest(watching: watched) ? Input.line("") : .takenOver
    }
    let prompt = sitting.session.prompt
    isPrompted = true
    let entry = editor.readWholeLine(prompt: runs(of: prompt))
    isPrompted = false
    switch entry {
    case .line(let line):
      switch take(line) {
      case .taken: return readInput(sitting, store)
      case .last: return nil
      case .open: break
      }
      note(line, behind: prompt)
      if !line.allSatisfy(\.isWhitespace) {
        editor.addHistory(line)
        // The history is a comfort; a line that it misses is no loss.
        try? store?.remember(line: line)
      }
      return .line(line)
    case .interrupted: return .interrupted
    case .end:
      if editor.isInteractive { Output.print("") }
      return nil
    case .tooLong:
      return .unreadable(reason: "That line has more than 4096 bytes; nothing was done. Split it.")
    case .notText:
      return .unreadable(reason: "That line is not UTF-8 text; nothing was done.")
    case .terminated(let number):
      signal = number
      return nil
    }
  }

  /// What is asked at the prompt is shown, though it was among what somebody skipped.
  private func repeatQuestion(of session: Session) {
    skipsRest = false
    for text in session.question { print(text) }
    skipsRest = false
    shown = 0
  }

  /// Asks for a line of its own; nil: there is none.
  func ask(_ question: String) -> String? {
    guard let editor else { return nil }
    if case .line(let line) = editor.readLine(prompt: [PromptRun(question)]) { return line }
    return nil
  }

  /// Shows the prompt of a session that has changed while a line was being typed.
  func showPrompt(of session: Session) { editor?.changePrompt(runs(of: session.prompt)) }

  private func runs(of prompt: Styled) -> [PromptRun] {
    prompt.runs.map { run in
      PromptRun(
        run.text,
        PromptRun.Style(
          isBold: run.style.isBold && display.colour,
          isDim: false,
          colour: display.colour ? run.style.ink.colour : nil
        )
      )
    }
  }

  private func print(_ text: Styled) {
    if isAbove, let editor {
      presenter?.cast?.wrote(render(text, on: display) + "\n")
      return editor.printAbove(render(text, on: display) + "\n")
    }
    for line in text.lines {
      stopAtScreenful()
      if skipsRest { return }
      put(render(line, on: display) + "\n")
    }
  }

  /// Writes what belongs on the screen, and into the recording of a demo.
  func put(_ text: String) {
    Output.write(text, to: 1)
    presenter?.cast?.wrote(text)
  }

  /// The editor, where somebody watches.
  var watched: LineEditor? {
    editor.flatMap { $0.isInteractive && !display.linear ? $0 : nil }
  }

  private static let escape: UInt8 = 0x1B

  /// A screen that is full waits for a key, so that nothing scrolls away unread; a demo that goes
  /// on by itself has given the room its time, and waits for nobody.
  func stopAtScreenful() {
    defer { shown += 1 }
    guard !skipsRest, !surroundings.scroll, presenter?.isAuto != true, let editor,
      editor.isInteractive, !display.linear, shown >= editor.size.rows - 2
    else { return }
    let note = Styled("   (more: any key goes on, q skips the rest)", .quiet)
    Output.write(render(note, on: display), to: 1)
    var key = editor.waitForKey(milliseconds: 60_000)
    while key == .timedOut { key = editor.waitForKey(milliseconds: 60_000) }
    Output.write("\r\u{1B}[K", to: 1)
    shown = 0
    switch key {
    case .key(UInt8(ascii: "q")), .key(Self.escape), .interrupted, .terminated:
      skipsRest = true
      Output.print(render(Styled("   (the rest was skipped)", .quiet), on: display))
    case .key, .timedOut: break
    }
  }

  var show: Sitting.Show {
    Sitting.Show(
      text: { [unowned self] in self.print($0) },
      time: { [unowned self] in self.pass($0, in: $1) },
      typed: { [unowned self] in self.type($1, behind: $0) },
      page: { [unowned self] in self.turnPage() },
      note: { [unowned self] in self.presenter?.note($0, warn: self.warn) },
      rest: { [unowned self] in self.presenter?.needed = $0 }
    )
  }

  /// Time passing as a fast-forward, which a key ends; at once where nobody watches.
  private func pass(_ stretch: FastForward, in session: Session) {
    var rest = stretch.lines[...]
    if let editor = watched {
      var reel = projector.reel(of: session, during: stretch)
      editor.watchingKeys { play(stretch, &rest, &reel, editor) }
      projector.show(&reel, at: stretch.to)
    } else {
      presenter?.cast?.pass(milliseconds: stretch.isSlow ? 4_000 : 1_000)
    }
    for line in rest { print(line.clocked(on: display)) }
    let clock = stretch.to.civil(local: true)
    print(
      Styled("\(clock.shortWeekday) \(clock.clock)", .value)
        + Styled("  " + timePassed(Int(stretch.to - stretch.from)), .quiet)
    )
  }

  private func play(
    _ stretch: FastForward,
    _ rest: inout ArraySlice<NarratedLine>,
    _ reel: inout StageReel?,
    _ editor: LineEditor
  ) {
    let total = stretch.to - stretch.from
    let frames: Int64 = stretch.isSlow ? 96 : 24
    let pause = presenter?.pace(45) ?? 45
    for frame in 1...frames {
      let now = stretch.from + total * frame / frames
      // Before the lines, any of which may fill the screen and wait for a key.
      projector.show(&reel, at: now)
      while let line = rest.first, line.at <= now {
        put("\r\u{1B}[K")
        print(line.clocked(on: display))
        rest.removeFirst()
      }
      let progress = ProgressLine(
        clock: now.civil(local: true).clock,
        elapsed: Int(now - stretch.from),
        total: Int(total),
        note: Styled("a key skips", .quiet)
      )
      put("\r" + render(progress.drawn(on: display), on: display) + "\u{1B}[K")
      isPassing = true
      defer { isPassing = false }
      guard editor.waitForKey(milliseconds: pause) == .timedOut else { break }
    }
    put("\r\u{1B}[K")
  }
}

/// What becomes of a line before the session hears of it.
enum LineUse {
  /// It is the session's.
  case open
  /// It was for somebody else.
  case taken
  /// The sitting ends with it.
  case last
}

private func completion(_ line: String, _ cursor: Int, _ context: ParseContext) -> Completion {
  let found = Commands.complete(line, cursor: cursor, in: context)
  return Completion(
    replacing: found.range,
    candidates: found.candidates.map {
      Candidate($0.text, note: $0.note.isEmpty ? nil : $0.note)
    }
  )
}

extension Style.Ink {
  /// The terminal's own colour for a meaning.
  fileprivate var colour: UInt8? {
    switch self {
    case .good: 2
    case .bad: 1
    case .warning: 3
    case .accent: 6
    case .quiet: 8
    case .plain, .heading, .command, .value: nil
    }
  }
}
