import ArgumentParser
import Commands
import Glibc
import Gradebook
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// Takes an attempt in from a file.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take in an attempt that was exported."
  )

  @Argument(help: "The file to read.", completion: .file())
  var file: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let bytes = try Files.demanded(file, atMost: Files.longestExport)
    do {
      let attempt = try AttemptFile(decoding: bytes)
      if case .failure(let problem) = Folding.fold(attempt.rows) {
        Output.complain("\(file) is not taken in: \(problem.text).")
        throw ExitStatus.failure
      }
      let id = try shared.surroundings.store().add(attempt)
      let next = ClassQuiz.isAttempt(id.lesson) ? "cafe quiz PACK --code CODE" : "cafe \(id.lesson)"
      Output.tell("\(id): \(attempt.rows.count) rows are here. `\(next)` goes on with it.")
    } catch let error as AttemptFileError {
      Output.complain("\(file) is not taken in: \(error.sentence).")
      throw ExitStatus.failure
    } catch let error as StoreError {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }
}
