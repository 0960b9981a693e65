import Commands

extension Lexer {
  /// The token that begins at `index`, which moves behind it.
  func scan(_ index: inout Int) throws(Diagnostic) -> Token {
    let bytes = passage.bytes
    guard index < bytes.count else { return .end }
    if let first = passage.ascii(at: index) {
      if first == Self.quote { return try string(&index) }
      if first.isDigit { return try quantity(&index) }
      if first.isLetter || first == Self.underscore { return .word(word(&index)) }
      if Self.comparing.contains(first), index + 1 < bytes.count, bytes[index + 1] == Self.equals {
        index += 2
        return .symbol(passage.text(index - 2..<index))
      }
      if Self.symbols.contains(first) {
        index += 1
        return .symbol(passage.text(index - 1..<index))
      }
    }
    guard let first = passage.character(at: index) else { return .end }
    if first.isLetter { return .word(word(&index)) }
    guard first == "±" else {
      throw Diagnostic(
        position: passage.position(at: index),
        problem: .strangeCharacter(String(first))
      )
    }
    index += first.utf8.count
    return .symbol("±")
  }

  /// Text for `matches`: in quotes, or everything up to the next space or closing bracket.
  mutating func pattern() throws(Diagnostic) -> String {
    if case .string(let text) = try? peek() {
      _ = try next()
      return text
    }
    let start = skippingSpace(from: offset)
    let rest = passage.bytes[min(start, passage.bytes.count)...]
    let end = rest.firstIndex { $0.isBlankOrNewline || Self.endingPattern.contains($0) }
    let range = start..<max(start, end ?? rest.endIndex)
    guard !range.isEmpty else { throw fault(.unexpected(found: "the end", expected: "a pattern")) }
    self = Lexer(passage, from: range.upperBound)
    return passage.text(range)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
  private static let underscore = UInt8(ascii: "_")
  private static let equals = UInt8(ascii: "=")
  private static let comparing = Array("=!<>".utf8)
  private static let symbols = Array("<>()[]{},.:+-*/".utf8)
  private static let endingPattern = Array(")]\"".utf8)

  private func word(_ index: inout Int) -> String {
    run(&index) { $0.isDigit || $0 == Self.underscore || $0 == UInt8(ascii: "-") }
  }

  /// Letters of any script, and what else belongs to them.
  private func run(_ index: inout Int, with belongs: (UInt8) -> Bool) -> String {
    let start = index
    while index < passage.bytes.count {
      if let byte = passage.ascii(at: index) {
        guard byte.isLetter || belongs(byte) else { break }
        index += 1
      } else {
        guard let character = passage.character(at: index), character.isLetter else { break }
        index += character.utf8.count
      }
    }
    return passage.text(start..<index)
  }

  private func string(_ index: inout Int) throws(Diagnostic) -> Token {
    let start = index
    var text: [UInt8] = []
    index += 1
    while index < passage.bytes.count, passage.bytes[index] != newline {
      var byte = passage.bytes[index]
      index += 1
      if byte == Self.quote { return .string(String(decoding: text, as: UTF8.self)) }
      if byte == Self.backslash, index < passage.bytes.count {
        byte = passage.bytes[index]
        index += 1
      }
      text.append(byte)
    }
    throw Diagnostic(position: passage.position(at: start), problem: .openQuote)
  }

  /// A number, a duration or a percentage, told apart by what follows the digits.
  private func quantity(_ index: inout Int) throws(Diagnostic) -> Token {
    let start = index
    var text = run(&index) { $0.isDigit || $0 == UInt8(ascii: ".") || $0 == Self.underscore }
    while text.last == "." {
      text.removeLast()
      index -= 1
    }
    if text.contains(where: \.isLetter) {
      guard let duration = Durations.milliseconds(text) else {
        throw Diagnostic(position: passage.position(at: start), problem: .badDuration(text))
      }
      return .duration(duration)
    }
    guard let number = plainNumber(text) else {
      throw Diagnostic(position: passage.position(at: start), problem: .badNumber(text))
    }
    guard index < passage.bytes.count, passage.bytes[index] == UInt8(ascii: "%") else {
      return .number(number)
    }
    index += 1
    return .percent(number)
  }
}

/// Digits with at most one point inside, at most twelve before and six after it.
func plainNumber(_ text: some StringProtocol) -> Double? {
  let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard let whole = parts.first, (1...12).contains(whole.count), parts.count <= 2 else {
    return nil
  }
  guard parts.count == 1 || (1...6).contains(parts[1].count) else { return nil }
  guard parts.allSatisfy({ $0.allSatisfy(\.isDigit) }) else { return nil }
  return Double(String(text))
}
