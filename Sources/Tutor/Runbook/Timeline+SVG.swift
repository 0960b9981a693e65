import Gradebook
import Terminal

extension Timeline {
  /// The chart as an `svg` element that needs nothing from elsewhere.
  ///
  /// Each symbol has a shape of its own besides its colour; `words` tell it to who cannot see it.
  func svg(title: String, words: [String]) -> String {
    let chart = Chart(self)
    let height = Chart.top + (lanes.count + 2) * Chart.lane + 8
    var content: [XMLText] = [
      .element("title", [], [.text(title)]),
      .element("desc", [], [.text(words.joined(separator: "; "))]),
      .element(
        "rect",
        [("width", "\(Chart.width)"), ("height", "\(height)"), ("fill", "#fffdf9")]
      ),
    ]
    content += chart.axis
    for (number, lane) in lanes.enumerated() { content += chart.drawn(lane, number: number) }
    content += chart.legend
    let attributes = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(Chart.width) \(height)"),
      ("width", "\(Chart.width)"), ("height", "\(height)"), ("role", "img"),
      ("font-family", "system-ui, sans-serif"), ("font-size", "12"),
    ]
    return XMLText.element("svg", attributes, content).line
  }
}

/// Where everything stands on a chart, in pixels.
private struct Chart {
  static let width = 960
  static let left = 150
  static let top = 26
  static let lane = 18

  private let timeline: Timeline
  private let axisOfTime: TimeAxis

  init(_ timeline: Timeline) {
    self.timeline = timeline
    axisOfTime = TimeAxis(
      from: timeline.from,
      to: timeline.to,
      columns: (Self.width - Self.left - 20) / 8
    )
  }

  private func x(_ time: Int) -> Int {
    let (from, to) = (timeline.from, timeline.to)
    return Self.left + (min(max(time, from), to) - from) * (Self.width - Self.left - 20)
      / (to - from)
  }

  var axis: [XMLText] {
    let bottom = Self.top + timeline.lanes.count * Self.lane
    return axisOfTime.times.flatMap { time -> [XMLText] in
      [
        line(x(time), Self.top - 6, x(time), bottom, "#d9cbb8", "1"),
        text(timeline.clock(time), x(time) + 2, Self.top - 10, "#5e544c"),
      ]
    }
  }

  func drawn(_ lane: Timeline.Lane, number: Int) -> [XMLText] {
    let middle = Self.top + number * Self.lane + Self.lane / 2
    var drawn = [text(lane.label, 4, middle + 4, "#2b2622")]
    for segment in lane.segments where segment.to > timeline.from && segment.from < timeline.to {
      drawn += self.segment(segment, middle)
    }
    for mark in lane.marks where (timeline.from...timeline.to).contains(mark.at) {
      drawn.append(self.mark(mark.symbol, x(mark.at), middle))
    }
    return drawn
  }

  private func segment(_ segment: Timeline.Segment, _ middle: Int) -> [XMLText] {
    let (start, end) = (x(segment.from), max(x(segment.to), x(segment.from) + 1))
    let bar = bar(segment.symbol, start, end, middle)
    guard !segment.text.isEmpty, end - start > segment.text.count * 7 + 6 else { return [bar] }
    let ink = segment.symbol == .ok || segment.symbol == .fail ? "#ffffff" : "#2b2622"
    return [bar, text(segment.text, start + 4, middle + 4, ink)]
  }

  /// Good is a bar with round ends, failing a block, unknown a dashed line.
  private func bar(_ symbol: Timeline.Symbol, _ from: Int, _ to: Int, _ middle: Int) -> XMLText {
    switch symbol {
    case .ok: box(from, middle - 6, to - from, 12, "#2f6f4f", round: 6)
    case .fail: box(from, middle - 8, to - from, 16, "#a3342c", round: 0)
    case .unknown, .mark: line(from, middle, to, middle, "#5e544c", "2", dashed: true)
    }
  }

  /// Good is a disc, failing a cross, an event a diamond.
  private func mark(_ symbol: Timeline.Symbol, _ x: Int, _ y: Int) -> XMLText {
    let (path, ink) =
      switch symbol {
      case .ok: ("M\(x - 3) \(y)a3 3 0 1 0 6 0a3 3 0 1 0 -6 0", "#2f6f4f")
      case .fail: ("M\(x - 4) \(y - 4)l8 8m0 -8l-8 8", "#a3342c")
      case .unknown: ("M\(x - 3) \(y)h6", "#5e544c")
      case .mark: ("M\(x) \(y - 5)l5 5l-5 5l-5 -5z", "#7a4a12")
      }
    return .element(
      "path",
      [
        ("d", path), ("stroke", ink), ("stroke-width", "2"),
        ("fill", symbol == .ok || symbol == .mark ? ink : "none"),
      ]
    )
  }

  var legend: [XMLText] {
    let y = Self.top + (timeline.lanes.count + 1) * Self.lane
    let shown: [Timeline.Symbol] = [.ok, .fail, .unknown, .mark]
    return shown.enumerated().flatMap { place, symbol -> [XMLText] in
      let x = Self.left + place * 150
      return [
        mark(symbol, x, y),
        text(timeline.legend.word(for: symbol), x + 12, y + 4, "#5e544c"),
      ]
    }
  }

  private func text(_ words: String, _ x: Int, _ y: Int, _ ink: String) -> XMLText {
    .element("text", [("x", "\(x)"), ("y", "\(y)"), ("fill", ink)], [.text(words)])
  }

  private func box(
    _ x: Int,
    _ y: Int,
    _ width: Int,
    _ height: Int,
    _ ink: String,
    round: Int
  ) -> XMLText {
    .element(
      "rect",
      [
        ("x", "\(x)"), ("y", "\(y)"), ("width", "\(width)"), ("height", "\(height)"),
        ("rx", "\(min(round, width / 2))"), ("fill", ink),
      ]
    )
  }

  private func line(
    _ x: Int,
    _ y: Int,
    _ toX: Int,
    _ toY: Int,
    _ ink: String,
    _ width: String,
    dashed: Bool = false
  ) -> XMLText {
    .element(
      "line",
      [
        ("x1", "\(x)"), ("y1", "\(y)"), ("x2", "\(toX)"), ("y2", "\(toY)"), ("stroke", ink),
        ("stroke-width", width),
      ] + (dashed ? [("stroke-dasharray", "4 4")] : [])
    )
  }
}
