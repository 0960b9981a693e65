public import Crypto
import FoundationEssentials

/// What a learner types to begin: sixty bits that nobody guesses, and two characters that show a
/// slip.
///
/// In Crockford's base 32, which has no I, L, O and U: `7K3M-9QTW-XR2A-5D`.
public struct StartCode: Hashable, Sendable, CustomStringConvertible {
  /// Sixty bits.
  public let value: UInt64

  static let bits = 60
  /// A prime below 32 × 32: no single slip and no swap of two characters goes unseen.
  static let checkModulus: UInt64 = 1_021

  /// The code of a learner.
  public init(learner: String, secret: SymmetricKey) {
    let number = Derivation(key: secret, salt: "start code").number("learner", learner)
    value = number >> UInt64(64 - Self.bits)
  }

  /// Why a text is no start code.
  public enum Slip: Error, Hashable, Sendable {
    /// It has another number of characters than fourteen.
    case length(Int)
    case character(Character)
    /// Two characters were swapped, or one is wrong.
    case check
  }

  /// Reads what somebody typed.
  ///
  /// Case, spaces and hyphens do not count; O is read as 0, I and L as 1.
  ///
  /// - Throws: where it was mistyped.
  public init(_ text: String) throws(Slip) {
    var numbers: [UInt64] = []
    for character in text where !(character.isWhitespace || "-_.–".contains(character)) {
      guard let number = CrockfordBase32.number(of: character) else { throw .character(character) }
      numbers.append(number)
    }
    guard numbers.count == 14 else { throw .length(numbers.count) }
    let value = numbers.prefix(12).reduce(0) { $0 << 5 | $1 }
    guard value % Self.checkModulus == numbers[12] << 5 | numbers[13] else { throw .check }
    self.value = value
  }

  public var description: String {
    let check = value % Self.checkModulus
    var text = ""
    for place in 0..<12 {
      if place > 0, place % 4 == 0 { text += "-" }
      text.append(CrockfordBase32.digit(value >> UInt64(5 * (11 - place))))
    }
    return text + "-\(CrockfordBase32.digit(check >> 5))\(CrockfordBase32.digit(check))"
  }

  /// Eight big-endian bytes, for whatever is derived from the code.
  var bytes: [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (7 - $0))) } }

  /// Six hexadecimal digits that the pack lists for each code, so that a code of another quiz is
  /// found out offline.
  ///
  /// They are few, so that far too many codes have the same ones for a list of them to be of use.
  public func tag(quiz: String) -> String {
    let number = Derivation(key: SymmetricKey(data: bytes), salt: quiz).number("tag")
    let digits = String(number >> 40, radix: 16)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }

  /// Eight hexadecimal digits by which this machine tells the attempts at one quiz apart.
  public func mark(quiz: String) -> String {
    let number = Derivation(key: SymmetricKey(data: bytes), salt: quiz).number("mark")
    let digits = String(number >> 32, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}

/// Numbers that follow from a key and a label, the same on every machine (HKDF with SHA-256, RFC
/// 5869).
struct Derivation {
  let key: SymmetricKey
  let salt: String

  /// A number for a label; the parts of a label are kept apart by their lengths.
  func number(_ label: String...) -> UInt64 {
    let info = label.map { "\($0.utf8.count):\($0)" }.joined()
    let derived = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: key,
      salt: Array(salt.utf8),
      info: Array(info.utf8),
      outputByteCount: 8
    )
    return unsafe derived.withUnsafeBytes { (bytes: UnsafeRawBufferPointer) -> UInt64 in
      unsafe bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
  }

  /// A number from 0 up to `bound`; the bias is below `bound` in 2⁶⁴.
  func number(below bound: Int, _ label: String, _ more: String = "") -> Int {
    Int(number(label, more).multipliedFullWidth(by: UInt64(max(1, bound))).high)
  }

  /// The places from 0 up to `count` in an order that the label decides (Fisher and Yates).
  func order(_ count: Int, _ label: String) -> [Int] {
    var places = Array(0..<count)
    for index in places.indices.dropFirst().reversed() {
      places.swapAt(index, number(below: index + 1, label, String(index)))
    }
    return places
  }
}
