import FoundationEssentials

/// An attempt as a file: one JSON object a line, first what it starts from, then its rows.
public struct AttemptFile: Sendable, Equatable {
  public let origin: AttemptOrigin
  public let rows: [JournalRow]

  public init(origin: AttemptOrigin, rows: [JournalRow]) {
    self.origin = origin
    self.rows = rows
  }

  /// What a file may hold at most.
  enum Limit {
    static let bytes = 64 << 20
    static let lineBytes = 4 << 20
    static let rows = 100_000
    static let kindBytes = 64
    static let typedBytes = 64 << 10
    static let hashBytes = 128
  }

  /// The first line, whose row count and last hash show a file that was cut short.
  struct Header: Codable {
    var format: Int
    var origin: AttemptOrigin
    var rows: Int
    var lastHash: String
  }

  static let format = 1

  /// The bytes of the file, with no control character but the line feeds.
  public func encoded() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let header = Header(
      format: AttemptFile.format,
      origin: origin,
      rows: rows.count,
      lastHash: rows.last?.hash ?? JournalRow.genesis
    )
    var bytes = line(header, encoder)
    for row in rows { bytes += line(row, encoder) }
    return bytes
  }

  private func line(_ value: some Encodable, _ encoder: JSONEncoder) -> [UInt8] {
    guard let json = try? encoder.encode(value) else {
      preconditionFailure("strings and integers always have a form in JSON")
    }
    return escaped([UInt8](json)) + [UInt8(ascii: "\n")]
  }

  /// JSON escapes the characters below U+0020; those that a terminal obeys above it remain.
  private func escaped(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(where: { $0 >= 0x7F }) else { return json }
    var text = ""
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      if isInvisible(scalar) {
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return Array(text.utf8)
  }

  /// Delete, the C1 controls, line separators, and marks that turn the direction of writing.
  private func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
