import ArgumentParser
import CafeWorld
import Commands
import Glibc
import Gradebook
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// The REPL.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Open the café at a prompt, where you left it (this is the default)."
  )

  @Argument(help: "The lesson; without one, the latest.", completion: .list(["cafe-failover"]))
  var lesson: String?

  @Option(help: "Without a lesson: the scene to begin in; `cafe scenes` lists them.")
  var scene: String?

  @OptionGroup var probes: ProbeOptions

  @Option(
    help: ArgumentHelp(
      "practice, or class: priced help, falling points; begins anew unless you left off in it.",
      valueName: "mode"
    )
  )
  var mode: Mode?

  @Option(help: "An earlier attempt by its number, as `cafe progress` lists them.")
  var attempt: Int?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    try Surroundings.checkScene(scene, lesson)
    guard mode != .graded else {
      throw ValidationError("A graded sitting needs a pack: `cafe quiz PACK`.")
    }
  }

  func run() throws {
    var surroundings = shared.surroundings
    surroundings.probes = probes.allowProbes
    try Self.sit(surroundings, lesson: lesson, scene: scene, attempt: attempt, mode: mode)
  }

  static func sit(
    _ surroundings: Surroundings,
    lesson: String? = nil,
    scene: String? = nil,
    attempt: Int? = nil,
    mode: Mode? = nil
  ) throws {
    var opening = try Opening(surroundings)
    opening.mode = mode
    let table = Table(surroundings)
    opening.scene = try opening.library.scene(scene)
    var next = try scene == nil ? named(lesson, opening) ?? opening.defaultLesson() : nil
    var choice = attempt.map(AttemptChoice.numbered) ?? .latest
    while let wanted = table.sit(&opening, next, choice) {
      next = opening.lesson(wanted.lesson)
      choice = wanted.attempt
    }
  }

  private static func named(_ lesson: String?, _ opening: Opening) throws -> Lesson? {
    guard let lesson else { return nil }
    guard let found = opening.lesson(lesson) else {
      Output.complain(opening.library.complaint(about: lesson))
      throw ExitStatus.failure
    }
    return found
  }
}

/// Where the learner sits: the line editor and what is shown on it.
final class Table {
  let surroundings: Surroundings
  private(set) var display: Display
  private(set) var signal: Int32?
  private var editor: LineEditor?
  /// Lines since the last prompt or full screen.
  private var shown = 0
  /// Whether the rest of what is being said was declined at a full screen.
  private var skipsRest = false
  /// Whether what is said stands above a line that is being typed.
  private var isAbove = false
  private var complete: (String, Int) -> Completion = { _, _ in .none }

  init(_ surroundings: Surroundings) {
    self.surroundings = surroundings
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
    for notice in opening.takeNotices() { warn(notice) }
    if let reason = opening.unsaved { sitting.take(.notSaved(reason: reason)) }
    if isNew { sitting.begin() }
    if isNew, case .new(let step?) = choice, let lesson { sitting.jump(to: step, in: lesson) }
    return sit(sitting, opening.store)
  }

  func warn(_ notice: String) {
    print(Sign.warning.drawn(on: display) + Styled(" " + notice))
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
    editor?.onWake = { [unowned self] in
      isAbove = true
      live?.catchUp()
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
    while !sitting.isOver, sitting.wanted == nil, let input = readInput(sitting, store) {
      live?.catchUp()
      if let columns = editor?.size.columns, isatty(1) == 1, columns != display.width {
        display = display.with(width: columns)
        sitting.take(.resized(columns: columns))
      }
      sitting.take(input)
      live?.catchUp()
    }
    return sitting.wanted
  }

  /// The next line; nil at the end.
  private func readInput(_ sitting: Sitting, _ store: Store?) -> Input? {
    guard let editor else { return nil }
    shown = 0
    skipsRest = false
    switch editor.readLine(prompt: runs(of: sitting.session.prompt)) {
    case .line(let line):
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
    if isAbove, let editor { return editor.printAbove(render(text, on: display) + "\n") }
    for line in text.lines {
      stopAtScreenful()
      if skipsRest { return }
      Output.print(render(line, on: display))
    }
  }

  private static let escape: UInt8 = 0x1B

  /// A screen that is full waits for a key, so that nothing scrolls away unread.
  private func stopAtScreenful() {
    defer { shown += 1 }
    guard !skipsRest, !surroundings.scroll, let editor, editor.isInteractive, !display.linear,
      shown >= editor.size.rows - 2
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
      time: { [unowned self] in self.pass($0) }
    )
  }

  /// Time passing as a fast-forward, which a key ends; at once where nobody watches.
  private func pass(_ stretch: FastForward) {
    var rest = stretch.lines[...]
    if let editor, editor.isInteractive, !display.linear {
      editor.watchingKeys { play(stretch, &rest, editor) }
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
    _ editor: LineEditor
  ) {
    let total = stretch.to - stretch.from
    let frames: Int64 = 24
    for frame in 1...frames {
      let now = stretch.from + total * frame / frames
      while let line = rest.first, line.at <= now {
        Output.write("\r\u{1B}[K", to: 1)
        print(line.clocked(on: display))
        rest.removeFirst()
      }
      let progress = ProgressLine(
        clock: now.civil(local: true).clock,
        elapsed: Int(now - stretch.from),
        total: Int(total),
        note: Styled("a key skips", .quiet)
      )
      Output.write("\r" + render(progress.drawn(on: display), on: display) + "\u{1B}[K", to: 1)
      guard editor.waitForKey(milliseconds: 45) == .timedOut else { break }
    }
    Output.write("\r\u{1B}[K", to: 1)
  }
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
