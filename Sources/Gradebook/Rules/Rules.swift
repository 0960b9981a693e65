public import Lab
public import OrderedCollections

/// What holds in a sitting: which help there is and what it costs, how often one may try, and how
/// long it takes.
public struct Rules: Hashable, Sendable, Codable {
  public var mode: Mode
  /// A verb that is not named is allowed.
  public var allowances: OrderedDictionary<RuledVerb, Allowance>
  public var feedback: Feedback
  /// What the first try, the second and so on are worth, such as 5, 3, 1; never empty, falling.
  public var tries: [Int]
  /// The time limit in minutes; nil: none.
  public var minutes: Int?
  /// Whether points are shown only in the result, or once the sitting is closed.
  public var isSilent: Bool
  /// Whether somebody watches the sitting, so that predictions count.
  public var isSupervised: Bool
  /// The percentage of the points that passes; nil: nobody said.
  public var pass: Int?
  /// Conditions that are ticked while the learner works; nil: as the lesson or the mode says.
  public var shown: ShownConditions?

  public init(
    mode: Mode,
    allowances: OrderedDictionary<RuledVerb, Allowance>,
    feedback: Feedback,
    tries: [Int],
    minutes: Int?,
    isSilent: Bool,
    isSupervised: Bool,
    pass: Int?,
    shown: ShownConditions? = nil
  ) {
    self.mode = mode
    self.allowances = allowances
    self.feedback = feedback
    self.tries = tries
    self.minutes = minutes
    self.isSilent = isSilent
    self.isSupervised = isSupervised
    self.pass = pass
    self.shown = shown
  }

  /// Units that make one point of the lesson: what a first try is worth.
  public var unit: Int { tries[0] }

  public subscript(verb: RuledVerb) -> Allowance { allowances[verb] ?? .allowed }

  /// The units that a part worth some points gives at a try, from 1; none after the last.
  public func units(points: Int, atTry number: Int) -> Int {
    tries.indices.contains(number - 1) ? points * tries[number - 1] : 0
  }
}

extension Rules {
  /// As often as anybody likes, each time for the full worth.
  static let endlessTries = Array(repeating: 1, count: 100)

  /// Whether a question may be answered as often as anybody likes.
  public var triesAreEndless: Bool { tries == Self.endlessTries }

  /// The rules of a mode, before a lesson or a quiz changes them.
  public init(_ mode: Mode) {
    switch mode {
    case .practice:
      self.init(
        mode: .practice,
        allowances: [:],
        feedback: .atOnce,
        tries: Self.endlessTries,
        minutes: nil,
        isSilent: false,
        isSupervised: false,
        pass: nil
      )
    case .class:
      self.init(
        mode: .class,
        allowances: [.hint: .priced(1)],
        feedback: .atOnce,
        tries: [5, 3, 1],
        minutes: nil,
        isSilent: false,
        isSupervised: false,
        pass: nil
      )
    case .graded:
      self.init(
        mode: .graded,
        allowances: [.hint: .priced(1), .showMe: .off, .skip: .off],
        feedback: .none,
        tries: [1, 1, 1],
        minutes: nil,
        isSilent: true,
        isSupervised: false,
        pass: nil
      )
    }
  }

  /// These rules with whatever a lesson or a quiz says otherwise.
  public func changed(by grade: FrontMatter.Grade) -> Rules {
    var rules = self
    for (verb, allowance) in grade.allowances { rules.allowances[verb] = allowance }
    rules.tries = grade.tries ?? tries
    rules.minutes = grade.minutes ?? minutes
    rules.pass = grade.pass ?? pass
    rules.feedback = grade.feedback ?? feedback
    rules.isSilent = grade.isSilent ?? isSilent
    rules.isSupervised = grade.isSupervised ?? isSupervised
    rules.shown = grade.shown ?? shown
    return rules
  }

  /// The rules of a lesson in a mode, without a pack; practice is as it always was.
  ///
  /// Nobody counts the minutes then, and no list of a quiz says what is ticked.
  public init(_ mode: Mode, of lesson: Lesson) {
    self.init(mode)
    guard mode != .practice else { return }
    self = changed(by: lesson.front.grade)
    minutes = nil
    shown = nil
  }

  /// The rules of an attempt at a lesson, as far as it has come: what may be told of it now.
  public init(of attempt: Attempt, in lesson: Lesson) {
    self = Rules(attempt.mode, of: lesson).now(attempt.record)
  }

  /// Whether something is told only when the sitting is closed, where the key is at hand.
  ///
  /// `next` in the last step closes it then; what has been told takes no more responses.
  public var holdsBack: Bool { isSilent || feedback == .none }

  /// These rules as far as a record has come: a closed sitting holds nothing back.
  public func now(_ record: Record) -> Rules {
    guard record.isClosed else { return self }
    var rules = self
    rules.isSilent = false
    if feedback == .none { rules.feedback = .atOnce }
    rules.shown = .all
    return rules
  }

  /// These rules where nobody has the key: there is no solution to show, and a response waits for
  /// its verdict.
  public var withoutKey: Rules {
    var rules = self
    rules.allowances[.showMe] = .off
    rules.allowances[.skip] = .off
    if feedback == .atOnce { rules.feedback = .which }
    return rules
  }

  /// Whether points may be told while the learner works, where the key is at hand.
  public var tellsPoints: Bool { !holdsBack }

  /// Whether a condition is ticked while the learner works.
  ///
  /// In a graded sitting, and where nothing is heard before the end, only what is listed is.
  public func shows(_ condition: String, in step: String, of lesson: Lesson) -> Bool {
    let showsListed = mode == .graded || feedback == .none
    let standard = showsListed ? lesson.front.grade.shown ?? ShownConditions.none : .all
    return (shown ?? standard).contains(condition, in: step)
  }

  /// The points of a step that count under these rules: its conditions, its questions, and where
  /// somebody watches its predictions.
  public func points(of step: Step) -> Int {
    step.points + step.quizzes.count + (isSupervised ? step.predictions.count : 0)
  }

  /// What the use of a verb takes off, in units; for a hint `price` is the author's own, in points.
  public func price(of verb: RuledVerb, price: Int? = nil) -> Int {
    guard case .priced(let points) = self[verb] else { return 0 }
    return (price ?? points) * unit
  }
}
