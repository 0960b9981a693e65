import OrderedCollections

/// What undo never takes back: responses, hints, and how each step was passed.
public struct Record: Hashable, Sendable {
  /// Every response, by the question's id, oldest first.
  var responses: OrderedDictionary<String, [Response]> = [:]
  /// How many hints of a step are known.
  var hints: OrderedDictionary<String, Int> = [:]
  /// Conditions that held when they were last looked at, by step.
  var met: OrderedDictionary<String, [String]> = [:]
  /// Conditions that held when their step was entered, by step.
  var metAtEntry: OrderedDictionary<String, [String]> = [:]
  /// Steps whose solution was shown or skipped to.
  var shown: OrderedDictionary<String, Help> = [:]
  /// Steps that were entered at some time.
  var entered: OrderedSet<String> = []
  /// Rows that have a name.
  var marks: OrderedDictionary<String, Int> = [:]
  /// The latest row of each branch.
  var branches: OrderedDictionary<String, Int> = [:]
  /// Whether the sitting has come to its end, after which nothing is added.
  public private(set) var isClosed = false

  /// What an attempt has on record before its first line.
  public init() {}

  /// How a step was passed without being solved.
  public enum Help: String, Hashable, Sendable {
    case shown
    case skipped
  }
}

public struct Response: Hashable, Sendable {
  public let text: String
  public let outcome: Outcome
}

extension Record {
  /// Ends the sitting, with what became of the responses that nobody had judged.
  mutating func close(_ judged: [JudgedResponses]) {
    isClosed = true
    for question in judged {
      for (place, outcome) in question.outcomes.enumerated() {
        let given = responses(to: question.question)
        guard given.indices.contains(place) else { break }
        responses[question.question]?[place] = Response(text: given[place].text, outcome: outcome)
      }
    }
  }

  /// Every response to a question or prediction, oldest first.
  public func responses(to question: String) -> [Response] { responses[question] ?? [] }

  /// How many hints of a step are known.
  public func hintsKnown(in step: String) -> Int { hints[step] ?? 0 }

  /// The conditions of a step that held when they were last looked at; nil: nobody looked.
  public func conditionsMet(in step: String) -> [String]? { met[step] }

  /// Whether a step without anything to do lies behind the learner.
  ///
  /// The last of a lesson is read as soon as it is entered.
  public func isRead(_ step: Step, of lesson: Lesson, at present: String?) -> Bool {
    let asksNothing = step.conditions.isEmpty && step.quizzes.isEmpty
    let isBehind = step.id != present || step.id == lesson.steps.last?.id
    return asksNothing && isBehind && entered.contains(step.id)
  }

  /// How a step was passed without being solved; nil: it was not.
  public func help(in step: String) -> Help? { shown[step] }

  /// Whether a step was entered at some time.
  public func hasEntered(_ step: String) -> Bool { entered.contains(step) }

  /// Rows that have a name, in the order in which they were named.
  public var bookmarks: [(name: String, row: Int)] { marks.map { ($0.key, $0.value) } }

  public func row(bookmarked name: String) -> Int? { marks[name] }

  /// The branches and their latest rows, in the order in which they began.
  public var branchEnds: [(name: String, row: Int)] { branches.map { ($0.key, $0.value) } }

  /// The latest row of a branch.
  public func row(ofBranch name: String) -> Int? { branches[name] }

  /// The branch whose latest row this is; of several the preferred one, else the newest.
  func branch(endingAt row: Int, preferring name: String?) -> String? {
    if let name, branches[name] == row { return name }
    return branches.elements.last { $0.value == row }?.key
  }

  /// What conditions that hold are worth: nothing while none of them is the learner's doing, since
  /// all of them held when the step was entered.
  public func points(for held: [String], in step: Step) -> Int {
    let given = metAtEntry[step.id] ?? []
    guard held.contains(where: { !given.contains($0) }) else { return 0 }
    return step.conditions.filter { held.contains($0.id) }.reduce(0) { $0 + $1.points }
  }

  /// The points of a step: conditions that hold and questions that were answered rightly.
  ///
  /// A step that was skipped or shown gives none for its conditions.
  public func points(of step: Step) -> (earned: Int, possible: Int) {
    let conditions = shown[step.id] == nil ? points(for: met[step.id] ?? [], in: step) : 0
    let answered = step.quizzes.count { isAnswered($0.name) }
    return (conditions + answered, step.points + step.quizzes.count)
  }

  public func points(of lesson: Lesson) -> (earned: Int, possible: Int) {
    lesson.steps.reduce((0, 0)) { sum, step in
      let (earned, possible) = points(of: step)
      return (sum.0 + earned, sum.1 + possible)
    }
  }

  /// Whether some response to a question was right.
  public func isAnswered(_ question: String) -> Bool {
    responses[question]?.contains(where: \.outcome.isRight) ?? false
  }

  /// Whether nothing of a lesson is left to do, up to its last step.
  public func isDone(_ lesson: Lesson) -> Bool { lesson.steps.allSatisfy(isPassed) }

  /// Whether a step was entered, and nothing of it is left to do.
  public func isPassed(_ step: Step) -> Bool { hasEntered(step.id) && isDone(step) }

  /// Whether nothing of a step is left to do.
  public func isDone(_ step: Step) -> Bool {
    if shown[step.id] != nil { return step.quizzes.allSatisfy { isAnswered($0.name) } }
    let held = met[step.id] ?? []
    return step.conditions.allSatisfy { held.contains($0.id) }
      && step.quizzes.allSatisfy { isAnswered($0.name) }
  }
}
