extension Timeline {
  /// What the chart shows, lane by lane in sentences.
  func list(on display: Display) -> Styled {
    lanes.flatMap { (lane: Lane) -> [Styled] in
      let entries: [Entry] = merged(entries(of: lane))
      let heading: Styled = Styled("\(lane.label):").over(.strong)
      let lines: [Styled] = entries.map { Styled("  " + sentence(for: $0)) }
      return ([heading] + (lines.isEmpty ? ["  nothing"] : lines)).flatMap {
        $0.wrapped(to: display.width, hanging: "    ")
      }
    }.joined()
  }

  /// A stretch, or a moment that came several times over.
  private struct Entry {
    let from: Int
    var to: Int?
    let words: String
    var times: Int = 1
    var isMoment: Bool
  }

  private func entries(of lane: Lane) -> [Entry] {
    let stretches: [Entry] = lane.segments.filter { $0.to > from && $0.from < to }.map {
      Entry(
        from: max(from, $0.from),
        to: min(to, $0.to),
        words: words($0.symbol, $0.text),
        isMoment: false
      )
    }
    let moments: [Entry] = lane.marks.filter { (from..<to).contains($0.at) }.map {
      Entry(from: $0.at, to: nil, words: words($0.symbol, $0.text), isMoment: true)
    }
    let all: [Entry] = stretches + moments
    return all.enumerated().sorted {
      ($0.element.from, $0.offset) < ($1.element.from, $1.offset)
    }.map(\.element)
  }

  /// Moments that say the same one after another become one entry with a count.
  private func merged(_ entries: [Entry]) -> [Entry] {
    var result: [Entry] = []
    for entry: Entry in entries {
      let last: Int = result.count - 1
      if last >= 0, entry.isMoment, result[last].isMoment, result[last].words == entry.words {
        result[last].to = entry.from
        result[last].times += 1
      } else {
        result.append(entry)
      }
    }
    return result
  }

  private func sentence(for entry: Entry) -> String {
    var text: String = moment(entry.from)
    if let to: Int = entry.to { text += " to \(moment(to))" }
    text += ": \(entry.words)"
    return entry.times > 1 ? text + ", \(entry.times) times" : text
  }

  /// The time of day, with the day's number where the list goes on until another day.
  private func moment(_ time: Int) -> String {
    let crossesMidnight = span < TimeText.day && TimeText.dayNumber(to - 1, from: from) > 1
    guard crossesMidnight else { return clock(time) }
    return "day \(TimeText.dayNumber(time, from: from)) \(timeOfDay(time))"
  }

  private func words(_ symbol: Symbol, _ text: String) -> String {
    text.isEmpty ? legend.word(for: symbol) : "\(legend.word(for: symbol)), \(text)"
  }
}
