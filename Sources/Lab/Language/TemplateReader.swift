/// Finds the places in a passage that a world fills in.
struct TemplateReader {
  /// Whether `{K.p}` is a place too, and which tests lend it their arguments.
  var lenders: [Test]?
  /// Whether the passage belongs to a prediction, which has an `answer`.
  var hasAnswer = false

  func read(_ lines: [SourceLine], _ context: inout ReadingContext) -> Template {
    var rest = Self.withoutBlankEdges(lines)[...]
    var parts: [Template.Part] = []
    var text = ""
    while let line = rest.first {
      if line.contains(mark) {
        let passage = Passage(cutPassage(&rest), variables: context.variables)
        read(passage, &parts, &text, &context)
      } else {
        text += line.string
        rest.removeFirst()
      }
      if !rest.isEmpty { text += "\n" }
    }
    if !text.isEmpty { parts.append(.text(text)) }
    return Template(parts: parts)
  }

  /// What every place begins with.
  private var mark: UInt8 { UInt8(ascii: lenders == nil ? "$" : "{") }

  /// Takes off the line that has a mark, and those after it in which its last place goes on.
  private func cutPassage(_ lines: inout ArraySlice<SourceLine>) -> [SourceLine] {
    var cut: [SourceLine] = []
    while let line = lines.popFirst() {
      cut.append(line)
      let bytes = line.text.utf8
      let closing = bytes.lastIndex(of: UInt8(ascii: "}"))
      let opening = bytes.lastIndex(of: mark)
      if let closing, opening.map({ closing > $0 }) ?? true { break }
      if cut.count == 1, line.text.range(of: lenders == nil ? "${" : "{") == nil { break }
    }
    return cut
  }

  private func read(
    _ passage: Passage,
    _ parts: inout [Template.Part],
    _ text: inout String,
    _ context: inout ReadingContext
  ) {
    var index = 0
    while index < passage.bytes.count {
      if let plain = plainStretch(in: passage, from: index) {
        text += passage.text(plain)
        index = plain.upperBound
      } else if let escaped = escapedOpening(in: passage, at: index) {
        text += escaped
        index += escaped.utf8.count + 1
      } else if let length = opening(in: passage, at: index) {
        guard let place = place(in: passage, from: index, length: length, &context) else { break }
        if !text.isEmpty { parts.append(.text(text)) }
        parts.append(.expression(place.formula))
        text = ""
        index = place.end
      } else {
        text += passage.text(index..<index + 1)
        index += 1
      }
    }
  }

  /// What follows up to a byte that may mean something.
  private func plainStretch(in passage: Passage, from index: Int) -> Range<Int>? {
    let end = passage.bytes[index...].firstIndex { byte in
      byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "{")
    }
    let stretch = index..<(end ?? passage.bytes.count)
    return stretch.isEmpty ? nil : stretch
  }

  private func escapedOpening(in passage: Passage, at index: Int) -> String? {
    guard passage.bytes[index] == UInt8(ascii: "\\") else { return nil }
    if passage.starts(with: "${", at: index + 1) { return "${" }
    return lenders != nil && passage.starts(with: "{", at: index + 1) ? "{" : nil
  }

  /// The number of bytes that open a place here.
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
    let closing = passage.bytes[index...].firstIndex(of: UInt8(ascii: "}"))
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
