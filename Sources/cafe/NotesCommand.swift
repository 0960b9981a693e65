import ArgumentParser
import Gradebook
import Lab
import Progress
import Tutor

/// The runbook of a lesson.
struct NotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notes",
    abstract: "Write a runbook of what you built in a lesson and why it worked.",
    discussion: """
      Markdown or HTML, by the name of the file: the commands in both spellings, what happened \
      when, why it worked, and your guesses beside the outcome.
      """
  )

  @Argument(help: "The lesson.", completion: .lessons)
  var lesson: String

  @Option(help: "The file to write: .md or .html.", completion: .file())
  var out: String

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard RunbookPages.Kind(path: out) != nil else {
      throw ValidationError("A runbook is Markdown or HTML: --out \(lesson).html, or .md.")
    }
  }

  func run() throws {
    let surroundings = shared.surroundings
    let store = try surroundings.storeToRead()
    let (tried, found) = try FinishedAttempt.latest(of: lesson, surroundings, store)
    guard let kind = RunbookPages.Kind(path: out) else { throw ExitStatus.usage }
    let runbook = Runbook(of: tried.attempt, in: found, under: tried.rules)
    let files = try RunbookPages(Surroundings.asset).files(of: runbook, kind, to: out)
    if let problem = Files.add(files) {
      throw Output.failure("\(out) is not written: \(problem.text).")
    }
    Output.print("The runbook of \(lesson) is in \(out).")
  }
}
