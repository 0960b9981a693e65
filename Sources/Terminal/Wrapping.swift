/// One long line on its way into several that fit.
struct Wrapping {
  private let width: Int
  private let hanging: [Glyph]
  private var lines: [[Glyph]] = []
  private var line: [Glyph] = []
  private var lineColumns: Int = 0
  private var gap: [Glyph] = []
  private var word: [Glyph] = []
  private var wordColumns: Int = 0

  init(width: Int, hanging: [Glyph]) {
    self.width = width
    self.hanging = hanging.columns + 2 <= width ? hanging : []
  }

  mutating func add(_ glyph: Glyph) {
    if glyph.character == " " {
      endWord()
      gap.append(glyph)
      return
    }
    if wordColumns + glyph.width > width - hanging.columns { breakWord() }
    word.append(glyph)
    wordColumns += glyph.width
  }

  mutating func finished() -> [Styled] {
    endWord()
    lines.append(line)
    return lines.map { Styled(glyphs: $0) }
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    if lineColumns + gap.count + wordColumns <= width {
      line += gap
      lineColumns += gap.count
    } else if !isFresh {
      startLine()
    }
    place()
  }

  /// Puts down the first part of an overlong word on a line of its own, up to its last joint.
  private mutating func breakWord() {
    if !isFresh { startLine() }
    let joint: Int = joint(in: word)
    let rest: [Glyph] = Array(word[joint...])
    word.removeLast(rest.count)
    wordColumns = word.columns
    place()
    startLine()
    word = rest
    wordColumns = rest.columns
  }

  /// Where a word may be parted: after the last hyphen, slash or the like in its second half,
  /// else at its end.
  private func joint(in word: [Glyph]) -> Int {
    let last: Int? = word.lastIndex { "-/=,;:?&_".contains($0.character) }
    guard let last: Int, last >= word.count / 2 else { return word.count }
    return last + 1
  }

  private mutating func place() {
    line += word
    lineColumns += wordColumns
    word = []
    wordColumns = 0
    gap = []
  }

  private mutating func startLine() {
    lines.append(line)
    line = hanging
    lineColumns = hanging.columns
  }

  private var isFresh: Bool { lineColumns == (lines.isEmpty ? 0 : hanging.columns) }
}
