/// A stretch of virtual time as lessons write it: `45s`, `5m`, `1h`, `250ms`, `1d`, `1m30s`.
public struct LessonDuration: Hashable, Comparable, Sendable {
  public let milliseconds: Int

  public init(milliseconds: Int) {
    self.milliseconds = milliseconds
  }

  /// Nil unless the text is whole numbers with units, each unit at most once and the largest first.
  public init?(_ text: some StringProtocol) {
    var total = 0
    var rest = text[...]
    var unitsLeft = Self.units[...]
    while !rest.isEmpty {
      let digits = rest.prefix { ("0"..."9").contains($0) }
      guard let count = Int(digits), count <= Self.largestCount else { return nil }
      rest = rest[digits.endIndex...]
      let letters = rest.prefix(while: \.isLetter)
      guard let place = unitsLeft.firstIndex(where: { $0.name == letters }) else { return nil }
      total += count * unitsLeft[place].milliseconds
      unitsLeft = unitsLeft[(place + 1)...]
      rest = rest[letters.endIndex...]
    }
    guard unitsLeft.count < Self.units.count else { return nil }
    milliseconds = total
  }

  public static func < (one: Self, other: Self) -> Bool { one.milliseconds < other.milliseconds }

  private static let largestCount = 1_000_000_000

  private static let units: [(name: String, milliseconds: Int)] = [
    ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
  ]
}

extension LessonDuration: CustomStringConvertible {
  public var description: String {
    guard milliseconds != 0 else { return "0s" }
    var rest = milliseconds
    var text = ""
    for unit in Self.units where rest >= unit.milliseconds {
      text += "\(rest / unit.milliseconds)\(unit.name)"
      rest %= unit.milliseconds
    }
    return text
  }
}
