public import Lab

/// How far a learner is in each lesson of the course: the best of the attempts at it.
public struct CourseStanding: Sendable {
  public let rows: [Row]

  /// A lesson of the map.
  public struct Row: Sendable {
    public let place: Course.Place
    public let earned: Int
    public let possible: Int
    public let isBegun: Bool
    public let isDone: Bool
    /// Questions of it that are due for review.
    public let due: Int
  }

  /// `own`: attempts that the shell may not know in their present form.
  public init(
    _ library: Library,
    _ past: Past?,
    own: [Past.Tried] = []
  ) {
    let attempts = (past?.attempts ?? []) + own
    let due = past?.due(in: library.ids) ?? []
    rows = library.course.places.compactMap { place in
      guard let lesson = library[place.id] else { return nil }
      let results = attempts.filter { $0.lesson == place.id }.map { $0.record.result(of: lesson) }
      let best = results.max { ($0.isDone ? 1 : 0, $0.earned) < ($1.isDone ? 1 : 0, $1.earned) }
      return Row(
        place: place,
        earned: best?.earned ?? 0,
        possible: best?.possible ?? Record().points(of: lesson).possible,
        isBegun: best != nil,
        isDone: best?.isDone ?? false,
        due: due.count { $0.item.lesson == place.id }
      )
    }
  }

  /// The lesson to take next, another than the present one; nil: all are done.
  ///
  /// `counting`: a lesson that counts as done.
  public func next(after present: String?, counting done: String? = nil) -> FrontMatter? {
    let isDone = Set(rows.filter(\.isDone).map(\.place.id) + [done, present].compactMap(\.self))
    return Course(rows.map(\.place.front)).next(done: isDone)
  }
}

extension Record {
  /// What an attempt has come to in all steps of its lesson.
  fileprivate func result(of lesson: Lesson) -> (earned: Int, possible: Int, isDone: Bool) {
    let (earned, possible) = points(of: lesson)
    return (earned, possible, isDone(lesson))
  }
}
