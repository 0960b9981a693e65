import CafeWorld
import Lab
import Terminal

/// Questions to a room, and notes for whoever stands before it.
extension Session {
  mutating func ask(_ question: RoomQuestion) {
    let situation = Situation(attempt)
    let poll = Poll(question, in: situation)
    demo?.poll = poll
    demo?.isAsking = true
    say(Styled())
    say(Styled("A question to the room", .heading))
    if let story = question.story { tell(Evaluator(situation).text(story)) }
    put(poll)
    guard demo?.pace == .keyboard else {
      return whisper("Think first; the answer comes in a moment.")
    }
    guard !poll.choices.isEmpty else { return whisper("Think first; Enter goes on.") }
    let hands = question.isOrder ? "Hands for what comes first, as numbers" : "Hands as numbers"
    whisper("\(hands): `12 7 3`, or one, `a 12`. Enter goes on.")
  }

  /// The question, and its choices if it has any.
  mutating func put(_ poll: Poll) {
    tell("**" + poll.question + "**")
    if !poll.choices.isEmpty { say(poll.drawn(on: display)) }
  }

  /// What the engine says, beside what the room said.
  mutating func reveal(_ question: RoomQuestion) {
    let situation = Situation(attempt)
    var poll = demo?.poll ?? Poll(question, in: situation)
    let choices = poll.reveal(question, in: situation)
    demo?.poll = poll
    say(Styled())
    // What a question of a quiz asks for is known, not computed.
    let (name, lead) =
      if case .quiz = question { ("The answer", "The answer:") } else {
        ("What the engine says", "The engine says:")
      }
    say(Styled(name, .heading))
    if !poll.choices.isEmpty { say(poll.drawn(on: display)) }
    if let answer = poll.answer {
      say(
        (Sign.done.drawn(on: display) + Styled(" \(lead) ")
          + spans(answer, .value, on: display)
          + Styled("."))
          .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
      )
    }
    let feedback: [String] = poll.choices.enumerated().sorted { $0.1.hands > $1.1.hands }
      .filter { $1.hands > 0 && $1.isRight == false }
      .compactMap { place, choice in
        choices[place].feedback.map { "*\(choice.label)*: " + $0 }
      }
    for words in feedback { tell(words) }
    if let reason = question.answer(in: situation)?.reason {
      if !feedback.isEmpty { say(Styled()) }
      tell(reason)
    }
    say(Styled())
  }

  /// The notes of a step, for the presenter.
  mutating func note(_ step: Step) {
    let evaluator = Evaluator(Situation(attempt))
    var text = Styled("\(step.title)  (\(step.id))", .heading)
    for note in step.notes { text += "\n" + Markdown(evaluator.text(note)).drawn(on: display) }
    effects.append(.note(text))
  }

  /// Where the demo is, and what Enter brings, for the presenter.
  mutating func tellNextCue() {
    guard let demo else { return }
    let place = "\(demo.place)/\(demo.script.cues.count) \(world.now.civil(local: true).clock)"
    let next = demo.next.map { words(of: $0.act) } ?? "the end"
    effects.append(
      .note(
        (Styled(place, .quiet) + Styled("  next: ") + Styled(next))
          .wrapped(to: display.proseWidth, hanging: Styled("    ")).joined()
      )
    )
  }

  private func words(of act: DemoCue.Act) -> String {
    let situation = Situation(attempt)
    let evaluator = Evaluator(situation)
    switch act {
    case .enter: return "the next step"
    case .read(let text): return "“" + start(of: evaluator.text(text)) + "”"
    case .figure(let figure): return "figure: " + figure.text
    case .ask(.poll(let poll)): return "ask: " + evaluator.text(poll.question)
    case .ask(let question):
      let answer = question.answer(in: situation).map { " (it is \($0.text))" } ?? ""
      return "ask: " + evaluator.text(question.text) + answer
    case .reveal: return "what the engine says"
    case .type(let command): return "> " + command.text
    case .watch(let time): return "> " + DemoCue.line(ofWatching: time)
    case .rewind(let lines, _): return "take back \(counted(lines, "line"))"
    }
  }

  private func start(of text: String) -> String {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
  }
}

extension Session {
  /// The question that the room has been asked last; nil: none, or it is behind us.
  public var poll: Poll? { demo?.poll }
}
