import Lab

/// What one submission comes to by itself, as an object of JSON: a line of a stream.
public struct StreamLine: Hashable, Sendable, Encodable {
  let submission: String
  let verdict: String
  /// Nil: nobody knows whose it is.
  let learner: String?
  /// Scores here and below are in units.
  let earned: Int
  let possible: Int
  /// Units of the scores that make one point.
  let unit: Int
  let checkpoint: String?
  /// Why there are no points.
  let reason: String?
  let items: [Item]
  let facts: [String]

  public var isRefused: Bool { reason != nil }

  struct Item: Hashable, Sendable, Encodable {
    let item: String
    let earned: Int
    let possible: Int
    /// What help took off, in units; already taken off `earned`.
    let price: Int
    let conditions: [Part]
    let questions: [Part]
    let mistake: String?
  }

  struct Part: Hashable, Sendable, Encodable {
    let name: String
    let earned: Int
    let possible: Int
  }

  public init(_ marked: MarkedSubmission, by grader: Grader) {
    let grade = marked.grade(grader.learners)
    submission = cleaned(marked.name)
    learner = grade.learner.id.isEmpty ? nil : grade.learner.id
    unit = grader.quiz.rules.unit
    earned = grade.earned
    possible = grade.possible
    checkpoint = marked.checkpoint?.description
    facts = grade.facts.map(\.sentence)
    if case .refused(let refusal) = grade.verdict {
      verdict = "refused"
      reason = refusal.sentence
    } else {
      verdict = "graded"
      reason = nil
    }
    items = grade.items.map(Item.init)
  }

  /// A line of the stream that is no submission at all.
  public init(unreadable name: String, reason: String, unit: Int) {
    submission = cleaned(name)
    verdict = "refused"
    learner = nil
    earned = 0
    possible = 0
    self.unit = unit
    checkpoint = nil
    self.reason = cleaned(reason)
    items = []
    facts = []
  }
}

extension StreamLine.Item {
  init(_ grade: ItemGrade) {
    item = grade.item
    earned = grade.earned
    possible = grade.possible
    price = grade.price
    conditions = grade.conditions.map {
      StreamLine.Part(name: $0.id, earned: $0.earned, possible: $0.possible)
    }
    questions = grade.questions.map {
      StreamLine.Part(name: $0.name, earned: $0.earned, possible: $0.possible)
    }
    mistake = grade.mistake
  }
}
