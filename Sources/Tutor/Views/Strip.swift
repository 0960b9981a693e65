import CafeWorld
import Commands
import DNS
import Route53
import Terminal

/// What the checkers saw, what followed from it, and what it cost, over one stretch of time.
struct Strip {
  let world: World
  let events: [Event]
  private let check: HealthCheck?
  private let from: Instant
  private let to: Instant

  /// Takes a health check (nil: the one that the website's records listen to).
  ///
  /// `last` says how far back; nil: the latest stretch in which something happened, unless it was
  /// over when the check was made.
  init(of world: World, events: [Event], check id: HealthCheckID?, last: Milliseconds?) {
    self.world = world
    self.events = events
    check = id.flatMap { world.healthCheck($0) } ?? Self.watched(in: world)
    if let last {
      let start = max(world.now - last, Instant(milliseconds: 0))
      (from, to) = (min(start, world.now - .second), world.now)
    } else {
      let latest = Self.span(of: events, in: world)
      let isBefore = check.map { latest.1 <= $0.createdAt } ?? false
      (from, to) = isBefore ? Self.lately(in: world) : latest
    }
  }

  /// Takes a stretch that begins shortly before a moment and goes on until now.
  init(of world: World, events: [Event], since moment: Instant) {
    self.world = world
    self.events = events
    check = Self.watched(in: world)
    (from, to) = (min(moment - 30 * .second, world.now - .minute), world.now)
  }

  /// The health check that the website's records listen to, else the first.
  private static func watched(in world: World) -> HealthCheck? {
    world.healthChecks.first { !world.recordSets(choosingBy: $0.id).isEmpty }
      ?? world.healthChecks.first
  }

  func drawn(on display: Display) -> Styled {
    var sheet = Sheet(on: display)
    sheet.say(Styled(title, .heading))
    sheet.draw(timeline.drawn(on: display))
    if let pause {
      sheet.gap()
      sheet.say(Styled(pause))
    }
    let told = moments
    if !told.isEmpty { sheet.gap() }
    for moment in told { sheet.say(Styled(moment), hanging: 10) }
    return sheet.text
  }

  /// Which check it is about.
  var title: String {
    let name = check.map { check in
      "\(check.title), \(world.target(of: check.settings)), \(check.settings.rhythm)"
        + (check.checkers.isEmpty
          ? "" : "; a lane for each of its \(check.checkers.count) checkers")
    }
    return name ?? "There is no health check: nobody looks at the servers."
  }

  /// Since when a check is disabled, and whether its lanes end here for it; nil: it is not.
  private var pause: String? {
    guard let check, check.settings.disabled else { return nil }
    let settings = events.compactMap { event -> (at: Instant, isDisabled: Bool)? in
      switch event.fact {
      case .healthCheckCreated(check.id, _, _, let settings),
        .healthCheckUpdated(check.id, let settings):
        (at: event.at, isDisabled: settings.disabled)
      default: nil
      }
    }
    let since = settings.reversed().prefix { $0.isDisabled }.last?.at ?? check.createdAt
    let endsHere = since > check.createdAt && (from...to).contains(since)
    let why =
      check.checkers.isEmpty || !endsHere
      ? "" : " Its checkers ask no more, so their lanes end there."
    return "\(check.title) has been disabled since \(since.clock(seenFrom: world.now)).\(why) It "
      + "counts as \(check.status.rawValue), whatever there is; `update health-check "
      + "\(quoted(check.title)) --enabled` lets it look again."
  }

  /// Every lane there is.
  var timeline: Timeline {
    timeline(of: checkerLanes + (check.map { [verdictLane(of: $0)] } ?? []) + outcome)
  }

  /// The moments to read the chart by, each with its time: of many, how it began and how it ended.
  var moments: [String] {
    let all = keyMoments.map { at, words in "\(at.clock(seenFrom: world.now))  \(words)" }
    guard all.count > 2 * Self.told else { return all }
    let between = "and \(all.count - 2 * Self.told) more moments, then"
    return all.prefix(Self.told) + [between] + all.suffix(Self.told)
  }

  /// How many moments are told of a beginning, and of an end.
  private static let told = 4

  /// When the first of these events happened that is more than a look, and than time that passed.
  static func beginning(of events: [Event]) -> Instant? {
    events.first { !$0.fact.isLook }?.at
  }

  /// These lanes over the stretch.
  func timeline(of lanes: [Timeline.Lane]) -> Timeline {
    let legend = Timeline.Legend(ok: "good", fail: "failing", unknown: "nothing", mark: "event")
    return Timeline(from: from.forDrawing, to: to.forDrawing, lanes: lanes, legend: legend)
  }

  /// What was answered, and what came of it.
  var outcome: [Timeline.Lane] { [answerLane, orderLane, mailLane].compactMap(\.self) }

  /// From half a minute before the disturbance that led to what happened last, or before the first
  /// of what happened together, to a minute after the last that came of it.
  private static func span(of events: [Event], in world: World) -> (Instant, Instant) {
    let turns = events.filter { $0.fact.isDisturbance || $0.fact.isTurn }.map(\.at)
    let happened = turns + moves(of: world, events)
    guard let latest = happened.max() else { return lately(in: world) }
    let trouble = events.last { $0.fact.isDisturbance && latest - $0.at <= 30 * .minute }
    let first = happened.filter { latest - $0 <= 10 * .minute }.min()
    let start = trouble?.at ?? first ?? latest
    let last = events.last {
      $0.fact.isConsequence && $0.at >= start && $0.at - start <= 30 * .minute
    }
    let ending = max(last?.at ?? start, latest)
    let end = max(ending + .minute, start + 2 * .minute)
    let until = min(world.now, end)
    return (min(start - 30 * .second, until - .minute), until)
  }

  private static func lately(in world: World) -> (Instant, Instant) {
    (world.now - 5 * .minute, world.now)
  }

  /// When customers were led elsewhere.
  private static func moves(of world: World, _ events: [Event]) -> [Instant] {
    let question = Question(name: world.customers.name, type: .a)
    let stretches = AnswerHistory(of: question, in: world, events: events).stretches
    return zip(stretches, stretches.dropFirst())
      .filter { before, _ in !before.addresses.isEmpty }
      .map { _, next in next.from }
  }

  /// A lane for each checker, two to a region; a mark for each probe while they fit.
  private var checkerLanes: [Timeline.Lane] {
    guard let check else { return [] }
    let isLong = to - from > 30 * .minute
    return check.checkers.map { checker in
      let site = HealthRules.sites[checker.site]
      return Timeline.Lane(
        "\(site.region) \(site.index % 2 + 1)",
        segments: isLong ? segments(of: checker) : [],
        marks: isLong ? [] : marks(of: checker)
      )
    }
  }

  private func marks(of checker: Checker) -> [Timeline.Mark] {
    let slowest = Milliseconds(HealthRules.connectLimitMilliseconds(.tcp))
    return checker.probes(from: from - slowest, to: to).filter { $0.endedAt <= to }.map { probe in
      Timeline.Mark(at: probe.endedAt.forDrawing, probe.passes ? .ok : .fail)
    }
  }

  private func segments(of checker: Checker) -> [Timeline.Segment] {
    var runs = checker.past.map { ($0.run, $0.run.first + $0.count * $0.run.period) }
    if let run = checker.run { runs.append((run, world.now)) }
    return runs.filter { $0.1 > from && $0.0.first < to }.map { run, end in
      Timeline.Segment(
        from: run.first.forDrawing,
        to: min(end, to).forDrawing,
        run.passes ? .ok : .fail
      )
    }
  }

  func verdictLane(of check: HealthCheck, as label: String = "verdict") -> Timeline.Lane {
    let turns = events.compactMap { event -> (at: Instant, to: HealthStatus)? in
      guard case .healthCheckTurned(check.id, let status) = event.fact else { return nil }
      return (event.at, status)
    }
    let first = turns.first.map { $0.to.opposite } ?? check.status
    let all = [(at: check.createdAt, to: first)] + turns
    return Timeline.Lane(
      label,
      segments: all.indices.map { index in
        let end = index + 1 < all.count ? all[index + 1].at : world.now
        let isHealthy = all[index].to == .healthy
        return Timeline.Segment(
          from: all[index].at.forDrawing,
          to: end.forDrawing,
          isHealthy ? .ok : .fail,
          text: all[index].to.rawValue
        )
      }
    )
  }

  private var answerLane: Timeline.Lane {
    let question = Question(name: world.customers.name, type: .a)
    let stretches = AnswerHistory(of: question, in: world, events: events).stretches
    return Timeline.Lane(
      "answer",
      segments: stretches.indices.compactMap { index in
        let end = index + 1 < stretches.count ? stretches[index + 1].from : world.now
        let stretch = stretches[index]
        let start = max(stretch.from, from)
        guard start < min(end, to) else { return nil }
        let names = holders(in: stretch)
        let symbol: Timeline.Symbol =
          names.isEmpty ? .unknown : names.contains("nobody") ? .fail : .ok
        return Timeline.Segment(
          from: start.forDrawing,
          to: end.forDrawing,
          symbol,
          text: names.isEmpty ? "no address" : names.joined(separator: ", "),
          isBounded: true
        )
      }
    )
  }

  private func holders(in stretch: AnswerHistory.Stretch) -> [String] {
    stretch.holders.map { $0.map { world.name(of: $0) } ?? "nobody" }
  }

  private var orderLane: Timeline.Lane? {
    guard world.customers.since != nil else { return nil }
    return Timeline.Lane(
      "orders",
      segments: world.customers.spans(from: from, to: to).compactMap { span in
        guard span.placed + span.lost > 0 else { return nil }
        return Timeline.Segment(
          from: span.from.forDrawing,
          to: span.to.forDrawing,
          span.lost > 0 ? .fail : .ok,
          text: span.lost > 0 ? "\(span.lost) lost" : ""
        )
      }
    )
  }

  private var mailLane: Timeline.Lane {
    Timeline.Lane(
      "mail",
      marks: world.mails.filter { (from..<to).contains($0.at) }.map { mail in
        Timeline.Mark(
          at: mail.at.forDrawing,
          .mark,
          text: "to \(world.reader(of: mail.recipient)), \(mail.subject)"
        )
      }
    )
  }

  /// The moments to read the chart by.
  private var keyMoments: [(Instant, String)] {
    let told = events.filter { (from...to).contains($0.at) }.compactMap { event in
      event.fact.keyMoment(in: world).map { (event.at, $0) }
    }
    let question = Question(name: world.customers.name, type: .a)
    let leads = AnswerHistory(of: question, in: world, events: events).stretches
      .filter { (from...to).contains($0.from) }.map { stretch in
        let names = holders(in: stretch)
        let whom = names.isEmpty ? "no address" : listed(names)
        return (stretch.from, "\(question.name.shown) leads to \(whom)")
      }
    return (told + leads).enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }.map(\.element)
  }
}

extension Fact {
  /// Whether nothing but time passed, or somebody only looked: customers look up names all day.
  fileprivate var isLook: Bool {
    switch self {
    case .timePassed, .nameLookedUp, .cacheRefilled, .pageFetched, .orderPlaced, .orderFailed,
      .mailRead:
      true
    default: false
    }
  }

  /// Whether something went wrong, or was done to a server.
  fileprivate var isDisturbance: Bool {
    switch self {
    case .powerLost, .faultBegan, .zoneOutageBegan, .regionCutOff,
      .instanceTurned(_, from: _, to: .stopping), .instanceTurned(_, from: _, to: .shuttingDown):
      true
    default: false
    }
  }

  /// Whether something that decides where customers go turned, without a disturbance too.
  fileprivate var isTurn: Bool {
    switch self {
    case .healthCheckTurned, .routingControlTurned: true
    default: false
    }
  }

  /// Whether somebody waited for this after a disturbance.
  fileprivate var isConsequence: Bool {
    switch self {
    case .healthCheckTurned, .healthServed, .alarmTurned, .mailDelivered, .cacheRefilled: true
    default: false
    }
  }

  /// A few words for a chart; nil for what a chart need not explain.
  fileprivate func keyMoment(in world: World) -> String? {
    switch self {
    case .powerLost(let id): "\(world.name(of: id)) loses its power"
    case .powerRestored(let id): "\(world.name(of: id)) has power again"
    case .instanceTurned(let id, _, let state)
    where state == .stopping || state == .shuttingDown
      || state == .pending:
      "\(world.name(of: id)) is \(state == .pending ? "starting" : state.rawValue)"
    case .faultBegan(let id, let fault): "\(world.name(of: id)): \(fault.kind.words)"
    case .faultHealed(let id, _): "\(world.name(of: id)) is healed"
    case .zoneOutageBegan(let zone): "all of \(zone) goes down"
    case .zoneOutageEnded(let zone): "\(zone) is back"
    case .healthCheckTurned(let id, let status): "\(world.name(of: id)) is \(status.rawValue)"
    case .routingControlTurned(let arn, let isOn):
      "\(world.routingControl(arn)?.name ?? "a routing control") is \(isOn ? "on" : "off")"
    case .alarmTurned(let name, _, let state, _): "the alarm \(name) is \(state.rawValue)"
    default: nil
    }
  }
}
