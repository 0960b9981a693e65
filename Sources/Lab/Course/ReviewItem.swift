/// A question or prediction as a review asks it: another world, its options in another order than
/// the last time, and another variant of its lesson in which it reads otherwise, if there is one.
public struct ReviewItem: Hashable, Sendable {
  public let item: Recall.Item
  /// A step that asks this and nothing else; its id, and the question's name, are the item's.
  public let step: Step
  private let lesson: Lesson
  private let seed: UInt64

  /// Nil: the lesson asks no such question any more.
  ///
  /// `variant`: gives a variant of the item's lesson by number; a number beyond the last begins
  /// again from the first.
  public init?(_ due: Recall.Due, variant: (Int) -> Lesson?) {
    let question = due.item.question
    guard let lesson = variant(due.count * Self.distance(of: question, variant)),
      let step = lesson.steps.first(where: { $0.asks(question) })
    else { return nil }
    item = due.item
    self.lesson = lesson
    self.step = step.asking(question, as: due.item.description, turn: due.count)
    seed = Self.seed(of: lesson, count: due.count)
  }

  /// How far apart those variants are in which a question reads otherwise; 1: it never does.
  ///
  /// Variants are counted like digits, and the fast ones may have no say in it.
  private static func distance(of question: String, _ variant: (Int) -> Lesson?) -> Int {
    guard let first = variant(0), first.turns.count > 1,
      let step = first.steps.first(where: { $0.asks(question) })
    else { return 1 }
    let turns = first.turns
    let plain = step.wording(of: question)
    let spelled = turns.first { turn in
      let other = variant(turn)?.steps.first { $0.asks(question) }
      return other.map { $0.wording(of: question) != plain } ?? false
    }
    if let spelled { return spelled }
    guard step.asksOfTheCafe(question) else { return 1 }
    // The words may be the same, and the café that they are about another one.
    let told = first.wording(of: question)
    return turns.first { turn in
      variant(turn).map { $0.wording(of: question) != told } ?? false
    } ?? 1
  }

  /// A lesson is proven over the worlds of the seeds from 1 to 20; a review takes the next of them.
  private static func seed(of lesson: Lesson, count: Int) -> UInt64 {
    (lesson.front.seed &- 1 &+ UInt64(count)) % 20 + 1
  }

  /// The moves that lead a learner there: every model solution before the question, in a world of
  /// its own; nil: the lesson's own lines do not lead there any more.
  public func opening(engine: String) -> [Move]? {
    guard let walk = lesson.walk(to: item.question, seed: seed) else { return nil }
    let beginning = Beginning(
      engine: engine,
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: lesson.scene,
      seed: seed
    )
    var moves: [Move] = []
    for row in walk.attempt.rows.dropFirst() {
      switch (moves.last, row.entry.move) {
      case (nil, .entered(let step, let setup)):
        moves.append(.opened(item: step, beginning, setup: setup))
      case (.commands(let before)?, .commands(let commands)):
        moves[moves.count - 1] = .commands(before + commands)
      case (_, let move): moves.append(move)
      }
    }
    return moves + [.entered(step: item.description, setup: [])]
  }
}

extension Lesson {
  /// A question as it is asked of somebody who has played every model solution before it.
  fileprivate func wording(of question: String) -> [String] {
    guard let step = steps.first(where: { $0.asks(question) }),
      let situation = situation(asking: question)
    else { return [] }
    return step.wording(of: question, in: situation)
  }

  /// For each variable, the fastest first: the first variant in which it has its second value.
  fileprivate var turns: [Int] {
    var stride = 1
    var turns: [Int] = []
    for variable in variables.reversed() where variable.values.count > 1 {
      turns.append(stride)
      stride *= variable.values.count
    }
    return turns
  }
}

extension Step {
  /// Whether a question or prediction of this name is asked here.
  func asks(_ question: String) -> Bool {
    self[quiz: question] != nil || self[prediction: question] != nil
  }

  /// A step that asks one question and has nothing else.
  ///
  /// `turn`: how often it was answered, by which what it lists is turned round.
  fileprivate func asking(_ question: String, as id: String, turn: Int) -> Step {
    Step(
      id: id,
      title: title,
      position: position,
      blocks: [],
      setup: [],
      predictions: predictions.filter { $0.name == question }.map { $0.called(id) },
      conditions: [],
      solution: [],
      accepted: [],
      alternatives: [],
      mistakes: [],
      hints: [],
      quizzes: quizzes.filter { $0.name == question }.map { $0.called(id, turn: turn) },
      demo: [],
      notes: []
    )
  }
}

extension Prediction {
  fileprivate func called(_ name: String) -> Prediction {
    Prediction(
      name: name,
      story: story,
      commands: commands,
      question: question,
      answer: answer,
      near: near,
      reason: reason,
      models: models,
      position: position
    )
  }
}

extension Quiz {
  /// The same with its options or items turned round: never as they stand in the file, and each
  /// time another one first.
  fileprivate func called(_ name: String, turn: Int) -> Quiz {
    let count = shownCount
    let first = count > 1 ? 1 + turn % (count - 1) : 0
    return Quiz(
      name: name,
      question: question,
      kind: kind,
      position: position,
      places: count > 1 ? (0..<count).map { ($0 + first) % count } : nil
    )
  }
}
