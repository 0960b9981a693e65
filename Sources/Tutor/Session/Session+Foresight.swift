import CafeWorld
import Lab
import Terminal

/// What is shown of a guess that came out wrong: what the learner foresaw, and what happened.
extension Session {
  /// `guess` is the number that was read in what the learner `said`; `situation` is the one that
  /// was played from.
  mutating func showBoth(
    _ guess: Double,
    said: String,
    _ playing: Playing,
    _ prediction: Prediction,
    in situation: Situation
  ) {
    if case .secondsUntil = prediction.answer, let real = playing.answer.number,
      (0..<86_400).contains(guess)
    {
      chart(guess, real, playing)
    } else {
      let (events, after) = prediction.bearing(of: playing, in: situation)
      var told = Narration.lines(
        events,
        before: playing.start,
        after: after,
        orders: prediction.asksOfOrders,
        on: display
      )
      for place in told.indices { told[place].seenFrom = playing.start.now }
      list(told, beside: said)
    }
  }

  /// How many lines of text the events take at most.
  private static let mostLines = 7

  /// The last of these events beside what was said; nothing where nobody would notice any.
  private mutating func list(_ told: [NarratedLine], beside said: String) {
    var room = Self.mostLines
    let shown = told.reversed().map { $0.clocked(on: display) }.prefix { line in
      room -= line.lines.count
      return room >= 0
    }
    guard !shown.isEmpty else { return }
    let words = shown.count < told.count ? "it came to this" : "this happened"
    say(
      (Styled("You said: ") + Styled(said, .value) + Styled(". On a copy of the café \(words):"))
        .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
    )
    for line in shown.reversed() { say(line) }
  }

  /// The two timelines over the events of the copy.
  private mutating func chart(_ guess: Double, _ real: Double, _ playing: Playing) {
    let start = playing.before.now.forDrawing
    let end = start + Int(max(guess, real) * 1_150) + 1_000
    let told = Narration.lines(
      playing.events,
      before: playing.before,
      after: playing.after,
      on: display
    )
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

  /// The events of a chart by name, each so many seconds after the question.
  private mutating func name(_ told: [NarratedLine], since start: Instant) {
    for event in told.prefix(10) {
      let seconds = Styled("\((event.at - start + 500) / 1_000) s", .value).padded(to: 8, .right)
      let hanging = Styled(String(repeating: " ", count: 10))
      say(
        (seconds + Styled("  ") + event.text)
          .wrapped(to: display.proseWidth, hanging: hanging).joined()
      )
    }
  }
}
