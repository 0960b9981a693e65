import Commands

extension Lexer {
  /// The token that begins at `index`, which moves behind it.
  func scan(_ index: inout Int) throws(Diagnostic) -> Token {
    guard index < passage.characters.count else { return .end }
    let start = index
    let first = passage.characters[index]
    if first == "\"" { return try string(&index) }
    if Self.isDigit(first) { return try quantity(&index) }
    if first.belongsToWord || first == "_" { return .word(run(&index, while: Self.continuesWord)) }
    if Self.comparing.contains(first), index + 1 < passage.characters.count,
      passage.characters[index + 1] == "="
    {
      index += 2
      return .symbol("\(first)=")
    }
    if Self.symbols.contains(first) {
      index += 1
      return .symbol(String(first))
    }
    throw Diagnostic(
      position: passage.position(at: start),
      problem: .strangeCharacter(String(first))
    )
  }

  /// Text for `matches`: in quotes, or everything up to the next space or closing bracket.
  mutating func pattern() throws(Diagnostic) -> String {
    if case .string(let text) = try? peek() {
      _ = try next()
      return text
    }
    var index = offset
    while index < passage.characters.count, passage.characters[index].isBlank { index += 1 }
    let text = run(&index) { !$0.isBlank && $0 != ")" && $0 != "]" && $0 != "\"" }
    guard !text.isEmpty else { throw fault(.unexpected(found: "the end", expected: "a pattern")) }
    self = Lexer(passage, from: index)
    return text
  }

  private static let comparing: [Character] = ["=", "!", "<", ">"]
  private static let symbols: [Character] = [
    "<", ">", "(", ")", "[", "]", "{", "}", ",", ".", ":", "+", "-", "*", "/", "±",
  ]

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func continuesWord(_ character: Character) -> Bool {
    character.belongsToWord || isDigit(character) || character == "_" || character == "-"
  }

  private func run(_ index: inout Int, while belongs: (Character) -> Bool) -> String {
    let start = index
    while index < passage.characters.count, belongs(passage.characters[index]) { index += 1 }
    return String(passage.characters[start..<index])
  }

  private func string(_ index: inout Int) throws(Diagnostic) -> Token {
    let start = index
    var text = ""
    index += 1
    while index < passage.characters.count, passage.characters[index] != "\n" {
      var character = passage.characters[index]
      index += 1
      if character == "\"" { return .string(text) }
      if character == "\\", index < passage.characters.count {
        character = passage.characters[index]
        index += 1
      }
      text.append(character)
    }
    throw Diagnostic(position: passage.position(at: start), problem: .openQuote)
  }

  /// A number, a duration or a percentage, told apart by what follows the digits.
  private func quantity(_ index: inout Int) throws(Diagnostic) -> Token {
    let start = index
    var text = run(&index) { Self.isDigit($0) || $0.belongsToWord || $0 == "." || $0 == "_" }
    while text.last == "." {
      text.removeLast()
      index -= 1
    }
    let position = passage.position(at: start)
    if text.contains(where: \.belongsToWord) {
      guard let duration = Durations.milliseconds(text) else {
        throw Diagnostic(position: position, problem: .badDuration(text))
      }
      return .duration(duration)
    }
    guard let number = plainNumber(text) else {
      throw Diagnostic(position: position, problem: .badNumber(text))
    }
    guard index < passage.characters.count, passage.characters[index] == "%" else {
      return .number(number)
    }
    index += 1
    return .percent(number)
  }
}

/// Digits with at most one point inside, at most twelve before and six after it.
func plainNumber(_ text: some StringProtocol) -> Double? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard let whole = parts.first, (1...12).contains(whole.count), parts.count <= 2 else {
    return nil
  }
  guard parts.count == 1 || (1...6).contains(parts[1].count) else { return nil }
  guard parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }) else { return nil }
  return Double(String(text))
}
