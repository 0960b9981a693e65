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

  @Argument(help: "The lesson; without one, the latest.", completion: .lessons)
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

  @OptionGroup var stage: StageOptions

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
    try Self.sit(
      surroundings,
      lesson: lesson,
      scene: scene,
      attempt: attempt,
      mode: mode,
      projector: try stage.projector()
    )
  }

  static func sit(
    _ surroundings: Surroundings,
    lesson: String? = nil,
    scene: String? = nil,
    attempt: Int? = nil,
    mode: Mode? = nil,
    projector: Projector = Projector()
  ) throws {
    var opening = try Opening(surroundings)
    opening.mode = mode
    let table = Table(surroundings, projector)
    opening.scene = try opening.library.scene(scene)
    let first = try scene == nil ? named(lesson, opening) ?? opening.defaultLesson() : nil
    var wanted = table.sit(&opening, first, attempt.map(AttemptChoice.numbered) ?? .latest)
    while let next = wanted {
      wanted =
        next.lesson == ReviewSheet.attemptName
        ? table.review(&opening, back: table.place)
        : table.sit(&opening, opening.lesson(next.lesson), next.attempt)
    }
  }

  private static func named(_ lesson: String?, _ opening: Opening) throws -> Lesson? {
    guard let lesson else { return nil }
    guard let found = opening.lesson(lesson) else {
      let verb = nearest(to: lesson, in: Cafe.verbs).map { " Or did you mean `cafe \($0)`?" } ?? ""
      throw Output.failure(opening.library.complaint(about: lesson) + verb)
    }
    return found
  }
}
