import CafeWorld
import DNS
import Route53
import Terminal

/// Plays events again and tells what a person would notice of each.
struct Narrator {
  private(set) var world: World
  let display: Display
  private let mailbox: Narration.Mailbox
  private var lines: [NarratedLine] = []
  /// Checkers that turned and of which nothing has been said yet, by health check.
  private var flips: [(id: HealthCheckID, event: Event)] = []
  /// Resolvers that have fetched the same new answer, and the last of these events.
  private var refills: (names: [String], answer: CachedAnswer, event: Event)?

  init(world: World, display: Display, mailbox: Narration.Mailbox) {
    self.world = world
    self.display = display
    self.mailbox = mailbox
  }

  /// Tells one event; the one that follows is known, since some are told together.
  mutating func tell(_ event: Event, next: Event?) {
    switch event.fact {
    case .checkerTurned(let id, _, _):
      world.apply(event)
      gather(id, event, next)
    case .healthCheckTurned(let id, let status):
      flips.removeAll { $0.id == id }
      world.apply(event)
      add(turned(id, to: status), event)
    case .cacheRefilled(let resolver, let answer):
      let known = world.resolver(resolver)?.cache.first { $0.question == answer.question }
      world.apply(event)
      if known?.records.map(\.data) != answer.records.map(\.data) {
        gather(resolver, answer, event)
      }
    case .healthServed, .changeInSync, .healthCheckDeleted, .hostedZoneDeleted, .resourceTurned:
      let names = names(touchedBy: event.fact)
      let old = names.map(leads)
      let sentence = Told(event, before: world, next: next, mailbox: mailbox).sentence
      world.apply(event)
      if let sentence { add(sentence, event) }
      let moved = zip(names, old).filter { name, was in leads(name) != was }.map { $0.0 }
      for name in moved.prefix(Self.mostTold) {
        add("\(name.shown) now leads to \(leads(name) ?? "nobody").", event, of: name)
      }
      if moved.count > Self.mostTold {
        let left = moved.count - Self.mostTold
        let least = names.count == Self.mostNames ? "At least " : ""
        add(
          "\(least)\(counted(left, "more name")) \(left == 1 ? "leads" : "lead") elsewhere now.",
          event
        )
      }
    default:
      let sentence = Told(event, before: world, next: next, mailbox: mailbox).sentence
      world.apply(event)
      if let sentence { add(sentence, event) }
    }
  }

  /// The lines in the order of their moments, with what is still to be said of checkers, resolvers
  /// and orders.
  mutating func finished(before: World, after: World) -> [NarratedLine] {
    flushFlips()
    flushRefills()
    if let orders = Self.orders(from: before, to: after) {
      lines.append(
        NarratedLine(at: after.now, text: orders, number: after.eventCount, cause: nil)
      )
    }
    for index in lines.indices { lines[index].seenFrom = after.now }
    return lines.enumerated().sorted {
      ($0.element.at, $0.element.number, $0.offset) < ($1.element.at, $1.element.number, $1.offset)
    }.map(\.element)
  }

  /// `name`: the one of which it says where it leads now.
  private mutating func add(_ text: Styled, _ event: Event, of name: DomainName? = nil) {
    lines.append(
      NarratedLine(
        at: event.at,
        text: text.withCommands,
        number: event.number,
        cause: event.cause,
        leads: name
      )
    )
  }
}

extension Narrator {
  /// Says at once that the first checker turned, and keeps the others for one sentence.
  private mutating func gather(_ id: HealthCheckID, _ event: Event, _ next: Event?) {
    guard let check = world.healthCheck(id) else { return }
    let decides =
      if case .healthCheckTurned(id, _)? = next?.fact { true } else { false }
    guard case .checkerTurned(_, let index, let status) = event.fact else { return }
    let alike = check.checkers.count { $0.opinion == status }
    guard alike == 1, !decides, check.status != status else {
      flips.removeAll { $0.id == id }
      flips.append((id, event))
      return
    }
    let region = HealthRules.sites[index].region
    add(
      "\(check.title): the first of \(check.checkers.count) checkers (\(region)) now says "
        + "\(status.styled).",
      event
    )
  }

  private mutating func flushFlips() {
    for (id, event) in flips {
      guard let check = world.healthCheck(id) else { continue }
      let count = check.checkers.count
      let (healthy, failing) = (check.healthyCheckers, count - check.healthyCheckers)
      // What is told is where they go, not who has not followed yet.
      let isMending =
        if case .checkerTurned(_, _, .healthy) = event.fact { true } else { false }
      let (part, status): (Int, HealthStatus) =
        isMending ? (healthy, .healthy) : (failing, .unhealthy)
      let share = part == count ? "all \(count)" : "\(part) of \(count)"
      add("\(check.title): \(share) checkers now say \(status.styled).", event)
    }
    flips = []
  }

  private func turned(_ id: HealthCheckID, to status: HealthStatus) -> Styled {
    guard let check = world.healthCheck(id) else { return "A health check turned." }
    let count = check.checkers.count
    var text: Styled = "\(Styled(check.title, .strong)) is now \(status.styled): "
    if check.settings.disabled {
      let inverted = check.settings.inverted ? ", and it is inverted" : ""
      return text + Styled("it is disabled, so it counts as healthy\(inverted).")
    }
    guard check.settings.kind.hasEndpoint else {
      return text + Styled(world.standing(of: check) + ".")
    }
    text += "\(check.healthyCheckers) of \(count) checkers say healthy"
    if check.settings.inverted { return text + ", and the check is inverted." }
    return text + ", and it takes \(Views.fewestHealthy(of: check, world))."
  }

  private mutating func gather(_ resolver: String, _ answer: CachedAnswer, _ event: Event) {
    if var known = refills, known.answer.records == answer.records,
      known.answer.code == answer.code, known.answer.question == answer.question
    {
      known.names.append(resolver)
      known.event = event
      refills = known
    } else {
      flushRefills()
      refills = ([resolver], answer, event)
    }
  }

  private mutating func flushRefills() {
    guard let (names, answer, event) = refills else { return }
    refills = nil
    let who =
      names.count == 1 ? "The resolver \(names[0]) has" : "The resolvers \(listed(names)) have"
    let name = answer.question.name.shown
    let values = answer.records.map { world.described($0.data) }
    add(
      values.isEmpty
        ? "\(who) asked again and heard that \(name) has no address."
        : "\(who) asked again for \(name) and will hand out \(listed(values)).",
      event
    )
  }

  /// The names whose addresses a fact can change: the website's first, then those of the records
  /// that it bears upon, and of the aliases that lead to them.
  private func names(touchedBy fact: Fact) -> [DomainName] {
    let sets: [ResourceRecordSet] =
      switch fact {
      case .healthServed(let id, _), .healthCheckDeleted(let id): world.recordSets(choosingBy: id)
      case .changeInSync(let id, let change):
        world.hostedZone(id).flatMap { zone in
          zone.pending.first { $0.id == change }?.turning(zone.served)
        } ?? []
      case .resourceTurned(let name, _): world.recordSets(aliasing: name)
      case .hostedZoneDeleted(let id): world.hostedZone(id)?.served.all ?? []
      default: []
      }
    var names: [DomainName] = []
    for set in sets where set.type == .a && !names.contains(set.name) { names.append(set.name) }
    var place = 0
    while place < names.count, names.count < Self.mostNames {
      for set in world.recordSets(aliasing: names[place])
      where set.type == .a && !names.contains(set.name) {
        names.append(set.name)
      }
      place += 1
    }
    let website = world.customers.name
    let own = names.filter { $0 == website }
    return Array((own + names.filter { $0 != website }).prefix(Self.mostNames))
  }

  /// So many names are told of, each with where it leads.
  private static let mostTold = 3

  /// So many names are looked at, so that a large zone costs no more.
  private static let mostNames = 12

  /// Where a name leads now; nil: nowhere.
  private func leads(_ name: DomainName) -> String? {
    let addresses = world.authoritativeAnswer(Question(name: name, type: .a)).addresses
    return addresses.isEmpty ? nil : listed(addresses.map(world.described))
  }

  /// What customers did between two worlds.
  private static func orders(from before: World, to after: World) -> Styled? {
    let placed = after.customers.placed - before.customers.placed
    let lost = after.customers.lost - before.customers.lost
    guard placed + lost > 0 else { return nil }
    if lost == 0 { return "Meanwhile customers placed \(counted(placed, "order"))." }
    if placed == 0 { return "Meanwhile customers lost \(counted(lost, "order"), .bad)." }
    return "Meanwhile customers placed \(counted(placed, "order")) and lost \(String(lost), .bad)."
  }
}
