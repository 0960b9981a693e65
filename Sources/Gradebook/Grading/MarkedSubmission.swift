import Lab

/// A submission after it was graded by itself, before the class is looked at together.
public struct MarkedSubmission: Hashable, Sendable {
  /// What the submission is called.
  public let name: String
  /// The learner's place in the roster; nil: nobody knows whose it is.
  var place: Int?
  public internal(set) var verdict = GradeVerdict.graded
  public private(set) var items: [ItemGrade] = []
  var facts: [Fact] = []
  private(set) var wallTime: Int64 = 0
  /// Of the whole journal; nil: it could not be read.
  public private(set) var checkpoint: Checkpoint?
  /// The first digits of each row's hash: what tells whether one submission goes on from another.
  private(set) var rows: [UInt64] = []
  /// The learner's time of the last row.
  private(set) var end: Int64 = 0
  /// A print of all that was done, whatever the things are called.
  private(set) var fingerprint: [UInt8]?

  init(name: String) {
    self.name = name
  }

  mutating func take(_ replay: Replay, _ submission: Submission, _ limits: GradingLimits) {
    items = replay.items(limits)
    facts = replay.facts(items)
    let last = replay.attempt.rows.count - 1
    let (time, overflow) = replay.journal[last].wallTime.subtractingReportingOverflow(
      replay.journal[0].wallTime
    )
    wallTime = overflow ? 0 : max(0, time)
    let hashes = submission.attempt.rows.dropFirst().map(\.previousHash) + [submission.head]
    checkpoint = Checkpoint(head: submission.head)
    rows = hashes.map { UInt64($0.prefix(16), radix: 16) ?? 0 }
    end = replay.journal.last?.wallTime ?? 0
    fingerprint = replay.fingerprint()
  }

  /// Whether this one holds all of another, and perhaps more.
  func goesOn(from other: MarkedSubmission) -> Bool {
    rows.count >= other.rows.count && rows[..<other.rows.count] == other.rows[...]
  }

  var isGraded: Bool { verdict == .graded }

  /// Why it cannot be graded; nil: it was.
  public var refusal: SubmissionRefusal? {
    if case .refused(let refusal) = verdict { refusal } else { nil }
  }

  /// As one line of the gradebook.
  public func grade(_ learners: [Learner]) -> Grade {
    Grade(
      learner: place.map { learners[$0] } ?? Learner(id: "", name: "", columns: []),
      submission: name,
      verdict: verdict,
      items: items,
      facts: facts,
      wallTime: wallTime
    )
  }
}
