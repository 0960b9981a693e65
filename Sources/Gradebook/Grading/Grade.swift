public import Lab

/// What a submission, or the lack of one, comes to.
public struct Grade: Hashable, Sendable {
  public let learner: Learner
  /// What the submission is called, such as its file's name; nil: none was handed in.
  public let submission: String?
  public let verdict: GradeVerdict
  /// In the order of the quiz; empty for a submission that was refused.
  public let items: [ItemGrade]
  /// Facts for a person to look at; none of them changes the score.
  public let facts: [Fact]
  /// Milliseconds from the first row to the last, by the learner's own clock.
  public let wallTime: Int64

  public init(
    learner: Learner,
    submission: String?,
    verdict: GradeVerdict,
    items: [ItemGrade],
    facts: [Fact],
    wallTime: Int64
  ) {
    self.learner = learner
    self.submission = submission
    self.verdict = verdict
    self.items = items
    self.facts = facts
    self.wallTime = wallTime
  }

  public var earned: Int { items.reduce(0) { $0 + $1.earned } }
  public var possible: Int { items.reduce(0) { $0 + $1.possible } }
}

/// One row of the class's roster.
public struct Learner: Hashable, Sendable {
  /// As the roster spells it; unique in it.
  public let id: String
  public let name: String
  /// Every further column of the roster, in its order: what an LMS wants back.
  public let columns: [RosterColumn]

  public init(
    id: String,
    name: String,
    columns: [RosterColumn]
  ) {
    self.id = id
    self.name = name
    self.columns = columns
  }
}

/// A further column of the roster in one learner's row.
public struct RosterColumn: Hashable, Sendable {
  public let name: String
  public let value: String

  public init(
    name: String,
    value: String
  ) {
    self.name = name
    self.value = value
  }
}

/// What became of what a learner handed in.
public enum GradeVerdict: Hashable, Sendable {
  case graded
  case missing
  case refused(SubmissionRefusal)
}

/// What one item came to.
public struct ItemGrade: Hashable, Sendable {
  /// The lesson's id, a `#`, and the step's id.
  public let item: String
  public let title: String
  /// Points in whole units (`Rules.unit` of them make one point of the lesson).
  public let earned: Int
  public let possible: Int
  /// What the rules took off for help, in units; already taken off `earned`.
  public let price: Int
  /// Each use of help that has its price; together they may come to more than there was to lose.
  public let charges: [HelpCharge]
  public let conditions: [ConditionGrade]
  public let questions: [QuestionGrade]
  /// The known mistake in whose way the task ended; nil: none, or it passed.
  public let mistake: String?
  /// How many hints were read.
  public let hints: Int
  /// Milliseconds of the learner's clock spent in the item.
  public let wallTime: Int64

  public init(
    item: String,
    title: String,
    earned: Int,
    possible: Int,
    price: Int,
    charges: [HelpCharge] = [],
    conditions: [ConditionGrade],
    questions: [QuestionGrade],
    mistake: String?,
    hints: Int,
    wallTime: Int64
  ) {
    self.item = item
    self.title = title
    self.earned = earned
    self.possible = possible
    self.price = price
    self.charges = charges
    self.conditions = conditions
    self.questions = questions
    self.mistake = mistake
    self.hints = hints
    self.wallTime = wallTime
  }
}

/// What one condition of a task came to; points are in units.
public struct ConditionGrade: Hashable, Sendable {
  public let id: String
  public let label: String
  public let status: ConditionReport.Status
  public let earned: Int
  public let possible: Int
  /// What was found instead.
  public let found: String?
  /// The author's words, or why a condition that holds gives nothing.
  public let feedback: String?

  public init(
    id: String,
    label: String,
    status: ConditionReport.Status,
    earned: Int,
    possible: Int,
    found: String?,
    feedback: String?
  ) {
    self.id = id
    self.label = label
    self.status = status
    self.earned = earned
    self.possible = possible
    self.found = found
    self.feedback = feedback
  }
}

/// What one question, or a prediction, came to; points are in units.
public struct QuestionGrade: Hashable, Sendable {
  public let name: String
  /// As it was put to this learner.
  public let question: String
  public let responses: [QuestionResponse]
  public let earned: Int
  public let possible: Int
  /// The author's words to the response that counted, or the judge's where nobody foresaw it.
  public let feedback: String?

  public init(
    name: String,
    question: String,
    responses: [QuestionResponse],
    earned: Int,
    possible: Int,
    feedback: String?
  ) {
    self.name = name
    self.question = question
    self.responses = responses
    self.earned = earned
    self.possible = possible
    self.feedback = feedback
  }

  public var isRight: Bool { earned > 0 }
}

/// A response that counted as a try.
public struct QuestionResponse: Hashable, Sendable {
  public let text: String
  public let isRight: Bool
  /// The idea that the judge found in it, right or wrong; nil: one that nobody foresaw.
  public let idea: String?
  /// What numbers or letters stand for, an option or lines in their order; nil: the text says it.
  public let option: String?

  public init(
    text: String,
    isRight: Bool,
    idea: String?,
    option: String? = nil
  ) {
    self.option = option
    self.text = text
    self.isRight = isRight
    self.idea = idea
  }
}
