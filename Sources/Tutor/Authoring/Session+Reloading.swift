public import Lab

extension Session {
  /// The same learner in the same place of a lesson whose file was changed.
  ///
  /// The steps before it are solved as the lesson now says, and what was typed in the step is typed
  /// again, up to a line that is refused now.
  ///
  /// - Returns: the session, and the effects that show the step as it now is.
  public func reloaded(_ lesson: Lesson, _ library: Library) -> (Session, effects: [Effect]) {
    let beginning = Beginning(
      engine: attempt.beginning.engine,
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: lesson.scene,
      seed: lesson.front.seed
    )
    var session = Session(
      attempt: Attempt(beginning),
      lesson: lesson,
      library: library,
      display: display,
      asset: asset
    )
    let same = sameStep(in: lesson)
    session.isKept = isKept
    guard let place = same ?? lesson.steps.first else { return (session, []) }
    let told = session.jump(to: place.id).filter { if case .print = $0 { true } else { false } }
    if same != nil {
      for row in rowsHere where !session.repeats(row) { break }
    }
    session.effects = told
    session.show(place)
    session.askNext(in: place)
    return (session, session.effects)
  }

  /// The learner's step in the lesson as it now is; one with another id now stands where it was.
  private func sameStep(in changed: Lesson) -> Step? {
    guard let step else { return nil }
    if let same = changed[step: step.id] { return same }
    let place = lesson?.steps.firstIndex { $0.id == step.id }
    return place.flatMap { changed.steps.indices.contains($0) ? changed.steps[$0] : nil }
  }

  /// What the learner did since the step was entered: along the present branch, and with every
  /// question.
  private var rowsHere: [Attempt.Row] {
    guard let entered = attempt.cafe.visits.last?.row else { return [] }
    let branch = attempt.branch
    return attempt.rows.indices.filter { number in
      guard number > entered else { return false }
      switch attempt.rows[number].entry.move {
      case .responded, .leftOut: return true
      default: return branch.contains(number)
      }
    }.map { attempt.rows[$0] }
  }

  /// Does once more what a row says; whether that was possible.
  private mutating func repeats(_ row: Attempt.Row) -> Bool {
    guard case .leftOut(let question) = row.entry.move else { return takes(row.typed) }
    // Where the lesson no longer asks for it, `skip` would leave the step out.
    if asking?.name == question { _ = takes(row.typed) }
    return true
  }

  /// Types a line; says nothing of it.
  private mutating func takes(_ line: String) -> Bool {
    let rows = attempt.rows.count
    _ = update(.line(line))
    return attempt.rows.count > rows
  }
}
