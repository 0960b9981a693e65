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
    guard let place = step.flatMap({ lesson[step: $0.id] }) ?? lesson.steps.first else {
      return (session, [])
    }
    _ = session.jump(to: place.id)
    if place.id == step?.id {
      for line in typedHere where !session.takes(line) { break }
    }
    session.effects = []
    session.show(place)
    session.askNext(in: place)
    return (session, session.effects)
  }

  /// What the learner typed since the step was entered, along the present branch.
  private var typedHere: [String] {
    guard let entered = attempt.cafe.visits.last?.row else { return [] }
    return attempt.branch.filter { $0 > entered }.map { attempt.rows[$0].typed }
  }

  /// Types a line; says nothing of it.
  private mutating func takes(_ line: String) -> Bool {
    let rows = attempt.rows.count
    _ = update(.line(line))
    return attempt.rows.count > rows
  }
}
