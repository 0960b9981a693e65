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

/// The sitting of a graded quiz.
struct QuizCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quiz",
    abstract: "Sit a graded quiz: its pack, your start code, and `submit` at the end.",
    discussion: """
      At a terminal it asks for your start code, shows the rules, and goes on where you left it, \
      also after a crash. `rules`, `time`, `code` and `submit` are its own verbs; every other verb \
      is the café's. With a file, or - for standard input, it takes the same lines without a \
      terminal; `submit --out FILE` ends it.
      """
  )

  @Argument(help: "The pack that you were given.", completion: .file())
  var pack: String

  @Option(help: "Your start code; without it you are asked.")
  var code: String?

  @OptionGroup var shared: SharedOptions

  @Argument(help: "A file with your lines; - is standard input.", completion: .file())
  var file: String?

  func run() throws {
    let surroundings = shared.surroundings
    let pack = try QuizDesk.pack(self.pack)
    let code = try startCode(for: pack)
    let desk = try QuizDesk(pack, code, try surroundings.store())
    if let file {
      try run(file, desk, on: surroundings.display())
    } else {
      let table = Table(surroundings)
      let sitting = try desk.sitting(on: table.display, table.show)
      if sitting.session.isReadOnly {
        table.warn("This sitting is open in another window, so here you can only look.")
      }
      _ = table.sit(sitting, desk.store)
    }
  }

  // The start code

  private func startCode(for pack: LearnerPack) throws -> StartCode {
    if let code {
      switch Self.read(code, for: pack) {
      case .success(let code): return code
      case .failure(let problem): throw Output.failure(problem.text)
      }
    }
    guard isatty(0) == 1, let editor = LineEditor(program: "cafe", isPlain: true) else {
      throw Output.failure("A start code is needed: cafe quiz PACK --code CODE FILE")
    }
    Output.print(sanitised(pack.quiz.title))
    while true {
      guard case .line(let line) = editor.readLine(prompt: [PromptRun("start code> ")]) else {
        throw ExitStatus.interrupted
      }
      switch Self.read(line, for: pack) {
      case .success(let code): return code
      case .failure(let problem): Output.complain(problem.text)
      }
    }
  }

  private static func read(_ text: String, for pack: LearnerPack) -> Result<StartCode, Problem> {
    do throws(StartCode.Slip) {
      let code = try StartCode(text)
      if pack.admits(code) { return .success(code) }
      return .failure(Problem(text: "That start code belongs to another quiz."))
    } catch { return .failure(Problem(text: error.sentence + " Look at it again.")) }
  }

  // Without a terminal

  private func run(_ file: String, _ desk: QuizDesk, on display: Display) throws {
    let transcript = Transcript(json: false, display: display)
    let sitting = try desk.sitting(on: display, transcript.show)
    if sitting.session.isReadOnly {
      throw Output.failure("This sitting is open in another window. Close that one first.")
    }
    sitting.take(.greet)
    let descriptor = file == "-" ? STDIN_FILENO : unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, !Files.isFolder(descriptor),
      let editor = LineEditor(program: "cafe", input: descriptor, isPlain: true)
    else {
      if descriptor >= 0 { errno = EISDIR }
      throw Output.failure("\(file) could not be read: \(Problem(errno).text).")
    }
    if try LineReading(editor, sitting, transcript).refused() { throw ExitStatus.lineRefused }
  }
}

/// Lines of a file or a pipe, taken one after another.
struct LineReading {
  private let editor: LineEditor
  private let sitting: Sitting
  private let transcript: Transcript

  init(_ editor: LineEditor, _ sitting: Sitting, _ transcript: Transcript) {
    self.editor = editor
    self.sitting = sitting
    self.transcript = transcript
  }

  /// Takes all lines, and says whether one was refused.
  func refused() throws -> Bool {
    var refused = false
    while !sitting.isOver {
      switch editor.readWholeLine(prompt: []) {
      case .line(let line):
        transcript.begin(line)
        sitting.take(.line(line))
      case .tooLong:
        transcript.begin("")
        sitting.take(
          .unreadable(
            reason: "A line has more than 4096 bytes; nothing was done. Split it."
          )
        )
      case .notText:
        transcript.begin("")
        sitting.take(
          .unreadable(
            reason: "A line is not UTF-8 text; nothing was done. Save it as UTF-8."
          )
        )
      case .interrupted: throw ExitStatus.interrupted
      case .end, .terminated: return refused
      }
      let report = sitting.takeReport()
      if let report, !report.accepted { refused = true }
      if sitting.takeWish() != nil {
        refused = true
        transcript.show.text(Styled("A run stays in its lesson: `cafe run --lesson ID` opens one."))
      }
      transcript.end(report, time: sitting.session.attempt.world.now)
    }
    return refused
  }
}
