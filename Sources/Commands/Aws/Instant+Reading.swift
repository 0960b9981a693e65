import CafeWorld

extension Instant {
  /// Reads a time as the AWS CLI takes it: `2026-03-02T16:00:00Z`, a date alone, or seconds since
  /// 1970.
  static func read(_ text: String, option: String) throws(CommandError) -> Instant {
    if let seconds = Int64(text), (0...253_402_300_799).contains(seconds) {
      return Instant(milliseconds: seconds * .second)
    }
    let halves = text.split(separator: "T", omittingEmptySubsequences: false)
    let date = numbers(halves[0], "-", widths: [4, 2, 2])
    let clock = halves.count == 2 ? numbers(plain(halves[1]), ":", widths: [2, 2, 2]) : [0, 0, 0]
    guard halves.count <= 2, let date, let clock, (1970...9_999).contains(date[0]),
      (1...12).contains(date[1]), (1...31).contains(date[2]), clock[0] < 24, clock[1] < 60,
      clock[2] < 60
    else {
      throw .badValue(
        option: option,
        value: text.shown(),
        allowed: "a time in UTC such as 2026-03-02T16:00:00Z",
        near: []
      )
    }
    let days = days(year: date[0], month: date[1], day: date[2])
    let seconds = clock[0] * 3_600 + clock[1] * 60 + clock[2]
    return Instant(milliseconds: days * .day + seconds * .second)
  }

  /// The time of day without the mark of UTC and a fraction.
  private static func plain(_ text: Substring) -> Substring {
    var text = text
    for ending in ["Z", "+00:00"] where text.hasSuffix(ending) {
      text = text.dropLast(ending.count)
    }
    return text.prefix { $0 != "." }
  }

  private static func numbers(
    _ text: Substring,
    _ mark: Character,
    widths: [Int]
  ) -> [Int64]? {
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.map(\.count) == widths else { return nil }
    let numbers = parts.compactMap { part in
      part.allSatisfy { ("0"..."9").contains($0) } ? Int64(part) : nil
    }
    return numbers.count == parts.count ? numbers : nil
  }

  /// Days since 1970-01-01 by Howard Hinnant's `days_from_civil`.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let ofEra = year - era * 400
    let shifted = month > 2 ? month - 3 : month + 9
    let ofYear = (153 * shifted + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
