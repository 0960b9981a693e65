import Crypto
public import Lab

/// Ten characters that stand for a journal up to a row, short enough for an answer sheet.
///
/// A learner who has written one down can only hand in a journal that goes on from that row:
/// another one with the same checkpoint takes 2⁵⁰ tries.
public struct Checkpoint: Hashable, Sendable, CustomStringConvertible {
  /// Ten characters in two groups, such as `7K3QM-0X9TD`.
  public let description: String

  /// The checkpoint of the journal up to the row with this hash.
  public init(head: String) {
    let digest = SHA256.hash(data: Array("cafe checkpoint\n\(head)\n".utf8))
    var bits: UInt64 = 0
    for byte in digest.prefix(8) { bits = bits << 8 | UInt64(byte) }
    let characters = (0..<10).map { place in
      Self.alphabet[Int(bits >> UInt64(59 - 5 * place) & 31)]
    }
    description =
      String(decoding: characters.prefix(5), as: UTF8.self) + "-"
      + String(decoding: characters.suffix(5), as: UTF8.self)
  }

  /// Reads what somebody wrote by hand: case, spaces and hyphens do not count, and O is 0, I and L
  /// are 1; nil: it is none.
  public init?(written text: String) {
    let characters = text.utf8.compactMap(Self.normal)
    guard characters.count == 10, characters.allSatisfy(Self.alphabet.contains) else { return nil }
    description =
      String(decoding: characters.prefix(5), as: UTF8.self) + "-"
      + String(decoding: characters.suffix(5), as: UTF8.self)
  }

  /// Crockford's base 32.
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  private static func normal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "-"): nil
    case UInt8(ascii: "o"), UInt8(ascii: "O"): UInt8(ascii: "0")
    case UInt8(ascii: "i"), UInt8(ascii: "I"), UInt8(ascii: "l"), UInt8(ascii: "L"):
      UInt8(ascii: "1")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - 32
    default: byte
    }
  }
}

extension [JournalRow] {
  /// Whether a checkpoint was taken of these rows, up to one of them.
  public func hold(_ checkpoint: Checkpoint) -> Bool {
    contains { Checkpoint(head: $0.hash) == checkpoint }
  }
}
