import DNS

/// Limits what is sent to a network that may not have asked: UDP lets anybody ask in the name of
/// others, who then get the answers.
///
/// A bucket for each network, /24 or /56, which fills with time and from which each reply takes
/// one. Of the replies beyond that, every other one is a short truncated one, by which whoever
/// did ask finds out to use TCP, and the rest is silence.
struct ResponseRate {
  private var buckets: [Bucket]
  private let perSecond: Int64
  private let most: Int64

  fileprivate struct Bucket {
    var network: AddressBlock?
    /// In thousandths of a reply.
    var level: Int64 = 0
    var filledAt: Int64 = 0
    var refusals = 0
  }

  enum Verdict {
    case whole, truncated, silence
  }

  /// - Parameters:
  ///   - perSecond: the replies a second that a network gets for long; so many at once as well.
  ///   - bits: the logarithm of the number of buckets; networks that share one take turns in it.
  init(perSecond: Int, bits: Int = 10) {
    self.perSecond = Int64(perSecond)
    most = Int64(perSecond) * 1_000
    buckets = Array(repeating: Bucket(), count: 1 << bits)
  }

  /// What may be sent to an address at a moment, in milliseconds.
  mutating func verdict(_ address: IPAddress, at now: Int64) -> Verdict {
    let network: AddressBlock
    var hash: UInt64
    switch address {
    case .v4(let four):
      network = AddressBlock(address, length: 24)
      hash = UInt64(four.bits >> 8)
    case .v6(let six):
      network = AddressBlock(address, length: 56)
      hash = UInt64(truncatingIfNeeded: six.bits >> 72)
    }
    hash &*= 0x9e37_79b9_7f4a_7c15
    let place = Int(hash >> 32) & (buckets.count - 1)
    if buckets[place].network != network {
      buckets[place] = Bucket(network: network, level: most, filledAt: now)
    }
    return buckets[place].take(at: now, perSecond, most)
  }
}

extension ResponseRate.Bucket {
  fileprivate mutating func take(
    at now: Int64,
    _ perSecond: Int64,
    _ most: Int64
  ) -> ResponseRate.Verdict {
    level = min(most, level + (now - filledAt) * perSecond)
    filledAt = now
    guard level < 1_000 else {
      level -= 1_000
      return .whole
    }
    refusals += 1
    return refusals.isMultiple(of: 2) ? .truncated : .silence
  }
}
