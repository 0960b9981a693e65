import CafeWorld
import Commands
import Glibc
import Gradebook
import Lab
import Progress
import Terminal
import Tutor

/// A session with its journal: carries effects out, in order.
final class Sitting {
  private(set) var session: Session
  let journal: Journal?
  /// Whether the journal is on disk.
  private let isLasting: Bool
  /// How text and passing time are shown.
  let show: Show
  private(set) var isOver = false
  /// Another lesson that was asked for.
  private(set) var wanted: (lesson: String, attempt: AttemptChoice)?
  private(set) var reports: [LineReport] = []
  /// Seals the journal of a quiz; nil: into a file of its own name.
  var onSubmit: (String?) -> Input = { _ in
    .submitted([], problem: "this is no sitting of a quiz")
  }
  /// When the quiz was begun, in milliseconds since 1970; nil: nobody counts.
  private(set) var began: Int64?
  /// Reads the journals of all lessons.
  var onSurvey: (Survey) -> Past = { _ in Past() }
  /// Signs what a learner reached and writes it, or says why not.
  var onCertify: (String, Reached, String?) -> Problem? = { _, _, _ in
    Problem(text: Sitting.withoutJournal)
  }
  /// Opens the doors to other programs, or closes them.
  var onLive: (Bool) -> Input = { _ in .closed(reason: "only `cafe` at a terminal opens its doors")
  }

  /// Lights the stage, on a port where one is named, or darkens it.
  var onStage: (Bool, Int?) -> Input = { _, _ in
    .darkened(reason: "only `cafe` at a prompt has a stage")
  }
  /// Told what the session has come to, before that is put into words.
  var onChange: (Session) -> Void = { _ in }

  /// Where what is said goes.
  struct Show {
    let text: (Styled) -> Void
    let time: (FastForward, Session) -> Void
    /// A line that a demo types, behind a prompt.
    var typed: (Styled, String) -> Void = { _, _ in }
    /// An empty screen.
    var page: () -> Void = {}
    /// What is for the presenter alone.
    var note: (Styled) -> Void = { _ in }
    /// How many milliseconds a room needs now.
    var rest: (Int) -> Void = { _ in }
  }

  init(_ session: Session, journal: Journal?, isLasting: Bool = true, show: Show) {
    self.session = session
    self.isLasting = isLasting
    self.journal = journal
    self.show = show
  }

  /// Hands one input on, and carries out what it leads to.
  func take(_ input: Input) {
    var inputs = [input]
    if let began { inputs.insert(.elapsed(Clock.milliseconds - began), at: 0) }
    while !inputs.isEmpty {
      let effects = session.update(inputs.removeFirst())
      // A room sees what came of a line when it can read of it, though a full screen may wait.
      let words = effects.lastIndex(where: { $0.precedesOutcome }).map { $0 + 1 } ?? 0
      inputs += effects[..<words].compactMap { carryOut($0) }
      onChange(session)
      inputs += effects[words...].compactMap { carryOut($0) }
    }
  }

  /// Carries out what another program asks for, and the effects that it leads to.
  ///
  /// - Returns: what happened, or why it is refused, and the world right after it.
  func perform(_ commands: [Command], typed: String?) -> (Result<[Event], Rejection>, World) {
    let (result, effects) = session.perform(commands, typed: typed)
    for effect in effects {
      if let answer = carryOut(effect) { take(answer) }
    }
    onChange(session)
    return (result, session.attempt.world)
  }

  /// Carries one effect out; what comes back is the next input.
  private func carryOut(_ effect: Effect) -> Input? {
    switch effect {
    case .append(let line): return append(line)
    case .print(let text): show.text(text)
    case .fastForward(let stretch): show.time(stretch, session)
    case .readFile(let path): return read(path)
    case .export(let path): return .exported(path: path, problem: export(to: path))
    case .survey(let survey): return .surveyed(survey, onSurvey(survey))
    case .write(let files): return .written(path: files[0].path, problem: Files.add(files)?.text)
    case .certify(let path, let reached, let name):
      return .certified(path: path, problem: onCertify(path, reached, name)?.text)
    case .open(let lesson, let attempt): wanted = (lesson, attempt)
    case .report(let report): reports.append(report)
    case .live(let wanted): return onLive(wanted)
    case .stage(let wanted, let port): return onStage(wanted, port)
    case .checkpoint: return checkpoint
    case .submit(let path): return onSubmit(path)
    case .typed(let prompt, let line): show.typed(prompt, line)
    case .page: show.page()
    case .note(let text): show.note(text)
    case .rest(let milliseconds): show.rest(milliseconds)
    case .quit: isOver = true
    }
    return nil
  }

  /// Journals the very first row, which no input has made.
  func begin() {
    if let input = append(session.journalLine(0)) { take(input) }
  }

  /// A quiz's time runs from its first row, which comes with the first item.
  func timeRuns(from start: Int64?) { began = start }

  private var checkpoint: Input {
    .checkpoint(Checkpoint(head: journal?.lastHash ?? JournalRow.genesis).description)
  }

  /// The other attempt that was asked for, once.
  func takeWish() -> (lesson: String, attempt: AttemptChoice)? {
    defer { wanted = nil }
    return wanted
  }

  /// The report of the latest line, once.
  func takeReport() -> LineReport? {
    defer { reports = [] }
    return reports.last
  }

  /// Goes on with another session, and shows what it says.
  func go(on other: Session, _ effects: [Effect]) {
    session = other
    for effect in effects { _ = carryOut(effect) }
  }

  /// Goes to a step as if the steps before it had been solved.
  func jump(to step: String) {
    for effect in session.jump(to: step) { _ = carryOut(effect) }
  }

  /// Closes a sitting that has held something back, so that it can be told; says nothing.
  func close() {
    for effect in session.close() { _ = carryOut(effect) }
  }

  private func append(_ line: JournalLine) -> Input? {
    guard let journal else { return nil }
    if journal.nextSequence == 0, line.sequence > 0 {
      began = Clock.milliseconds
      if let input = append(session.journalLine(0)) { return input }
    }
    do {
      try journal.append(JournalRow(line, after: journal))
      return session.isSaved || !isLasting ? nil : .saved
    } catch {
      return .notSaved(reason: error.sentence)
    }
  }

  private func read(_ path: String) -> Input {
    switch Files.text(path) {
    case .success(let text): .file(path: path, content: text, problem: nil)
    case .failure(let problem): .file(path: path, content: nil, problem: problem.text)
    }
  }

  private static let withoutJournal =
    "this session keeps no journal; `cafe run --save` keeps one"

  private func export(to path: String) -> String? {
    guard let journal else { return Self.withoutJournal }
    if let problem = Files.obstacle(toExport: path) { return problem.text }
    do {
      let rows = try journal.rows()
      let file = AttemptFile(origin: journal.attempt.origin, rows: rows)
      return Files.write(file.encoded(), to: path)?.text
    } catch {
      return error.sentence
    }
  }
}

extension Effect {
  /// Whether it comes before anybody is to know the outcome: it is made durable, typed, or takes
  /// its time.
  fileprivate var precedesOutcome: Bool {
    switch self {
    case .append, .typed, .fastForward: true
    default: false
    }
  }
}

/// The wall clock, which only the journal's rows carry.
enum Clock {
  /// Milliseconds since 1970.
  static var milliseconds: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
