/// A line of the file or a part of one.
///
/// The slice remembers its line, so every part knows its column. All marks of the language are
/// ASCII, so lines are taken apart by bytes: cutting them into characters took most of the time
/// from the start of the program to its prompt.
struct SourceLine: Hashable, Sendable {
  let number: Int
  let text: Substring

  init(_ text: Substring, line number: Int) {
    self.text = text
    self.number = number
  }

  var position: SourcePosition { position(of: text.startIndex) }
  var end: SourcePosition { position(of: text.endIndex) }
  var isBlank: Bool { text.utf8.allSatisfy(\.isBlank) }
  var isIndented: Bool { text.utf8.first?.isBlank ?? false }

  func contains(_ byte: UInt8) -> Bool { text.utf8.contains(byte) }
  var string: String { String(text) }

  func position(of index: String.Index) -> SourcePosition {
    let before = text.base[..<index]
    // In ASCII, which nearly all lines are, a byte is a column.
    let count = before.utf8.allSatisfy { $0 < 0x80 } ? before.utf8.count : before.count
    return SourcePosition(line: number, column: count + 1)
  }

  func part(_ text: Substring) -> Self { Self(text, line: number) }

  func trimmed() -> Self {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !$0.isBlank }),
      let last = bytes.lastIndex(where: { !$0.isBlank })
    else { return part(text[text.endIndex...]) }
    return part(text[first..<bytes.index(after: last)])
  }

  /// The rest behind a beginning of ASCII.
  func droppingFirst(_ count: Int) -> Self { part(Substring(text.utf8.dropFirst(count))) }

  /// The parts before and after the first separator, or nil where there is none.
  func split(at separator: String) -> (before: Self, after: Self)? {
    guard let range = text.range(of: separator) else { return nil }
    return (part(text[..<range.lowerBound]), part(text[range.upperBound...]))
  }

  /// The trimmed parts between the separators; a line without any is one part.
  func list(separator: UInt8) -> [Self] {
    text.utf8.split(separator: separator, omittingEmptySubsequences: false)
      .map { part(Substring($0)).trimmed() }
  }

  /// The letters and hyphens at the beginning.
  var leadingLetters: Substring {
    let letters = text.leading { $0.isLetter || $0 == UInt8(ascii: "-") }
    guard letters.endIndex < text.endIndex, text.utf8[letters.endIndex] >= 0x80 else {
      return letters
    }
    return text.prefix { $0.isLetter || $0 == "-" }
  }

  /// The first word and the trimmed rest.
  func firstWord() -> (word: Self, rest: Self) {
    let end = text.utf8.firstIndex(where: \.isBlank) ?? text.endIndex
    return (part(text[..<end]), part(text[end...]).trimmed())
  }
}

extension Substring {
  /// Whether a text of ASCII stands at the beginning.
  func begins(with start: String) -> Bool { utf8.starts(with: start.utf8) }

  /// Whether a text of ASCII stands at the end.
  func ends(with end: String) -> Bool { utf8.suffix(end.utf8.count).elementsEqual(end.utf8) }

  /// The bytes at the beginning that belong together.
  func leading(_ belongs: (UInt8) -> Bool) -> Substring {
    self[..<(utf8.firstIndex { !belongs($0) } ?? endIndex)]
  }

  /// The first place of a text of ASCII, found by bytes.
  func range(of part: String) -> Range<Index>? {
    guard let head = part.utf8.first else { return nil }
    var start = utf8.startIndex
    while let found = utf8[start...].firstIndex(of: head) {
      if utf8[found...].starts(with: part.utf8) {
        return found..<utf8.index(found, offsetBy: part.utf8.count)
      }
      start = utf8.index(after: found)
    }
    return nil
  }

  /// The last place of a text of ASCII.
  func lastRange(of part: String) -> Range<Index>? {
    var last: Range<Index>?
    var rest = self
    while let found = rest.range(of: part) {
      last = found
      rest = rest[found.upperBound...]
    }
    return last
  }
}
