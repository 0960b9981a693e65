/// One record of a file of separated values; a quoted cell may run over several lines.
struct SeparatedLine: Hashable, Sendable {
  /// The line of the file in which it begins, from 1.
  let number: Int
  let cells: [String]

  var isBlank: Bool { cells.allSatisfy { $0.trimmed.isEmpty } }

  /// A cell that is not there is empty.
  func cell(_ column: Int) -> String { cells.indices.contains(column) ? cells[column] : "" }
}

/// Reads values that commas, semicolons or tabs separate (RFC 4180 and what spreadsheets make of
/// it).
struct SeparatedValues {
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index: Int
  private var line = 1
  private var lines: [SeparatedLine] = []
  private var cells: [String] = []
  private var start = 1

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriage = UInt8(ascii: "\r")

  /// Takes a file apart.
  ///
  /// A byte order mark is skipped, lines end in LF, CRLF or CR, and the separator is the one that
  /// the first line has most of. `limit` says how many records there may be, the header with them.
  static func read(
    _ bytes: [UInt8],
    atMost limit: Int
  ) throws(RosterProblem) -> [SeparatedLine] {
    var reader = Self(bytes)
    while reader.index < bytes.count {
      try reader.readCell()
      guard reader.lines.count <= limit else { throw .tooManyRows(limit: limit - 1) }
    }
    if !reader.cells.isEmpty { reader.endLine() }
    return reader.lines
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(of: bytes[index...])
    // What spreadsheets write to name the separator.
    if bytes[index...].starts(with: "sep=".utf8) {
      while index < bytes.count, !Self.endsLine(bytes[index]) { index += 1 }
      skipLineEnd()
      start = line
    }
  }

  private static func endsLine(_ byte: UInt8) -> Bool { byte == newline || byte == carriage }

  /// The separator that the first line has most of, outside quotes; a comma where it has none.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    if bytes.starts(with: "sep=".utf8), let named = bytes.dropFirst(4).first, !endsLine(named) {
      return named
    }
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if endsLine(byte) { break }
      if let place = candidates.firstIndex(of: byte) { counts[place] += 1 }
    }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { candidates[$0] } ?? candidates[0]
  }

  private static let candidates = ",;\t".utf8.map { $0 }

  private mutating func readCell() throws(RosterProblem) {
    var content: [UInt8] = []
    let opened = line
    let isQuoted = bytes[index] == Self.quote
    if isQuoted {
      index += 1
      try readQuoted(into: &content, opened: opened)
    }
    while index < bytes.count, bytes[index] != separator, !Self.endsLine(bytes[index]) {
      guard !isQuoted || bytes[index] == UInt8(ascii: " ") else {
        throw .textAfterQuote(line: line)
      }
      if !isQuoted { content.append(bytes[index]) }
      index += 1
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw .notUTF8(line: opened)
    }
    cells.append(text)
    guard index < bytes.count else { return }
    if bytes[index] != separator { return endLineInFile() }
    index += 1
    // A separator at the very end has an empty cell behind it.
    if index == bytes.count { cells.append("") }
  }

  private mutating func readQuoted(
    into content: inout [UInt8],
    opened: Int
  ) throws(RosterProblem) {
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == Self.quote {
        guard index < bytes.count, bytes[index] == Self.quote else { return }
        index += 1
      } else if byte == Self.newline {
        line += 1
      }
      content.append(byte)
    }
    throw .quoteUnclosed(line: opened)
  }

  private mutating func endLineInFile() {
    endLine()
    skipLineEnd()
    start = line
  }

  private mutating func endLine() {
    lines.append(SeparatedLine(number: start, cells: cells))
    cells = []
  }

  private mutating func skipLineEnd() {
    guard index < bytes.count else { return }
    let isPair = bytes[index] == Self.carriage && bytes[(index + 1)...].first == Self.newline
    index += isPair ? 2 : 1
    line += 1
  }
}
