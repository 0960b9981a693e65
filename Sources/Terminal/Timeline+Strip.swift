extension Timeline {
  /// The chart: two lines of axis, a line for each lane, an empty one, the legend.
  func strip(on display: Display) -> Styled {
    let labelWidth: Int = min(
      lanes.map { displayWidth(of: $0.label) }.max() ?? 0,
      display.width / 3
    )
    let start: Int = labelWidth + 2
    let ticks: TimeAxis = TimeAxis(from: from, to: to, columns: display.width - start)
    var canvas: Canvas = Canvas(width: display.width, height: lanes.count + 2)
    drawAxis(ticks, from: start, display.glyphs.axis, &canvas)
    for (index, lane) in lanes.enumerated() {
      let row: Int = index + 2
      canvas.put(
        Styled(lane.label),
        column: 0,
        row: row,
        limit: labelWidth,
        ellipsis: display.glyphs.ellipsis
      )
      draw(lane, ticks, from: start, row: row, display, &canvas)
    }
    return (canvas.lines + [Styled()] + key(on: display)).joined()
  }

  private func drawAxis(
    _ ticks: TimeAxis,
    from start: Int,
    _ glyphs: Glyphs.Axis,
    _ canvas: inout Canvas
  ) {
    for column: Int in 0..<ticks.columns {
      canvas.put(glyphs.horizontal, .quiet, column: start + column, row: 1)
    }
    for tick: Int in ticks.times {
      let column: Int = ticks.column(of: tick)
      let label: String = clock(tick)
      canvas.put(glyphs.tickDown, .quiet, column: start + column, row: 1)
      if column + label.count <= ticks.columns {
        canvas.put(Styled(label), column: start + column, row: 0, limit: label.count)
      }
    }
  }

  private func draw(
    _ lane: Lane,
    _ ticks: TimeAxis,
    from start: Int,
    row: Int,
    _ display: Display,
    _ canvas: inout Canvas
  ) {
    let cells: [Symbol?] = symbols(of: lane, ticks)
    for (column, symbol) in cells.enumerated() {
      guard let symbol: Symbol else { continue }
      canvas.put(
        symbol.glyph(unicode: display.unicode),
        symbol.style,
        column: start + column,
        row: row
      )
    }
    for segment: Segment in lane.segments {
      draw(textOf: segment, over: cells, ticks, from: start, row: row, display, &canvas)
    }
    for (column, symbol) in symbols(of: lane.marks, ticks).enumerated() {
      guard let symbol: Symbol else { continue }
      canvas.put(
        symbol.glyph(unicode: display.unicode),
        symbol.style.bold,
        column: start + column,
        row: row
      )
    }
  }

  /// Writes a stretch's text into it when at least one symbol stays visible on either side, and a
  /// border where it follows a stretch of the same symbol.
  private func draw(
    textOf segment: Segment,
    over cells: [Symbol?],
    _ ticks: TimeAxis,
    from start: Int,
    row: Int,
    _ display: Display,
    _ canvas: inout Canvas
  ) {
    guard !segment.text.isEmpty, let covered: Range<Int> = ticks.range(of: segment) else { return }
    let own = covered.filter { cells[$0] == segment.symbol }
    guard let first: Int = own.first, let last: Int = own.last, last - first + 1 == own.count
    else { return }
    let shown: String? = words(of: segment, columns: own.count - 4, display.glyphs.ellipsis)
    if let shown: String {
      let text: Styled = Styled(" \(shown) ", segment.symbol.style)
      canvas.put(text, column: start + first + 1, row: row, limit: text.width)
    }
    if shown != nil || segment.isBounded, first > 0, cells[first - 1] == segment.symbol {
      let border: Character = display.unicode ? "┃" : "|"
      canvas.put(border, segment.symbol.style, column: start + first, row: row)
    }
  }

  /// A stretch's text where it fits; of a bounded one at least the end, which tells names apart.
  private func words(of segment: Segment, columns room: Int, _ ellipsis: String) -> String? {
    if displayWidth(of: segment.text) <= room { return segment.text }
    let kept: Int = room - displayWidth(of: ellipsis)
    guard segment.isBounded, kept >= 3 else { return nil }
    return ellipsis + segment.text.suffix(kept)
  }

  /// The symbol of each column.
  ///
  /// A stretch too short to win any column still gets the one in which its middle lies.
  private func symbols(of lane: Lane, _ ticks: TimeAxis) -> [Symbol?] {
    var cells: [Symbol?] =
      lane.beginsOnTime ? latest(of: lane.segments, ticks) : longest(of: lane.segments, ticks)
    for segment: Segment in lane.segments {
      guard let covered: Range<Int> = ticks.range(of: segment),
        !covered.contains(where: { cells[$0] == segment.symbol })
      else { continue }
      cells[(covered.lowerBound + covered.upperBound - 1) / 2] = segment.symbol
    }
    return cells
  }

  /// For each column the symbol of the last stretch that touches it.
  private func latest(of segments: [Segment], _ ticks: TimeAxis) -> [Symbol?] {
    var cells: [Symbol?] = Array(repeating: nil, count: ticks.columns)
    for segment: Segment in segments {
      for column: Int in ticks.range(of: segment) ?? 0..<0 { cells[column] = segment.symbol }
    }
    return cells
  }

  /// For each column the symbol that lasted longest in it, the graver one of equals.
  private func longest(of segments: [Segment], _ ticks: TimeAxis) -> [Symbol?] {
    var lasting: [[Int]] = Array(
      repeating: Array(repeating: 0, count: Symbol.allCases.count),
      count: ticks.columns
    )
    for segment: Segment in segments {
      for column: Int in ticks.range(of: segment) ?? 0..<0 {
        let cell: Range<Int> = ticks.interval(of: column)
        let shared: Int = min(cell.upperBound, segment.to) - max(cell.lowerBound, segment.from)
        lasting[column][segment.symbol.rawValue] += max(0, shared)
      }
    }
    return lasting.map { (times: [Int]) in
      let most: Int = times.max() ?? 0
      return most == 0 ? nil : times.lastIndex(of: most).flatMap(Symbol.init(rawValue:))
    }
  }

  private func symbols(of marks: [Mark], _ ticks: TimeAxis) -> [Symbol?] {
    var cells: [Symbol?] = Array(repeating: nil, count: ticks.columns)
    for mark: Mark in marks where (from..<to).contains(mark.at) {
      let column: Int = ticks.column(of: mark.at)
      let before: Int = cells[column]?.rawValue ?? -1
      if mark.symbol.rawValue > before { cells[column] = mark.symbol }
    }
    return cells
  }

  /// The legend of the symbols that occur.
  private func key(on display: Display) -> [Styled] {
    let used: [Symbol] = [Symbol.ok, .fail, .unknown, .mark].filter { (symbol: Symbol) in
      lanes.contains { (lane: Lane) in
        lane.segments.contains { $0.symbol == symbol }
          || lane.marks.contains { $0.symbol == symbol }
      }
    }
    return used.map { (symbol: Symbol) in
      let sign: String = String(symbol.glyph(unicode: display.unicode))
      return Styled(sign, symbol.style) + " \(legend.word(for: symbol))"
    }.joined(separator: "   ").wrapped(to: display.width)
  }
}

extension TimeAxis {
  /// The columns that a stretch touches; nil when it lies outside or lasts no time.
  fileprivate func range(of segment: Timeline.Segment) -> Range<Int>? {
    let first: Int = max(from, segment.from)
    let last: Int = min(to, segment.to) - 1
    guard first <= last else { return nil }
    return column(of: first)..<column(of: last) + 1
  }
}
