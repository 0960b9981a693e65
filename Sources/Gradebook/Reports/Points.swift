/// Points as text, without a floating-point number on the way.
public enum Points {
  /// Units as points of the lesson, exact where four decimals do, and else rounded half up.
  public static func text(_ units: Int, _ rules: Rules) -> String { text(units, unit: rules.unit) }

  /// The same where so many units make one point.
  public static func text(_ units: Int, unit: Int) -> String {
    Ratio(units, unit).decimal(places: 4)
  }

  /// How many of how many, such as `1.6 of 4 points`.
  public static func text(_ earned: Int, of possible: Int, unit: Int) -> String {
    "\(text(earned, unit: unit)) of \(counted(possible, unit: unit))"
  }

  /// With its noun, such as `1 point` or `0.4 points`.
  static func counted(_ units: Int, unit: Int) -> String {
    "\(text(units, unit: unit)) \(units == unit ? "point" : "points")"
  }

  /// What it cost that a right response was not the first; nil: nothing, or there is none.
  static func triesSentence(
    _ earned: Int,
    of possible: Int,
    responses: Int,
    unit: Int
  ) -> String? {
    guard responses > 1, (1..<max(1, possible)).contains(earned) else { return nil }
    return "Needing \(responses) responses took off \(counted(possible - earned, unit: unit))."
  }
}

/// A fraction of whole numbers; its denominator is not negative.
struct Ratio: Hashable, Sendable {
  let numerator: Int
  let denominator: Int

  init(_ numerator: Int, _ denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// Rounded half up to so many decimals at most, without zeros at the end; 0 of nothing is 0.
  func decimal(places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = self.scaled(to: scale)
    let digits = String(scaled.magnitude % UInt(scale))
    var fraction = String(repeating: "0", count: places - digits.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    let whole = String(scaled.magnitude / UInt(scale))
    return (scaled < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// So many parts of a whole, rounded half up.
  func scaled(to parts: Int) -> Int {
    guard denominator > 0 else { return 0 }
    let product = Int128(numerator) * Int128(parts) * 2 + Int128(denominator)
    let double = Int128(denominator) * 2
    let quotient = product / double
    return Int(product % double < 0 ? quotient - 1 : quotient)
  }

  /// A whole number of hundredths, such as `67 %`.
  var percent: String { "\(scaled(to: 100)) %" }
}

/// A correlation or the like, in hundredths: `0.42`, `-1.00`.
func hundredths(_ value: Int) -> String {
  let digits = String(value.magnitude % 100)
  return (value < 0 ? "-" : "") + "\(value.magnitude / 100)."
    + (digits.count < 2 ? "0" : "") + digits
}
