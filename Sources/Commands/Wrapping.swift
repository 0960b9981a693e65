/// Text broken into lines at blanks.
enum Wrapping {
  /// Lines of at most `width` characters where the words allow it.
  ///
  /// Those after the first begin with `indent` blanks. Lines of the text that begin with two blanks
  /// stay as they are.
  static func lines(_ text: String, width: Int, indent: Int = 0) -> [String] {
    let paragraphs = text.split(separator: "\n", omittingEmptySubsequences: false)
    return paragraphs.flatMap { paragraph in
      paragraph.hasPrefix("  ") || paragraph.isEmpty
        ? [String(paragraph)]
        : lines(of: paragraph.split(separator: " ").map(String.init), width, indent)
    }
  }

  /// The same for pieces that must not be torn apart.
  static func lines(of pieces: [String], _ width: Int, _ indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for piece in pieces {
      if line.isEmpty {
        line = piece
      } else if line.count + 1 + piece.count <= width {
        line += " " + piece
      } else {
        lines.append(line)
        line = margin + piece
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Two columns: the left ones as wide as needed up to `limit`, the right ones wrapped beside.
  static func columns(_ rows: [(left: String, right: String)], width: Int, limit: Int) -> [String] {
    let longest = rows.map(\.left.count).filter { $0 <= limit }.max() ?? limit
    let column = 2 + longest + 2
    return rows.flatMap { row -> [String] in
      let left = "  " + row.left
      let right = lines(row.right, width: max(20, width - column))
      let margin = String(repeating: " ", count: column)
      guard let first = right.first else { return [left] }
      let head =
        left.count + 2 <= column
        ? [left + String(repeating: " ", count: column - left.count) + first]
        : [left, margin + first]
      return head + right.dropFirst().map { margin + $0 }
    }
  }
}
