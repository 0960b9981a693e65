/// Steele, Lea and Flood's generator: a whole sequence from one number.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mixed(state)
  }

  /// A number below `bound`, by multiplication (Lemire 2019); `bound` is small, so is the bias.
  mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  static func mixed(_ number: UInt64) -> UInt64 {
    var number = number
    number = (number ^ number >> 30) &* 0xbf58_476d_1ce4_e5b9
    number = (number ^ number >> 27) &* 0x94d0_49bb_1331_11eb
    return number ^ number >> 31
  }
}

extension Array {
  /// The elements in an order that `draw` alone decides.
  func shuffled(draw: UInt64) -> [Element] {
    var numbers = SplitMix64(seed: draw)
    return shuffled(by: &numbers)
  }

  /// The elements in an order that the numbers decide (Fisher and Yates).
  func shuffled(by numbers: inout SplitMix64) -> [Element] {
    var result = self
    for index in result.indices.dropFirst().reversed() {
      result.swapAt(index, numbers.next(below: index + 1))
    }
    return result
  }
}
