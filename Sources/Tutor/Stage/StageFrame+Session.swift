import CafeWorld
import Lab
import Terminal

extension StageFrame {
  /// The frame of a session as it is now.
  public init(of session: Session) { self.init(of: session, poll: Poll(of: session)) }

  /// `poll`: a question that is put to the room meanwhile.
  init(of session: Session, poll: Poll?) {
    self.init(
      of: session,
      world: session.world,
      events: session.attempt.events(),
      told: session.told(by: session.attempt.head),
      at: max(session.world.now, session.clock ?? session.world.now),
      poll: poll
    )
  }

  /// The frame of a session in a world that may be an earlier one than its own.
  init(
    of session: Session,
    world: World,
    events: [Event],
    told: [NarratedLine],
    at now: Instant,
    poll: Poll?
  ) {
    let civil = now.civil(local: true)
    let scenery = Scenery(of: world)
    lesson = session.lesson?.front.title ?? session.attempt.beginning.begun.title
    step = session.place
    day = "\(CivilTime.weekdays[civil.weekday]) \(civil.day) \(CivilTime.months[civil.month - 1])"
    clock = civil.clock
    time = now.forDrawing
    runs = session.clock != nil
    headline = scenery.headline
    users = scenery.users
    service = scenery.service
    checks = scenery.checks
    moreChecks = scenery.moreChecks
    targets = scenery.targets
    streams = scenery.streams
    mailbox = scenery.mailbox
    mails = world.mails.suffix(Self.latest).reversed().map { Letter($0, in: world) }
    timeline = Chart(of: world, events: events, watching: scenery.shownChecks)
    self.told = told.suffix(Self.latest).map { Told($0, seenFrom: now) }
    words = scenery.words
    self.poll = poll
  }

  /// How many mails, and lines of what happened, there are on the page.
  static let latest = 5
}

extension Session {
  /// The step as a heading.
  fileprivate var place: String {
    guard let step, let lesson,
      let index = lesson.steps.firstIndex(where: { $0.id == step.id })
    else { return "" }
    return "Step \(index + 1) of \(lesson.steps.count): \(step.title)"
  }

  /// What was told last of what led to the café of a row, the newest last; not of what a solution
  /// has taken back, which begins where its step was entered.
  func told(by row: Int) -> [NarratedLine] {
    var told: [NarratedLine] = []
    var next = Int.max
    for number in attempt.branch(to: row).reversed() where told.count < StageFrame.latest {
      let row = attempt.rows[number]
      guard let first = row.events.first?.number, first < next else { continue }
      next = first
      told = self.told(in: row) + told
    }
    return told
  }

  /// What there is to tell of one row; the orders stand elsewhere on the page.
  func told(in row: Attempt.Row) -> [NarratedLine] {
    guard !row.events.isEmpty, let before = before(row) else { return [] }
    let after = row.cafe.world
    return Narration.lines(row.events, before: before, after: after, orders: false, on: display)
  }

  /// The world in which the events of a row happened; nil: the row begins anew.
  private func before(_ row: Attempt.Row) -> World? {
    switch row.entry.move {
    case .solved(let step, _, _):
      row.cafe.visits.last { $0.step == step }.map { attempt.rows[$0.row].cafe.world }
    case .opened: nil
    default: row.parent.map { attempt.rows[$0].cafe.world }
    }
  }
}

extension StageFrame.Told {
  fileprivate init(_ line: NarratedLine, seenFrom now: Instant) {
    let shown = StageFrame.Line(line.text)
    self.init(
      number: line.number,
      clock: line.at.clock(seenFrom: now),
      text: shown.text,
      tone: shown.tone
    )
  }
}

extension StageFrame.Letter {
  fileprivate init(_ mail: Mail, in world: World) {
    self.init(
      number: mail.number,
      to: world.reader(of: mail.recipient),
      subject: mail.subject,
      clock: mail.at.clock(seenFrom: world.now),
      isRead: mail.isRead
    )
  }
}
