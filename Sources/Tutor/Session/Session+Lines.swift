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

  /// What a line at a question is taken for.
  private enum Reading {
    case command
    /// Nearly a command, and no answer that the judge knows: malformed, so it costs nothing.
    case slip(CommandError)
    case response
  }

  private func reading(_ line: String, at asking: Asking) -> Reading {
    if isAboutQuestions(line) { return .command }
    do {
      _ = try parse(line, in: context)
      return .command
    } catch .needsFile {
      return .command
    } catch {
      // An answer in words may begin as a verb does; a number never.
      if asking.wantsNumber, error.knowsTheVerb { return .command }
      guard case .unknownVerb(let word, let near) = error, word.count > 2,
        near.contains(where: { asking.wantsNumber || editDistance(word, $0, atMost: 1) != nil }),
        !finds(line, at: asking), asking.wantsNumber || isCommand(line, butFor: near)
      else { return .response }
      return .slip(error)
    }
  }

  /// Whether a line is `answer` without a response, or `quiz` with a question's name: no answer.
  private func isAboutQuestions(_ line: String) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    if words == ["answer"] { return true }
    guard words.count == 2, words[0] == "quiz" else { return false }
    return lesson?.steps.contains { $0[quiz: words[1]] != nil } ?? false
  }

  /// Whether a line would be a command if its verb were one of these: people do not write options
  /// in an answer, and what they write seldom makes sense behind a verb.
  private func isCommand(_ line: String, butFor verbs: [String]) -> Bool {
    let words = line.split(whereSeparator: \.isWhitespace)
    if words.count == 1 || words.contains(where: { $0.hasPrefix("--") }) { return true }
    return verbs.contains { verb in
      let rest = words.dropFirst(verb.split(separator: " ").count)
      return isCommand(([verb] + rest.map(String.init)).joined(separator: " "))
    }
  }

  private func isCommand(_ line: String) -> Bool {
    do {
      _ = try parse(line, in: context)
      return true
    } catch .needsFile {
      return true
    } catch { return false }
  }

  /// Whether the judge finds something in a response: right, or a wrong idea that is known.
  ///
  /// A number behind a word that is nearly a verb belongs to that verb: `wiat 30s`.
  private func finds(_ line: String, at asking: Asking) -> Bool {
    guard !asking.wantsNumber, case .quiz(let quiz) = asking else { return false }
    switch quiz.judge(line, Evaluator(Situation(attempt))) {
    case .right, .wrong: return true
    case .unforeseen(let doubt): return doubt != .noIdea
    case .invalid: return false
    // Nobody can tell here, and a response has its price.
    case .unjudged: return false
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

extension CommandError {
  /// Whether the line began as a command does, and went wrong later.
  fileprivate var knowsTheVerb: Bool {
    switch self {
    case .unknownVerb, .tooLong, .controlCharacter, .openQuote, .danglingBackslash: false
    default: true
    }
  }
}
