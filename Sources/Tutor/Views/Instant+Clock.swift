import CafeWorld
import Terminal

extension Instant {
  /// The time of day at the café: `08:05:00`.
  var clock: String { civil(local: true).clock }

  /// The time of day at the café, with the weekday when that is another than `now`'s.
  func clock(seenFrom now: Instant) -> String {
    let (mine, other) = (civil(local: true), now.civil(local: true))
    if mine.date == other.date { return mine.clock }
    return now - self < 6 * .day && self - now < 6 * .day
      ? "\(mine.shortWeekday) \(mine.clock)" : "\(mine.date) \(mine.clock)"
  }

  /// From where this moment is seen among others between two, so that each has its day beside it
  /// where these two do not share theirs.
  func vantage(from first: Instant, to last: Instant) -> Instant {
    civil(local: true).date == first.civil(local: true).date ? last : first
  }

  /// `Monday 2 March 2026, 08:05:00`, at the café.
  var longDate: String {
    let civil = civil(local: true)
    return "\(CivilTime.weekdays[civil.weekday]) \(civil.day) \(CivilTime.months[civil.month - 1]) "
      + "\(civil.year), \(civil.clock)"
  }

  /// Milliseconds as the drawings take them, counted from a midnight of local time.
  var forDrawing: Int { Int(milliseconds + Instant.localOffset) }
}

/// A length of virtual time in words: `27 s`, `2 min 5 s`.
func span(_ time: Milliseconds) -> String { duration(Int(max(0, time))) }

/// A time that was set, to the millisecond: `2 s`, `1900 ms`.
func exact(_ time: Milliseconds) -> String {
  time % .second == 0 ? span(time) : "\(time) ms"
}

/// A whole number with its noun: `1 order`, `2 orders`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// The share of `part` in `whole` as a person says it; nil when there is nothing to share.
func percentage(_ part: Int, of whole: Int) -> String? {
  guard whole > 0 else { return nil }
  let rounded = (part * 100 + whole / 2) / whole
  if part > 0, rounded == 0 { return "less than 1 %" }
  if part < whole, rounded == 100 { return "more than 99 %" }
  return "\(rounded) %"
}

/// `a`, `a and b`, `a, b and c`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
