/// A number that stays the same between changes, as it was at every moment of the past.
///
/// Values are thousandths, so that percentages need no fractions; nil is no value.
public struct StepHistory: Hashable, Sendable, Codable {
  private(set) var steps: [Step] = []

  /// From a moment on the number is this; `event` brought that about.
  struct Step: Hashable, Sendable, Codable {
    let at: Instant
    let value: Int64?
    let event: Int
  }

  /// Notes the value from a moment on; of several in one millisecond the last counts.
  mutating func note(_ value: Int64?, at moment: Instant, because event: Int) {
    if let last = steps.last, last.at == moment { steps.removeLast() }
    if let last = steps.last, last.value == value { return }
    steps.append(Step(at: moment, value: value, event: event))
  }

  /// The latest step before a moment.
  func step(before moment: Instant) -> Step? {
    let place = place(of: moment)
    return place > 0 ? steps[place - 1] : nil
  }

  /// How many steps lie before a moment.
  private func place(of moment: Instant) -> Int {
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].at < moment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What there is between two moments, the second not included; nil: no value at all.
  func summary(from start: Instant, to end: Instant) -> MetricSummary? {
    guard let last = steps.last, start < end else { return nil }
    if last.at <= start { return last.value.map { MetricSummary($0, for: end - start) } }
    var summary: MetricSummary?
    var index = max(0, place(of: start + 1) - 1)
    while index < steps.count, steps[index].at < end {
      let from = max(start, steps[index].at)
      let to = index + 1 < steps.count ? min(end, steps[index + 1].at) : end
      if let value = steps[index].value, to > from {
        let part = MetricSummary(value, for: to - from)
        summary = summary.map { $0.joined(with: part) } ?? part
      }
      index += 1
    }
    return summary
  }
}

/// What a metric was over a stretch of time; values are thousandths.
public struct MetricSummary: Hashable, Sendable {
  public let minimum: Int64
  public let maximum: Int64
  /// Values times weights, and the weights.
  private let total: Int64
  private let weight: Int64
  /// How many samples it rests on.
  public let sampleCount: Int64

  /// A value that held for so many milliseconds: one sample a minute (our decision).
  init(_ value: Int64, for time: Milliseconds) {
    (minimum, maximum, total, weight) = (value, value, value * time, time)
    sampleCount = time.quotientCeiled(by: .minute)
  }

  /// Samples, at least one.
  init(samples: [Int64]) {
    minimum = samples.min() ?? 0
    maximum = samples.max() ?? 0
    total = samples.reduce(0, +)
    weight = Int64(max(1, samples.count))
    sampleCount = Int64(samples.count)
  }

  private init(_ left: MetricSummary, _ right: MetricSummary) {
    minimum = min(left.minimum, right.minimum)
    maximum = max(left.maximum, right.maximum)
    total = left.total + right.total
    weight = left.weight + right.weight
    sampleCount = weight.quotientCeiled(by: .minute)
  }

  func joined(with other: MetricSummary) -> MetricSummary { MetricSummary(self, other) }

  /// Rounded to the nearest thousandth.
  public var average: Int64 { (total + weight / 2).quotientFloored(by: weight) }

  public var sum: Int64 { average * sampleCount }

  public func value(_ statistic: Statistic) -> Int64 {
    switch statistic {
    case .minimum: minimum
    case .maximum: maximum
    case .average: average
    case .sum: sum
    case .sampleCount: sampleCount * 1_000
    }
  }
}

/// CloudWatch's statistics.
public enum Statistic: String, CaseIterable, Hashable, Sendable, Codable {
  case minimum = "Minimum"
  case maximum = "Maximum"
  case average = "Average"
  case sum = "Sum"
  case sampleCount = "SampleCount"
}
