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

/// A lesson given to a room.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Give a lesson to a room: it types, you talk, and anybody may take the keyboard.",
    discussion: """
      Enter goes on (a key types the rest of a line at once). `b` or `rewind 2` steps back, and \
      the café with it; `goto STEP` goes to a step, by its name or number, back or ahead. Before \
      each reveal the room is asked: type its raised hands as `12 7 3`, or `a 12`, and Enter lets \
      the engine answer. Type any other line and the keyboard is yours, with the whole language; \
      `resume`, or Enter, brings everything back to the demo. `quit` leaves. Nothing touches your \
      own progress.

      With --auto, Enter or the space bar cuts a pause short, and any other key takes over.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "The lesson, by its id or its file, and the step to begin in; without one, the first.",
      valueName: "lesson[#step]"
    ),
    completion: .lessons
  )
  var lesson: String?

  @Flag(help: "Go on without a presenter, to the end.")
  var auto = false

  @Option(help: ArgumentHelp("How fast it is typed, 0.1 to 100.", valueName: "factor"))
  var speed = 1.0

  @Flag(help: "One paragraph at a time, on an empty screen: for the last row.")
  var big = false

  @Option(
    help: ArgumentHelp(
      "Your notes go to this terminal (type `tty` in a second one), or to a new file.",
      valueName: "place"
    ),
    completion: .file()
  )
  var notes: String?

  @Option(
    help: ArgumentHelp("Write a recording that `asciinema play` plays.", valueName: "file.cast"),
    completion: .file()
  )
  var record: String?

  @OptionGroup var stage: StageOptions

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (0.1...100).contains(speed) else {
      throw ValidationError("The speed is a number from 0.1 to 100, such as 2.")
    }
  }

  func run() throws {
    let surroundings = shared.surroundings
    let (file, step, asset) = try found(in: surroundings)
    let lesson = try read(file)
    if let step, lesson[step: step] == nil { throw refusal(of: step, in: lesson) }
    try prove(lesson, in: file)
    warnOfReveals(in: lesson, of: file)
    let presenter = try presenter(of: lesson)
    let table = Table(surroundings, try stage.projector(), presenter: presenter)
    let width = big ? min(table.display.width, Demo.bigWidth) : table.display.width
    let beginning = Beginning(
      engine: Session.engine,
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: lesson.scene,
      seed: lesson.front.seed
    )
    let session = Session(
      attempt: Attempt(beginning),
      lesson: lesson,
      library: file.library,
      display: table.display.with(width: width),
      demo: Demo(DemoScript(lesson), isBig: big, pace: pace(at: table), from: step),
      asset: asset
    )
    // In memory: `export` can write it to a file, and nothing of it is anybody's progress.
    let store = try? Store.inMemory()
    let journal = try? store?.begin(AttemptOrigin(beginning))
    let sitting = Sitting(session, journal: journal, isLasting: false, show: table.show)
    sitting.begin()
    _ = table.sit(sitting, nil)
  }

  private func pace(at table: Table) -> Demo.Pace {
    guard auto else { return .keyboard }
    return table.watched == nil ? .unattended : .itself
  }

  /// What `LESSON#STEP` names: a lesson's file by its path or its id, a step, and where the figures
  /// are.
  private func found(
    in surroundings: Surroundings
  ) throws -> (file: LessonFile, step: String?, asset: @Sendable (String) -> String?) {
    let parts = (lesson ?? "").split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    let step = parts.count > 1 ? String(parts[1]) : nil
    if name.hasSuffix(Library.suffix) {
      let file = try LessonFile.demanded(name, shared)
      return (file, step, file.asset)
    }
    let library = try surroundings.library()
    let id = name.isEmpty ? library.first?.id ?? "" : name
    guard let bytes = library.file(of: id) else {
      throw Output.failure(library.complaint(about: id))
    }
    let file = LessonFile(path: id + Library.suffix, id: id, bytes: bytes, library: library)
    return (file, step, surroundings.assets)
  }

  /// The lesson in a file; one that is broken ends the program with the first of what is wrong.
  private func read(_ file: LessonFile) throws -> Lesson {
    let reading = LessonReading(file.bytes, id: file.id, scenes: file.library.scenes)
    guard let lesson = reading.lesson else {
      Output.complain("The file of \(sanitised(file.id)) is broken:")
      throw tell(reading.diagnostics.map(\.description), of: file)
    }
    return lesson
  }

  private func refusal(of step: String, in lesson: Lesson) -> ExitStatus {
    let near = nearest(to: step, in: lesson.steps.map(\.id)).map { " Did you mean \($0)?" }
    let ids = lesson.steps.map(\.id).joined(separator: ", ")
    return Output.failure("\(lesson.id) has no step \(step)." + (near ?? " Its steps: \(ids)."))
  }

  /// A lesson that does not do what it says is not shown to anybody.
  private func prove(_ lesson: Lesson, in file: LessonFile) throws {
    let findings =
      Proof(of: lesson).findings + Proof(of: lesson, seed: lesson.front.seed).findings
    guard !findings.isEmpty else { return }
    Output.complain("\(lesson.id) does not do what it says, so it is not shown to a room:")
    throw tell(findings.placed(in: file.bytes).map(\.description), of: file)
  }

  /// A demo that tells before anybody could guess is given all the same, and its presenter knows.
  private func warnOfReveals(in lesson: Lesson, of file: LessonFile) {
    let reveals = lesson.unguessedReveals
    guard let first = reveals.first else { return }
    let more = reveals.count > 1 ? " It is one of \(reveals.count) such places." : ""
    Output.complain(sanitised("\(file.path):\(first)") + more + " It is given all the same.")
  }

  /// Says the first of what is wrong with a lesson, and where, and is what to throw for it.
  private func tell(_ findings: [String], of file: LessonFile) -> ExitStatus {
    for finding in findings.prefix(5) {
      Output.complain("  " + sanitised("\(file.path):\(finding)"))
    }
    if findings.count > 5 { Output.complain("  and \(findings.count - 5) more") }
    return .failure
  }

  private func presenter(of lesson: Lesson) throws -> Presenter {
    let isWatched = isatty(0) == 1 && isatty(1) == 1
    let notes = try self.notes.map { path in
      try opened(path) { () throws(Problem) in try NotesPlace(path) }
    }
    let recording = try record.map { path in
      try opened(path) { () throws(Problem) in try cast(path, lesson, isWatched: isWatched) }
    }
    return Presenter(
      speed: speed,
      isAuto: auto,
      isWatched: isWatched,
      cast: recording,
      notes: notes
    )
  }

  private func opened<Place>(
    _ path: String,
    _ open: () throws(Problem) -> Place
  ) throws -> Place {
    do throws(Problem) { return try open() } catch {
      throw Output.failure("\(path) could not be opened: \(error.text).")
    }
  }

  private func cast(
    _ path: String,
    _ lesson: Lesson,
    isWatched: Bool
  ) throws(Problem) -> Cast {
    try Cast(
      path,
      size: Window.size(of: 1) ?? (80, 24),
      title: lesson.front.title,
      isWatched: isWatched
    )
  }
}
