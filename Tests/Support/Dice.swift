/// A number that makes a test's random choices, and makes them again.
public struct Dice: Sendable, RandomNumberGenerator {
  public let seed: UInt64
  private var state: UInt64

  public init(_ seed: UInt64) {
    self.seed = seed
    // Not a multiple of the step below, or each seed would be its neighbour a throw later.
    state = (seed &+ 1) &* 0xd6e8_feb8_6659_fd93
  }

  /// SplitMix64 (Steele, Lea, Flood 2014).
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word: UInt64 = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  /// A number from 0 up to, not including, `limit`.
  public mutating func below(_ limit: Int64) -> Int64 { Int64(next() % UInt64(limit)) }

  public mutating func chance(of percent: Int64) -> Bool { below(100) < percent }

  public mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int(below(Int64(elements.count)))]
  }
}
