import Gradebook
import Lab

extension Past {
  /// Leaves out what a sitting under rules still takes responses to, whichever attempt it was
  /// answered in: a review says what would be right.
  ///
  /// `journals`: for each attempt the row that began it, its responses, and what closed it.
  public mutating func leaveOut(whatIsOpenIn journals: [[String]], of library: Library) {
    var open: Set<Recall.Item> = []
    for rows in journals {
      guard let attempt = Attempt(responding: rows), !attempt.record.isClosed,
        let lesson = library[attempt.beginning.lesson]
      else { continue }
      let rules = Rules(attempt.mode, of: lesson)
      for question in rules.openQuestions(of: lesson, attempt.record) {
        open.insert(Recall.Item(lesson: lesson.id, question: question))
      }
    }
    replies.removeAll { open.contains($0.item) }
  }
}

extension Rules {
  /// Questions and predictions to which a response may still give points, or of which nothing has
  /// been told yet.
  fileprivate func openQuestions(of lesson: Lesson, _ record: Record) -> [String] {
    let questions = lesson.steps.flatMap(\.quizzes).map { ($0.name, tries.count) }
    let guesses = lesson.steps.flatMap(\.predictions).map { ($0.name, 1) }
    return (questions + guesses).filter { name, tries in
      let isSettled = record.isAnswered(name) || record.responses(to: name).count >= tries
      return holdsBack || !isSettled
    }.map(\.0)
  }
}

extension Attempt {
  /// An attempt under rules as far as its responses go; nil: it is practice.
  fileprivate init?(responding rows: [String]) {
    let moves = rows.lazy.compactMap { try? Entry(canonical: $0).move }
    // Nearly always the first row, so that little is read of what was practice.
    let first = moves.first { if case .began = $0 { true } else { false } }
    guard case .began(let beginning)? = first, beginning.mode != nil else { return nil }
    self.init(beginning)
    for move in moves {
      switch move {
      case .responded, .closed: _ = try? carryOut(move, typed: "")
      default: break
      }
    }
  }
}
