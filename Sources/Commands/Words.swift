/// A line cut into words as a shell does it: quotes and backslashes, no expansion, and `#` at the
/// start of a word begins a comment.
struct Words: Hashable, Sendable {
  private(set) var words: [Word] = []
  /// A quote that is still open at the end.
  private(set) var openQuote: OpenQuote?
  /// The column of a backslash after which nothing follows.
  private(set) var danglingBackslash: Int?
  /// Whether the line ends within a comment.
  private(set) var endsInComment = false

  /// The longest line, in bytes.
  static let longestLine = 4_096

  /// Cuts any text; what is wrong with it stands in the properties.
  init(_ line: some StringProtocol) {
    var reader = WordReader(line)
    while let first = reader.startOfWord() {
      guard first != UInt8(ascii: "#") else {
        endsInComment = true
        return
      }
      words.append(reader.word())
    }
    openQuote = reader.openQuote
    danglingBackslash = reader.danglingBackslash
  }

  /// Cuts a whole line, or says what keeps it from being one.
  static func of(_ line: some StringProtocol) throws(CommandError) -> [Word] {
    let cut = Words(line)
    if let open = cut.openQuote { throw .openQuote(column: open.column, quote: open.quote) }
    if let column = cut.danglingBackslash { throw .danglingBackslash(column: column) }
    return cut.words
  }
}

/// A quote without its end, at a column counted from 1.
struct OpenQuote: Hashable, Sendable {
  let quote: Character
  let column: Int
}

/// Goes over a line byte by byte: all that has a meaning here is ASCII.
private struct WordReader {
  private let bytes: [UInt8]
  private var index = 0
  private(set) var openQuote: OpenQuote?
  private(set) var danglingBackslash: Int?

  init(_ line: some StringProtocol) {
    bytes = Array(line.utf8)
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Skips blanks and returns what follows them, nil at the end.
  mutating func startOfWord() -> UInt8? {
    while let byte = peek, byte.isBlank { index += 1 }
    return peek
  }

  mutating func word() -> Word {
    let start = index
    var text: [UInt8] = []
    while let byte = take() {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): readQuoted(byte, into: &text)
      case UInt8(ascii: "\\"): readEscaped(into: &text)
      default: text.append(byte)
      }
      if peek?.isBlank == true { break }
    }
    return Word(text: String(decoding: text, as: UTF8.self), start: start, end: index)
  }

  private mutating func readEscaped(into text: inout [UInt8]) {
    let column = column(at: index - 1)
    if let next = take() { text.append(next) } else { danglingBackslash = column }
  }

  /// Within double quotes a backslash keeps its meaning before `"` and `\` only, as in sh.
  private mutating func readQuoted(_ quote: UInt8, into text: inout [UInt8]) {
    let start = index - 1
    let (double, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "\\"))
    while let byte = take() {
      if byte == quote { return }
      if quote == double, byte == backslash, let next = peek, next == double || next == backslash {
        text.append(next)
        index += 1
      } else {
        text.append(byte)
      }
    }
    openQuote = OpenQuote(quote: Character(Unicode.Scalar(quote)), column: column(at: start))
  }

  private mutating func take() -> UInt8? {
    guard let byte = peek else { return nil }
    index += 1
    return byte
  }

  private func column(at offset: Int) -> Int {
    String(decoding: bytes[..<offset], as: UTF8.self).count + 1
  }
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == 0x20 || self == 0x09 }
}
