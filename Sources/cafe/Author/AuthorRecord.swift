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
      Each proposed condition holds now and did not before; Enter keeps it, d drops it. \
      `record mistake NAME` records a wrong way, `record also NAME` another right one.
      """,
    subcommands: [RecordTask.self, RecordMistake.self, RecordAlso.self],
    defaultSubcommand: RecordTask.self
  )
}

struct RecordTask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "task",
    abstract: "Record a step's setup, task and solution."
  )

  @OptionGroup var recorder: Recorder

  func run() throws { try recorder.record(.task) }
}

struct RecordMistake: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mistake",
    abstract: "Record a wrong way of a step."
  )

  @Argument(help: "What the mistake is called, such as wrong-server.")
  var name: String

  @OptionGroup var recorder: Recorder

  func run() throws { try recorder.record(.mistake(name)) }
}

struct RecordAlso: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "also",
    abstract: "Record another right way of a step."
  )

  @Argument(help: "What the way is called, such as with-the-console.")
  var name: String

  @OptionGroup var recorder: Recorder

  func run() throws { try recorder.record(.also(name)) }
}
