import OrderedCollections

/// One use of help that has its price.
public struct HelpCharge: Hashable, Sendable {
  /// The row of the record that used it.
  public let row: Int
  /// What was used, such as `hint 2` or `what-if`.
  public let help: String
  /// What it takes off, in units.
  public let price: Int
}

extension ItemGrade {
  /// Each priced help with its price in points, such as `hint 1: 1, what-if 3 times: 3`.
  public func priceList(_ rules: Rules) -> String {
    var uses: OrderedDictionary<String, [Int]> = [:]
    for charge in charges { uses[charge.help, default: []].append(charge.price) }
    return uses.map { help, prices in
      let times = prices.count == 1 ? "" : " \(prices.count) times"
      return "\(help)\(times): \(Points.text(prices.reduce(0, +), rules))"
    }.joined(separator: ", ")
  }

  /// What help took off and for what; nil: nothing.
  public func priceSentence(_ rules: Rules) -> String? {
    guard price > 0 else { return nil }
    let isCut = charges.reduce(0) { $0 + $1.price } > price
    let list = charges.isEmpty ? "" : ": " + priceList(rules)
    return "Help took off \(Points.text(price, rules))"
      + (isCut ? ", all that there was\(list)." : "\(list).")
  }
}
