import CafeWorld
import Commands
import Gradebook
import Lab
import Progress
import Terminal
import Tutor

/// Finds the attempt of a lesson, or begins one, and folds its journal.
struct Opening {
  let surroundings: Surroundings
  let library: Library
  /// Read while the store opens, since most starts want it.
  private let firstLesson: Ahead<Lesson?>
  /// Told before the first prompt.
  private(set) var notices: [String] = []
  private(set) var store: Store?
  private(set) var unsaved: String?
  /// Where a session without a lesson begins.
  var scene = Scene.cafe
  /// The mode that was asked for; nil: that of the attempt.
  var mode: Mode?
  /// When the program was started, in milliseconds since 1970.
  let began = Clock.milliseconds

  init(_ surroundings: Surroundings) throws {
    self.surroundings = surroundings
    let library = try surroundings.library()
    self.library = library
    firstLesson = Ahead { library.first }
    openStore()
  }

  /// The store on disk, or else one in memory with the reason.
  private mutating func openStore() {
    guard let folder = surroundings.folder else {
      return goOnInMemory("there is no home folder to keep progress in (--state DIR names one)")
    }
    do {
      let store = try Store.open(folder: folder)
      if let aside = store.movedAside {
        notices.append(Self.damaged(aside))
      }
      self.store = store
    } catch {
      goOnInMemory(error.sentence)
    }
  }

  /// What is said of a damaged database.
  static func damaged(_ aside: String) -> String {
    "The saved progress was damaged. It is kept as \(aside); a new journal begins here."
  }

  private mutating func goOnInMemory(_ reason: String) {
    unsaved = reason
    // What was saved before can be looked at, and gone on with.
    let saved = surroundings.folder.flatMap { try? Store.copy(of: $0) }
    store = saved ?? (try? Store.inMemory())
  }

  /// What must be told, once.
  mutating func takeNotices() -> [String] {
    defer { notices = [] }
    return notices
  }

  /// The lesson of an id, nil when there is none or its file is broken; none is read twice.
  func lesson(_ id: String) -> Lesson? {
    firstLesson.value?.id == id ? firstLesson.value : library[id]
  }

  /// The lesson to open when none is named: the one of the latest attempt, or the first.
  func defaultLesson() -> Lesson? {
    let latest = (try? store?.attempts())?.last { $0.isOfALesson }?.origin.lesson
    return latest.flatMap(lesson) ?? firstLesson.value
  }

  /// The session of a lesson, resumed from its journal or begun, and that journal.
  mutating func open(
    _ lesson: Lesson?,
    _ choice: AttemptChoice,
    on display: Display
  ) -> (session: Session, journal: Journal?, isNew: Bool) {
    let id = lesson?.id ?? Self.free
    let beginning = Beginning(
      engine: Session.engine,
      lesson: id,
      lessonHash: lesson?.hash ?? "",
      scene: lesson?.scene ?? scene,
      seed: lesson?.front.seed ?? 1,
      mode: mode.flatMap { $0 == .practice ? nil : $0.rawValue }
    )
    if let store, let saved = saved(choice, of: beginning, in: store) {
      do {
        let journal = try store.journal(of: saved.id)
        if journal.nextSequence == 0, journal.access == .writing {
          // Whoever made it was killed before its first row.
          return (session(Attempt(beginning), lesson, journal, display), journal, true)
        }
        if let attempt = resume(journal), isWanted(attempt) {
          return (session(attempt, lesson, journal, display), journal, false)
        }
      } catch { notices.append("\(error.sentence). A new attempt begins.") }
    }
    let journal = begin(beginning)
    return (session(Attempt(beginning), lesson, journal, display), journal, true)
  }

  /// Whether an attempt is of the mode that was asked for.
  private func isWanted(_ attempt: Attempt) -> Bool {
    mode.map { $0 == attempt.mode } ?? true
  }

  /// The attempt that is meant, nil when a new one is.
  private mutating func saved(
    _ choice: AttemptChoice,
    of beginning: Beginning,
    in store: Store
  ) -> SavedAttempt? {
    // Those without a lesson belong to their scene.
    let attempts = ((try? store.attempts(lesson: beginning.lesson)) ?? []).filter {
      beginning.lesson != Self.free || $0.origin.scene == beginning.scene
    }
    switch choice {
    case .new: return nil
    case .latest: return attempts.last
    case .numbered(let number):
      let found = attempts.first { $0.id.number == number }
      if found == nil {
        notices.append("There is no attempt \(number); `cafe progress` lists them.")
      }
      return found ?? attempts.last
    }
  }

  /// The name of a session without a lesson.
  static let free = "free"

  /// A review of what is due, with its journal; nil: nothing is.
  mutating func openReview(
    back: ReviewSheet.Back?,
    on display: Display
  ) -> (session: Session, journal: Journal?)? {
    guard let sheet = ReviewSheet(past(for: .review), in: library, back: back) else { return nil }
    let session = Session(
      attempt: Attempt(sheet.beginning),
      lesson: sheet.lesson,
      library: library,
      display: display,
      review: sheet,
      asset: Surroundings.asset
    )
    return (session, begin(sheet.beginning))
  }

  private func session(
    _ attempt: Attempt,
    _ lesson: Lesson?,
    _ journal: Journal?,
    _ display: Display
  ) -> Session {
    var isReadOnly = false
    if case .reading = journal?.access { isReadOnly = true }
    return Session(
      attempt: attempt,
      lesson: lesson,
      library: library,
      display: display,
      rules: lesson.map { Rules(attempt.mode, of: $0) } ?? Rules(.practice),
      isReadOnly: isReadOnly,
      asset: surroundings.assets
    )
  }

  private mutating func begin(_ beginning: Beginning) -> Journal? {
    let origin = AttemptOrigin(beginning)
    do { return try store?.begin(origin) } catch {
      goOnInMemory(error.sentence)
      return try? store?.begin(origin)
    }
  }

  /// Folds a journal; a row that this engine does not follow is told, and nil is given back.
  private mutating func resume(_ journal: Journal) -> Attempt? {
    do {
      let rows = try journal.rows()
      switch Folding.fold(rows) {
      case .success(let attempt):
        if case .reading(let writer) = journal.access {
          let who = writer.map { " (process \($0))" } ?? ""
          notices.append(
            "This attempt is open in another window\(who), so here you can only look."
          )
        }
        return attempt
      case .failure(let problem):
        notices.append(
          "The journal \(journal.attempt.id) cannot be followed: \(problem.text). "
            + "It is kept; a new attempt begins."
        )
        return nil
      }
    } catch {
      notices.append(error.sentence)
      return nil
    }
  }
}

extension AttemptOrigin {
  /// What an attempt that begins now rests on.
  init(_ beginning: Beginning) {
    self.init(
      lesson: beginning.lesson,
      created: Clock.milliseconds,
      engine: beginning.engine,
      lessonHash: beginning.lessonHash,
      scene: beginning.scene,
      seed: beginning.seed
    )
  }
}

/// Makes an attempt of the rows of a journal.
enum Folding {
  /// What the rows led to, or why that cannot be known, without a full stop.
  static func fold(_ rows: [JournalRow]) -> Result<Attempt, Problem> {
    guard let first = rows.first else { return .failure(Problem(text: "it has no rows yet")) }
    // What was done rests on the numbers of the rows before it.
    if let missing = rows.indices.first(where: { rows[$0].sequence != $0 }) {
      return .failure(Problem(text: "it is damaged, for its row \(missing) is missing"))
    }
    guard let entry = try? Entry(canonical: first.canonical),
      case .began(let beginning) = entry.move
    else { return .failure(Problem(text: "it is damaged, for its row 0 is no beginning")) }
    var attempt = Attempt(beginning)
    for row in rows.dropFirst() {
      guard let entry = try? Entry(canonical: row.canonical) else {
        return .failure(Problem(text: "row \(row.sequence) is of an unknown kind"))
      }
      do { try attempt.replay(entry, typed: row.typed) } catch {
        return .failure(
          Problem(text: "row \(row.sequence) (\(row.typed)) is refused by this engine")
        )
      }
    }
    guard let last = rows.last, attempt.digest(after: last.sequence) != last.digest else {
      return .success(attempt)
    }
    let parting = rows.first { attempt.digest(after: $0.sequence) != $0.digest } ?? last
    return .failure(
      Problem(
        text:
          "from row \(parting.sequence) (\(parting.typed)) on, this engine comes to another state"
      )
    )
  }
}
