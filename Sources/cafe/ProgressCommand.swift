import ArgumentParser
import Commands
import Glibc
import Gradebook
import Lab
import LineEditor
import Progress
import Terminal
import Tutor

/// The map of the course, and what was reached in each lesson.
struct ProgressCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "progress",
    abstract: "Show the map of the course, and the points of every lesson that was begun."
  )

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let surroundings = shared.surroundings
    let (library, store) = (try surroundings.library(), try surroundings.storeToRead())
    let display = surroundings.display()
    let past = Past(of: store, .map, in: library, began: Clock.milliseconds)
    guard try isAnythingBegun(of: library, in: store) else {
      Output.print("Nothing has been begun yet. `cafe` opens the first lesson.")
      return
    }
    let standing = CourseStanding(library, past)
    Output.print(render(Views.course(standing, present: nil, on: display), on: display))
    do {
      for id in library.ids {
        guard let lesson = library[id] else { continue }
        try show(try store.attempts(lesson: id), of: lesson, in: store, on: display)
      }
    } catch let error as StoreError { throw Output.failure(error.sentence) }
    if let next = standing.next(after: nil) {
      Output.print("\nNext: `cafe \(next.lesson)`, \(next.title) (\(next.minutes) min).")
    }
    let due = past.due(in: library.ids).count
    if due > 0 {
      Output.print("\(due) \(due == 1 ? "question is" : "questions are") due: `cafe review`.")
    }
  }

  private func isAnythingBegun(of library: Library, in store: Store) throws -> Bool {
    do { return try store.attempts().contains { library.ids.contains($0.origin.lesson) } } catch {
      throw Output.failure(error.sentence)
    }
  }

  /// The latest attempt at a lesson, step by step, where that may be told.
  private func show(
    _ attempts: [SavedAttempt],
    of lesson: Lesson,
    in store: Store,
    on display: Display
  ) throws {
    guard let saved = attempts.last else { return }
    Output.print("")
    if attempts.count > 1 {
      Output.print(
        "\(attempts.count) attempts of \(lesson.id). The map has the best that is told, and here "
          + "is the latest, \(saved.id.number).\n"
          + "`cafe play \(lesson.id) --attempt N` opens another."
      )
    }
    switch Folding.fold(try store.journal(of: saved.id).rows()) {
    case .success(let attempt):
      guard Rules(of: attempt, in: lesson).tellsPoints else {
        return Output.print(Session.notTold(lesson))
      }
      let view = Views.progress(attempt.record, lesson, at: attempt.step, on: display)
      Output.print(render(view, on: display))
    case .failure(let problem):
      Output.complain(
        "The journal \(saved.id) cannot be followed: \(problem.text). It is kept; "
          + "`cafe \(lesson.id)` begins a new attempt."
      )
    }
  }
}
