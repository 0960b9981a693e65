public import Lab

/// What the journals of all lessons tell, as the shell has read it.
public struct Past: Hashable, Sendable {
  /// Every response that was given.
  public var replies: [Recall.Reply]
  /// What each attempt at a lesson came to, as far as that may be told; empty where nobody asked
  /// for it.
  public var attempts: [Tried]
  /// The learner's time, and when the program was started, in milliseconds since 1970.
  public var now: Int64
  public var sessionBegan: Int64

  /// An attempt, as far as it counts here.
  public struct Tried: Hashable, Sendable {
    public let lesson: String
    public let record: Record

    public init(lesson: String, record: Record) {
      self.lesson = lesson
      self.record = record
    }
  }

  public init(
    replies: [Recall.Reply] = [],
    attempts: [Tried] = [],
    now: Int64 = 0,
    sessionBegan: Int64 = 0
  ) {
    self.replies = replies
    self.attempts = attempts
    self.now = now
    self.sessionBegan = sessionBegan
  }

  /// What is to be asked again now, of the lessons that are at hand.
  public func due(in lessons: [String]) -> [Recall.Due] {
    Recall(replies).due(at: now, session: sessionBegan).filter { lessons.contains($0.item.lesson) }
  }

  /// That nothing is due, and when something will be.
  public var nothingIsDue: String {
    let nothing = "Nothing is due for review now. "
    let (soon, later) = Recall(replies).ahead(at: now, session: sessionBegan)
    if soon > 0 {
      return nothing + "\(counted(soon, "question")) will come at your next session. What was "
        + "right rests for eight hours first."
    }
    guard let later else { return nothing + "What you answer in a lesson comes back here." }
    let days = max(1, Int((later - now + 86_399_999) / 86_400_000))
    return nothing + "The next question comes in \(counted(days, "day"))."
  }
}

/// For what the shell is asked to read the journals of all lessons.
public enum Survey: Hashable, Sendable {
  /// The map of the course.
  case map
  /// What is due for review.
  case review
  /// A lesson has ended: which one comes next.
  case ending

  /// Whether every attempt is wanted, rather than the responses alone.
  public var wantsAttempts: Bool { self != .review }
}

extension Recall.Reply {
  /// The responses that a row of a journal judges; what nobody has judged yet, since it is not told
  /// before its sitting is closed, is not asked again either.
  ///
  /// `lesson`: whose journal it is; that of a review names the lesson with each question.
  public static func replies(canonical: String, wallTime: Int64, lesson: String) -> [Self] {
    let isInReview = lesson == ReviewSheet.attemptName
    return judged(canonical).compactMap { question, outcome -> Self? in
      let own = Recall.Item(lesson: lesson, question: question)
      guard outcome != .unjudged, let item = isInReview ? Recall.Item(question) : own else {
        return nil
      }
      return Self(
        item: item,
        wallTime: wallTime,
        isRight: outcome.isRight,
        isInReview: isInReview
      )
    }
  }

  /// Each question of a row with what became of its latest response.
  private static func judged(_ canonical: String) -> [(question: String, outcome: Outcome)] {
    guard let entry = try? Entry(canonical: canonical) else { return [] }
    switch entry.move {
    case .responded(let question, _, let outcome): return [(question, outcome)]
    case .closed(let judged): return judged.map { ($0.question, $0.outcomes.last ?? .unjudged) }
    default: return []
    }
  }
}
