import Lab

/// What a learner gets back: every verdict with its reason, signed by the quiz's key.
public struct ResultFile: Hashable, Sendable {
  public let quiz: String
  public let title: String
  /// The hash of the learner pack.
  public let pack: String
  /// The engine that graded.
  public let engine: String
  public let learner: String
  public let name: String
  /// The checkpoint of what was handed in; nil: it could not be read, or nothing was handed in.
  public let checkpoint: String?
  /// Units of the scores that make one point.
  public let unit: Int
  /// The percentage of the points that passes; nil: nobody said.
  public let pass: Int?
  /// Why there are no points, in a sentence; nil: it was graded.
  public let refusal: String?
  public let items: [Item]

  /// What one item came to; its points, and those of its parts, are in units.
  public struct Item: Hashable, Sendable, Codable {
    public let item: String
    public let title: String
    public let earned: Int
    public let possible: Int
    /// What help took off, in units.
    public let price: Int
    /// Each use of help that has its price; nil in results that were written without them.
    public let charges: [HelpCharge]?
    /// How many hints were read.
    public let hints: Int
    public let conditions: [Condition]
    public let questions: [Question]
  }

  public struct Condition: Hashable, Sendable, Codable {
    public let id: String
    public let label: String
    public let isMet: Bool
    public let earned: Int
    public let possible: Int
    public let found: String?
    public let feedback: String?
  }

  public struct Question: Hashable, Sendable, Codable {
    public let name: String
    public let question: String
    public let responses: [Response]
    public let earned: Int
    public let possible: Int
    public let feedback: String?
  }

  public struct Response: Hashable, Sendable, Codable {
    public let text: String
    public let isRight: Bool
    /// What numbers or letters stand for; nil where the text says it, and in results that were
    /// written without.
    public let meaning: String?
  }

  public var earned: Int { items.reduce(0) { $0 + $1.earned } }
  public var possible: Int { items.reduce(0) { $0 + $1.possible } }
}

extension ResultFile: Codable {}

extension ResultFile {
  /// The result of one line of the gradebook.
  ///
  /// `pack`: the hash of the learner pack; `checkpoint`: of what was handed in.
  public init(
    of grade: Grade,
    in quiz: ClassQuiz,
    pack: String,
    checkpoint: Checkpoint?
  ) {
    self.quiz = quiz.id
    title = quiz.title
    self.pack = pack
    engine = quiz.engine
    learner = grade.learner.id
    name = grade.learner.name
    self.checkpoint = checkpoint?.description
    unit = quiz.rules.unit
    pass = quiz.rules.pass
    switch grade.verdict {
    case .graded: refusal = nil
    case .missing: refusal = "Nothing was handed in."
    case .refused(let reason): refusal = reason.sentence
    }
    items = grade.items.map(Item.init)
  }
}

extension ResultFile.Item {
  /// What help took off and for what; nil: nothing.
  ///
  /// `unit`: how many units make one point.
  public func priceSentence(unit: Int) -> String? {
    (charges ?? []).sentence(taking: price, unit: unit)
  }
}

extension ResultFile.Question {
  /// What it cost that a right response was not the first; nil: nothing, or there is none.
  ///
  /// `unit`: how many units make one point.
  public func triesSentence(unit: Int) -> String? {
    Points.triesSentence(earned, of: possible, responses: responses.count, unit: unit)
  }
}

extension ResultFile.Item {
  fileprivate init(_ grade: ItemGrade) {
    item = grade.item
    title = grade.title
    earned = grade.earned
    possible = grade.possible
    price = grade.price
    charges = grade.charges
    hints = grade.hints
    conditions = grade.conditions.map { condition in
      ResultFile.Condition(
        id: condition.id,
        label: condition.label,
        isMet: condition.status.isMet,
        earned: condition.earned,
        possible: condition.possible,
        found: condition.found,
        feedback: condition.feedback
      )
    }
    questions = grade.questions.map { question in
      ResultFile.Question(
        name: question.name,
        question: question.question,
        responses: question.responses.map {
          ResultFile.Response(text: $0.text, isRight: $0.isRight, meaning: $0.option)
        },
        earned: question.earned,
        possible: question.possible,
        feedback: question.feedback
      )
    }
  }
}
