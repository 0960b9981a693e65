import ArgumentParser
import Commands
import Glibc
import Gradebook
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// Throws the attempts of a lesson away.
struct ResetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reset",
    abstract: "Throw away every attempt of a lesson (asks first)."
  )

  @Argument(help: "The lesson.", completion: .lessons)
  var lesson: String

  @Flag(help: "Do not ask.")
  var yes = false

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let store = try shared.surroundings.store()
    do {
      let count = try store.attempts(lesson: lesson).count
      guard count > 0 else {
        try checkThatThereIsOne()
        Output.tell("There is no attempt of \(sanitised(lesson)); nothing was thrown away.")
        return
      }
      if !yes { try ask(count) }
      let gone = try store.reset(lesson: lesson)
      Output.print("\(gone) \(gone == 1 ? "attempt is" : "attempts are") gone.")
    } catch let error as StoreError {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }

  /// Attempts outlive their lesson; where there are none, the name may be mistyped.
  private func checkThatThereIsOne() throws {
    let library = try shared.surroundings.library()
    guard !library.ids.contains(lesson), lesson != ReviewSheet.attemptName,
      !ClassQuiz.isAttempt(lesson)
    else { return }
    throw Output.failure(library.complaint(about: sanitised(lesson)))
  }

  private func ask(_ count: Int) throws {
    Output.write(
      "Throw away \(count) \(count == 1 ? "attempt" : "attempts") of \(lesson) for good? [y/N] ",
      to: 1
    )
    let answer = readLine()?.lowercased() ?? ""
    guard answer == "y" || answer == "yes" else {
      Output.print("Nothing was thrown away.")
      throw ExitStatus.failure
    }
  }
}
