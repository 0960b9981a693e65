import ArgumentParser
import Commands
import Glibc
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// What was reached in each lesson.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show the points of every lesson that was begun."
  )

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let (library, store) = (
      try shared.surroundings.library(), try shared.surroundings.storeToRead()
    )
    do {
      var isEmpty = true
      for id in library.ids {
        let attempts = try store.attempts(lesson: id)
        guard let saved = attempts.last, let lesson = library[id] else { continue }
        isEmpty = false
        if attempts.count > 1 {
          Output.print(
            "\(attempts.count) attempts of \(id); the latest is shown. "
              + "`cafe play \(id) --attempt N` opens another."
          )
        }
        switch Folding.fold(try store.journal(of: saved.id).rows()) {
        case .success(let attempt):
          Output.print(
            render(
              Views.progress(
                attempt.record,
                lesson,
                at: attempt.step,
                on: shared.surroundings.display()
              ),
              on: shared.surroundings.display()
            )
          )
        case .failure(let problem): Output.complain("\(saved.id): \(problem.text)")
        }
      }
      if isEmpty { Output.print("Nothing has been begun yet. `cafe` opens the first lesson.") }
    } catch {
      Output.complain(error.sentence)
      throw ExitStatus.failure
    }
  }
}
