extension World {
  /// A UUID of version 4 in form, drawn from the seed for the next thing that is created.
  func uuid(_ purpose: UInt64) -> String {
    let left = seed.draw(.identifier, created, purpose, 0).hex
    let right = seed.draw(.identifier, created, purpose, 1).hex
    let digits = Array(left + right)
    let variant = ["8", "9", "a", "b"][Int(created % 4)]
    return String(digits[0..<8]) + "-" + String(digits[8..<12]) + "-4" + String(digits[13..<16])
      + "-" + variant + String(digits[17..<20]) + "-" + String(digits[20..<32])
  }

  /// Capital letters and digits, as in the ids of hosted zones and changes.
  func identifier(_ prefix: String, length: Int, _ purpose: UInt64) -> String {
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let drawn = (0..<length).map { index in
      letters[
        Int(
          seed.uniform(below: 36, .identifier, created, purpose &* 1_000, UInt64(index))
        )
      ]
    }
    return prefix + String(drawn)
  }
}
