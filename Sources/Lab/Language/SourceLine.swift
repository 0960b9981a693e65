/// A line of the file or a part of one.
///
/// The slice remembers its line, so every part knows its column.
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
    let whole = text.base
    return SourcePosition(
      line: number,
      column: whole.distance(from: whole.startIndex, to: index) + 1
    )
  }

  func part(_ text: Substring) -> Self { Self(text, line: number) }

  func trimmed() -> Self {
    let bytes = text.utf8
    guard let first = bytes.firstIndex(where: { !$0.isBlank }),
      let last = bytes.lastIndex(where: { !$0.isBlank })
    else { return part(text[text.endIndex...]) }
    return part(text[first..<bytes.index(after: last)])
  }

  func droppingFirst(_ count: Int) -> Self { part(text.dropFirst(count)) }

  /// The parts before and after the first separator, or nil where there is none.
  func split(at separator: String) -> (before: Self, after: Self)? {
    guard let range = text.range(of: separator) else { return nil }
    return (part(text[..<range.lowerBound]), part(text[range.upperBound...]))
  }

  /// The trimmed parts between the separators; a line without any is one part.
  func list(separator: Character) -> [Self] {
    text.split(separator: separator, omittingEmptySubsequences: false).map { part($0).trimmed() }
  }

  /// The first word and the trimmed rest.
  func firstWord() -> (word: Self, rest: Self) {
    let end = text.utf8.firstIndex(where: \.isBlank) ?? text.endIndex
    return (part(text[..<end]), part(text[end...]).trimmed())
  }
}

extension Substring {
  /// The first place of a text of ASCII, found by bytes.
  func range(of part: String) -> Range<Index>? {
    let wanted = Array(part.utf8)
    guard let head = wanted.first else { return nil }
    var start = utf8.startIndex
    while let found = utf8[start...].firstIndex(of: head) {
      if utf8[found...].starts(with: wanted) {
        return found..<utf8.index(found, offsetBy: wanted.count)
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
