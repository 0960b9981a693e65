import CafeWorld
import Commands

/// Writes a value in CBOR as Smithy's RPC v2 has it (RFC 8949): a moment is a number of seconds
/// with the tag 1, a number with a point is a double.
struct CBORWriter {
  private var bytes: [UInt8] = []

  static func bytes(of value: JSONValue) -> [UInt8] {
    var writer = CBORWriter()
    writer.write(value)
    return writer.bytes
  }

  private mutating func write(_ value: JSONValue) {
    switch value {
    case .null: bytes.append(0xF6)
    case .boolean(let flag): bytes.append(flag ? 0xF5 : 0xF4)
    case .number(let digits): number(digits)
    case .string(let text): self.text(text)
    case .time(let moment): time(moment)
    case .list(let elements):
      head(4, UInt64(elements.count))
      for element in elements { write(element) }
    case .object(let members):
      head(5, UInt64(members.count))
      for member in members {
        text(member.key)
        write(member.value)
      }
    }
  }

  private mutating func number(_ digits: String) {
    guard let whole = Int64(digits) else { return double(Double(digits) ?? 0) }
    if whole >= 0 { head(0, UInt64(whole)) } else { head(1, UInt64(-(whole + 1))) }
  }

  private mutating func text(_ text: String) {
    head(3, UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func time(_ moment: Instant) {
    bytes.append(0xC1)
    if moment.milliseconds % 1_000 == 0, moment.milliseconds >= 0 {
      head(0, UInt64(moment.milliseconds / 1_000))
    } else {
      double(Double(moment.milliseconds) / 1_000)
    }
  }

  private mutating func double(_ value: Double) {
    bytes.append(0xFB)
    big(value.bitPattern, 8)
  }

  /// The major type and its argument, as short as it can be.
  private mutating func head(_ type: UInt8, _ argument: UInt64) {
    let type = type << 5
    switch argument {
    case 0..<24: bytes.append(type | UInt8(argument))
    case 24...0xFF:
      bytes.append(type | 24)
      big(argument, 1)
    case 0x100...0xFFFF:
      bytes.append(type | 25)
      big(argument, 2)
    case 0x1_0000...0xFFFF_FFFF:
      bytes.append(type | 26)
      big(argument, 4)
    default:
      bytes.append(type | 27)
      big(argument, 8)
    }
  }

  private mutating func big(_ value: UInt64, _ width: Int) {
    for place in (0..<width).reversed() {
      bytes.append(UInt8(truncatingIfNeeded: value >> (8 * UInt64(place))))
    }
  }
}
