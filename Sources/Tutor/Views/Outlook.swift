import CafeWorld
import DNS
import Route53
import Terminal

/// How long until an answer could be another, and how long the present one lives on in caches.
struct Outlook {
  let answer: Answer
  let world: World

  init(of answer: Answer, in world: World) {
    self.answer = answer
    self.world = world
  }

  func tell(into sheet: inout Sheet) {
    sheet.heading("How long until it could change")
    let changes = world.changesUnderWay(to: answer.question.name)
    for change in changes {
      bullet(
        "Change \(change.id.text) is accepted and \("PENDING", .warning). The name servers answer "
          + "from it \(moment(change.inSync)).",
        into: &sheet
      )
    }
    let checks = listeners
    for address in answer.addresses where world.holder(of: address) == World.nobody {
      bullet(lost(at: address, checks), into: &sheet)
    }
    for check in checks { bullet(turn(of: check), into: &sheet) }
    let resources = answer.resources.compactMap { world.resource($0) }
    for resource in resources { bullet(turn(of: resource), into: &sheet) }
    if checks.isEmpty, changes.isEmpty, resources.isEmpty {
      bullet(
        "No health check has a say in this answer. It changes when somebody changes the records.",
        into: &sheet
      )
    }
    if answer.chance == .choice {
      bullet(
        "Chance has a say in this answer: the next query may get another record.",
        into: &sheet
      )
    }
    if let life {
      bullet(life, into: &sheet)
      if let sum = sum(of: checks) { bullet(sum, into: &sheet) }
    }
    sheet.heading("What the resolvers say now")
    sheet.rows(world.resolvers.map(row))
  }

  private func bullet(_ sentence: Styled, into sheet: inout Sheet) {
    let mark: Styled = sheet.display.linear ? "" : sheet.display.unicode ? "• " : "* "
    sheet.say(mark + sentence, hanging: mark.width)
  }

  /// The health checks that the choice looked at, each once.
  private var listeners: [HealthCheck] {
    answer.healthChecks.compactMap { world.healthCheck($0) }
  }

  /// An answer that leads to nobody, and which checks do not see that.
  private func lost(at address: IPv4Address, _ checks: [HealthCheck]) -> Styled {
    let text: Styled =
      "\("Nobody has", .bad) \(address.description): whoever is led there now is lost."
    let blind = checks.filter { $0.target != nil && $0.target != address }.map { check in
      "\(check.title) does not see that, for it watches "
        + "\(check.target?.description ?? "nothing")"
    }
    return blind.isEmpty ? text : text + Styled(" " + listed(blind) + ".")
  }

  /// `at 08:05:37, in 12 s`.
  private func moment(_ moment: Instant) -> String {
    "at \(moment.clock(seenFrom: world.now)), in \(span(moment - world.now))"
  }

  /// When the name servers next choose by another status of a check, and why then.
  private func turn(of check: HealthCheck) -> Styled {
    let news = news(of: check)
    if check.settings.disabled {
      return
        "\(check.title) is disabled, so its status stays \(check.status.styled) until somebody "
        + "enables it." + (news.map { Styled(" ") + $0 } ?? Styled())
    }
    if let news { return news }
    if let next = world.nextTurn(of: check.id) {
      return "As things stand, \(check.title) turns \(check.status.opposite.styled) "
        + "\(moment(next)); \(span(world.rules.pushDelay)) later the name servers choose by that."
    }
    return whatIf(check)
  }

  /// A turn of a check that is still on its way to the name servers.
  private func news(of check: HealthCheck) -> Styled? {
    guard let push = check.pushes.last, push.at > world.now else { return nil }
    return "\(check.title) turned \(push.status.styled) at "
      + "\(check.statusSince.clock(seenFrom: world.now)). Its word reaches the name servers "
      + "\(moment(push.at)): that takes \(span(world.rules.pushDelay))."
  }

  /// Route 53 knows of its own services without any check, and so without its delay.
  private func turn(of resource: AwsResource) -> Styled {
    let status = resource.isHealthy ? HealthStatus.healthy : .unhealthy
    let line =
      resource.isHealthy
      ? "break \(resource.name.shown) --unhealthy" : "heal \(resource.name.shown)"
    return
      "\(resource.name.shown) is \(status.styled), which Route 53 knows without a health check: "
      + "if it turned, the name servers would choose by that at once. `\(line)` tries it."
  }

  /// Nothing is under way: how long it would take if the endpoint changed its ways now.
  private func whatIf(_ check: HealthCheck) -> Styled {
    guard check.settings.kind.hasEndpoint else { return follows(check) }
    let who = world.watched(by: check)
    if who == "nobody" {
      return "Nobody has the address that \(check.title) watches "
        + "(\(check.target?.description ?? check.settings.ipAddress ?? "none")). "
        + "It stays \(check.status.styled) until the check watches another."
    }
    let condition = condition(of: check)
    guard let turn = world.soonestServedTurn(of: check.id) else {
      guard check.turnsByFailing else {
        return
          "Were all well at \(who), \(check.title) would stay \(check.servedStatus.styled) all "
          + "the same: what it asks for is not there. `show \(check.title)` says what that is."
      }
      return "If \(condition), \(check.title) would stay \(check.servedStatus.styled) for the next "
        + "hour."
    }
    return "If \(condition), the name servers would take \(check.title) for "
      + "\(check.servedStatus.opposite.styled) after \(Styled(span(turn - world.now), .value)). "
      + Styled(arithmetic(check))
  }

  /// What would have to happen for a check to turn, to stand behind an "if".
  private func condition(of check: HealthCheck) -> String {
    guard check.settings.kind.hasEndpoint else { return "what \(check.title) follows turned now" }
    return check.turnsByFailing
      ? "\(world.watched(by: check)) went silent now" : "the check passed again from now on"
  }

  /// A check without an endpoint turns with what it follows.
  private func follows(_ check: HealthCheck) -> Styled {
    "\(check.title) follows \(world.target(of: check.settings)): when that turns, the name servers "
      + "know \(Styled(span(world.rules.pushDelay), .value)) later."
  }

  /// What the time is made of, each part as it is set.
  private func arithmetic(_ check: HealthCheck) -> String {
    let threshold = world.rules.failureThreshold ?? check.settings.failureThreshold
    let interval = "\(check.settings.requestInterval) s"
    let fewest = Views.fewestHealthy(of: check, world)
    let count = check.checkers.count
    let delay = "\(span(world.rules.pushDelay)) until the name servers know"
    if check.turnsByFailing {
      let limit =
        world.rules.requestTimeout
        ?? Milliseconds(HealthRules.connectLimitMilliseconds(check.settings.kind))
      return "Each checker wants \(counted(threshold, "failure")) in a row, \(interval) apart, and "
        + "waits up to \(span(limit)) for each; \(count - fewest + 1) of \(count) must have "
        + "turned; "
        + "then \(delay)."
    }
    let successes = threshold == 1 ? "1 success" : "\(threshold) successes"
    return "Each checker wants \(successes) in a row, \(interval) apart; \(fewest) of \(count) are "
      + "enough; then \(delay)."
  }

  /// How long a resolver may keep what it has been told.
  private var life: Styled? {
    if let ttl = answer.ttl {
      return "A resolver that asks now may keep this answer for \("\(ttl) s", .value), its TTL."
    }
    guard let ttl = answer.negativeTTL else { return nil }
    return "A resolver that asks now may remember the \"no\" for \("\(ttl) s", .value): the "
      + "smaller of "
      + "the SOA record's TTL and its last number."
  }

  /// How long it would take until everybody is led elsewhere, by a fresh answer or by an old one.
  private func sum(of checks: [HealthCheck]) -> Styled? {
    guard let ttl = answer.ttl, let check = checks.first, checks.count == 1,
      check.pushes.allSatisfy({ $0.at <= world.now }), world.nextTurn(of: check.id) == nil,
      let turn = world.soonestServedTurn(of: check.id)
    else { return nil }
    let notice = turn - world.now
    let fresh = notice + Milliseconds(ttl) * .second
    let lead = "So if \(condition(of: check)), the last customer would be led elsewhere "
    if let (resolver, kept) = longestKept, kept.expires - world.now > fresh {
      let all = span(kept.expires - world.now)
      return "\(lead)\(Styled(all, .value)) later: until then the resolver \(resolver) may keep an "
        + "answer that it was given with a TTL of \(kept.ttl) s."
    }
    return "\(lead)\(Styled(span(fresh), .value)) later: \(span(notice)) until the name servers "
      + "know, and \(ttl) s of TTL."
  }

  /// The answer in a cache that lives longest, and in whose.
  private var longestKept: (resolver: String, answer: CachedAnswer)? {
    let all: [(resolver: String, answer: CachedAnswer)] = world.resolvers.compactMap { resolver in
      kept(by: resolver).map { (resolver: resolver.name, answer: $0) }
    }
    return all.max { $0.answer.expires < $1.answer.expires }
  }

  /// What a resolver has in its cache and hands out; nil: it would ask the name servers.
  private func kept(by resolver: Resolver) -> CachedAnswer? {
    let isKept = resolver.cache.contains {
      $0.question == answer.question && (resolver.isBusy || world.now < $0.expires)
    }
    guard isKept, let kept = world.resolved(answer.question, by: resolver.name),
      kept.expires > world.now
    else { return nil }
    return kept
  }

  /// A resolver, what it would say, and for how long.
  private func row(_ resolver: Resolver) -> [Styled] {
    let name: Styled = "\(resolver.name, .strong)"
    guard world.resolved(answer.question, by: resolver.name) != nil else {
      return [name, "does not answer"]
    }
    guard let kept = kept(by: resolver) else {
      return [name, Styled("nothing kept: would ask the name servers", .quiet)]
    }
    let what =
      kept.records.isEmpty
      ? kept.code.meaning(isEmpty: true)
      : kept.records.map { world.described($0.data) }.joined(separator: ", ")
    let isOld = isOld(kept, of: resolver)
    return [
      name, Styled(what) + (isOld ? Styled(" (old)", .warning) : Styled()),
      "for \(span(kept.expires - world.now)) more",
    ]
  }

  /// Whether the resolver would be told something else, were it to ask now.
  ///
  /// Of what was drawn another draw is no news, as long as it could be drawn still.
  private func isOld(_ kept: CachedAnswer, of resolver: Resolver) -> Bool {
    guard world.isOutdated(kept, of: resolver) else { return false }
    guard kept.chance == .choice else { return true }
    let possible = world.branches(of: kept.question).filter(world.isEligible).flatMap(\.leaf.values)
    return !kept.records.allSatisfy { possible.contains($0.data) }
  }
}

extension HealthCheck {
  /// Whether the name servers would change their mind if the endpoint failed, rather than if it
  /// came back.
  fileprivate var turnsByFailing: Bool {
    (servedStatus == .healthy) != settings.inverted
  }
}
