import ArgumentParser
import Glibc
import Lab
import Terminal
import Tutor

/// Plays a lesson as a learner while it is being written.
struct AuthorTry: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Play a lesson as a learner; each change of its file is taken up at once.",
    discussion: """
      The step is shown again as soon as the file is saved, with what you had typed in it; what \
      `cafe author check` finds in one world is told above the prompt. Nothing is kept.
      """
  )

  @Argument(help: "The lesson: a file NAME.lab.md, or an id.", completion: .file())
  var lesson: String

  @Option(help: "Begin in this step, with the steps before it solved.")
  var step: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let file = try LessonFile.demanded(lesson, shared)
    let lesson = try file.lesson()
    if let step, lesson[step: step] == nil { throw lesson.lacks(step) }
    let table = Table(shared.surroundings)
    let sitting = table.sitting(of: lesson, from: file)
    var draft = Draft(file)
    table.onWake = { draft.takeUp(in: sitting, on: table) }
    defer { table.onWake = {} }
    if let wake = table.wake { _ = FileWatch(file.folder, onChange: wake) }
    if let step { sitting.jump(to: step) }
    _ = table.sit(sitting, nil)
  }

  /// The file as it was read last.
  private struct Draft {
    private var file: LessonFile
    /// Since when it cannot be read, in milliseconds since 1970; nil: it can.
    private var goneSince: Int64?
    /// Whether that was said.
    private var isKnownToBeGone = false

    init(_ file: LessonFile) { self.file = file }

    /// Reads the file again where it has changed, and shows what came of it.
    mutating func takeUp(in sitting: Sitting, on table: Table) {
      guard case .success(let bytes) = Files.read(file.path, atMost: Files.longestLesson) else {
        return tellThatItIsGone(on: table)
      }
      goneSince = nil
      isKnownToBeGone = false
      guard bytes != file.bytes else { return }
      file = LessonFile(path: file.path, id: file.id, bytes: bytes, library: file.library)
      if let lesson = LessonReading(bytes, id: file.id, scenes: file.library.scenes).lesson {
        let (session, effects) = sitting.session.reloaded(lesson, file.library)
        sitting.go(on: session, effects)
        table.showPrompt(of: session)
      }
      for remark in remarks.prefix(5) {
        table.warn(sanitised(RemarkLine(remark, in: file.path).text))
      }
    }

    /// Says it once, of a file that an editor has not just put aside for a moment.
    private mutating func tellThatItIsGone(on table: Table) {
      let now = Clock.milliseconds
      let since = goneSince ?? now
      goneSince = since
      guard !isKnownToBeGone, now - since >= 1_000 else { return }
      isKnownToBeGone = true
      table.warn(
        sanitised(
          "The file cannot be read any more: \(file.path). You go on in the lesson as it was; once "
            + "the file is there again, it is taken up."
        )
      )
    }

    /// What is wrong with it in one world; `cafe author check` looks at twenty.
    private var remarks: [Remark] {
      let check = file.check(in: [1])
      return check.remarks(
        check.jobs.flatMap { $0.run() },
        and: check.remarksOnLooks(asset: file.asset)
      )
    }
  }
}
