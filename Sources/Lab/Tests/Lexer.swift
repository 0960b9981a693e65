import CafeWorld
import Commands

/// Cuts a passage into tokens, one at a time, because a command inside a test has rules of its own.
struct Lexer {
  let passage: Passage
  private(set) var offset: Int
  private var ahead: (token: Token, start: Int, end: Int)?

  init(_ passage: Passage, from offset: Int = 0) {
    self.passage = passage
    self.offset = offset
  }

  /// Where the next token stands.
  var position: SourcePosition { passage.position(at: ahead?.start ?? skippingSpace(from: offset)) }

  func fault(_ problem: Diagnostic.Problem) -> Diagnostic {
    Diagnostic(position: position, problem: problem)
  }

  mutating func peek() throws(Diagnostic) -> Token {
    if let ahead { return ahead.token }
    let start = skippingSpace(from: offset)
    var end = start
    let token = try scan(&end)
    ahead = (token, start, end)
    return token
  }

  mutating func next() throws(Diagnostic) -> Token {
    let token = try peek()
    if let ahead { offset = ahead.end }
    ahead = nil
    return token
  }

  /// Takes the next token if it is this one.
  mutating func take(_ token: Token) throws(Diagnostic) -> Bool {
    guard try peek() == token else { return false }
    _ = try next()
    return true
  }

  mutating func expect(_ symbol: String) throws(Diagnostic) {
    let found = try peek()
    guard found == .symbol(symbol) else {
      throw fault(.unexpected(found: found.description, expected: "`\(symbol)`"))
    }
    _ = try next()
  }

  /// The command of an `under`: everything up to the first `: ` outside quotes.
  mutating func command() throws(Diagnostic) -> String {
    let start = skippingSpace(from: offset)
    let (single, double) = (UInt8(ascii: "'"), UInt8(ascii: "\""))
    let bytes = passage.bytes
    var quote: UInt8?
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), quote != single {
        index += 1
      } else if byte == quote {
        quote = nil
      } else if quote == nil, byte == single || byte == double {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: ":"), endsCommand(at: index + 1), index > start {
        offset = index + 1
        return Self.joined(bytes[start..<index])
      }
      index += 1
    }
    throw Diagnostic(position: passage.position(at: start), problem: .underWithoutColon)
  }

  private static func joined(_ bytes: ArraySlice<UInt8>) -> String {
    let lines = bytes.split(separator: newline).map { String(decoding: $0, as: UTF8.self) }
    return SourceLine(lines.joined(separator: " ")[...], line: 1).trimmed().string
  }

  private func endsCommand(at index: Int) -> Bool {
    index >= passage.bytes.count || passage.bytes[index].isBlankOrNewline
  }

  func skippingSpace(from start: Int) -> Int {
    let rest = passage.bytes[min(start, passage.bytes.count)...]
    return rest.firstIndex { !$0.isBlankOrNewline } ?? max(start, rest.endIndex)
  }
}

/// One token of a test or a formula.
enum Token: Hashable {
  case word(String)
  case string(String)
  case number(Double)
  case duration(Milliseconds)
  case percent(Double)
  case symbol(String)
  case end
}

extension Token {
  /// As it is shown in a finding.
  var description: String {
    switch self {
    case .word(let word): "`\(word)`"
    case .string(let text): "\"\(text)\""
    case .number(let number): "`\(decimal(number))`"
    case .duration(let duration): "`\(Durations.text(duration))`"
    case .percent(let percent): "`\(decimal(percent))%`"
    case .symbol(let symbol): "`\(symbol)`"
    case .end: "the end"
    }
  }
}
