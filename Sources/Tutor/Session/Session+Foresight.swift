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
    let decider = Decider(answer: prediction.answer, situation: Situation(attempt))
    if case .secondsUntil = prediction.answer, let real = playing.answer.number,
      (0..<86_400).contains(guess)
    {
      return chart(guess, real, playing, decider)
    }
    let events = playing.allEvents
    var told = noticed(events, playing.start, playing)
    let (first, last) = (playing.start.now, told.last?.at ?? playing.start.now)
    for place in told.indices {
      told[place].seenFrom = told[place].at.vantage(from: first, to: last)
    }
    list(told, beside: said, with: decider.places(in: told, of: events, from: playing.start))
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

  /// These events beside what was said; where they do not fit, the first of them, those that decide
  /// the answer, and the last.
  private mutating func list(_ told: [NarratedLine], beside said: String, with decisive: [Int]) {
    guard !told.isEmpty else { return }
    say(
      (Styled("You said: ") + Styled(said, .value)
        + Styled(". On a copy of the café this happened:"))
        .wrapped(to: display.proseWidth, hanging: Styled("  ")).joined()
    )
    let texts = told.map { $0.clocked(on: display) }
    var last = -1
    for place in Self.shown(texts.map { $0.lines.count }, with: decisive) {
      if place > last + 1 { say(Styled("…", .quiet)) }
      say(texts[place])
      last = place
    }
    if last < texts.count - 1 { say(Styled("…", .quiet)) }
  }

  /// Which of the texts of these heights are shown: all, or the first, those that must be, and as
  /// many of the last as there is room for.
  private static func shown(_ heights: [Int], with decisive: [Int]) -> [Int] {
    guard heights.reduce(0, +) > mostLines else { return Array(heights.indices) }
    var shown = [0] + decisive.filter { $0 > 0 }
    for place in heights.indices.reversed() where !shown.contains(place) {
      let more = (shown + [place]).sorted()
      guard height(of: more, heights) <= mostLines else { break }
      shown = more
    }
    return shown
  }

  /// How many lines these texts fill, with a line for each gap between them.
  private static func height(of shown: [Int], _ heights: [Int]) -> Int {
    let gaps = zip([-1] + shown, shown + [heights.count]).filter { $1 > $0 + 1 }.count
    return shown.reduce(gaps) { $0 + heights[$1] }
  }

  /// The two timelines over the events of the copy.
  private mutating func chart(
    _ guess: Double,
    _ real: Double,
    _ playing: Playing,
    _ decider: Decider
  ) {
    let start = playing.before.now.forDrawing
    let end = start + Int(max(guess, real) * 1_150) + 1_000
    let told = noticed(playing.events, playing.before, playing)
    // A list says what the picture only marks, and so as much as is named below the picture.
    let isCut = !display.drawsPictures && told.count > Self.mostNamed
    let marks = (isCut ? told.suffix(Self.mostNamed) : told[...]).map {
      Timeline.Mark(at: $0.at.forDrawing, .mark, text: $0.text.text)
    }
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
          Timeline.Lane(isCut ? "the last \(Self.mostNamed) events" : "events", marks: marks),
        ]
      ).drawn(on: display)
    )
    guard display.drawsPictures else { return }
    name(
      told,
      since: playing.before.now,
      with: decider.places(in: told, of: playing.events, from: playing.before)
    )
  }

  /// How many events of a chart are named at most, besides those that decide the answer.
  private static let mostNamed = 10

  /// The last events of a chart by name, and those that decide the answer, each so many seconds
  /// after the question.
  private mutating func name(_ told: [NarratedLine], since start: Instant, with decisive: [Int]) {
    let hidden = max(0, told.count - Self.mostNamed)
    var last = -1
    for place in decisive.filter({ $0 < hidden }) + Array(hidden..<told.count) {
      if place > last + 1 { say(Styled("…", .quiet).padded(to: 8, .right)) }
      last = place
      let seconds =
        Styled("\((told[place].at - start + 500) / 1_000) s", .value).padded(to: 8, .right)
      let hanging = Styled(String(repeating: " ", count: 10))
      say(
        (seconds + Styled("  ") + told[place].text)
          .wrapped(to: display.proseWidth, hanging: hanging).joined()
      )
    }
  }
}
