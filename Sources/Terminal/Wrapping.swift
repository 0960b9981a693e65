/// One long line on its way into several that fit.
struct Wrapping {
  private let width: Int
  private let hanging: [Glyph]
  private var lines: [[Glyph]] = []
  private var line: [Glyph] = []
  private var lineColumns: Int = 0
  private var gap: [Glyph] = []
  private var word: [Glyph] = []

  init(width: Int, hanging: [Glyph]) {
    self.width = width
    self.hanging = hanging.columns + 2 <= width ? hanging : []
  }

  /// Takes all glyphs of the line, and whether it may end at each of them.
  mutating func add(_ glyphs: [Glyph], joints: [Bool]) {
    for (index, glyph) in glyphs.enumerated() {
      if joints[index], !Wrapping.bindsUnit(glyphs, at: index) {
        endWord()
        gap.append(glyph)
      } else {
        word.append(glyph)
      }
    }
  }

  mutating func finished() -> [Styled] {
    endWord()
    lines.append(line)
    return lines.map { Styled(glyphs: $0) }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if lineColumns + gap.count + word.columns <= width {
      line += gap
      lineColumns += gap.count
    } else if !isFresh {
      startLine()
    }
    while word.columns > width - lineColumns, word.columns > room { breakWord() }
    place(word)
    word = []
    gap = []
  }

  /// Puts down the first part of an overlong word on a line of its own, up to its last joint.
  private mutating func breakWord() {
    if !isFresh { startLine() }
    let end: Int = joint(in: word)
    place(Array(word[..<end]))
    startLine()
    word.removeFirst(end)
  }

  /// Where a word may be parted so that its first part fits: after the last hyphen, slash or the
  /// like in the second half of the room with more than marks behind it, else where the room ends.
  private func joint(in word: [Glyph]) -> Int {
    let most: Int = max(1, word.prefix(columns: room).count)
    let wordy: Int = word.lastIndex(where: \.isWordy) ?? 0
    let last: Int? = word[..<min(most, wordy)].lastIndex { "-/=,;:?&_".contains($0.character) }
    return last.map { $0 >= most / 2 ? $0 + 1 : most } ?? most
  }

  private var room: Int { width - hanging.columns }

  private mutating func place(_ part: [Glyph]) {
    line += part
    lineColumns += part.columns
  }

  private mutating func startLine() {
    lines.append(line)
    line = hanging
    lineColumns = hanging.columns
  }

  private var isFresh: Bool { lineColumns == (lines.isEmpty ? 0 : hanging.columns) }
}

extension Wrapping {
  private static let units: [String] = ["s", "ms", "min", "h", "d", "%"]

  /// Whether the space stands between a number and its unit, which stay together.
  private static func bindsUnit(_ glyphs: [Glyph], at index: Int) -> Bool {
    guard index > 0, glyphs[index - 1].character.isNumber else { return false }
    let unit = glyphs[(index + 1)...].prefix(5).prefix { $0.character != " " }
    return units.contains(String(unit.map(\.character).filter { !".,;:)".contains($0) }))
  }
}

extension Glyph {
  fileprivate var isWordy: Bool { character.isLetter || character.isNumber }
}
