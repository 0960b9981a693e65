import ArgumentParser
import Glibc
import Lab
import Terminal
import Tutor

/// Makes fences of what an author plays.
struct AuthorRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Play a step at the prompt; out come its setup, solution and conditions.",
    discussion: """
      Type what a learner should type, and `done`. What you type before `begin` becomes the setup. \
      Each proposed condition holds now and did not before; Enter keeps it, d drops it. With \
      --mistake a wrong way is recorded, with --also another right one.
      """
  )

  @Argument(help: "The step: LESSON#STEP, where LESSON is a file NAME.lab.md or an id.")
  var place: String

  @Option(help: ArgumentHelp("Record a wrong way of this name.", valueName: "name"))
  var mistake: String?

  @Option(help: ArgumentHelp("Record another right way of this name.", valueName: "name"))
  var also: String?

  @Flag(help: "Write the fences into the lesson's file, at the end of the step.")
  var write = false

  @OptionGroup var shared: SharedOptions

  /// Whether the step's task is recorded, and not one more way.
  private var isTask: Bool { mistake == nil && also == nil }

  func validate() throws {
    guard mistake == nil || also == nil else {
      throw ValidationError("Record a mistake or another way, one at a time.")
    }
  }

  func run() throws {
    let parts = place.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2, let id = parts.last, let name = parts.first else {
      throw Output.failure("\(place) names no step: write LESSON#STEP.")
    }
    let file = try LessonFile.demanded(name, shared)
    let lesson = try file.lesson()
    guard let step = lesson[step: id] else { throw lesson.lacks(id) }
    if write, isTask, !step.conditions.isEmpty || !step.solution.isEmpty {
      throw Output.failure(
        "\(id) has a task already; without --write the fences are only shown."
      )
    }
    let table = Table(shared.surroundings)
    let sitting = table.sitting(of: lesson, from: file)
    sitting.jump(to: id, in: lesson)
    var begin: Int?
    var isDone = false
    table.take = { line in
      switch line {
      case "begin":
        begin = sitting.session.attempt.rows.count - 1
        table.warn("What you typed so far is the setup. Now type as the learner.")
        return .taken
      case "done":
        isDone = true
        return .last
      default: return .open
      }
    }
    table.warn(
      isTask
        ? "Recording \(id): type what a learner should type, then `done`. "
          + "What comes before `begin` becomes the setup."
        : "Recording \(mistake ?? also ?? id): type the lines of this way, then `done`."
    )
    _ = table.sit(sitting, nil)
    guard isDone else {
      throw Output.failure("The recording was left before its `done`, so nothing was written.")
    }
    let recording = Recording(sitting.session.attempt, in: step, begin: begin)
    guard !recording.lines.isEmpty else {
      throw Output.failure("Nothing was typed that changes the café, so there is nothing to write.")
    }
    if let reason = objection(to: recording) { throw Output.failure(reason) }
    try finish(fences(of: recording, on: table), file, id)
  }

  /// Why what was played is not what it was to be; nil: it is.
  private func objection(to recording: Recording) -> String? {
    if also != nil, !recording.fails.isEmpty {
      return "This way does not meet \(recording.fails.joined(separator: ", ")), so it is no other "
        + "right way. Nothing was written; --mistake NAME records a wrong one."
    }
    if mistake != nil, recording.fails.isEmpty {
      return
        "This way meets every condition, so it is no mistake. Nothing was written; --also NAME "
        + "records another right way."
    }
    if isTask, recording.proposals.isEmpty {
      return "Nothing holds now that did not hold before, so no condition can be proposed. "
        + "Nothing was written."
    }
    return nil
  }

  private func fences(of recording: Recording, on table: Table) -> String {
    if let also { return recording.alternative(also) }
    guard let mistake else {
      let kept = recording.proposals.filter { proposal in
        table.tell("[\(proposal.id)] \(proposal.label): \(proposal.test)")
        let answer = table.ask("Enter keeps it, d drops it: ")
        return !(answer ?? "").lowercased().hasPrefix("d")
      }
      return recording.task(keeping: kept)
    }
    let words = table.ask("What is said to a learner who did this? ") ?? ""
    return recording.mistake(mistake, say: words.isEmpty ? "Say why, and what to try." : words)
  }

  private func finish(_ fences: String, _ file: LessonFile, _ step: String) throws {
    guard write else { return Output.print(sanitised(fences)) }
    guard let bytes = Recording.inserting(fences, into: file.bytes, step: step) else {
      throw Output.failure("\(file.path) has no step \(step).")
    }
    let reading = LessonReading(bytes, id: file.id, scenes: file.library.scenes)
    guard reading.lesson != nil else {
      report(reading.diagnostics.map { Remark($0) }, in: file.path, json: false)
      throw Output.failure("The file was left as it is; these are the fences:\n\(fences)")
    }
    if let problem = Files.write(bytes, to: file.path, mode: 0o644) {
      throw Output.failure("\(file.path) could not be written: \(problem.text).")
    }
    Output.print("\(file.path) has it now. Prove it: cafe author check \(file.path)")
  }
}

extension Lesson {
  /// Says that there is no such step, and is what to throw for it.
  func lacks(_ step: String) -> ExitStatus {
    Output.failure("\(id) has no step \(step). It has: \(steps.map(\.id).joined(separator: ", "))")
  }
}
