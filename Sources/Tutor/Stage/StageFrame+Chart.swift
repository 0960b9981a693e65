import CafeWorld
import Terminal

extension StageFrame {
  /// What turned, what was answered and what it cost, over the last minutes.
  struct Chart: Hashable, Encodable {
    /// Milliseconds since a midnight of the café's time.
    let from: Int
    let to: Int
    let lanes: [Lane]

    struct Lane: Hashable, Encodable {
      let label: String
      let segments: [Segment]
      let marks: [Mark]
    }

    struct Segment: Hashable, Encodable {
      let from: Int
      var to: Int
      let tone: Tone
      let text: String
    }

    struct Mark: Hashable, Encodable {
      let at: Int
      let text: String
    }

    /// How far back the page looks.
    static let length: Milliseconds = 5 * .minute
  }
}

extension StageFrame.Chart {
  /// The chart of the last minutes, with the verdict of each of these checks.
  init(of world: World, events: [Event], watching checks: [HealthCheck]) {
    let strip = Strip(of: world, events: events, check: checks.first?.id, last: Self.length)
    let verdicts = checks.map { check in
      strip.verdictLane(of: check, as: checks.count == 1 ? "verdict" : check.title)
    }
    let timeline = strip.timeline(of: verdicts + strip.outcome)
    self.init(
      from: timeline.from,
      to: timeline.to,
      lanes: timeline.lanes.map { lane in
        Lane(
          label: lane.label,
          segments: Self.joined(lane.segments, from: timeline.from, to: timeline.to),
          marks: lane.marks.map { Mark(at: $0.at, text: $0.text) }
        )
      }
    )
  }

  /// What lies within the chart; neighbours that say the same are one.
  private static func joined(
    _ segments: [Timeline.Segment],
    from: Int,
    to: Int
  ) -> [Segment] {
    var joined: [Segment] = []
    for segment in segments where segment.to > from && segment.from < to {
      let next = Segment(
        from: max(segment.from, from),
        to: min(segment.to, to),
        tone: segment.symbol.tone,
        text: segment.text
      )
      if let last = joined.last, last.to == next.from, last.tone == next.tone,
        last.text == next.text
      {
        joined[joined.count - 1].to = next.to
      } else {
        joined.append(next)
      }
    }
    return joined
  }
}

extension Timeline.Symbol {
  fileprivate var tone: StageFrame.Tone {
    switch self {
    case .ok: .good
    case .fail: .bad
    case .unknown: .quiet
    case .mark: .plain
    }
  }
}
