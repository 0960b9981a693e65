/// Finds the places in a passage that a world fills in.
struct TemplateReader {
  /// Whether `{K.p}` is a place too, and which tests lend it their arguments.
  var lenders: [Test]?
  /// Whether the passage belongs to a prediction, which has an `answer`.
  var hasAnswer = false

  func read(_ lines: [SourceLine], _ context: inout ReadingContext) -> Template {
    let text = Self.withoutBlankEdges(lines)
    let mark = UInt8(ascii: lenders == nil ? "$" : "{")
    guard text.contains(where: { $0.contains(mark) }) else {
      let plain = text.map { String($0.text) }.joined(separator: "\n")
      return Template(parts: plain.isEmpty ? [] : [.text(plain)])
    }
    return read(Passage(text, variables: context.variables), &context)
  }

  private func read(_ passage: Passage, _ context: inout ReadingContext) -> Template {
    var parts: [Template.Part] = []
    var text = ""
    var index = 0
    while index < passage.characters.count {
      let character = passage.characters[index]
      if character != "\\", character != "$", character != "{" {
        text.append(character)
        index += 1
      } else if let escaped = escapedOpening(in: passage, at: index) {
        text += escaped
        index += escaped.count + 1
      } else if let length = opening(in: passage, at: index) {
        guard let place = place(in: passage, from: index, length: length, &context) else { break }
        if !text.isEmpty { parts.append(.text(text)) }
        parts.append(.expression(place.formula))
        text = ""
        index = place.end
      } else {
        text.append(character)
        index += 1
      }
    }
    if !text.isEmpty { parts.append(.text(text)) }
    return Template(parts: parts)
  }

  private func escapedOpening(in passage: Passage, at index: Int) -> String? {
    guard passage.characters[index] == "\\" else { return nil }
    if passage.starts(with: "${", at: index + 1) { return "${" }
    return lenders != nil && passage.starts(with: "{", at: index + 1) ? "{" : nil
  }

  /// The number of characters that open a place here.
  private func opening(in passage: Passage, at index: Int) -> Int? {
    if passage.starts(with: "${", at: index) { return 2 }
    return lenders != nil && passage.starts(with: "{", at: index) ? 1 : nil
  }

  private func place(
    in passage: Passage,
    from index: Int,
    length: Int,
    _ context: inout ReadingContext
  ) -> (formula: Formula, end: Int)? {
    let closing = passage.characters[index...].firstIndex(of: "}")
    guard closing != nil else {
      context.log.add(.openInterpolation, at: passage.position(at: index))
      return nil
    }
    var parser = SyntaxParser(passage, from: index + length, names: context.variables.names)
    parser.borrowsArguments = lenders != nil
    do {
      let formula = try parser.formula()
      try parser.lexer.expect("}")
      try check(formula, at: passage.position(at: index))
      return (try lending(formula, at: passage.position(at: index)), parser.lexer.offset)
    } catch {
      context.log.add(error)
      return closing.map { (.answer, $0 + 1) }
    }
  }

  private func check(_ formula: Formula, at position: SourcePosition) throws(Diagnostic) {
    guard !formula.usesAnswer || hasAnswer else {
      throw Diagnostic(position: position, problem: .answerOutsidePrediction)
    }
  }

  /// Gives a query without arguments those of the first query of its kind in the tests.
  private func lending(
    _ formula: Formula,
    at position: SourcePosition
  ) throws(Diagnostic) -> Formula {
    guard let lenders, case .value(.query(var query)) = formula, query.arguments.isEmpty else {
      return formula
    }
    guard let lender = lenders.flatMap(\.queries).first(where: { $0.kind == query.kind }) else {
      guard query.kind.parameters.isEmpty else {
        throw Diagnostic(position: position, problem: .noSuchQueryInTest(query.kind))
      }
      return formula
    }
    query.arguments = lender.arguments
    return .value(.query(query))
  }

  private static func withoutBlankEdges(_ lines: [SourceLine]) -> [SourceLine] {
    var lines = lines.drop(while: \.isBlank)
    while lines.last?.isBlank == true { lines.removeLast() }
    return Array(lines)
  }
}
