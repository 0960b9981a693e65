import CafeWorld
import Commands
import Testing

@testable import Route53API

struct `CBOR` {
  // RFC 8949, appendix A.
  private static let good: [(bytes: [UInt8], value: JSONValue)] = [
    ([0x00], .whole(0)), ([0x17], .whole(23)), ([0x18, 0x18], .whole(24)),
    ([0x19, 0x03, 0xE8], .whole(1_000)), ([0x1A, 0x00, 0x0F, 0x42, 0x40], .whole(1_000_000)),
    (
      [0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .number("18446744073709551615")
    ), ([0x20], .whole(-1)), ([0x38, 0x63], .whole(-100)),
    (
      [0x3B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .number("-18446744073709551616")
    ), ([0xF9, 0x3C, 0x00], .number("1.0")), ([0xF9, 0x7B, 0xFF], .number("65504.0")),
    ([0xF9, 0xC4, 0x00], .number("-4.0")), ([0xFA, 0x47, 0xC3, 0x50, 0x00], .number("100000.0")),
    ([0xFB, 0x3F, 0xF1, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9A], .number("1.1")), ([0xF4], false),
    ([0xF5], true), ([0xF6], .null), ([0x60], ""), ([0x64, 0x49, 0x45, 0x54, 0x46], "IETF"),
    ([0x7F, 0x61, 0x61, 0x61, 0x62, 0xFF], "ab"), ([0x80], .list([])),
    ([0x82, 0x01, 0x81, 0x02], .list([.whole(1), .list([.whole(2)])])),
    ([0x9F, 0x01, 0x02, 0xFF], .list([.whole(1), .whole(2)])), ([0xA0], .object([])),
    ([0xA1, 0x61, 0x61, 0x01], .record(["a": .whole(1)])),
    ([0xBF, 0x61, 0x61, 0xF5, 0xFF], .record(["a": true])),
    ([0xC1, 0x1A, 0x51, 0x4B, 0x67, 0xB0], .whole(1_363_896_240)),
  ]

  @Test(arguments: good.indices)
  func `is read as it stands`(index: Int) throws {
    #expect(try CBORReader.value(of: Self.good[index].bytes) == Self.good[index].value)
  }

  private static let bad: [(bytes: [UInt8], fault: CBORFault)] = [
    ([], .unfinished), ([0x18], .unfinished), ([0x61], .unfinished), ([0x82, 0x01], .unfinished),
    ([0x9F, 0x01], .unfinished), ([0x00, 0x00], .trailingBytes),
    ([0x41, 0x00], .unexpected(initialByte: 0x41)), ([0x1C], .unexpected(initialByte: 0x1C)),
    ([0xA1, 0x01, 0x01], .unexpected(initialByte: 0x01)),
    ([0xC2, 0x41, 0x00], .unexpected(initialByte: 0xC2)),
    ([0xF9, 0x7C, 0x00], .unexpected(initialByte: 0xF9)),
    ([0xF9, 0x7E, 0x00], .unexpected(initialByte: 0xF9)), ([0xFF], .unexpected(initialByte: 0xFF)),
    ([0x62, 0xC3, 0x28], .notUTF8),
    ([0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], .unfinished),
    ([UInt8](repeating: 0x81, count: 30) + [0x00], .tooDeep(most: CBORReader.depthMost)),
    (
      [0x9F] + [UInt8](repeating: 0x00, count: CBORReader.itemsMost) + [0xFF],
      .tooManyItems(most: CBORReader.itemsMost)
    ),
    (
      [UInt8](repeating: 0x00, count: CBORReader.bytesMost + 1),
      .tooLong(most: CBORReader.bytesMost)
    ),
  ]

  @Test(arguments: bad.indices)
  func `is refused with its reason`(index: Int) {
    #expect(throws: Self.bad[index].fault) { try CBORReader.value(of: Self.bad[index].bytes) }
  }

  @Test(arguments: good.indices)
  func `is written so that it is read again`(index: Int) throws {
    let value = Self.good[index].value
    guard value.text != nil || value.whole != nil else { return }
    #expect(try CBORReader.value(of: CBORWriter.bytes(of: value)) == value)
  }

  @Test func `has moments as seconds with a tag`() {
    let moment = Instant(milliseconds: 1_363_896_240_000)
    #expect(CBORWriter.bytes(of: .time(moment)) == [0xC1, 0x1A, 0x51, 0x4B, 0x67, 0xB0])
    let half = Instant(milliseconds: 1_363_896_240_500)
    #expect(
      CBORWriter.bytes(of: .time(half))
        == [0xC1, 0xFB, 0x41, 0xD4, 0x52, 0xD9, 0xEC, 0x20, 0x00, 0x00]
    )
  }
}
