import CafeWorld
import Route53
import Terminal

extension Views {
  /// A health check with what each of its sixteen checkers saw last, a line for each region.
  static func healthCheck(_ id: HealthCheckID, of world: World, on display: Display) -> Styled {
    guard let check = world.healthCheck(id) else {
      return none("There is no health check \(id.text).")
    }
    var sheet = Sheet(on: display)
    sheet.say(Styled(check.title, .heading) + " (\(check.id.text))")
    sheet.say(verdict(of: check, world), indent: 2)
    sheet.say(
      "watches \(world.watching(check)), \(check.settings.rhythm)",
      indent: 2
    )
    let users = world.recordSets(choosingBy: id)
    sheet.say(
      users.isEmpty
        ? none("No record listens to it yet.")
        : Styled("records that listen to it: \(listed(users.map(\.title)))"),
      indent: 2
    )
    let tags = check.tags.filter { $0.key != Tag.name }
    if !tags.isEmpty { sheet.say(Styled("tags: \(words(for: tags))"), indent: 2) }
    guard check.settings.kind.hasEndpoint else { return sheet.text }
    sheet.say(none(share(of: check, world)), indent: 2)
    sheet.gap()
    observations(of: check, world, into: &sheet)
    return sheet.text
  }

  /// How many checkers decide.
  private static func share(of check: HealthCheck, _ world: World) -> String {
    let fewest =
      "more than \(world.rules.healthyShare) % of the checkers, at least "
      + "\(fewestHealthy(of: check, world)) of \(check.checkers.count)"
    if check.settings.disabled {
      return "While it is disabled it counts as \(check.status.rawValue), whatever there is."
    }
    return check.settings.inverted
      ? "Inverted: it is unhealthy while \(fewest), say healthy." : "Healthy takes \(fewest)."
  }

  /// The smallest number of healthy checkers that makes a check healthy.
  static func fewestHealthy(of check: HealthCheck, _ world: World) -> Int {
    world.rules.healthyShare * check.checkers.count / 100 + 1
  }

  private static func observations(
    of check: HealthCheck,
    _ world: World,
    into sheet: inout Sheet
  ) {
    let kind = check.settings.kind
    let seen = world.observations(of: check)
    let failed = world.observations(of: check, failedOnly: true)
    var notes = Footnotes()
    let regions = HealthRules.regions.filter { region in
      seen.contains { $0.site.region == region }
    }
    let rows = regions.map { region -> [Styled] in
      let places = seen.indices.filter { seen[$0].site.region == region }
      let cells = places.map { place in
        cell(
          seen[place].result,
          check.checkers[place].opinion,
          kind,
          world.now,
          &notes,
          sheet: sheet
        )
      }
      let last = places.compactMap { failed[$0].result }.max { $0.endedAt < $1.endedAt }
      let failure = last.map { result in
        Styled(
          "\(result.endedAt.clock(seenFrom: world.now)) "
            + "[\(notes.letter(for: result.reason(kind: kind)))]"
        )
      }
      return [Styled(region)] + cells + [failure ?? Styled("none", .quiet)]
    }
    let titles = ["Region", "First checker", "Second checker", "Last failure"]
    sheet.draw(Table(titles.map { Table.Column($0) }, rows: rows).drawn(on: sheet.display))
    sheet.gap()
    for (letter, reason) in notes.all { sheet.say("[\(letter)] \(reason)", hanging: 4) }
  }

  /// `healthy, 3 s ago [a]`: the checker's opinion, and its last look.
  private static func cell(
    _ result: ProbeResult?,
    _ opinion: HealthStatus,
    _ kind: HealthCheckKind,
    _ now: Instant,
    _ notes: inout Footnotes,
    sheet: Sheet
  ) -> Styled {
    guard let result else { return Styled("has not looked yet", .quiet) }
    let letter = notes.letter(for: result.reason(kind: kind))
    return sheet.mark(opinion.sign)
      + "\(opinion.styled) \(age(now - result.endedAt)) ago [\(letter)]"
  }
}

/// A time since something in words, in whole seconds.
private func age(_ time: Milliseconds) -> String { span(time / .second * .second) }

/// Long texts that stand below a table, each under a letter.
private struct Footnotes {
  private var texts: [String] = []

  var all: [(letter: String, text: String)] {
    texts.enumerated().map { (Self.letters[$0 % Self.letters.count], $1) }
  }

  mutating func letter(for text: String) -> String {
    let index = texts.firstIndex(of: text) ?? texts.count
    if index == texts.count { texts.append(text) }
    return Self.letters[index % Self.letters.count]
  }

  private static let letters = "abcdefghijklmnopqrstuvwxyz".map { String($0) }
}
