/// A sequence of choices that one number makes, and makes again.
///
/// What a world needs by chance comes from its `Seed`; this is for what is done to a world from
/// outside: faults, and people who try everything.
public struct Draws: Sendable {
  private var state: UInt64

  public init(_ seed: UInt64) {
    // Not a multiple of the step below, or each seed would be its neighbour a draw later.
    state = (seed &+ 1) &* 0xd6e8_feb8_6659_fd93
  }

  /// 64 bits by SplitMix64 (Steele, Lea, Flood 2014).
  public mutating func next() -> UInt64 {
    defer { state &+= 0x9e37_79b9_7f4a_7c15 }
    return mixed(state)
  }

  /// A number from 0 up to, not including, `bound`, which is positive.
  public mutating func below(_ bound: Int64) -> Int64 {
    Int64(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number in a range, both ends included.
  public mutating func within(_ range: ClosedRange<Int64>) -> Int64 {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  public mutating func chance(of percent: Int64) -> Bool { below(100) < percent }

  /// One of several, which are at least one.
  public mutating func one<Element>(of elements: [Element]) -> Element {
    elements[Int(below(Int64(elements.count)))]
  }
}
