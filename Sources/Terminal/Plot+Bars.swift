extension Plot {
  /// The picture: title, bars with their axes, time labels, legend.
  func bars(on display: Display) -> Styled {
    let largest: Int = buckets.map(\.total).max() ?? 0
    let labelWidth: Int = max(3, String(roundTop(largest)).count)
    let left: Int = labelWidth + 2
    let groups: [Bucket] = summed(into: display.width - left)
    let top: Int = roundTop(groups.map(\.total).max() ?? 0)
    var canvas: Canvas = Canvas(width: display.width, height: rows + 2)
    let slot: Int = min(6, (display.width - left) / groups.count)
    drawAxes(top: top, left: left, columns: slot * groups.count, display.glyphs.axis, &canvas)
    for (index, group) in groups.enumerated() {
      let column: Int = left + index * slot
      draw(group, top: top, column: column, width: slot >= 3 ? slot - 1 : slot, display, &canvas)
    }
    drawTimes(groups, left: left, slot: slot, display.glyphs.axis, &canvas)
    let heading: [Styled] = Styled(title, .heading).wrapped(to: display.width)
    return (heading + canvas.lines + key(on: display)).joined()
  }

  /// The buckets, neighbours added up so that each sum has a column.
  private func summed(into columns: Int) -> [Bucket] {
    let size: Int = (buckets.count + columns - 1) / columns
    return stride(from: 0, to: buckets.count, by: size).map { (start: Int) in
      let group = buckets[start..<min(start + size, buckets.count)]
      return group.dropFirst().reduce(buckets[start]) { (sum: Bucket, next: Bucket) in
        Bucket(
          from: sum.from,
          to: next.to,
          first: sum.first + next.first,
          second: sum.second + next.second
        )
      }
    }
  }

  private func drawAxes(
    top: Int,
    left: Int,
    columns: Int,
    _ glyphs: Glyphs.Axis,
    _ canvas: inout Canvas
  ) {
    for row: Int in 0..<rows {
      canvas.put(glyphs.vertical, .quiet, column: left - 1, row: row)
    }
    for column: Int in 0..<columns {
      canvas.put(glyphs.horizontal, .quiet, column: left + column, row: rows)
    }
    canvas.put(glyphs.corner, .quiet, column: left - 1, row: rows)
    let marks: [(row: Int, value: Int)] =
      [(0, top), (rows, 0)] + (rows % 2 == 0 && top % 2 == 0 ? [(rows / 2, top / 2)] : [])
    for mark: (row: Int, value: Int) in marks {
      let label: Styled = Styled(String(mark.value)).padded(to: left - 2, .right)
      canvas.put(label, column: 0, row: mark.row, limit: left - 2)
      if mark.row < rows { canvas.put(glyphs.tickLeft, .quiet, column: left - 1, row: mark.row) }
    }
  }

  /// Draws one bar.
  ///
  /// What was counted at all gets at least one cell, so that a small loss is seen.
  private func draw(
    _ bucket: Bucket,
    top: Int,
    column: Int,
    width: Int,
    _ display: Display,
    _ canvas: inout Canvas
  ) {
    let glyphs: Glyphs.Axis = display.glyphs.axis
    let upper: Int = bucket.second == 0 ? 0 : max(1, cells(bucket.second, top: top))
    let whole: Int = max(cells(bucket.total, top: top), upper)
    let lower: Int = bucket.first == 0 ? 0 : max(min(1, rows - upper), whole - upper)
    for level: Int in 0..<min(rows, lower + upper) {
      for offset: Int in 0..<width {
        canvas.put(
          level < lower ? glyphs.first : glyphs.second,
          level < lower ? .good : .bad,
          column: column + offset,
          row: rows - 1 - level
        )
      }
    }
  }

  private func cells(_ value: Int, top: Int) -> Int { (2 * value * rows + top) / (2 * top) }

  /// Marks the axis below the bars that begin a labelled time.
  private func drawTimes(
    _ groups: [Bucket],
    left: Int,
    slot: Int,
    _ glyphs: Glyphs.Axis,
    _ canvas: inout Canvas
  ) {
    var free: Int = 0
    let start: Int = groups.first?.from ?? 0
    for (index, group) in groups.enumerated() {
      let column: Int = left + index * slot
      let label: String =
        lastsDays
        ? "day \(TimeText.dayNumber(group.from, from: start))" : TimeText.minutes(group.from)
      let isNew: Bool = !lastsDays || index == 0 || isFirstOfDay(groups, index)
      guard isNew, column >= free, column + label.count <= canvas.width else { continue }
      canvas.put(glyphs.tickDown, .quiet, column: column, row: rows)
      canvas.put(Styled(label), column: column, row: rows + 1, limit: label.count)
      free = column + label.count + 3
    }
  }

  private func isFirstOfDay(_ groups: [Bucket], _ index: Int) -> Bool {
    TimeText.dayNumber(groups[index].from, from: groups[0].from)
      != TimeText.dayNumber(groups[index - 1].from, from: groups[0].from)
  }

  private func key(on display: Display) -> [Styled] {
    let glyphs: Glyphs.Axis = display.glyphs.axis
    let lower: Int = buckets.reduce(0) { $0 + $1.first }
    let upper: Int = buckets.reduce(0) { $0 + $1.second }
    let text: Styled =
      Styled(String(glyphs.first), .good) + " \(first) \(lower)   "
      + Styled(String(glyphs.second), .bad) + " \(second) \(upper)"
    return text.wrapped(to: display.width)
  }

  /// A round number that is not below `value`, and at least 4.
  private func roundTop(_ value: Int) -> Int {
    if value <= 10 { return max(4, value + value % 2) }
    var scale: Int = 1
    while 100 * scale < value { scale *= 10 }
    let rounds: [Int] = [12, 16, 20, 25, 30, 40, 50, 60, 80, 100]
    return (rounds.first { $0 * scale >= value } ?? 100) * scale
  }
}
