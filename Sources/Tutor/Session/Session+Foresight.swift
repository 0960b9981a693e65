import CafeWorld
import Lab
import Terminal

/// What is shown of a guess that came out wrong: what the learner foresaw, and what happened.
extension Session {
  /// `guess` is the number that was read in what the learner `said`.
  mutating func showBoth(
    _ guess: Double,
    said: String,
    _ playing: Playing,
    _ prediction: Prediction
  ) {
    if case .secondsUntil = prediction.answer, let real = playing.answer.number,
      (0..<86_400).contains(guess)
    {
      return chart(guess, real, playing)
    }
    var told = noticed(playing.allEvents, playing.start, playing)
    for place in told.indices { told[place].seenFrom = playing.start.now }
    list(told, beside: said)
  }

  /// What a person would have noticed on the copy; customers' orders are left to the answer.
  private func noticed(_ events: [Event], _ before: World, _ playing: Playing) -> [NarratedLine] {
    Narration.lines(
      events,
      before: before,
      after: playing.after,
      orders: false,
      mailbox: .nowhere,
      on: display
    )
  }

  /// How many lines of text the events take at most.
  private static let mostLines = 7

  /// These events beside what was said; where they do not fit, the first and the last of them.
  private mutating func list(_ told: [NarratedLine], beside said: String) {
    guard let first = told.first?.clocked(on: display) else { return }
    say(
      (Styled("You said: ") + Styled(said, .value)
        + Styled(". On a copy of the café this happened:"))
        .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
    )
    say(first)
    let others = told.dropFirst().map { $0.clocked(on: display) }
    let room = Self.mostLines - first.lines.count
    let fits = others.reduce(0) { $0 + $1.lines.count } <= room
    if !fits { say(Styled("…", .quiet)) }
    for line in fits ? others : Self.last(of: others, in: room - 1) { say(line) }
  }

  /// The last of these texts that fit into so many lines.
  private static func last(of texts: [Styled], in room: Int) -> [Styled] {
    var left = room
    return texts.reversed().prefix { text in
      left -= text.lines.count
      return left >= 0
    }.reversed()
  }

  /// The two timelines over the events of the copy.
  private mutating func chart(_ guess: Double, _ real: Double, _ playing: Playing) {
    let start = playing.before.now.forDrawing
    let end = start + Int(max(guess, real) * 1_150) + 1_000
    let told = noticed(playing.events, playing.before, playing)
    let marks = told.map { Timeline.Mark(at: $0.at.forDrawing, .mark, text: $0.text.text) }
    say(
      Timeline(
        from: start,
        to: end,
        lanes: [
          Timeline.Lane(
            "you",
            marks: [Timeline.Mark(at: start + Int(guess * 1_000), .mark, text: "your guess")]
          ),
          Timeline.Lane(
            "engine",
            marks: [Timeline.Mark(at: start + Int(real * 1_000), .mark, text: "it happens")]
          ),
          Timeline.Lane("events", marks: marks),
        ]
      ).drawn(on: display)
    )
    if display.drawsPictures { name(told, since: playing.before.now) }
  }

  /// How many events of a chart are named at most.
  private static let mostNamed = 10

  /// The last events of a chart by name, each so many seconds after the question.
  private mutating func name(_ told: [NarratedLine], since start: Instant) {
    if told.count > Self.mostNamed { say(Styled("…", .quiet).padded(to: 8, .right)) }
    for event in told.suffix(Self.mostNamed) {
      let seconds = Styled("\((event.at - start + 500) / 1_000) s", .value).padded(to: 8, .right)
      let hanging = Styled(String(repeating: " ", count: 10))
      say(
        (seconds + Styled("  ") + event.text)
          .wrapped(to: display.proseWidth, hanging: hanging).joined()
      )
    }
  }
}
