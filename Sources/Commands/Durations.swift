public import CafeWorld

/// Lengths of time as people type them: `250ms`, `30s`, `5m`, `1h`, `1d`, `1m30s`.
public enum Durations {
  private static let units: [(name: String, milliseconds: Milliseconds)] = [
    ("d", .day), ("h", .hour), ("m", .minute), ("s", .second), ("ms", 1),
  ]

  /// What a duration must look like, for messages.
  static let allowed = "a time with its unit from 1ms to 366d, such as 30s, 5m, 1h, 1d or 1m30s"

  /// The milliseconds of a duration; nil for anything else, and for more than fits.
  ///
  /// A duration is whole numbers with units, each unit at most once, the largest first.
  public static func milliseconds(_ text: some StringProtocol) -> Milliseconds? {
    var total: Milliseconds = 0
    var rest = text[...]
    var left = units[...]
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      rest = rest[digits.endIndex...]
      let letters = rest.prefix { !("0"..."9").contains($0) }
      rest = rest[letters.endIndex...]
      guard let count = Milliseconds(digits),
        let place = left.firstIndex(where: { $0.name == letters })
      else { return nil }
      let (part, tooMuch) = count.multipliedReportingOverflow(by: units[place].milliseconds)
      let (sum, tooLong) = total.addingReportingOverflow(part)
      guard !tooMuch, !tooLong else { return nil }
      total = sum
      left = left[(place + 1)...]
    }
    return left.count < units.count ? total : nil
  }

  /// The shortest text of a duration: `1m30s`; `0s` for none.
  public static func text(_ milliseconds: Milliseconds) -> String {
    guard milliseconds != 0 else { return "0s" }
    var rest = milliseconds.magnitude
    var text = milliseconds < 0 ? "-" : ""
    for unit in units {
      let size = unit.milliseconds.magnitude
      if rest >= size { text += "\(rest / size)\(unit.name)" }
      rest %= size
    }
    return text
  }

  /// Reads the value of an option or argument, which is as long as a wait can be.
  static func value(_ text: String, for option: String) throws(CommandError) -> Milliseconds {
    if let time = fitting(text) { return time }
    let isNumber = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    let inSeconds = isNumber && fitting("\(text)s") != nil
    throw .badValue(
      option: option,
      value: text,
      allowed: allowed,
      near: inSeconds ? ["\(text)s"] : []
    )
  }

  /// The milliseconds of a duration that a wait can be; nil for any other.
  private static func fitting(_ text: String) -> Milliseconds? {
    milliseconds(text).flatMap { (1...Timing.longestWait).contains($0) ? $0 : nil }
  }
}
