import CafeWorld
import Commands
import DNS
import Lab
import Route53
import Terminal

extension Session {
  /// Carries commands out, all or none, and shows what came of them.
  mutating func change(_ commands: [Command], showing: Showing, typed line: String) {
    let before = attempt.cafe
    let move: Move =
      if case .changeRecords(let zone, let batch) = commands.first, commands.count == 1 {
        .committed(zone, batch)
      } else {
        .commands(commands)
      }
    let keepsDraft = before.draft != nil && commands.count == 1
    let looked = reports
    do {
      let events = try record(keepsDraft ? .commands(commands) : move, typed: line)
      show(events, before: before.world, commands, showing)
      tellConditions(since: looked)
      finish(line, accepted: true)
    } catch {
      refuse(error, showing, typed: line)
    }
  }

  private mutating func show(
    _ events: [Event],
    before: World,
    _ commands: [Command],
    _ showing: Showing
  ) {
    lineEvents = Narration.lines(events, before: before, after: world, on: display)
    switch showing {
    case .events: narrate(events, from: before.now)
    case .dig(let question, let resolver, let short): showDig(events, question, resolver, short)
    case .page: showVisits(events) { Views.page($0, of: $1, text: $2, on: $3) }
    case .curl(let head):
      showVisits(events) { visit, world, text, _ in
        Views.curl(visit, head: head, of: world, text: text)
      }
    case .mail(let number):
      if let mail = world.mail(number) { say(Views.mail(mail, on: display)) }
    case .aws(let call):
      let output = Aws.output(call, before: before, after: world, events: events)
      if !output.isEmpty { say(Styled(output)) }
    }
    showOrders(events)
    if teaches, case .aws = showing {} else if teaches { teach(commands, before) }
  }

  /// What happened, as sentences; a wait as a fast-forward.
  ///
  /// An order has a view of its own.
  private mutating func narrate(_ events: [Event], from start: Instant) {
    if world.now > start {
      effects.append(
        .fastForward(FastForward(from: start, to: world.now, lines: lineEvents))
      )
    } else if !events.contains(where: \.fact.isOrder) {
      for line in lineEvents { say(line.wrapped(on: display)) }
    }
  }

  private mutating func showDig(
    _ events: [Event],
    _ question: Question,
    _ resolver: String,
    _ short: Bool
  ) {
    for event in events {
      if case .nameLookedUp(_, let answer, let cached) = event.fact {
        let pending = world.pendingChanges(of: question.name)
        say(
          Views.dig(
            answer,
            cached: cached,
            resolver: resolver,
            at: event.at,
            short: short,
            pending: pending
          )
        )
      }
    }
  }

  private mutating func showVisits(
    _ events: [Event],
    _ view: (Visit, World, (String) -> String?, Display) -> Styled
  ) {
    for event in events {
      if case .pageFetched(let visit) = event.fact { say(view(visit, world, asset, display)) }
    }
  }

  private mutating func showOrders(_ events: [Event]) {
    for event in events {
      switch event.fact {
      case .orderPlaced(let visit, let item):
        say(
          Views.orderResult(
            visit,
            item: item,
            at: event.at,
            placed: true,
            of: world,
            text: asset,
            on: display
          )
        )
      case .orderFailed(let visit, let item):
        say(
          Views.orderResult(
            visit,
            item: item,
            at: event.at,
            placed: false,
            of: world,
            text: asset,
            on: display
          )
        )
      default: break
      }
    }
  }

  private mutating func teach(_ commands: [Command], _ before: World) {
    for command in commands {
      for spelling in Aws.spelling(of: command, in: before) {
        say(Styled("aws> ", .quiet) + Styled(spelling, .command))
      }
    }
  }

  private mutating func refuse(_ rejection: Rejection, _ showing: Showing, typed line: String) {
    if case .aws(let call) = showing {
      say(Styled(Aws.refusal(rejection, call: call), .bad))
      finish(line, accepted: false)
    } else {
      refuse(line: line, Narration.refusal(rejection, world: world))
    }
    tellMistake(refusedAs: rejection)
  }

  // Batches

  /// A record change: at once, or kept for `commit` while a batch is open.
  mutating func changeRecord(_ zone: HostedZoneID, _ change: Change, typed line: String) {
    guard let draft = attempt.cafe.draft else {
      return self.change(
        [.changeRecords(zone, ChangeBatch(changes: [change]))],
        showing: .events,
        typed: line
      )
    }
    if let other = draft.zone, other != zone {
      return refuse(
        line: line,
        Styled("A change batch belongs to one hosted zone. `commit` or `discard` this one first.")
      )
    }
    let looked = reports
    do {
      try record(.drafted(zone, change), typed: line)
      let kept = attempt.cafe.draft?.changes.count ?? 0
      say(
        Sign.note.drawn(on: display)
          + Styled(" kept for `commit` (\(kept) \(kept == 1 ? "change" : "changes") so far)")
      )
      tellConditions(since: looked)
      finish(line, accepted: true)
    } catch {
      refuse(error, .events, typed: line)
    }
  }

  mutating func batch(_ verb: BatchVerb, typed line: String) {
    let draft = attempt.cafe.draft
    switch (verb, draft) {
    case (.open, nil):
      keep(.draftOpened, line, "Record changes are now kept until `commit`, and then made as one.")
    case (.open, _):
      refuse(line: line, Styled("A batch is open already: `commit` or `discard` it."))
    case (_, nil): refuse(line: line, Styled("No batch is open. `batch` opens one."))
    case (.discard, _): keep(.draftDiscarded, line, "The batch is gone; nothing was changed.")
    case (.show, let draft?):
      for change in draft.changes { say(Styled("  " + change.summary)) }
      finish(line, accepted: true)
    case (.commit, let draft?): commit(draft, line)
    }
  }

  private mutating func keep(_ move: Move, _ line: String, _ text: String) {
    do {
      try record(move, typed: line)
      say(Styled(text))
      finish(line, accepted: true)
    } catch {
      refuse(error, .events, typed: line)
    }
  }

  private mutating func commit(_ draft: Cafe.Draft, _ line: String) {
    guard let zone = draft.zone, !draft.changes.isEmpty else {
      return refuse(
        line: line,
        Styled("The batch is empty. Add changes with `create record …`, or `discard`.")
      )
    }
    let batch = ChangeBatch(changes: draft.changes)
    let (before, looked) = (world, reports)
    do {
      let events = try record(.committed(zone, batch), typed: line)
      show(events, before: before, [.changeRecords(zone, batch)], .events)
      tellConditions(since: looked)
      finish(line, accepted: true)
    } catch {
      refuse(error, .events, typed: line)
      whisper("  The batch is still open: mend it, or `discard` it.")
    }
  }
}

extension Fact {
  fileprivate var isOrder: Bool {
    switch self {
    case .orderPlaced, .orderFailed: true
    default: false
    }
  }
}

extension Change {
  /// `CREATE www.cafe.example A → 34.210.1.2 (primary)`.
  var summary: String {
    let role = recordSet.failover.map { " (\($0.lowercased()))" } ?? ""
    let name = recordSet.name.hasSuffix(".") ? recordSet.name.dropLast() : recordSet.name[...]
    return "\(action.rawValue) \(name) \(recordSet.type) → "
      + recordSet.values.joined(separator: ", ") + role
  }
}
