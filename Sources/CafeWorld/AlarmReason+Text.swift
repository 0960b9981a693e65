import Route53

extension AlarmReason {
  /// CloudWatch's own sentence for a state's reason.
  public func text(from: AlarmState, to: AlarmState) -> String {
    switch self {
    case .unchecked: "Unchecked: Initial alarm creation"
    case .noData: "Insufficient Data: 1 datapoint was unknown."
    case .datapoint(let value, let minute):
      Self.crossing(
        [Datapoint(value: Int64(value) * 1_000, at: minute)],
        .console,
        "\(from.rawValue) -> \(to.rawValue)"
      )
    case .datapoints(let points, let rule):
      Self.crossing(points, rule, "\(from.rawValue) -> \(to.rawValue)")
    case .set(let words): words
    }
  }

  /// At most five datapoints are named, newest first.
  private static func crossing(
    _ points: [Datapoint],
    _ rule: AlarmRule,
    _ transition: String
  ) -> String {
    let breaching = points.filter { rule.breaches($0.value) }
    let isAlarm = breaching.count >= min(rule.needed, points.count)
    let told = isAlarm ? breaching : points.filter { !rule.breaches($0.value) }
    let list = told.prefix(5).map { "\($0.value.decimal) (\($0.at.dayMonthYear))" }
    let more = told.count > 5 ? ", …" : ""
    let needed = isAlarm ? rule.needed : rule.evaluationPeriods - rule.needed + 1
    return "Threshold Crossed: \(told.count) out of the last \(rule.evaluationPeriods) datapoints "
      + "[\(list.joined(separator: ", "))\(more)] \(told.count == 1 ? "was" : "were")"
      + "\(isAlarm ? "" : " not") \(rule.comparison.words) the threshold "
      + "(\(rule.threshold.decimal)) (minimum \(needed) datapoint\(needed == 1 ? "" : "s") for "
      + "\(transition) transition)."
  }
}

extension AlarmRule.Comparison {
  /// As CloudWatch's sentences have it.
  public var words: String {
    switch self {
    case .less: "less than"
    case .lessOrEqual: "less than or equal to"
    case .greater: "greater than"
    case .greaterOrEqual: "greater than or equal to"
    }
  }
}

extension Int64 {
  /// Thousandths as a number with at least one decimal: 1000 is `1.0`, 18750 is `18.75`.
  public var decimal: String {
    let size = magnitude
    var digits = String(size % 1_000)
    digits = String(repeating: "0", count: 3 - digits.count) + digits
    while digits.count > 1, digits.hasSuffix("0") { digits.removeLast() }
    return (self < 0 ? "-" : "") + "\(size / 1_000).\(digits)"
  }

  /// Thousandths without a fraction of zero: 1000 is `1`.
  public var shortDecimal: String { self % 1_000 == 0 ? String(self / 1_000) : decimal }
}
