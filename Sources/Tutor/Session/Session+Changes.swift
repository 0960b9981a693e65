import CafeWorld
import Commands
import DNS
import Lab
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
      if !isReadOnly { tellConditions(since: looked) }
      finish(line, accepted: true)
    } catch {
      refuse(error, showing, typed: line)
    }
  }

  mutating func show(
    _ events: [Event],
    before: World,
    _ commands: [Command],
    _ showing: Showing
  ) {
    lineEvents = Narration.lines(events, before: before, after: world, on: display)
    switch showing {
    case .events:
      let already = commands.compactMap { Narration.already($0, in: before) }
      for sentence in already { tell(sentence) }
      if events.isEmpty, already.isEmpty { tell("That is so already; nothing has changed.") }
      narrate(events, from: before.now, waiting: commands.contains(where: \.isWait))
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
      if !output.isEmpty { sayVerbatim(Styled(output)) }
    }
    showOrders(events)
    if teaches, case .aws = showing {} else if teaches { teach(commands, before) }
  }

  /// What happened, as sentences; a wait as a fast-forward.
  ///
  /// An order has a view of its own.
  private mutating func narrate(_ events: [Event], from start: Instant, waiting: Bool) {
    if waiting {
      // By the clock some time had passed before it, which was not waited for.
      let begun = min(max(start, clock ?? start), world.now)
      if let clock { self.clock = max(clock, world.now) }
      effects.append(
        .fastForward(
          FastForward(
            from: begun,
            to: world.now,
            lines: lineEvents,
            isSlow: demo?.isWatching ?? false
          )
        )
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
      for spelling in Aws.spelling(of: command, in: before) { teach(spelling) }
    }
  }

  mutating func teach(_ spelling: String) {
    sayVerbatim(Styled("aws> ", .quiet) + Styled(spelling, .command))
  }

  mutating func refuse(_ rejection: Rejection, _ showing: Showing, typed line: String) {
    if case .aws(let call) = showing {
      refuse(line: line, Styled(Aws.refusal(rejection, call: call)))
    } else {
      refuse(line: line, Narration.refusal(rejection, world: world))
    }
    tellMistake(refusedAs: rejection)
  }
}

extension Command {
  var isWait: Bool { if case .wait = self { true } else { false } }
}

extension Fact {
  fileprivate var isOrder: Bool {
    switch self {
    case .orderPlaced, .orderFailed: true
    default: false
    }
  }
}
