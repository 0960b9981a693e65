/// The one source of chance: every draw is a pure function of the world's seed, a purpose and keys.
///
/// Nothing is used up by drawing, so a question never changes what comes next.
public struct Seed: Hashable, Sendable, Codable {
  public let value: UInt64

  public init(_ value: UInt64) {
    self.value = value
  }

  /// What a number is drawn for; two purposes never share their numbers.
  public enum Purpose: UInt64, Sendable {
    case identifier = 1
    case address
    case probePhase
    case propagation
    case customerPhase
    case customerChoice
    case answerOrder
    case nameServers
    case answerChoice
  }

  /// 64 bits for a purpose and up to three keys.
  public func draw(_ purpose: Purpose, _ a: UInt64 = 0, _ b: UInt64 = 0, _ c: UInt64 = 0) -> UInt64
  {
    var state = mixed(value ^ 0x9e37_79b9_7f4a_7c15)
    state = mixed(state ^ purpose.rawValue &* 0xbf58_476d_1ce4_e5b9)
    state = mixed(state ^ a &* 0x94d0_49bb_1331_11eb)
    state = mixed(state ^ b &* 0xd6e8_feb8_6659_fd93)
    return mixed(state ^ c &* 0xa076_1d64_78bd_642f)
  }

  /// A number from 0 up to, not including, `bound`; by multiplication, so no value is preferred
  /// by more than one part in 2⁶⁴ / bound.
  public func uniform(
    below bound: Int64,
    _ purpose: Purpose,
    _ a: UInt64 = 0,
    _ b: UInt64 = 0,
    _ c: UInt64 = 0
  ) -> Int64 {
    Int64(draw(purpose, a, b, c).multipliedFullWidth(by: UInt64(bound)).high)
  }
}

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): one word well mixed.
func mixed(_ word: UInt64) -> UInt64 {
  var z = word &+ 0x9e37_79b9_7f4a_7c15
  z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
  z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
  return z ^ (z >> 31)
}
