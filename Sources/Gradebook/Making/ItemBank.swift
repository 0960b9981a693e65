import CafeWorld
public import Lab
import OrderedCollections

/// The items of a quiz, read once: from the papers of a learner pack, or from the whole lessons of
/// a key pack.
public struct ItemBank: Sendable {
  public let quiz: ClassQuiz
  let packHash: String
  private let readings: [Variant: Lesson]
  /// The lessons that were corrected since, as they were handed out.
  private let handedOut: [Variant: Lesson]
  private let starts: [Start: [Command]]

  private struct Variant: Hashable {
    let lesson: String
    let number: Int
  }

  private struct Start: Hashable {
    let item: ItemID
    let variant: Int
    let seed: UInt64
  }

  /// The papers, without a key.
  ///
  /// `code`: reads what this learner is dealt and no more.
  ///
  /// - Throws: `badValue` where a lesson or an item is missing, `brokenLesson` where one cannot be
  ///   read.
  public init(_ pack: LearnerPack, for code: StartCode? = nil) throws(PackError) {
    let deal = code.map { Deal(code: $0, quiz: pack.quiz) }
    try self.init(pack, files: pack.papers, arePapers: true, deal)
  }

  /// The whole lessons, with which a sitting is judged.
  ///
  /// - Throws: as for the papers.
  public init(_ pack: KeyPack) throws(PackError) {
    let corrected = pack.quiz.lessons.filter { id in
      let name = id + ItemBank.suffix
      return pack.files.first { $0.name == name } != pack.handedOut.first { $0.name == name }
    }
    try self.init(
      pack.learnerPack,
      files: pack.files,
      arePapers: false,
      nil,
      handedOut: try Self.readings(of: corrected, in: pack.handedOut, pack.quiz)
    )
  }

  private init(
    _ pack: LearnerPack,
    files: [QuizFile],
    arePapers: Bool,
    _ deal: Deal?,
    handedOut: [Variant: Lesson] = [:]
  ) throws(PackError) {
    quiz = pack.quiz
    packHash = pack.hash
    readings = try Self.readings(of: quiz.lessons, in: files, quiz, arePapers: arePapers, deal)
    self.handedOut = handedOut
    starts = Dictionary(
      pack.starts.map { (Start(item: $0.item, variant: $0.variant, seed: $0.seed), $0.commands) }
    ) { first, _ in first }
  }

  /// Each variant of some lessons that the quiz puts to anybody, or to whom `deal` is of.
  ///
  /// - Throws: `badValue` where a lesson or an item of it is missing, `brokenLesson` where one
  ///   cannot be read.
  private static func readings(
    of lessons: [String],
    in files: [QuizFile],
    _ quiz: ClassQuiz,
    arePapers: Bool = false,
    _ deal: Deal? = nil
  ) throws(PackError) -> [Variant: Lesson] {
    let scenes = Scenes(files: files.map { ($0.name, $0.bytes) })
    var readings: [Variant: Lesson] = [:]
    for id in lessons {
      guard let file = files.first(where: { $0.name == id + ItemBank.suffix }) else {
        throw .badValue("the lesson \(id), which is missing")
      }
      for variant in quiz.variants[id] ?? [0] {
        let isDealt = deal?.items.contains { $0.id.lesson == id && $0.variant == variant } ?? true
        guard isDealt else { continue }
        let reading = LessonReading(
          file.bytes,
          id: id,
          scenes: scenes,
          variant: variant,
          isPaper: arePapers
        )
        guard let lesson = reading.lesson else { throw .brokenLesson(id, reading.diagnostics) }
        for item in quiz.items where item.lesson == id && lesson[step: item.step] == nil {
          throw .badValue("the item \(item), which is missing")
        }
        readings[Variant(lesson: id, number: variant)] = lesson
      }
    }
    return readings
  }

  /// What the names of lesson files end in.
  static let suffix = ".lab.md"

  /// What a learner is put: the same on both sides, but that a paper has no key.
  ///
  /// - Throws: `badValue` where the pack does not say how an item begins, or where a corrected
  ///   question has other options.
  public func dealt(_ code: StartCode) throws(PackError) -> DealtQuiz {
    let deal = Deal(code: code, quiz: quiz)
    var parts: [LessonPart] = []
    var openings: [Move] = []
    for item in deal.items {
      let key = Variant(lesson: item.id.lesson, number: item.variant)
      let start = Start(item: item.id, variant: item.variant, seed: deal.seed)
      guard let lesson = readings[key], let step = lesson[step: item.id.step],
        let commands = starts[start]
      else { throw .badValue("how the item \(item.id) begins") }
      var places: [String: [Int]] = [:]
      var wordings: [String: [Template]] = [:]
      for question in step.quizzes where question.shownCount > 0 {
        let before = handedOut[key]?[step: step.id]?[quiz: question.name]
        let shown = try showing(question, corrected: before, in: item)
        places[question.name] = shown.places
        wordings[question.name] = shown.wording
      }
      let id = item.id.description
      parts.append(
        LessonPart(id: id, lesson: lesson, step: step.id, places: places, wordings: wordings)
      )
      // In the scene that was handed out, whatever a corrected lesson names.
      let beginning = beginning(of: item, handedOut[key] ?? lesson, deal)
      openings.append(.opened(item: id, beginning, setup: commands))
    }
    return DealtQuiz(
      quiz: quiz,
      code: code,
      deal: deal,
      lesson: Lesson(
        id: quiz.attemptName(code),
        title: quiz.title,
        minutes: quiz.rules.minutes ?? 0,
        hash: packHash,
        parts: parts
      ),
      openings: openings
    )
  }

  /// In which order a learner was shown what a question lists, and in which words where those were
  /// others.
  ///
  /// `before`: the question as it was then; nil: its lesson was not corrected.
  private func showing(
    _ question: Quiz,
    corrected before: Quiz?,
    in item: DealtItem
  ) throws(PackError) -> (places: [Int], wording: [Template]?) {
    let drawn = item.places(of: question.name, count: question.shownCount)
    let order = (before ?? question).optionsByText
    guard !order.isEmpty else { return (drawn, nil) }
    guard let before else { return (drawn.map { order[$0] }, nil) }
    let match: OptionMatch
    do { match = try OptionMatch(question.options, shown: before.options) } catch {
      throw .badValue("the options of \(question.name)")
    }
    let places = drawn.map { match.now[order[$0]] }
    guard !match.reworded.isEmpty else { return (places, nil) }
    var wording = question.options
    for (place, option) in before.options.enumerated() { wording[match.now[place]] = option }
    return (places, wording)
  }

  private func beginning(of item: DealtItem, _ lesson: Lesson, _ deal: Deal) -> Beginning {
    Beginning(
      engine: quiz.engine,
      lesson: item.id.lesson,
      lessonHash: packHash,
      scene: lesson.scene,
      seed: deal.seed
    )
  }
}

extension ClassQuiz {
  /// The ids of its lessons, each once.
  public var lessons: [String] {
    items.reduce(into: []) { ids, item in
      if !ids.contains(item.lesson) { ids.append(item.lesson) }
    }
  }

  /// What the attempt of a learner is called in the journal's store.
  public func attemptName(_ code: StartCode) -> String { "quiz-\(id)-\(code.mark(quiz: id))" }

  /// Whether an attempt of that name is a sitting of some quiz.
  public static func isAttempt(_ name: String) -> Bool {
    let parts = name.split(separator: "-")
    return parts.count == 3 && parts[0] == "quiz" && parts[1].count == 16 && parts[2].count == 8
  }
}

/// A quiz as one learner gets it.
public struct DealtQuiz: Sendable {
  public let quiz: ClassQuiz
  public let code: StartCode
  public let deal: Deal
  /// The dealt items as the steps of one lesson; the id of a step is the item's, `lesson#step`.
  public let lesson: Lesson
  /// How each item begins, in their order.
  let openings: [Move]

  /// What the first row of the sitting says.
  public var beginning: Beginning {
    Beginning(
      engine: quiz.engine,
      lesson: lesson.id,
      lessonHash: lesson.hash,
      scene: .cafe,
      seed: deal.seed
    )
  }

  /// What an item is worth, in points, as the pack says it.
  public func points(of item: String) -> Int? { quiz.points[item] }

  /// The one move with which an item may begin; nil: it was not dealt.
  public func opening(of item: String) -> Move? {
    lesson.steps.firstIndex { $0.id == item }.map { openings[$0] }
  }
}
