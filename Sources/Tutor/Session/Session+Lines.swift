import CafeWorld
import Commands
import Lab
import Terminal

extension Session {
  /// Takes a typed line: a response where something is asked, a command otherwise.
  mutating func take(_ line: String) {
    lineEvents = []
    if demo != nil, takeForDemo(line) { return }
    guard let asking else { return read(line) }
    switch reading(line, at: asking) {
    case .command: read(line)
    case .slip(let error):
      let advice = "If that was meant as your answer, type `answer` before it."
      refuse(line: line, Styled(error.message + " " + advice))
    case .response:
      if isFull { return refuse(line: line, Styled(Self.fullWords)) }
      finish(line, accepted: respond(line, to: asking))
    }
  }

  mutating func read(_ line: String) {
    do {
      let request = try parse(line, in: context)
      waiting = nil
      files = [:]
      carryOut(request, typed: line)
    } catch .needsFile(let path) {
      waiting = line
      effects.append(.readFile(path: path))
    } catch {
      refuse(line: line, Styled(message(of: error)))
    }
  }

  /// The file that a line was waiting for.
  mutating func receive(_ path: String, _ content: String?, _ problem: String?) {
    guard let line = waiting else { return }
    waiting = nil
    if let content {
      // Some editors begin a file with a mark that says how it is encoded.
      files[path] = content.hasPrefix("\u{FEFF}") ? String(content.dropFirst()) : content
      read(line)
    } else {
      refuse(line: line, Styled("\(path) could not be read: \(problem ?? "it is not there")."))
    }
  }

  private mutating func carryOut(_ request: Request, typed line: String) {
    if let reason = objection(to: request) { return refuse(line: line, Styled(reason)) }
    if isReadOnly, request.changesSomething { return lookOnly(request, typed: line) }
    advice = pricedAdvice(in: request)
    switch request {
    case .nothing: repeatQuestion()
    case .change(let commands, let showing):
      change(commands, showing: showing, typed: line)
    case .changeRecord(let zone, let change): changeRecord(zone, change, typed: line)
    case .ask(let inquiry): answer(inquiry, typed: line)
    case .batch(let verb): batch(verb, typed: line)
    case .lesson(let verb): follow(verb, typed: line)
    case .travel(let verb): travel(verb, typed: line)
    case .sitting(let verb): follow(verb, typed: line)
    case .demo(let verb): follow(verb, typed: line)
    case .session(let verb): follow(verb, typed: line)
    }
  }

  mutating func refuse(line: String, _ text: Styled) {
    say(text, behind: .failed)
    finish(line, accepted: false)
  }

  /// Says a text behind a sign, in the lines that it has.
  mutating func say(_ text: Styled, behind sign: Sign) {
    for (index, part) in text.lines.enumerated() {
      let lead = index == 0 ? sign.drawn(on: display) + Styled(" ") : Styled("  ")
      let shown = lead + spans(in: part, on: display)
      say(shown.wrapped(to: display.proseWidth, hanging: Styled("  ")).joined())
    }
  }

  /// Ends a line: the price of its advice, and its report.
  mutating func finish(_ line: String, accepted: Bool) {
    if accepted, let advice { consult(advice, typed: line) }
    advice = nil
    effects.append(
      .report(
        LineReport(
          line: line,
          accepted: accepted,
          time: world.now,
          events: lineEvents,
          conditions: reports.filter(isShown).map { ($0.id, $0.status.isMet) }
        )
      )
    )
  }

  private mutating func answer(_ inquiry: Inquiry, typed line: String) {
    let world = worldByTheClock
    if case .aws(let call) = inquiry {
      sayVerbatim(Styled(Aws.output(call, before: world, after: world, events: [])))
      if let note = Aws.note(on: call) { whisper(note) }
    } else {
      say(Views.show(inquiry, of: world, events: attempt.events(), on: display))
      if teaches, let spelling = Aws.spelling(of: inquiry, in: world) { teach(spelling) }
    }
    finish(line, accepted: true)
  }

  private mutating func follow(_ verb: SessionVerb, typed line: String) {
    switch verb {
    case .help(let topic):
      guard let text = help(topic, width: display.proseWidth) else {
        return refuse(
          line: line,
          Styled("There is no help on \(topic.joined(separator: " ")). Try `help`.")
        )
      }
      say(Styled(text))
      if dealt != nil, topic.isEmpty { whisper("Some of it is off in a quiz, and says so.") }
    case .set(let key, let value): return set(key, value, typed: line)
    case .live(let wanted): return live(wanted, typed: line)
    case .stage(let wanted, let port): return stage(wanted, on: port, typed: line)
    case .export(let path): effects.append(.export(path: path))
    case .quit: return quit(typed: line)
    }
    finish(line, accepted: true)
  }

  /// Leaves; what is not saved is asked about once, and only where work would be lost.
  private mutating func quit(typed line: String) {
    if let unsaved, !knowsOfLoss, attempt.rows.contains(where: { !$0.typed.isEmpty }) {
      knowsOfLoss = true
      return refuse(
        line: line,
        Styled(
          "Nothing of this is saved: \(unsaved). `export FILE` writes it to a file; "
            + "`quit` again leaves without it."
        )
      )
    }
    effects.append(wayOut)
    finish(line, accepted: true)
  }

  private mutating func set(_ key: String?, _ value: String?, typed line: String) {
    switch (key, value) {
    case (nil, _), ("teach", nil):
      say(
        Styled(
          "teach  \(teaches ? "on" : "off")   also says how the AWS CLI spells a line, if it can"
        )
      )
    case ("teach", "on"), ("teach", "off"):
      teaches = value == "on"
      let promise = "From now on a line shows its AWS spelling, where AWS has one."
      say(Styled(teaches ? promise : "Taught enough."))
    case ("teach", _):
      return refuse(line: line, Styled("teach is on or off. Try `set teach on`."))
    default:
      return refuse(line: line, Styled("There is no setting \(key ?? ""). `set` lists them."))
    }
    finish(line, accepted: true)
  }
}
