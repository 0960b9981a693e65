public import Lab

/// What an instructor asks for: which items, drawn how, under which rules.
public struct QuizPlan: Sendable {
  /// The whole lessons, in the order in which they were named.
  public let lessons: [Lesson]
  public var title: String
  public var rules: Rules
  public var pools: [ItemPool]
  /// Steps of the lessons that are no items, since only their predictions could give points.
  public private(set) var leftOut: [ItemID] = []
  /// Where the items of each lesson begin; a lesson that is not named begins in its scene.
  public var starts: [String: ItemBeginning]
  /// How many worlds each item is proven in.
  public var worlds = 8
  /// Whether an item may begin where another one's task is done already.
  public var acceptsShownStarts = false

  /// Why there is no quiz of that plan.
  public enum Fault: Error, Hashable, Sendable {
    case noItems
    case noSuchLesson(String)
    case noSuchStep(ItemID, near: String?, steps: [String])
    /// The step has neither a task nor a question.
    case withoutPoints(ItemID)
    case itemTwice(ItemID)
    case tooFewToDraw(count: Int, from: Int)
    /// Two items have questions, or predictions, of one name.
    case questionTwice(String, ItemID, ItemID)
    case unknownCondition(lesson: String, id: String)
  }

  /// A plan of whole lessons: every step that carries points, drawn as their authors say.
  ///
  /// `items`: only these, for everybody; `draws`: so many of these.
  /// - Throws: the first thing for which there can be no such quiz.
  public init(
    lessons: [Lesson],
    mode: Mode,
    changes: FrontMatter.Grade = FrontMatter.Grade(),
    items: [ItemID] = [],
    draws: [(count: Int, items: [ItemID])] = []
  ) throws(Fault) {
    self.lessons = lessons
    title = lessons.first?.front.title ?? ""
    let proposed = lessons.reduce(Rules(mode)) { $0.changed(by: $1.front.grade) }
    var rules = proposed
    // Which conditions are shown is each lesson's own matter, unless the quiz says otherwise.
    rules.shown = nil
    self.rules = rules.changed(by: changes).withoutKey
    starts = [:]
    for lesson in lessons { starts[lesson.id] = changes.start ?? lesson.front.grade.start }
    pools = []
    pools =
      items.isEmpty && draws.isEmpty
      ? try lessons.flatMapOrThrow { lesson throws(Fault) in try authored(lesson) }
      : Self.chosen(items, draws)
    try check()
    if items.isEmpty, draws.isEmpty { leftOut = lessons.flatMap { guesses(of: $0) } }
  }

  /// The steps of a lesson that hold predictions and nothing that counts.
  private func guesses(of lesson: Lesson) -> [ItemID] {
    lesson.steps.filter { !$0.predictions.isEmpty && rules.points(of: $0) == 0 }
      .map { ItemID(lesson: lesson.id, step: $0.id) }
  }

  private static func chosen(
    _ items: [ItemID],
    _ draws: [(count: Int, items: [ItemID])]
  ) -> [ItemPool] {
    let fixed = items.isEmpty ? [] : [ItemPool(name: nil, items: items, draws: items.count)]
    return fixed
      + draws.enumerated().map { number, draw in
        ItemPool(name: "pool \(number + 1)", items: draw.items, draws: draw.count)
      }
  }

  /// The steps of a lesson in their order; a pool stands where its first step does.
  private func authored(_ lesson: Lesson) throws(Fault) -> [ItemPool] {
    var pools: [ItemPool] = []
    var drawn: Set<String> = []
    let draws = lesson.front.grade.draws
    for id in draws.flatMap(\.steps) where lesson[step: id] == nil {
      throw .noSuchStep(
        ItemID(lesson: lesson.id, step: id),
        near: nil,
        steps: lesson.steps.map(\.id)
      )
    }
    for step in lesson.steps where rules.points(of: step) > 0 && !drawn.contains(step.id) {
      let id = ItemID(lesson: lesson.id, step: step.id)
      if let place = draws.firstIndex(where: { $0.steps.contains(step.id) }) {
        drawn.formUnion(draws[place].steps)
        pools.append(
          ItemPool(
            name: "pool \(place + 1) of \(lesson.id)",
            items: draws[place].steps.map { ItemID(lesson: lesson.id, step: $0) },
            draws: draws[place].count
          )
        )
      } else if let last = pools.last, last.name == nil {
        pools[pools.count - 1] = ItemPool(
          name: nil,
          items: last.items + [id],
          draws: last.draws + 1
        )
      } else {
        pools.append(ItemPool(name: nil, items: [id], draws: 1))
      }
    }
    return pools
  }

  private func check() throws(Fault) {
    var seen: Set<ItemID> = []
    var questions: [String: ItemID] = [:]
    guard !pools.isEmpty else { throw .noItems }
    for pool in pools {
      guard (1...pool.items.count).contains(pool.draws) else {
        throw .tooFewToDraw(count: pool.draws, from: pool.items.count)
      }
      for item in pool.items {
        guard seen.insert(item).inserted else { throw .itemTwice(item) }
        let step = try step(of: item)
        guard rules.points(of: step) > 0 else { throw .withoutPoints(item) }
        for name in step.quizzes.map(\.name) + step.predictions.map(\.name) {
          if let other = questions.updateValue(item, forKey: name) {
            throw .questionTwice(name, other, item)
          }
        }
      }
    }
  }

  /// The step that an item is made of.
  ///
  /// - Throws: `noSuchLesson` or `noSuchStep`.
  public func step(of item: ItemID) throws(Fault) -> Step {
    guard let lesson = lessons.first(where: { $0.id == item.lesson }) else {
      throw .noSuchLesson(item.lesson)
    }
    guard let step = lesson[step: item.step] else {
      let steps = lesson.steps.map(\.id)
      throw .noSuchStep(item, near: steps.first { $0.hasPrefix(item.step) }, steps: steps)
    }
    return step
  }
}

extension Array {
  /// `flatMap` for a body that throws errors of one kind.
  fileprivate func flatMapOrThrow<Result, Failure: Error>(
    _ body: (Element) throws(Failure) -> [Result]
  ) throws(Failure) -> [Result] {
    var all: [Result] = []
    for element in self { all += try body(element) }
    return all
  }
}
