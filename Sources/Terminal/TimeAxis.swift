/// A stretch of time laid over a number of columns, with ticks at round times.
package struct TimeAxis: Sendable, Equatable {
  package let from: Int
  package let to: Int
  package let columns: Int

  package init(from: Int, to: Int, columns: Int) {
    self.from = from
    self.to = to
    self.columns = columns
  }

  /// The round steps between ticks: seconds, minutes, hours, days.
  private static let steps: [Int] =
    [1, 2, 5, 10, 15, 30].map { $0 * 1_000 } + [1, 2, 5, 10, 15, 30].map { $0 * 60_000 }
    + [1, 2, 3, 6, 12, 24, 48, 168, 336, 720, 2_160, 8_760].map { $0 * 3_600_000 }

  /// The column in which a moment within the stretch lies.
  package func column(of time: Int) -> Int {
    min(columns - 1, max(0, (time - from) * columns / (to - from)))
  }

  /// The moments that one column stands for, at least one.
  func interval(of column: Int) -> Range<Int> {
    let first: Int = firstMoment(of: column)
    return first..<max(first + 1, firstMoment(of: column + 1))
  }

  /// The times of the ticks, so far apart that their labels do not touch.
  package var times: [Int] {
    let labelColumns: Int = to - from < TimeText.day ? 10 : 14
    let step: Int =
      TimeAxis.steps.first { $0 * columns / (to - from) >= labelColumns } ?? (to - from)
    let remainder: Int = from % step
    let first: Int = remainder > 0 ? from - remainder + step : from - remainder
    let round: [Int] = Array(stride(from: first, to: to, by: step))
    return round.isEmpty ? [from] : round
  }

  /// The first moment that ``column(of:)`` puts into `column`.
  private func firstMoment(of column: Int) -> Int {
    from + (column * (to - from) + columns - 1) / columns
  }
}
