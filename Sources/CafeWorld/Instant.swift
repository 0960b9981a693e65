/// A moment of virtual time: whole milliseconds since 1970-01-01T00:00:00Z.
///
/// The world reads no clock. Its time starts at `Instant.opening` and moves only by commands.
public struct Instant: Hashable, Comparable, Sendable, Codable {
  public let milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Monday 2 March 2026, 08:00 at the café (16:00 UTC).
  public static let opening = Instant(milliseconds: 1_772_467_200_000)

  public init(from decoder: any Decoder) throws {
    self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }

  public static func + (left: Instant, right: Milliseconds) -> Instant {
    Instant(milliseconds: left.milliseconds + right)
  }

  public static func - (left: Instant, right: Milliseconds) -> Instant {
    Instant(milliseconds: left.milliseconds - right)
  }

  public static func - (left: Instant, right: Instant) -> Milliseconds {
    left.milliseconds - right.milliseconds
  }
}

/// A length of virtual time in milliseconds.
public typealias Milliseconds = Int64

extension Milliseconds {
  public static let second: Milliseconds = 1_000
  public static let minute: Milliseconds = 60_000
  public static let hour: Milliseconds = 3_600_000
  public static let day: Milliseconds = 86_400_000
}

extension Instant {
  /// The café's clock: UTC-8 the whole year, so that no time-zone table is needed.
  public static let localOffset: Milliseconds = -8 * .hour

  /// Year, month, day, weekday (0 = Sunday) and time of day, in UTC or at the café.
  public func civil(local: Bool) -> CivilTime {
    CivilTime(milliseconds + (local ? Self.localOffset : 0))
  }

  /// Milliseconds since the last full minute of UTC.
  var intoMinute: Milliseconds { milliseconds % .minute }

  /// The first full minute after this moment.
  var nextMinute: Instant { self + (.minute - intoMinute) }
}

/// A moment written as people read it.
public struct CivilTime: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int
  /// 0 is Sunday.
  public let weekday: Int
  public let hour: Int
  public let minute: Int
  public let second: Int
  public let millisecond: Int

  /// Days to a date by Howard Hinnant's `civil_from_days`.
  init(_ milliseconds: Milliseconds) {
    let days = milliseconds.quotientFloored(by: .day)
    let ofDay = Int(milliseconds - days * .day)
    (hour, minute) = (ofDay / 3_600_000, ofDay / 60_000 % 60)
    (second, millisecond) = (ofDay / 1_000 % 60, ofDay % 1_000)
    weekday = Int((days + 4) - (days + 4).quotientFloored(by: 7) * 7)
    let shifted = days + 719_468
    let era = shifted.quotientFloored(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  public static let weekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]
  public static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// The time of day: `08:01:30`.
  public var clock: String {
    "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
  }

  /// The day: `2026-03-02`.
  public var date: String { "\(year)-\(month.padded(2))-\(day.padded(2))" }

  /// The first three letters: `Mon`.
  public var shortWeekday: String { String(Self.weekdays[weekday].prefix(3)) }
}

extension Instant {
  /// The moment in UTC: `2026-03-02T16:00:00.000Z`.
  public var iso: String {
    let civil = civil(local: false)
    return "\(civil.date)T\(civil.clock).\(civil.millisecond.padded(3))Z"
  }
}

extension Int64 {
  func quotientFloored(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }

  /// The smallest whole number of `divisor`s that is not below this.
  func quotientCeiled(by divisor: Int64) -> Int64 {
    -((-self).quotientFloored(by: divisor))
  }
}

extension Int {
  func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
