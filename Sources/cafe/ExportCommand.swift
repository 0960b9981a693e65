import ArgumentParser
import Commands
import Glibc
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// Writes an attempt to a file.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the latest attempt to a file."
  )

  @Argument(help: "The file to write.", completion: .file())
  var file: String

  @Option(
    help: "The lesson; without one, that of the latest attempt.",
    completion: .lessons
  )
  var lesson: String?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let store = try shared.surroundings.storeToRead()
    do {
      let attempts = try store.attempts(lesson: lesson)
      guard let saved = attempts.last(where: { lesson != nil || $0.isOfALesson }) else {
        Output.complain("there is no attempt to export yet.")
        throw ExitStatus.failure
      }
      let rows = try store.journal(of: saved.id).rows()
      let bytes = AttemptFile(origin: saved.origin, rows: rows).encoded()
      if let problem = Files.obstacle(toExport: file) ?? Files.write(bytes, to: file) {
        Output.complain("\(file) could not be written: \(problem.text).")
        throw ExitStatus.failure
      }
      Output.print("\(saved.id): \(rows.count) rows are in \(file).")
    } catch let error as StoreError {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }
}
