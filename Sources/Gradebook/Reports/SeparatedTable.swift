/// A table as comma-separated values (RFC 4180), in which no cell is a formula.
struct SeparatedTable: Hashable, Sendable {
  private(set) var rows: [[String]] = []

  mutating func add(_ row: [String]) { rows.append(row) }

  /// UTF-8 with CRLF; spreadsheets need the mark at the start to read it as such, an LMS does not.
  func bytes(marked: Bool) -> [UInt8] {
    var bytes: [UInt8] = marked ? [0xEF, 0xBB, 0xBF] : []
    for row in rows {
      bytes += row.map(Self.cell).joined(separator: ",").utf8
      bytes += "\r\n".utf8
    }
    return bytes
  }

  /// A cell that a spreadsheet would take for a formula begins with an apostrophe instead.
  static func cell(_ text: String) -> String {
    var text = cleanedCell(text)
    if let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }),
      formulas.contains(first)
    {
      text = "'" + text
    }
    guard text.unicodeScalars.contains(where: quoted.contains) else { return text }
    return "\"" + text.replacingEach("\"", by: "\"\"") + "\""
  }

  /// What begins a formula in some spreadsheet, the wide forms of East Asian keyboards too.
  private static let formulas: [Unicode.Scalar] = [
    "=", "+", "-", "@", "|", "%", "＝", "＋", "－", "＠",
  ]
  /// A semicolon and a tab part cells where a spreadsheet is set so.
  private static let quoted: [Unicode.Scalar] = [",", "\"", ";", "\t", "\n", "\r", "'"]

  private static func cleanedCell(_ text: String) -> String {
    cleanedLines(text).joined(separator: "\n")
  }
}

extension String {
  /// A copy in which each place of one character's text has another in its stead.
  func replacingEach(_ character: Unicode.Scalar, by text: String) -> String {
    var replaced = ""
    for scalar in unicodeScalars {
      if scalar == character { replaced += text } else { replaced.unicodeScalars.append(scalar) }
    }
    return replaced
  }
}
