import CafeWorld
import Commands
import Lab
import Terminal

/// A demo before a room: the script is typed into this session, and anybody may take the keyboard.
extension Session {
  /// Whether the café is not where the script has led it.
  var isAway: Bool { demo.map { attempt.head != $0.rows.last } ?? false }

  /// Steps are places that `goto` knows while a demo is given.
  var stepsOfDemo: [String] { demo == nil ? [] : lesson?.steps.map(\.id) ?? [] }

  /// The step of the demo that a place means, by its id or by the number that its heading has; nil:
  /// it means none.
  func stepOfDemo(at place: String) -> String? {
    let steps = stepsOfDemo
    if let number = Int(place) {
      return number > 0 && number <= steps.count ? steps[number - 1] : nil
    }
    let isTaken =
      attempt.record.row(bookmarked: place) != nil || attempt.record.row(ofBranch: place) != nil
    return steps.contains(place) && !isTaken ? place : nil
  }

  /// The steps of the demo by number and name; where the names fill more than a few lines, only how
  /// many steps there are.
  private var namesOfSteps: String {
    let steps = stepsOfDemo
    let names = steps.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: ", ")
    if steps.count == 1 { return "The demo has one step: \(names)." }
    let range = "The steps of the demo go from 1 to \(steps.count)"
    return names.count <= 300 ? "\(range): \(names)." : "\(range)."
  }

  /// Why a number leads to no step; nil: no demo is given, or the place is no number.
  func noStepOfDemo(at place: String) -> String? {
    guard demo != nil, Int(place) != nil else { return nil }
    return "There is no step \(place). " + namesOfSteps
  }

  /// Why a line was not understood; a demo also names its steps where a moment was meant.
  func message(of error: CommandError) -> String {
    guard case .unknownThing(_, let name, let near, "history") = error, demo != nil else {
      return error.message
    }
    let message = CommandError.unknownThing(
      what: "step, history entry, bookmark or branch",
      name,
      near: near,
      look: "history"
    ).message
    return near.isEmpty ? message + " " + namesOfSteps : message
  }

  /// What the prompt begins with.
  func lead(of demo: Demo) -> Styled {
    if isAway { return Styled("away ", .warning.bold) }
    let place = Styled("\(demo.place)/\(demo.script.cues.count) ", .quiet)
    guard demo.isAsking, demo.poll?.choices.isEmpty == false else { return place }
    return place + Styled("hands? ", .accent.bold)
  }

  mutating func greetTheRoom(_ lesson: Lesson) {
    say(Styled(lesson.front.title, .heading.bold))
    say(Styled())
    tellKeys()
    if let step = demo?.firstStep, let start = demo?.script.start(of: step) {
      passSilently(to: start)
      whisper("Enter begins in `\(step)`.")
    }
    tellNextCue()
  }

  private mutating func tellKeys() {
    switch demo?.pace {
    case .keyboard:
      whisper(
        "Enter goes on, `b` or `rewind` steps back, `goto STEP` goes to a step. Type anything else "
          + "and the keyboard is yours; `resume` comes back to the demo."
      )
    case .itself:
      whisper(
        "It goes on by itself. Enter or the space bar cuts a pause short; any other key takes over."
      )
    case .unattended: whisper("It goes on by itself, to its end.")
    case nil: break
    }
  }

  /// From now on the demo waits for Enter.
  mutating func takeOver() {
    demo?.pace = .keyboard
    whisper(
      "The keyboard is yours. From now on Enter goes on, `b` or `rewind` steps back, and `goto "
        + "STEP` goes to a step. Type anything else, and `resume` comes back to the demo."
    )
  }

  /// Takes what only a demo knows: Enter, `b`, and raised hands.
  ///
  /// - Returns: whether the line was one of these.
  mutating func takeForDemo(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.isEmpty {
      if isAway { resume(typed: line) } else { goOn() }
      return true
    }
    guard asking == nil else { return false }
    if words == "b" {
      rewind(1, typed: line)
      return true
    }
    guard let demo else { return false }
    guard demo.isAsking, let poll = demo.poll else { return refusedHands(words, typed: line) }
    guard let hands = Hands(words, choices: poll.choices.count) else { return false }
    count(hands, typed: line)
    return true
  }

  /// Refuses what can only be hands where nobody is asked for any.
  private mutating func refusedHands(_ words: String, typed line: String) -> Bool {
    guard Hands(words, choices: Ballot.letters.count) != nil else { return false }
    refuse(
      line: line,
      Styled("Nothing is asked now, so no hands are counted. `b` steps back to what was asked.")
    )
    return true
  }

  mutating func follow(_ verb: DemoVerb, typed line: String) {
    guard demo != nil else {
      return refuse(
        line: line,
        Styled("No demo is given here. `cafe demo LESSON` begins one; `undo` takes a line back.")
      )
    }
    switch verb {
    case .rewind(let count): rewind(count, typed: line)
    case .resume: resume(typed: line)
    }
  }

  private mutating func count(_ hands: Hands, typed line: String) {
    if case .refused(let reason) = hands { return refuse(line: line, Styled(reason)) }
    demo?.poll?.count(hands)
    guard let poll = demo?.poll else { return }
    say(poll.drawn(on: display))
    whisper("\(counted(poll.hands, "hand")) in all. `a 12` corrects one; Enter goes on.")
    finish(line, accepted: true)
  }

  /// The first time that the café leaves the script.
  mutating func tellThatTheDemoWaits() {
    guard let demo, isAway, !demo.saidThatItWaits else { return }
    self.demo?.saidThatItWaits = true
    whisper("The keyboard is yours. `resume`, or Enter, brings everything back to the demo.")
  }

  // Going on

  /// Shows cues up to the next pause.
  private mutating func goOn() {
    guard let demo, mayMove(typed: "") else { return }
    guard !demo.isOver else {
      tellTheEndOfTheDemo()
      return finish("", accepted: true)
    }
    asking = nil
    if demo.isBig { effects.append(.page) }
    let start = effects.count
    while let cue = self.demo?.next, perform(cue) {
      if demo.pauses(after: cue) { break }
    }
    if self.demo?.isOver == true { tellTheEndOfTheDemo() }
    effects.append(.rest(milliseconds: restAfter(effects[start...])))
    tellNextCue()
  }

  private func restAfter(_ effects: ArraySlice<Effect>) -> Int {
    let said = effects.compactMap { if case .print(let text) = $0 { text.text } else { nil } }
    return Typing.reading(said.joined(separator: " ")) + (demo?.isAsking == true ? 4_000 : 0)
  }

  private mutating func tellTheEndOfTheDemo() {
    guard demo?.pace == .keyboard else {
      say(Sign.done.drawn(on: display) + Styled(" The demo ends here."))
      return whisper("Without `--auto` the café stays open after it.")
    }
    say(Sign.done.drawn(on: display) + Styled(" The demo ends here, and the café stays open."))
    whisper("Type anything; `b` steps back, `goto STEP` goes to a step, `quit` leaves.")
  }

  /// Whether the demo can go to another state; by the clock nothing stays where the script has it.
  private mutating func mayMove(typed line: String) -> Bool {
    guard clock == nil else {
      refuse(
        line: line,
        Styled("The café runs by the clock, so the demo waits. `live off` first.")
      )
      return false
    }
    return true
  }

  /// Does what a cue says and takes note of where that has led.
  ///
  /// - Returns: whether it could be done; otherwise the demo is where it was.
  private mutating func perform(_ cue: DemoCue) -> Bool {
    guard let step = lesson?[step: cue.step] else { return false }
    demo?.isAsking = false
    if demo?.poll?.isRevealed == true { demo?.poll = nil }
    switch cue.act {
    case .enter:
      guard begin(step) else { return false }
      showHeading(of: step)
      note(step)
    case .read(let text): read(text)
    case .figure(let figure): show(figure)
    case .ask(let question): ask(question)
    case .reveal(let question): reveal(question)
    case .type, .watch, .rewind:
      guard carryOut(cue.act) else { return false }
    }
    demo?.rows.append(attempt.head)
    return true
  }

  private mutating func begin(_ step: Step) -> Bool {
    do {
      try arrive(in: step, typed: "")
      return true
    } catch {
      say(Narration.refusal(error, world: world))
      return false
    }
  }

  /// Whether what is typed, or taken back, was accepted.
  private mutating func carryOut(_ act: DemoCue.Act) -> Bool {
    switch act {
    case .type(let command): return type(command.text)
    case .watch(let time):
      demo?.isWatching = true
      defer { demo?.isWatching = false }
      return type(DemoCue.line(ofWatching: time))
    case .rewind(let lines, let target):
      guard let rows = demo?.rows, rows.indices.contains(target) else { return false }
      go(toRow: rows[target], typed: "")
      tell("Taken back: \(counted(lines, "line")). The café is as it was at \(clockText).")
      return true
    case .enter, .read, .figure, .ask, .reveal: return true
    }
  }

  /// Types a line of the script.
  private mutating func type(_ line: String) -> Bool {
    effects.append(.typed(prompt: promptOfPlace, line: line))
    let start = effects.count
    lineEvents = []
    demo?.isTyping = true
    read(line)
    demo?.isTyping = false
    return effects[start...].contains { effect in
      if case .report(let report) = effect { report.accepted } else { false }
    }
  }

  /// Plays the script up to a place, and shows nothing of it.
  private mutating func passSilently(to target: Int) {
    let start = effects.count
    while let cue = demo?.next, (demo?.place ?? target) < target {
      let isDone: Bool =
        switch cue.act {
        case .enter: lesson?[step: cue.step].map { begin($0) } ?? false
        case .type, .watch, .rewind: carryOut(cue.act)
        case .read, .figure, .ask, .reveal: true
        }
      guard isDone else { break }
      demo?.rows.append(attempt.head)
    }
    let rows = effects[start...].filter { if case .append = $0 { true } else { false } }
    effects.replaceSubrange(start..., with: rows)
  }

  // Going back

  private mutating func go(toRow row: Int, typed line: String) {
    do { try record(.wentTo(row: row), typed: line) } catch {
      preconditionFailure("moving through the journal asks nothing of the world")
    }
    asking = nil
    passed = []
  }

  /// To an earlier place, the café too.
  private mutating func go(back target: Int, typed line: String) {
    guard let rows = demo?.rows else { return }
    go(toRow: rows[target], typed: line)
    demo?.rows.removeSubrange((target + 1)...)
    demo?.poll = nil
    demo?.isAsking = false
    demo?.saidThatItWaits = false
  }

  private mutating func rewind(_ count: Int, typed line: String) {
    guard let demo, mayMove(typed: line) else { return }
    guard demo.place > 0 else {
      return refuse(line: line, Styled("This is the beginning of the demo. Enter goes on."))
    }
    let target = demo.place(count, before: demo.place)
    if demo.isBig { effects.append(.page) }
    go(back: target, typed: line)
    tell("Back at \(target) of \(demo.script.cues.count): it is \(clockText) at the café.")
    showAgain(demo.place(1, before: target)..<target)
    tellNextCue()
    finish(line, accepted: true)
  }

  /// Shows what was said between two places; nothing of it is done again.
  private mutating func showAgain(_ places: Range<Int>) {
    guard let cues = demo?.script.cues else { return }
    for cue in cues[places] {
      switch cue.act {
      case .enter: if let step = lesson?[step: cue.step] { showHeading(of: step) }
      case .read(let text): read(text)
      case .figure(let figure): show(figure)
      case .ask(let question): ask(question)
      case .type(let command): echo(command.text)
      case .watch(let time): echo(DemoCue.line(ofWatching: time))
      case .reveal, .rewind: break
      }
    }
  }

  private mutating func echo(_ line: String) {
    say(Styled("> ", .quiet) + Styled(line, .command))
  }

  private mutating func resume(typed line: String) {
    guard let demo, mayMove(typed: line) else { return }
    guard isAway, let row = demo.rows.last else {
      tell("Nothing was done beside the demo. Enter goes on.")
      return finish(line, accepted: true)
    }
    go(toRow: row, typed: line)
    self.demo?.saidThatItWaits = false
    tell(
      "Back in the demo, at \(demo.place) of \(demo.script.cues.count): it is \(clockText) at the "
        + "café, as it was. Enter goes on."
    )
    if demo.isAsking, let poll = demo.poll { put(poll) }
    tellNextCue()
    finish(line, accepted: true)
  }

  /// To the beginning of a step, back or ahead.
  mutating func goToStep(_ id: String, typed line: String) {
    guard let demo, let target = demo.script.start(of: id), mayMove(typed: line) else { return }
    if target <= demo.place {
      go(back: target, typed: line)
    } else {
      if isAway, let row = demo.rows.last { go(toRow: row, typed: line) }
      self.demo?.poll = nil
      self.demo?.isAsking = false
      passSilently(to: target)
    }
    goOn()
    finish(line, accepted: self.demo.map { $0.place > target } ?? false)
  }

  private var clockText: String { world.now.civil(local: true).clock }
}
