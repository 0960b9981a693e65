public import CafeWorld
import OrderedCollections
import Route53

/// One learner's run of one lesson: the fold of its journal.
///
/// Rows are only ever added. Undo, redo and `goto` choose another café among those that the rows
/// have led to; what the learner answered stays on record.
public struct Attempt: Sendable {
  public let beginning: Beginning
  public private(set) var rows: [Row]
  public private(set) var record = Record()
  /// The row whose café is the present one.
  public private(set) var head = 0
  /// The row whose café was the present one right after each row.
  private var heads = [0]
  /// Rows that `redo` would go to, the next one last.
  private var ahead: [Int] = []
  /// The branch that goes on with what is done; nil: no branch leads to where the café is.
  public private(set) var branchName: String? = Attempt.mainBranch

  /// What the first branch of each attempt is called.
  public static let mainBranch = "main"

  /// A row and what it led to.
  public struct Row: Sendable {
    public internal(set) var entry: Entry
    public let typed: String
    /// What happened in the world.
    public let events: [Event]
    /// The row before it on its branch; nil for rows that leave the café as it is.
    public let parent: Int?
    private let kept: Kept

    /// The café after it.
    public var cafe: Cafe { kept.cafe }

    /// Rows are copied far more often than their cafés are looked at, and a café has many parts.
    private final class Kept: Sendable {
      let cafe: Cafe

      init(_ cafe: Cafe) { self.cafe = cafe }
    }

    init(entry: Entry, typed: String, events: [Event], cafe: Cafe, parent: Int?) {
      self.entry = entry
      self.typed = typed
      self.events = events
      self.parent = parent
      kept = Kept(cafe)
    }
  }

  public init(_ beginning: Beginning) {
    self.init(beginning, world: beginning.begun.world(seed: beginning.seed))
  }

  /// An attempt in a world of its own.
  init(_ beginning: Beginning, world: World) {
    self.beginning = beginning
    let cafe = Cafe(world: world)
    rows = [Row(entry: Entry(.began(beginning)), typed: "", events: [], cafe: cafe, parent: nil)]
    record.branches[Self.mainBranch] = 0
  }

  public var cafe: Cafe { rows[head].cafe }
  public var world: World { cafe.world }
  public var step: String? { cafe.step }

  /// The rows of the present branch, oldest first, the beginning included.
  public var branch: [Int] { branch(to: head) }

  /// The rows that led to the café after a row that changed it, oldest first.
  public func branch(to row: Int) -> [Int] {
    var numbers: [Int] = []
    var next: Int? = row
    while let number = next {
      numbers.append(number)
      next = rows[number].parent
    }
    return numbers.reversed()
  }

  /// Everything that happened along the present branch since a row, oldest first.
  public func events(since row: Int = 0) -> [Event] {
    happenings(to: head, since: row).flatMap(\.events)
  }

  /// What happened in each row of a branch, oldest first.
  ///
  /// A solution is played from its step's entry on, so what was done there before it has not
  /// happened.
  public func happenings(to last: Int, since first: Int = 0) -> [(row: Int, events: [Event])] {
    var parts: [(row: Int, events: [Event])] = []
    var next = Int.max
    for number in branch(to: last).reversed() where number >= first {
      var own = rows[number].events
      if let end = own.last?.number, end >= next { own.removeAll { $0.number >= next } }
      next = own.first?.number ?? next
      parts.append((number, own))
    }
    return parts.reversed()
  }

  /// Carries out a move and adds its row.
  ///
  /// - Throws: why the world refuses it; then nothing has changed.
  /// - Returns: what happened.
  @discardableResult
  public mutating func carryOut(_ move: Move, typed: String) throws(Rejection) -> [Event] {
    var next = cafe
    let row = rows.count
    let events = try change(&next, by: move, row: row)
    let travels = travel(move)
    note(move)
    rows.append(
      Row(
        entry: Entry(move),
        typed: typed,
        events: events,
        cafe: next,
        parent: parent(of: move)
      )
    )
    if move.changesCafe {
      head = row
      ahead = []
    } else if let travels {
      (head, ahead) = travels
    }
    heads.append(head)
    followBranch(move)
    return events
  }

  /// An item of a quiz begins beside the others, from row 0.
  private func parent(of move: Move) -> Int? {
    if case .opened = move { return 0 }
    return move.changesCafe ? head : nil
  }

  /// A branch goes where the café goes; a place in the journal may lie on another one, or on none.
  private mutating func followBranch(_ move: Move) {
    switch move {
    case .branched(let name): branchName = name
    case .wentTo: branchName = record.branch(endingAt: head, preferring: branchName)
    default: break
    }
    if let branchName { record.branches[branchName] = head }
  }

  /// Notes which conditions of the present step hold after the latest row.
  public mutating func note(met: [String]) {
    rows[rows.count - 1].entry.met = met
    guard let step else { return }
    record.met[step] = met
    switch rows[rows.count - 1].entry.move {
    case .entered, .opened: record.metAtEntry[step] = met
    default: break
    }
  }

  /// Adds a row as it was journaled: the move, and what was noted then.
  public mutating func replay(_ entry: Entry, typed: String) throws(Rejection) {
    try carryOut(entry.move, typed: typed)
    if let met = entry.met { note(met: met) }
  }
}

extension Move {
  /// Whether the move leads to another café, rather than to one that was there before.
  public var changesCafe: Bool {
    switch self {
    case .entered, .opened, .commands, .solved: true
    case .draftOpened, .drafted, .draftDiscarded, .committed: true
    case .began, .responded, .leftOut, .closed, .consulted, .hinted: false
    case .undone, .redone, .wentTo, .bookmarked, .branched: false
    }
  }
}

extension Attempt {
  private func change(
    _ cafe: inout Cafe,
    by move: Move,
    row: Int
  ) throws(Rejection) -> [Event] {
    switch move {
    case .entered(let step, let setup): return try enter(step, setup, row, &cafe)
    case .opened(let item, let beginning, let setup):
      cafe.world = beginning.begun.world(seed: beginning.seed)
      cafe.draft = nil
      cafe.visits = []
      return try enter(item, setup, row, &cafe)
    case .commands(let commands): return try cafe.perform(commands)
    case .solved(let step, let commands, _):
      cafe = entry(into: step) ?? cafe
      cafe.draft = nil
      return try cafe.perform(commands)
    case .draftOpened:
      cafe.draft = Cafe.Draft()
      return []
    case .drafted(let zone, let change):
      cafe.draft?.zone = zone
      cafe.draft?.changes.append(change)
      return []
    case .draftDiscarded:
      cafe.draft = nil
      return []
    case .committed(let zone, let batch):
      let events = try cafe.perform([.changeRecords(zone, batch)])
      cafe.draft = nil
      return events
    case .began, .responded, .leftOut, .closed, .consulted, .hinted: return []
    case .undone, .redone, .wentTo, .bookmarked, .branched: return []
    }
  }

  private func enter(
    _ step: String,
    _ setup: [Command],
    _ row: Int,
    _ cafe: inout Cafe
  ) throws(Rejection) -> [Event] {
    let customers = cafe.world.customers
    cafe.visits.append(
      StepVisit(
        step: step,
        row: row,
        enteredAt: cafe.world.now,
        placedBefore: customers.placed,
        lostBefore: customers.lost,
        apologiesBefore: customers.apologies
      )
    )
    return try cafe.perform(setup)
  }

  /// The café as it was right after the latest entry into a step, along the present branch.
  public func entry(into step: String) -> Cafe? {
    guard let visit = cafe.visits.last(where: { $0.step == step }) else { return nil }
    return rows[visit.row].cafe
  }

  /// Where the head goes, and what `redo` has left, for a move through the journal.
  private func travel(_ move: Move) -> (head: Int, ahead: [Int])? {
    switch move {
    case .undone(let count):
      var (place, left) = (head, ahead)
      for _ in 0..<max(0, count) {
        guard let parent = rows[place].parent else { break }
        left.append(place)
        place = parent
      }
      return (place, left)
    case .redone(let count):
      var (place, left) = (head, ahead)
      for _ in 0..<max(0, count) {
        guard let next = left.popLast() else { break }
        place = next
      }
      return (place, left)
    case .wentTo(let row): return (presentHead(after: row), [])
    default: return nil
    }
  }

  /// The row whose café was the present one right after a row; a number that no row has means the
  /// nearest one.
  public func presentHead(after row: Int) -> Int { heads[max(0, min(row, heads.count - 1))] }

  /// The row whose café was the present one when the learner was last in a step; nil: never.
  public func latestHead(in step: String) -> Int? {
    heads.last { rows[$0].cafe.step == step }
  }

  private mutating func note(_ move: Move) {
    switch move {
    case .entered(let step, _), .opened(let step, _, _): record.entered.append(step)
    case .responded(let question, let text, let outcome):
      record.responses[question, default: []].append(Response(text: text, outcome: outcome))
    case .closed(let judged): record.close(judged)
    case .hinted(let step, let count): record.hints[step] = count
    case .consulted(let verb):
      // The solution in other words than by playing it.
      if RuledVerb(rawValue: verb) == .showMe, let step { record.shown[step] = .shown }
    case .solved(let step, _, let skipped): record.shown[step] = skipped ? .skipped : .shown
    case .bookmarked(let name): record.marks[name] = head
    default: break
    }
  }

  /// How many rows can be undone and redone.
  public var undoDepth: Int { max(0, branch.count - 1) }
  public var redoDepth: Int { ahead.count }
}

extension Cafe {
  mutating func perform(_ commands: [Command]) throws(Rejection) -> [Event] {
    var events: [Event] = []
    for command in commands { events += try world.perform(command) }
    return events
  }
}
