import OrderedCollections

/// One use of help that has its price.
public struct HelpCharge: Hashable, Sendable, Codable {
  /// The row of the record that used it.
  public let row: Int
  /// What was used, such as `hint 2` or `what-if`.
  public let help: String
  /// What it takes off, in units.
  public let price: Int
}

extension [HelpCharge] {
  /// What help took off and for what, such as
  /// `Help took off 4 points: hint 1 (1), what-if 3 times (3).`; nil: nothing.
  ///
  /// `price`: what was taken off, in units, so many of which (`unit`) make a point.
  func sentence(taking price: Int, unit: Int) -> String? {
    guard price > 0 else { return nil }
    let isCut = reduce(0) { $0 + $1.price } > price
    return "Help took off \(Points.counted(price, unit: unit))"
      + (isCut ? ", all that there was" : "") + (isEmpty ? "." : ": \(list(unit: unit)).")
  }

  private func list(unit: Int) -> String {
    var uses: OrderedDictionary<String, [Int]> = [:]
    for charge in self { uses[charge.help, default: []].append(charge.price) }
    return uses.map { help, prices in
      let times = prices.count == 1 ? "" : " \(prices.count) times"
      return "\(help)\(times) (\(Points.text(prices.reduce(0, +), unit: unit)))"
    }.joined(separator: ", ")
  }
}

extension ItemGrade {
  /// What help took off and for what; nil: nothing.
  public func priceSentence(_ rules: Rules) -> String? {
    charges.sentence(taking: price, unit: rules.unit)
  }
}
