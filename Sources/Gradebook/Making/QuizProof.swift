public import Lab

/// Every item of a plan in every variant and every world that somebody may be dealt.
public struct QuizProof: Sendable {
  /// What is not as it should be; a quiz with any is not handed out.
  public private(set) var faults: [Fault] = []
  /// How each item begins.
  public private(set) var starts: [ItemStart] = []
  /// The variants of each lesson that are handed out, by its id.
  public private(set) var variants: [(lesson: String, numbers: [Int])] = []
  /// Items whose beginning shows what another one asks.
  public private(set) var shownStarts: [(item: ItemID, shows: ItemID)] = []

  public enum Fault: Hashable, Sendable {
    case finding(ItemID, variant: Int, seed: UInt64, Finding)
    /// A variant of the lesson cannot be read.
    case unreadable(lesson: String, variant: Int, Diagnostic)
    /// The solution of one variant takes another number of commands than that of the first.
    case otherLength(ItemID, variant: Int, steps: Int, first: Int)
    case startShows(ItemID, [ItemID])
  }

  /// The items in which nothing is wrong, in the order of the plan.
  public var sound: [ItemID] {
    plan.pools.flatMap(\.items).filter { item in !faults.contains { $0.concerns(item) } }
  }

  /// The most variants of one lesson that are handed out.
  public static let mostVariants = 24

  private let plan: QuizPlan
  private let engine: String
  /// Where the items of each lesson begin.
  private var beginnings: [String: ItemBeginning] = [:]

  /// `reading`: reads a lesson's file in a variant.
  public init(
    of plan: QuizPlan,
    seeds: [UInt64],
    engine: String,
    reading: (_ lesson: String, _ variant: Int) -> LessonReading
  ) {
    self.plan = plan
    self.engine = engine
    let items = plan.pools.flatMap(\.items)
    for lesson in plan.lessons where items.contains(where: { $0.lesson == lesson.id }) {
      let numbers = Self.spread(lesson.variants)
      variants.append((lesson.id, numbers))
      let own = items.filter { $0.lesson == lesson.id }
      let start = plan.start(of: lesson, seed: seeds[0], engine: engine)
      beginnings[lesson.id] = start
      var lengths: [ItemID: Int] = [:]
      for number in numbers {
        let read = reading(lesson.id, number)
        guard let variant = read.lesson else {
          for finding in read.diagnostics.prefix(1) {
            faults.append(.unreadable(lesson: lesson.id, variant: number, finding))
          }
          continue
        }
        for item in own { prove(item, variant, seeds, start, &lengths) }
      }
      if start == .lesson { noteSolvedBefore(own, lesson) }
    }
    noteSolvedAtStart(items, seed: seeds[0])
    if !plan.acceptsShownStarts {
      faults += items.compactMap { item in
        let others = shownStarts.filter { $0.item == item }.map(\.shows)
        return others.isEmpty ? nil : .startShows(item, others)
      }
    }
  }

  /// All variants where they are few, else so many with even gaps between them.
  static func spread(_ count: Int) -> [Int] {
    guard count > mostVariants else { return Array(0..<max(1, count)) }
    return (0..<mostVariants).map { $0 * count / mostVariants }
  }

  private mutating func prove(
    _ item: ItemID,
    _ lesson: Lesson,
    _ seeds: [UInt64],
    _ start: ItemBeginning,
    _ lengths: inout [ItemID: Int]
  ) {
    guard let step = lesson[step: item.step] else { return }
    for seed in seeds {
      let proof = ItemProof(of: step, in: lesson, seed: seed, start: start, engine: engine)
      faults += proof.findings.map {
        .finding(item, variant: lesson.variant, seed: seed, $0)
      }
      starts.append(
        ItemStart(item: item, variant: lesson.variant, seed: seed, commands: proof.start)
      )
      let first = lengths[item] ?? proof.steps
      lengths[item] = first
      if proof.steps != first {
        faults.append(
          .otherLength(item, variant: lesson.variant, steps: proof.steps, first: first)
        )
      }
    }
  }

  /// Where items begin after the solutions of steps before them, those of items are shown.
  private mutating func noteSolvedBefore(_ items: [ItemID], _ lesson: Lesson) {
    for (place, step) in lesson.steps.enumerated() {
      guard let item = items.first(where: { $0.step == step.id }) else { continue }
      for earlier in lesson.steps[..<place] where !earlier.solution.isEmpty {
        if let other = items.first(where: { $0.step == earlier.id }), canMeet(item, other) {
          shownStarts.append((item, other))
        }
      }
    }
  }

  /// Whether a learner may be dealt both; of a pool from which one is drawn nobody is.
  private func canMeet(_ item: ItemID, _ other: ItemID) -> Bool {
    !plan.pools.contains { pool in
      pool.draws == 1 && pool.items.contains(item) && pool.items.contains(other)
    }
  }

  /// An item may begin where everything holds that another one asks for.
  private mutating func noteSolvedAtStart(_ items: [ItemID], seed: UInt64) {
    for item in items {
      guard let lesson = plan.lessons.first(where: { $0.id == item.lesson }),
        let step = lesson[step: item.step]
      else { continue }
      let start = beginnings[lesson.id] ?? .scene
      let proof = ItemProof(of: step, in: lesson, seed: seed, start: start, engine: engine)
      for other in items where other != item && canMeet(item, other) {
        guard let asked = try? plan.step(of: other), !asked.conditions.isEmpty,
          asked.look(at: proof.beginning).allSatisfy(\.status.isMet),
          !shownStarts.contains(where: { $0 == (item, other) })
        else { continue }
        shownStarts.append((item, other))
      }
    }
  }
}

extension QuizPlan {
  /// Where the items of a lesson begin: as the plan says; else in the scene, if every one can be
  /// done from there; else where the lesson leads.
  public func start(of lesson: Lesson, seed: UInt64, engine: String) -> ItemBeginning {
    if let start = starts[lesson.id] { return start }
    let items = pools.flatMap(\.items).filter { $0.lesson == lesson.id }
    let standAlone = items.allSatisfy { item in
      guard let step = lesson[step: item.step] else { return false }
      return ItemProof(of: step, in: lesson, seed: seed, start: .scene, engine: engine)
        .findings.isEmpty
    }
    return standAlone ? .scene : .lesson
  }
}

extension QuizProof.Fault {
  fileprivate func concerns(_ item: ItemID) -> Bool {
    switch self {
    case .finding(item, _, _, _), .otherLength(item, _, _, _), .startShows(item, _): true
    case .unreadable(let lesson, _, _): lesson == item.lesson
    case .finding, .otherLength, .startShows: false
    }
  }
}
