import CContent
import CafeWorld
import Gradebook
import Lab
import Terminal
import Tutor

/// A session without a terminal, a disk or a clock, which plays a transcript.
struct Rehearsal {
  private let transcript: Transcript
  private var session: Session
  /// Every row that the session has asked to be made durable.
  private(set) var rows: [JournalLine] = []
  private let display = Display(width: 80, colour: false)

  init(_ transcript: Transcript) throws {
    self.transcript = transcript
    let lesson = transcript.settings("lesson").first.flatMap { Self.library[$0] }
    let beginning = Beginning(
      engine: Session.engine,
      lesson: lesson?.id ?? "free",
      lessonHash: lesson?.hash ?? "",
      scene: lesson?.scene ?? transcript.settings("scene").first.flatMap { Self.library.scenes[$0] }
        ?? .cafe,
      seed: lesson?.front.seed ?? 1
    )
    session = Session(
      attempt: Attempt(beginning),
      lesson: lesson,
      library: Self.library,
      display: display,
      asset: Self.asset
    )
    rows = [session.journalLine(0)]
    if let step = transcript.settings("step").first { carryOut(session.jump(to: step)) }
    if transcript.isReadOnly { reopen(isReadOnly: true) }
  }

  /// Plays the lines of the transcript from the greeting on.
  mutating func play() -> [Transcript.Exchange] {
    let lines = transcript.exchanges.dropFirst().map(\.line)
    let greets = transcript.settings("step").isEmpty || transcript.isReadOnly
    var played = [Transcript.Exchange(line: "", output: greets ? hand(.greet) : [])]
    for line in lines {
      played.append(Transcript.Exchange(line: line, output: hand(.line(Transcript.typed(line)))))
      // What the shell does at a new start: the attempt is folded from its rows.
      if line == "quit" { played[played.count - 1].output += reopen(isReadOnly: false) }
    }
    return played
  }

  /// The digest after every row of a second attempt, made of the rows of the first.
  func digestsFoldedAgain() throws -> [String] {
    let attempt = try folded()
    return attempt.rows.indices.map { attempt.digest(after: $0) }
  }

  private func folded() throws -> Attempt {
    var attempt = Attempt(session.attempt.beginning)
    for row in rows.dropFirst() {
      try attempt.replay(Entry(canonical: row.canonical), typed: row.typed)
    }
    return attempt
  }

  @discardableResult
  private mutating func reopen(isReadOnly: Bool) -> [String] {
    guard let attempt = try? folded() else { return ["the rows cannot be folded"] }
    session = Session(
      attempt: attempt,
      lesson: session.lesson,
      library: Self.library,
      display: display,
      isReadOnly: isReadOnly,
      asset: Self.asset
    )
    return isReadOnly ? [] : hand(.greet)
  }

  private mutating func hand(_ input: Input) -> [String] {
    carryOut(session.update(input))
  }

  @discardableResult
  private mutating func carryOut(_ effects: [Effect]) -> [String] {
    var output: [String] = []
    for effect in effects {
      switch effect {
      case .append(let row): rows.append(row)
      case .print(let text): output += shown(text)
      case .fastForward(let stretch):
        for line in stretch.lines { output += shown(line.clocked(on: display)) }
        let (clock, passed) = (stretch.to.civil(local: true), stretch.to - stretch.from)
        output.append("\(clock.shortWeekday) \(clock.clock)  \(timePassed(Int(passed)))")
      case .readFile(let path): output += hand(file(path))
      case .export(let path): output += hand(.exported(path: path, problem: nil))
      case .open(let lesson, let attempt): output.append("[opens \(lesson), \(attempt)]")
      case .live(let wanted):
        output += hand(wanted ? .opened(["[its doors]"]) : .closed(reason: nil))
      case .survey(let survey): output += hand(.surveyed(survey, Past()))
      case .write(let files): output += hand(.written(path: files[0].path, problem: nil))
      case .certify(let path, _, _): output += hand(.certified(path: path, problem: nil))
      case .stage(let wanted, _):
        output += hand(wanted ? .lit(page: "[its page]") : .darkened(reason: nil))
      case .checkpoint: output += hand(.checkpoint("[the code]"))
      case .submit: output += hand(.submitted(["[the receipt]"], problem: nil))
      case .quit: output.append("[leaves]")
      case .typed(let prompt, let line): output += shown(prompt + Styled(line))
      case .page, .note, .rest: break
      case .report: break
      }
    }
    return output
  }

  private func shown(_ text: Styled) -> [String] {
    render(text, on: display).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func file(_ path: String) -> Input {
    let file = transcript.settings("file").first { $0.hasPrefix(path + " ") }
    return .file(
      path: path,
      content: file.map { String($0.dropFirst(path.utf8.count + 1)) },
      problem: file == nil ? "no such file or directory" : nil
    )
  }

  // The lessons and figures that travel inside the program.

  private static let library = Library(
    files: embedded(under: "Lessons/").map { (String($0.path), Array($0.text.utf8)) }
  )

  private static let assets = embedded(under: "Assets/")

  @Sendable private static func asset(_ path: String) -> String? {
    assets.first { $0.path == path }?.text
  }

  private static func embedded(under folder: String) -> [(path: String, text: String)] {
    (0..<cc_count()).compactMap { index in
      let file = unsafe cc_file_at(index).pointee
      let name = unsafe String(cString: file.name)
      guard name.hasPrefix(folder) else { return nil }
      let bytes = unsafe [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.length))
      return (String(name.dropFirst(folder.count)), String(decoding: bytes, as: UTF8.self))
    }
  }
}
