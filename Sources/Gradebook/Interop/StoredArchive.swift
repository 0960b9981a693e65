/// A zip file whose members are stored as they are, the same bytes for the same members.
///
/// PKWARE's APPNOTE 6.3, sections 4.3.7 (a member), 4.3.12 (the directory) and 4.3.16 (its end).
struct StoredArchive {
  private var members: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// Takes in a file; `path` is in ASCII with slashes.
  mutating func add(_ path: String, _ text: String) {
    let content = Array(text.utf8)
    let start = members.count
    let common =
      Self.short(20) + Self.short(0x0800) + Self.short(0) + Self.earliest
      + Self.long(UInt32(Checksum.crc32(content))) + Self.long(UInt32(content.count))
      + Self.long(UInt32(content.count)) + Self.short(path.utf8.count) + Self.short(0)
    members += Self.long(0x0403_4B50) + common + path.utf8 + content
    directory += Self.long(0x0201_4B50) + Self.short(20) + common
    directory += Self.short(0) + Self.short(0) + Self.short(0) + Self.long(0)
    directory += Self.long(UInt32(start)) + path.utf8
    count += 1
  }

  var bytes: [UInt8] {
    members + directory + Self.long(0x0605_4B50) + Self.short(0) + Self.short(0)
      + Self.short(count) + Self.short(count) + Self.long(UInt32(directory.count))
      + Self.long(UInt32(members.count)) + Self.short(0)
  }

  /// Midnight of the first day that the format knows, 1 January 1980.
  private static let earliest: [UInt8] = [0, 0, 0x21, 0]

  private static func short(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }

  private static func long(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }
}

/// The checksum of zip files (ISO 3309), bit by bit.
private enum Checksum {
  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = .max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
