import CafeWorld

/// A step of a lesson as it is put to one learner.
public struct LessonPart: Hashable, Sendable {
  /// What the step is called where it is put.
  public let id: String
  public let lesson: Lesson
  public let step: String
  /// In which order each question shows its options or items; a question that is not named here
  /// shows them as they stand.
  public let places: [String: [Int]]
  /// In which words each question whose key was corrected since has shown its options.
  public let wordings: [String: [Template]]

  public init(
    id: String,
    lesson: Lesson,
    step: String,
    places: [String: [Int]],
    wordings: [String: [Template]] = [:]
  ) {
    self.id = id
    self.lesson = lesson
    self.step = step
    self.places = places
    self.wordings = wordings
  }
}

extension Lesson {
  /// A lesson made of steps of others, each under a name of its own.
  ///
  /// Parts whose lesson has no such step are left out.
  public init(id: String, title: String, minutes: Int, hash: String, parts: [LessonPart]) {
    self.init(
      id: id,
      title: title,
      minutes: minutes,
      hash: hash,
      steps: parts.compactMap { part in
        part.lesson[step: part.step]?.put(as: part)
      }
    )
  }

  /// A lesson made of the items of a review.
  public init(reviewing items: [ReviewItem], id: String, title: String) {
    self.init(id: id, title: title, minutes: 0, hash: "", steps: items.map(\.step))
  }

  private init(id: String, title: String, minutes: Int, hash: String, steps: [Step]) {
    front = FrontMatter(
      lesson: id,
      title: title,
      minutes: minutes,
      seed: 1,
      world: Scene.cafe.name,
      after: [],
      goals: [],
      grade: FrontMatter.Grade(),
      accepted: []
    )
    scene = .cafe
    self.hash = hash
    variables = []
    variant = 0
    preamble = []
    self.steps = steps
  }
}

extension Step {
  fileprivate func put(as part: LessonPart) -> Step {
    Step(
      id: part.id,
      title: title,
      position: position,
      blocks: blocks,
      setup: setup,
      predictions: predictions,
      conditions: conditions,
      solution: solution,
      accepted: accepted,
      alternatives: alternatives,
      mistakes: mistakes,
      hints: hints,
      quizzes: quizzes.map { quiz in
        var shown = quiz
        shown.places = part.places[quiz.name]
        shown.wording = part.wordings[quiz.name]
        return shown
      },
      demo: demo,
      notes: notes
    )
  }
}

extension Quiz {
  /// How many options or items are shown below the question.
  public var shownCount: Int {
    switch kind {
    case .choose(let options): options.count
    case .order(let items), .keyless(.order(let items)), .keyless(.choose(let items)): items.count
    case .type, .number, .keyless(.type), .keyless(.number): 0
    }
  }
}
