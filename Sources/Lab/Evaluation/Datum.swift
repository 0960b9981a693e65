/// What a value of the lesson language comes to in one world.
public enum Datum: Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([String])
  /// A thing without a property asked for.
  case thing(String)
  /// `seconds until` something that does not happen within the horizon.
  case never
  /// No such thing, or no such property: every comparison with it is false.
  case missing

  /// As it stands in a sentence.
  public var text: String {
    switch self {
    case .text(let text), .thing(let text): text
    case .number(let number): Datum.text(of: number)
    case .flag(let flag): flag ? "yes" : "no"
    case .list(let items): items.isEmpty ? "nothing" : items.joined(separator: ", ")
    case .never: "never"
    case .missing: "nothing"
    }
  }

  /// Whole numbers without a point, others with one digit behind it.
  static func text(of number: Double) -> String {
    let tenths = (number * 10).rounded()
    guard tenths.magnitude < 9e15 else { return "\(number)" }
    let whole = Int64(tenths)
    let sign = whole < 0 ? "-" : ""
    let (units, tenth) = whole.magnitude.quotientAndRemainder(dividingBy: 10)
    return tenth == 0 ? "\(sign)\(units)" : "\(sign)\(units).\(tenth)"
  }

  public var number: Double? {
    switch self {
    case .number(let number): number
    case .text(let text), .thing(let text): Double(text)
    case .flag, .list, .never, .missing: nil
    }
  }

  var isAbsent: Bool {
    switch self {
    case .never, .missing: true
    case .text, .number, .flag, .list, .thing: false
    }
  }
}

extension Datum {
  /// Whether two values are the same: numbers as numbers, words without regard to case.
  func equals(_ other: Datum) -> Bool {
    switch (self, other) {
    case (.list(let items), _): items.count == 1 && Datum.text(items[0]).equals(other)
    case (_, .list): other.equals(self)
    case (.flag(let flag), _): flag == other.truth
    case (_, .flag(let flag)): flag == truth
    default:
      if let left = number, let right = other.number { left == right } else { sameWords(other) }
    }
  }

  private func sameWords(_ other: Datum) -> Bool { text.lowercased() == other.text.lowercased() }

  private var truth: Bool? {
    switch text.lowercased() {
    case "yes", "true", "on": true
    case "no", "false", "off": false
    default: nil
    }
  }
}
