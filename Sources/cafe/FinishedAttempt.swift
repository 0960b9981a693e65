import Gradebook
import Lab
import Progress
import Tutor

/// An attempt as it was left, for those who make something of it.
struct FinishedAttempt {
  let attempt: Attempt
  let journal: Journal
  let rules: Rules

  /// The latest attempt at a lesson that may be said to be done, or else the latest; with its
  /// lesson.
  ///
  /// - Throws: an exit, with its reason on standard error, where there is no such lesson or
  ///   attempt.
  static func latest(
    of id: String,
    _ surroundings: Surroundings,
    _ store: Store
  ) throws -> (FinishedAttempt, Lesson) {
    let library = try surroundings.library()
    guard let lesson = library[id] else { throw Output.failure(library.complaint(about: id)) }
    do {
      var left: FinishedAttempt?
      var broken: (id: AttemptID, problem: Problem)?
      for saved in try store.attempts(lesson: id).reversed() {
        let journal = try store.journal(of: saved.id)
        let rows = try journal.rows()
        guard !rows.isEmpty else { continue }
        let attempt: Attempt
        switch Folding.fold(rows) {
        case .success(let folded): attempt = folded
        case .failure(let problem):
          broken = broken ?? (id: saved.id, problem: problem)
          continue
        }
        let rules = Rules(of: attempt, in: lesson)
        let found = FinishedAttempt(attempt: attempt, journal: journal, rules: rules)
        if rules.tellsPoints, attempt.record.isDone(lesson) { return (found, lesson) }
        left = left ?? found
      }
      guard let left else {
        if let broken {
          throw Output.failure(
            "The journal \(broken.id) cannot be followed: \(broken.problem.text). It is kept; "
              + "`cafe \(id)` begins a new attempt."
          )
        }
        throw Output.failure("there is no attempt at \(id) yet. `cafe \(id)` begins one.")
      }
      return (left, lesson)
    } catch let error as StoreError { throw Output.failure(error.sentence) }
  }
}
