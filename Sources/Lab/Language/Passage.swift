/// Text that may run over several lines of the file and knows where each of its bytes stands.
///
/// The lines are joined by newlines; values of variables are already in their places, each byte of
/// a value standing where its `${` stands. It is kept as bytes, since what the language looks for
/// is ASCII; a column is counted only for a place that is asked for.
struct Passage {
  private(set) var bytes: [UInt8] = []
  private var stretches: [Stretch] = []
  private let last: SourceLine?

  /// What stands in one piece in the file, or the value of one variable.
  private struct Stretch {
    let offset: Int
    let source: SourceLine
    let isValue: Bool
  }

  init(_ lines: [SourceLine], variables: Variables = Variables()) {
    last = lines.last
    bytes.reserveCapacity(lines.reduce(lines.count) { $0 + $1.text.utf8.count })
    for (index, line) in lines.enumerated() {
      if index > 0 { bytes.append(newline) }
      append(line, variables)
    }
  }

  var text: String { text(bytes.indices) }
  var start: SourcePosition { position(at: 0) }
  private var end: SourcePosition { last?.end ?? SourcePosition(line: 1, column: 1) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func position(at offset: Int) -> SourcePosition {
    guard bytes.indices.contains(offset),
      let stretch = stretches.last(where: { $0.offset <= offset })
    else { return end }
    let text = stretch.source.text
    guard !stretch.isValue else { return stretch.source.position }
    return stretch.source.position(
      of: text.utf8.index(text.startIndex, offsetBy: offset - stretch.offset)
    )
  }

  func starts(with word: String, at offset: Int) -> Bool {
    bytes[min(offset, bytes.count)...].starts(with: word.utf8)
  }

  /// The byte at a place if it is a character of ASCII, with nothing on top of it.
  func ascii(at offset: Int) -> UInt8? {
    let isAlone = offset + 1 >= bytes.count || bytes[offset + 1] < 0x80
    return bytes[offset] < 0x80 && isAlone ? bytes[offset] : nil
  }

  /// The character that begins at a place.
  func character(at offset: Int) -> Character? {
    // No character of a text that can be typed is longer.
    text(offset..<min(offset + 64, bytes.count)).first
  }

  private mutating func append(_ line: SourceLine, _ variables: Variables) {
    var rest = line
    while !variables.isEmpty, let place = variables.first(in: rest.text) {
      append(rest.part(rest.text[..<place.range.lowerBound]))
      append(rest.part(rest.text[place.range]), value: place.value)
      rest = rest.part(rest.text[place.range.upperBound...])
    }
    append(rest)
  }

  private mutating func append(_ source: SourceLine, value: String? = nil) {
    stretches.append(Stretch(offset: bytes.count, source: source, isValue: value != nil))
    if let value { bytes += value.utf8 } else { bytes += source.text.utf8 }
  }
}

extension SourcePosition {
  func moved(by columns: Int) -> Self { Self(line: line, column: column + columns) }
}
