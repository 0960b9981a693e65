import FoundationEssentials

/// Why a file is not an attempt that can be taken in; lines count from 1.
public enum AttemptFileError: Error, Sendable, Equatable {
  case empty
  case tooLarge(bytes: Int, limit: Int)
  case lineTooLong(line: Int, limit: Int)
  case tooManyRows(limit: Int)
  /// A control character that JSON would have written as an escape.
  case controlCharacter(line: Int)
  /// The line is not the JSON object that belongs there.
  case notARow(line: Int)
  case newerFormat(found: Int, known: Int)
  /// A value is longer than any that `cafe` writes, or is not of its kind.
  case badValue(line: Int, field: String)
  /// The row does not continue the one before: a row was changed, moved, added or taken out.
  case chainBroken(line: Int)
  /// The file holds other rows at its end than its first line says: it was cut short or mended.
  case incomplete(expected: Int, found: Int)
}

extension AttemptFile {
  /// Reads a file that anyone may have made, and verifies that each row follows the one before.
  public init(decoding bytes: [UInt8]) throws(AttemptFileError) {
    guard bytes.count <= Limit.bytes else {
      throw .tooLarge(bytes: bytes.count, limit: Limit.bytes)
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: true)
    guard let first = lines.first else { throw .empty }
    guard lines.count <= Limit.rows + 1 else { throw .tooManyRows(limit: Limit.rows) }
    let header = try AttemptFile.header(first)
    var rows: [JournalRow] = []
    var lastHash = JournalRow.genesis
    for (index, line) in lines.enumerated().dropFirst() {
      let row = try AttemptFile.row(line, number: index + 1)
      try row.checkValues(line: index + 1)
      guard row.sequence == rows.count, row.previousHash == lastHash else {
        throw .chainBroken(line: index + 1)
      }
      lastHash = row.hash
      rows.append(row)
    }
    guard rows.count == header.rows, lastHash == header.lastHash else {
      throw .incomplete(expected: header.rows, found: rows.count)
    }
    self.init(origin: header.origin, rows: rows)
  }

  private static func header(_ line: ArraySlice<UInt8>) throws(AttemptFileError) -> Header {
    struct Version: Decodable { var format: Int }
    let version: Version = try object(line, number: 1)
    guard version.format == format else {
      throw .newerFormat(found: version.format, known: format)
    }
    let header: Header = try object(line, number: 1)
    guard AttemptOrigin.isLesson(header.origin.lesson) else {
      throw .badValue(line: 1, field: "lesson")
    }
    guard isPlain(header.origin.engine) else { throw .badValue(line: 1, field: "engine") }
    guard isPlain(header.origin.lessonHash) else { throw .badValue(line: 1, field: "lessonHash") }
    guard isPlain(header.origin.scene) else { throw .badValue(line: 1, field: "scene") }
    return header
  }

  private static func row(
    _ line: ArraySlice<UInt8>,
    number: Int
  ) throws(AttemptFileError) -> JournalRow {
    if line.count <= Limit.lineBytes, let row = JournalRow(scanning: line) { return row }
    return try object(line, number: number)
  }

  private static func object<Value: Decodable>(
    _ line: ArraySlice<UInt8>,
    number: Int
  ) throws(AttemptFileError) -> Value {
    guard line.count <= Limit.lineBytes else {
      throw .lineTooLong(line: number, limit: Limit.lineBytes)
    }
    guard line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw .controlCharacter(line: number)
    }
    do { return try JSONDecoder().decode(Value.self, from: Data(line)) } catch {
      throw .notARow(line: number)
    }
  }

  /// Whether the text is short and of visible ASCII alone, as versions, kinds and hashes are.
  fileprivate static func isPlain(_ text: String) -> Bool {
    text.utf8.count <= Limit.hashBytes && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
  }
}

extension JournalRow {
  fileprivate func checkValues(line: Int) throws(AttemptFileError) {
    let wrong: String? =
      if !AttemptFile.isPlain(kind) || kind.utf8.count > AttemptFile.Limit.kindBytes {
        "kind"
      } else if typed.utf8.count > AttemptFile.Limit.typedBytes {
        "typed"
      } else if !AttemptFile.isPlain(digest) {
        "digest"
      } else {
        nil
      }
    if let wrong { throw .badValue(line: line, field: wrong) }
  }
}
