import ArgumentParser
import CafeWorld
import Commands
import FoundationEssentials
import Glibc
import Gradebook
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// Lines of the learner's language in, a transcript out.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Carry out lines from a file or a pipe.",
    discussion: """
      A line that ends in a backslash goes on in the next. Exit codes: 0 every line was accepted, \
      3 one was refused, 4 (with --check) a condition is unmet.
      """
  )

  @Option(help: "The lesson to work on; without one, the bare café.", completion: .lessons)
  var lesson: String?

  @Option(help: "Without a lesson: the scene to begin in; `cafe scenes` lists them.")
  var scene: String?

  @Option(help: "Begin in this step, with the steps before it solved.")
  var step: String?

  @Option(help: "Another seed than the lesson's.")
  var seed: UInt64?

  @Option(
    help: ArgumentHelp("practice, or class: priced help, falling points.", valueName: "mode")
  )
  var mode = Mode.practice

  @Flag(help: "One JSON object a line.")
  var json = false

  @Flag(help: "At the end, see whether every condition holds.")
  var check = false

  @Flag(help: "Keep the attempt with the others.")
  var save = false

  @OptionGroup var shared: SharedOptions

  @Argument(help: "The file; - is standard input.", completion: .file())
  var file = "-"

  func validate() throws {
    try Surroundings.checkScene(scene, lesson)
    guard lesson != nil || (!check && step == nil) else {
      throw ValidationError("--check and --step are about a lesson: say which with --lesson ID.")
    }
    guard mode != .graded else {
      throw ValidationError("A graded sitting needs a pack: `cafe quiz PACK`.")
    }
  }

  func run() throws {
    // Objects are for programs: the same wherever they are made.
    let display = json ? Display(colour: false, linear: true) : shared.surroundings.display()
    let library = try shared.surroundings.library()
    let lesson = try found(in: library)
    let transcript = Transcript(json: json, display: display)
    let editor = try opened()
    let sitting = try sitting(lesson, library, display, transcript)
    if save { sitting.begin() }
    if let step { sitting.jump(to: step) } else { sitting.take(.greet) }
    transcript.endGreeting()
    let refused = try LineReading(editor, sitting, transcript).refused()
    if check { try conclude(sitting, lesson) }
    if refused { throw ExitStatus.lineRefused }
  }

  private func found(in library: Library) throws -> Lesson? {
    guard let id = lesson else { return nil }
    guard let lesson = library[id] else {
      Output.complain(library.complaint(about: id))
      throw ExitStatus.failure
    }
    if let step, lesson[step: step] == nil {
      let near = nearest(to: step, in: lesson.steps.map(\.id))
      Output.complain("\(id) has no step \(step)." + (near.map { " Did you mean \($0)?" } ?? ""))
      throw ExitStatus.failure
    }
    return lesson
  }

  private func sitting(
    _ lesson: Lesson?,
    _ library: Library,
    _ display: Display,
    _ transcript: Transcript
  ) throws -> Sitting {
    let beginning = Beginning(
      engine: Session.engine,
      lesson: lesson?.id ?? Opening.free,
      lessonHash: lesson?.hash ?? "",
      scene: try lesson?.scene ?? library.scene(scene),
      seed: seed ?? lesson?.front.seed ?? 1,
      mode: mode == .practice ? nil : mode.rawValue
    )
    let origin = AttemptOrigin(beginning)
    let session = Session(
      attempt: Attempt(beginning),
      lesson: lesson,
      library: library,
      display: display,
      rules: lesson.map { Rules(mode, of: $0) } ?? Rules(.practice),
      asset: shared.surroundings.assets
    )
    do {
      let journal = save ? try shared.surroundings.store().begin(origin) : nil
      return Sitting(session, journal: journal, show: transcript.show)
    } catch let error as StoreError {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }

  /// Where the lines come from.
  private func opened() throws -> LineEditor {
    let descriptor = file == "-" ? STDIN_FILENO : unsafe open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0, !Files.isFolder(descriptor),
      let editor = LineEditor(program: "cafe", input: descriptor, isPlain: true)
    else {
      if descriptor >= 0 { errno = EISDIR }
      Output.complain("\(file) could not be read: \(Problem(errno).text).")
      throw ExitStatus.failure
    }
    return editor
  }

  /// Says what holds, which closes a sitting that has held it back.
  private func conclude(_ sitting: Sitting, _ lesson: Lesson?) throws {
    guard let lesson else { return }
    sitting.close()
    let attempt = sitting.session.attempt
    let steps = lesson.steps.filter { step == nil || $0.id == step }
    let done = steps.allSatisfy { attempt.record.isDone($0) }
    let verdict = Verdicts(attempt, steps, under: Rules(mode, of: lesson).now(attempt.record))
    Output.print(json ? verdict.json : verdict.text)
    if !done { throw ExitStatus.conditionsUnmet }
  }
}

/// Which conditions hold at the end, which wait for others, and the points.
struct Verdicts {
  private let conditions: [Line]
  /// In whole units, so many of which make a point.
  private let points: (earned: Int, possible: Int, unit: Int)

  private struct Line {
    let id: String
    let holds: Bool
    /// What must hold before it is checked.
    let waitsFor: [String]

    var text: String {
      let missing = waitsFor.isEmpty ? "" : "  (waits for \(waitsFor.joined(separator: ", ")))"
      return "\(holds ? "met  " : "unmet")  \(id)" + missing
    }
  }

  init(_ attempt: Attempt, _ steps: [Step], under rules: Rules) {
    let record = attempt.record
    conditions = steps.flatMap { step -> [Line] in
      let met = record.help(in: step.id) == nil ? record.conditionsMet(in: step.id) ?? [] : []
      let tasks = step.conditions.map { condition in
        Line(
          id: "\(step.id)/\(condition.id)",
          holds: met.contains(condition.id),
          waitsFor: condition.needs.filter { !met.contains($0) }.map { "\(step.id)/\($0)" }
        )
      }
      return tasks
        + step.quizzes.map { quiz in
          Line(
            id: "\(step.id)/\(quiz.name)",
            holds: record.isAnswered(quiz.name),
            waitsFor: []
          )
        }
    }
    points = steps.reduce((0, 0, 1)) { sum, step in
      let (earned, possible, unit) = attempt.points(of: step, under: rules)
      return (sum.0 + earned, sum.1 + possible, unit)
    }
  }

  var text: String {
    conditions.map(\.text).joined(separator: "\n")
      + "\n\(Rules.points(points.earned, unit: points.unit)) of "
      + "\(Rules.points(points.possible, unit: points.unit)) points"
  }

  var json: String {
    struct Shape: Encodable {
      struct Points: Encodable {
        let earned: Int
        let possible: Int
        /// How many of the two make a point, where falling points count in parts of one.
        let unit: Int?
      }
      let conditions: [String: Bool]
      /// Those that are not checked yet, each with what must hold first.
      let waiting: [String: [String]]
      let points: Points
    }
    let waiting = conditions.filter { !$0.waitsFor.isEmpty }
    return JSONLine.text(
      Shape(
        conditions: Dictionary(conditions.map { ($0.id, $0.holds) }) { first, _ in first },
        waiting: Dictionary(waiting.map { ($0.id, $0.waitsFor) }) { first, _ in first },
        points: .init(
          earned: points.earned,
          possible: points.possible,
          unit: points.unit == 1 ? nil : points.unit
        )
      )
    )
  }
}
