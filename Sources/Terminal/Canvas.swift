/// A grid of characters that drawings are made on, and read off line by line.
struct Canvas {
  private enum Cell { case blank, glyph(Glyph), covered }

  let width: Int
  let height: Int
  private var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = Array(repeating: .blank, count: width * height)
  }

  /// Writes one character; what lies outside the grid is dropped.
  mutating func put(_ character: Character, _ style: Style, column: Int, row: Int) {
    put(Glyph(character, style), column, row)
  }

  /// Writes one line of text, cut at `limit` columns.
  mutating func put(_ text: Styled, column: Int, row: Int, limit: Int, ellipsis: String = "…") {
    guard limit > 0 else { return }
    var at: Int = column
    for glyph: Glyph in text.truncated(to: limit, ellipsis: ellipsis).glyphs where glyph.width > 0 {
      put(glyph, at, row)
      at += glyph.width
    }
  }

  /// The lines, without spaces at their ends.
  var lines: [Styled] {
    (0..<height).map { (row: Int) in
      var line: [Glyph] = []
      for cell: Cell in cells[row * width..<(row + 1) * width] {
        switch cell {
        case .blank: line.append(Glyph(" ", .plain))
        case .glyph(let glyph): line.append(glyph)
        case .covered: break
        }
      }
      return Styled(glyphs: line).trimmingEnd
    }
  }

  private mutating func put(_ glyph: Glyph, _ column: Int, _ row: Int) {
    guard (0..<height).contains(row), column >= 0, column + glyph.width <= width else { return }
    for covered: Int in column..<column + glyph.width { clear(column: covered, row: row) }
    cells[row * width + column] = .glyph(glyph)
    if glyph.width == 2 { cells[row * width + column + 1] = .covered }
  }

  /// Empties a cell together with the other half of a wide character.
  private mutating func clear(column: Int, row: Int) {
    let index: Int = row * width + column
    switch cells[index] {
    case .blank: break
    case .covered: cells[index - 1] = .blank
    case .glyph(let glyph): if glyph.width == 2 { cells[index + 1] = .blank }
    }
    cells[index] = .blank
  }
}
