/// Crockford's base 32, for what people copy by hand: no I, L, O and U, and slips forgiven.
enum CrockfordBase32 {
  private static let digits = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The digit of the last five bits.
  static func digit(_ number: UInt64) -> Character { digits[Int(number & 31)] }

  /// The number of a digit in either case; O is read as 0, I and L as 1; nil: it is none.
  static func number(of character: Character) -> UInt64? {
    switch character {
    case "O", "o": 0
    case "I", "i", "L", "l": 1
    default: digits.firstIndex { String($0) == character.uppercased() }.map(UInt64.init)
    }
  }
}
