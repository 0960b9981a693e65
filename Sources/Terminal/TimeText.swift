/// The time of day at `milliseconds` after some midnight, as `08:01:30`.
public func timeOfDay(_ milliseconds: Int) -> String {
  let seconds: Int = TimeText.withinDay(milliseconds) / 1_000
  return [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(TimeText.twoDigits)
    .joined(separator: ":")
}

/// A length of time in its two largest units, as `30 s`, `2 min 5 s`, `1 h 5 min` or `3 d 4 h`.
public func duration(_ milliseconds: Int) -> String {
  let seconds: Int = milliseconds / 1_000
  switch milliseconds {
  case 1..<1_000: return "\(milliseconds) ms"
  case ..<120_000: return "\(seconds) s"
  case ..<3_600_000: return TimeText.parts((seconds / 60, "min"), (seconds % 60, "s"))
  case ..<(48 * 3_600_000):
    return TimeText.parts((seconds / 3_600, "h"), (seconds / 60 % 60, "min"))
  default: return TimeText.parts((seconds / 86_400, "d"), (seconds / 3_600 % 24, "h"))
  }
}

/// What a wait ends with: `1 h has passed`, `1 h 5 min have passed`.
public func timePassed(_ milliseconds: Int) -> String {
  let text: String = duration(milliseconds)
  let isOne: Bool = text.hasPrefix("1 ") && text.split(separator: " ").count == 2
  return text + (isOne ? " has passed" : " have passed")
}

/// The parts that times are written of.
enum TimeText {
  static let day = 86_400_000

  static func withinDay(_ milliseconds: Int) -> Int {
    let rest: Int = milliseconds % day
    return rest < 0 ? rest + day : rest
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The time of day to the minute, as `08:01`.
  static func minutes(_ milliseconds: Int) -> String { String(timeOfDay(milliseconds).prefix(5)) }

  /// Which day `milliseconds` falls on, the day of `start` being day 1.
  static func dayNumber(_ milliseconds: Int, from start: Int) -> Int {
    let first: Int = start - withinDay(start)
    return (milliseconds - first) / day + 1
  }

  static func parts(_ large: (Int, String), _ small: (Int, String)) -> String {
    let rest: String = small.0 == 0 ? "" : " \(small.0) \(small.1)"
    return "\(large.0) \(large.1)\(rest)"
  }
}
