import CafeWorld
import FoundationEssentials
public import Lab

/// A submitted sitting, folded again with the grader's own engine.
public struct Replay: Sendable {
  public let dealt: DealtQuiz
  public let journal: [JournalRow]
  /// What the rows that count led to.
  public private(set) var attempt: Attempt
  /// Responses in the order in which they were given.
  public private(set) var responses: [Response] = []
  /// Rows whose note of an outcome or of conditions is not what the replay comes to.
  private(set) var notedOtherwise: [Int] = []
  /// Rows that came after the time limit.
  public private(set) var late = 0
  private var digests: [String]
  private var cost = GradingCost()
  private let limits: GradingLimits
  let memory: GradingMemory

  /// A response, and the café in which it was given.
  public struct Response: Sendable {
    public let row: Int
    public let item: String
    public let question: String
    public let text: String
    /// The row whose café was the present one.
    let head: Int
  }

  /// Folds the rows up to the time limit, and looks at each whether the rules allow it and whether
  /// it leads to the state that it says.
  ///
  /// - Throws: why the first row that does not cannot be followed.
  init(
    of file: AttemptFile,
    in dealt: DealtQuiz,
    limits: GradingLimits,
    memory: GradingMemory
  ) throws(SubmissionRefusal) {
    self.dealt = dealt
    self.limits = limits
    self.memory = memory
    journal = file.rows
    let beginning = try Self.beginning(of: file, in: dealt)
    attempt = Attempt(beginning)
    digests = [attempt.rows[0].cafe.world.digest]
    guard digests[0] == file.rows[0].digest else { throw .digestDiffers(row: 0) }
    let end = dealt.quiz.rules.minutes.map { file.rows[0].wallTime + Int64($0) * 60_000 }
    for (number, row) in file.rows.enumerated().dropFirst() {
      if let end, row.wallTime > end {
        late = file.rows.count - number
        break
      }
      try take(row, number)
    }
  }

  private static func beginning(
    of file: AttemptFile,
    in dealt: DealtQuiz
  ) throws(SubmissionRefusal) -> Beginning {
    guard let first = file.rows.first, let entry = first.entry else { throw .notDecodable(row: 0) }
    let (wanted, origin) = (dealt.beginning, file.origin)
    guard case .began(let beginning) = entry.move else {
      throw .notAllowed(row: 0, kind: entry.move.kind)
    }
    for engine in [origin.engine, beginning.engine] where engine != wanted.engine {
      throw .anotherEngine(engine)
    }
    for hash in [origin.lessonHash, beginning.lessonHash] where hash != wanted.lessonHash {
      throw .anotherPack
    }
    guard beginning == wanted, origin.lesson == wanted.lesson, origin.seed == wanted.seed else {
      throw .anotherVariant
    }
    return wanted
  }

  private mutating func take(_ row: JournalRow, _ number: Int) throws(SubmissionRefusal) {
    guard let entry = memory.entry(of: row) else { throw .notDecodable(row: number) }
    let move = entry.move
    guard cost.admits(move, limits) else { throw .tooCostly(row: number) }
    try admit(move, number)
    do { try attempt.replay(entry, typed: row.typed) } catch { throw .impossible(row: number) }
    let done = attempt.rows[number]
    guard cost.bears(done, limits) else { throw .tooCostly(row: number) }
    let digest =
      move.changesCafe ? done.cafe.world.digest : digests[attempt.presentHead(after: number - 1)]
    digests.append(digest)
    guard digest == row.digest else { throw .digestDiffers(row: number) }
    if row.kind != move.kind || row.virtualTime != done.cafe.world.now.milliseconds {
      notedOtherwise.append(number)
    }
  }
}

extension Replay {
  /// Whether the rules and the pack allow a move at this place.
  private mutating func admit(_ move: Move, _ row: Int) throws(SubmissionRefusal) {
    let refusal = SubmissionRefusal.notAllowed(row: row, kind: move.kind)
    switch move {
    case .began, .entered, .solved, .leftOut, .closed: throw refusal
    case .opened(let item, let beginning, _): try admitOpening(move, item, beginning, row)
    case .commands, .draftOpened, .drafted, .draftDiscarded, .committed:
      guard attempt.step != nil else { throw refusal }
    case .responded(let question, let text, let outcome):
      try admitResponse(question, text, outcome, row)
    case .consulted(let verb):
      guard let verb = RuledVerb(rawValue: verb), verb == .whatIf || verb == .explain else {
        throw refusal
      }
      guard isAllowed(verb) else { throw refusal }
    case .hinted(let step, let count):
      guard step == attempt.step, dealt.quiz.rules[.hint] != .off,
        count == attempt.record.hintsKnown(in: step) + 1
      else { throw refusal }
    case .undone(let count):
      guard (1...row).contains(count), isAllowed(.undo) else { throw refusal }
    case .redone(let count):
      guard (1...row).contains(count), isAllowed(.undo) else { throw refusal }
    case .wentTo(let place):
      guard (1..<row).contains(place), isAllowed(.undo) || isReturn(to: place) else {
        throw refusal
      }
    case .bookmarked, .branched: break
    }
  }

  /// An item is begun once, and only as the pack has it.
  private func admitOpening(
    _ move: Move,
    _ item: String,
    _ beginning: Beginning,
    _ row: Int
  ) throws(SubmissionRefusal) {
    guard let opening = dealt.opening(of: item),
      case .opened(_, let wanted, _) = opening
    else { throw .anotherVariant }
    guard !attempt.record.hasEntered(item) else { throw .notAllowed(row: row, kind: move.kind) }
    guard move == opening else {
      throw beginning == wanted ? .anotherStart(row: row) : .anotherVariant
    }
  }

  private mutating func admitResponse(
    _ question: String,
    _ text: String,
    _ outcome: Outcome,
    _ row: Int
  ) throws(SubmissionRefusal) {
    guard let item = attempt.step, let step = dealt.lesson[step: item],
      step[quiz: question] != nil || step[prediction: question] != nil
    else { throw .notAllowed(row: row, kind: "response") }
    if outcome != .unjudged { notedOtherwise.append(row) }
    responses.append(
      Response(row: row, item: item, question: question, text: text, head: attempt.head)
    )
  }

  /// Going to how an item was left; anything else that goes back takes something back.
  private func isReturn(to row: Int) -> Bool {
    let head = attempt.presentHead(after: row)
    guard let item = attempt.rows[head].cafe.step else { return false }
    return head == attempt.latestHead(in: item)
  }

  private func isAllowed(_ verb: RuledVerb) -> Bool { dealt.quiz.rules[verb] != .off }
}
