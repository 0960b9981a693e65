import Crypto
import Lab

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
    self.init(numbers: (0..<10).map { place in bits >> UInt64(59 - 5 * place) & 31 })
  }

  /// `numbers`: ten of five bits each.
  private init(numbers: [UInt64]) {
    let characters = numbers.map(CrockfordBase32.digit)
    description = String(characters.prefix(5)) + "-" + String(characters.suffix(5))
  }

  /// Reads what somebody wrote by hand: case, spaces and hyphens do not count, and O is 0, I and L
  /// are 1; nil: it is none.
  public init?(written text: String) {
    let characters = text.filter { $0 != " " && $0 != "-" }
    let numbers = characters.compactMap(CrockfordBase32.number)
    guard characters.count == 10, numbers.count == 10, characters.allSatisfy(\.isASCII) else {
      return nil
    }
    self.init(numbers: numbers)
  }
}

extension [JournalRow] {
  /// Whether a checkpoint was taken of these rows, up to one of them.
  func hold(_ checkpoint: Checkpoint) -> Bool {
    contains { Checkpoint(head: $0.hash) == checkpoint }
  }
}
