import ArgumentParser
import Glibc
import Lab
import Terminal
import Tutor

/// Has a step played at the prompt, and makes fences of it.
struct Recorder: ParsableArguments {
  @Argument(help: "The step: LESSON#STEP, where LESSON is a file NAME.lab.md or an id.")
  var place: String

  @Flag(help: "Write the fences into the lesson's file, at the end of the step.")
  var write = false

  @OptionGroup var shared: SharedOptions

  /// What of a step is played.
  enum Way {
    case task
    case mistake(String)
    case also(String)

    /// What the fence is called; nil: it has no name.
    var name: String? {
      switch self {
      case .task: nil
      case .mistake(let name), .also(let name): name
      }
    }
  }

  /// Has a way played at the prompt, and writes it.
  func record(_ way: Way) throws {
    let parts = place.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2, let id = parts.last, let name = parts.first else {
      throw Output.failure("\(place) names no step: write LESSON#STEP.")
    }
    let file = try LessonFile.demanded(name, shared)
    let lesson = try file.lesson()
    guard let step = lesson[step: id] else { throw lesson.lacks(id) }
    if let reason = obstacle(to: way, in: step) { throw Output.failure(reason) }
    let table = Table(shared.surroundings)
    let sitting = table.sitting(of: lesson, from: file)
    sitting.jump(to: id)
    var begin: Int?
    var isDone = false
    table.take = { line in
      switch line {
      case "begin":
        begin = sitting.session.attempt.rows.count - 1
        table.warn("What you typed so far is the setup. Now type as the learner.")
        return .taken
      case "done":
        guard !Recording(sitting.session.attempt, in: step, begin: begin).lines.isEmpty else {
          table.warn(
            "Nothing was recorded: no line of this way has changed the café. Type one, then "
              + "`done`; `quit` leaves."
          )
          return .taken
        }
        isDone = true
        return .last
      default: return .open
      }
    }
    table.warn(
      way.name.map { "Recording \($0): type the lines of this way, then `done`." }
        ?? "Recording \(id): type what a learner should type, then `done`. "
        + "What comes before `begin` becomes the setup."
    )
    _ = table.sit(sitting, nil)
    guard isDone else {
      throw Output.failure("The recording was left before its `done`, so nothing was written.")
    }
    let recording = Recording(sitting.session.attempt, in: step, begin: begin)
    if let reason = objection(to: recording, as: way) { throw Output.failure(reason) }
    try finish(fences(of: recording, as: way, on: table), file, id)
  }

  /// Why the fences of a way cannot stand in a step; nil: they can.
  private func obstacle(to way: Way, in step: Step) -> String? {
    guard let name = way.name else {
      return write && !(step.conditions.isEmpty && step.solution.isEmpty)
        ? "\(step.id) has a task already; without --write the fences are only shown." : nil
    }
    guard !step.conditions.isEmpty else {
      return
        "\(step.id) has no task yet, so no way through it is right or wrong. Record the task "
        + "first: cafe author record \(place) --write"
    }
    let names = step.alternatives.map(\.name) + step.mistakes.map(\.name)
    return names.contains(name)
      ? "\(step.id) has a way called \(name) already. Choose another name, or take that fence out."
      : nil
  }

  /// Why what was played is not what it was to be; nil: it is.
  private func objection(to recording: Recording, as way: Way) -> String? {
    switch way {
    case .also where !recording.fails.isEmpty:
      "This way does not meet \(recording.fails.joined(separator: ", ")), so it is no other "
        + "right way. Nothing was written; `record mistake NAME` records a wrong one."
    case .mistake where recording.fails.isEmpty:
      "This way meets every condition, so it is no mistake. Nothing was written; "
        + "`record also NAME` records another right way."
    case .task where recording.proposals.isEmpty:
      "Nothing holds now that did not hold before, so no condition can be proposed. "
        + "Nothing was written."
    default: nil
    }
  }

  private func fences(of recording: Recording, as way: Way, on table: Table) -> String {
    switch way {
    case .also(let name): return recording.alternative(name)
    case .mistake(let name):
      let words = table.ask("What is said to a learner who did this? ") ?? ""
      return recording.mistake(name, say: words.isEmpty ? "Say why, and what to try." : words)
    case .task:
      let kept = recording.proposals.filter { proposal in
        table.tell("[\(proposal.id)] \(proposal.label): \(proposal.test)")
        let answer = table.ask("Enter keeps it, d drops it: ")
        return !(answer ?? "").lowercased().hasPrefix("d")
      }
      return recording.task(keeping: kept)
    }
  }

  private func finish(_ fences: String, _ file: LessonFile, _ step: String) throws {
    guard write else {
      Output.print(sanitised(fences))
      return Output.complain(
        sanitised("\(file.path) is unchanged; with --write the fences go into it.")
      )
    }
    guard let bytes = Recording.inserting(fences, into: file.bytes, step: step) else {
      throw Output.failure("\(file.path) has no step \(step).")
    }
    let reading = LessonReading(bytes, id: file.id, scenes: file.library.scenes)
    guard reading.lesson != nil else {
      report(reading.diagnostics.map { Remark($0) }, in: file.path, json: false)
      throw Output.failure("The file was left as it is; these are the fences:\n\(fences)")
    }
    if let problem = Files.write(bytes, to: file.path, mode: Files.forOthers) {
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
