import DNS

/// A 128-bit digest of a stream of values: the same values in the same order give the same digest
/// on every machine.
///
/// Not a cryptographic hash; the journal's chain has one of those.
public struct Fingerprint: Hashable, Sendable {
  private var left: UInt64 = 0x243f_6a88_85a3_08d3
  private var right: UInt64 = 0x1319_8a2e_0370_7344

  public init() {}

  public mutating func add(_ word: UInt64) {
    left = mixed(left ^ word)
    right = mixed(right &+ word &* 0x9e37_79b9_7f4a_7c15)
  }

  public mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  public mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

  public mutating func add(_ flag: Bool) { add(flag ? 1 as UInt64 : 0) }

  public mutating func add(_ moment: Instant) { add(moment.milliseconds) }

  public mutating func add(_ text: String) { add(bytes: text.utf8) }

  /// What the text of a block adds, which is never made.
  mutating func add(_ block: AddressBlock) {
    var text: [UInt8] = []
    text.reserveCapacity(48)
    block.write(to: &text)
    add(bytes: text)
  }

  private mutating func add(bytes: some Sequence<UInt8>) {
    var (word, filled): (UInt64, UInt64) = (0, 0)
    for byte in bytes {
      word |= UInt64(byte) << (8 * (filled % 8))
      filled += 1
      if filled % 8 == 0 {
        add(word)
        word = 0
      }
    }
    add(word)
    add(filled)
  }

  public mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  public mutating func add(_ number: Int?) {
    add(number != nil)
    if let number { add(number) }
  }

  public mutating func add(_ moment: Instant?) {
    add(moment != nil)
    if let moment { add(moment) }
  }

  /// 32 hexadecimal digits.
  public var hex: String { left.hex + right.hex }

  /// One word of the digest, to be summed where order does not matter.
  public var word: UInt64 { left ^ right }
}

extension UInt64 {
  /// 16 hexadecimal digits.
  var hex: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
