import Commands

/// What every reader of a part of a lesson shares: the values of the variant, and the findings so
/// far.
struct ReadingContext {
  var log = DiagnosticLog()
  var variables = Variables()
  /// Whether this is a learner's paper, which has no key.
  var isPaper = false

  /// Reads text with `${…}`; places are findings of their own when they make no sense.
  mutating func template(_ lines: [SourceLine], hasAnswer: Bool = false) -> Template {
    TemplateReader(hasAnswer: hasAnswer).read(lines, &self)
  }

  mutating func feedback(_ lines: [SourceLine], tests: [Test]) -> Template {
    TemplateReader(lenders: tests).read(lines, &self)
  }

  /// A command with the variables in it replaced.
  mutating func command(_ lines: [SourceLine]) -> LessonCommand? {
    let lines = lines.map { $0.trimmed() }
    if let first = lines.first, !lines.contains(where: { $0.contains(UInt8(ascii: "$")) }) {
      let text = lines.map(\.string).joined(separator: " ")
      return text.isEmpty ? nil : LessonCommand(text: text, position: first.position)
    }
    let passage = Passage(lines, variables: variables)
    if let offset = passage.bytes.indices.first(where: { passage.starts(with: "${", at: $0) }) {
      let rest = passage.bytes[(offset + 2)...]
      let name = rest.prefix { $0 != UInt8(ascii: "}") && !$0.isBlankOrNewline }
      let unknown = String(decoding: name, as: UTF8.self)
      let near = nearest(to: unknown, in: variables.names)
      log.add(.unknownVariable(unknown, near: near), at: passage.position(at: offset))
      return nil
    }
    let bytes = passage.bytes.map { $0 == newline ? UInt8(ascii: " ") : $0 }
    let words = String(decoding: bytes, as: UTF8.self)
    return words.isEmpty ? nil : LessonCommand(text: words, position: passage.start)
  }

  mutating func test(_ lines: [SourceLine]) -> Test? {
    let passage = Passage(lines, variables: variables)
    do { return try Test(passage, names: variables.names) } catch { log.add(error) }
    return nil
  }

  mutating func value(_ lines: [SourceLine]) -> Value? {
    parse(lines) { (parser: inout SyntaxParser) throws(Diagnostic) -> Value in
      try parser.value(asSubject: true)
    }
  }

  mutating func formula(_ lines: [SourceLine], hasAnswer: Bool) -> Formula? {
    let formula = parse(lines) { (parser: inout SyntaxParser) throws(Diagnostic) -> Formula in
      try parser.formula()
    }
    guard let formula, formula.usesAnswer, !hasAnswer else { return formula }
    if let line = lines.first { log.add(.answerOutsidePrediction, at: line.position) }
    return nil
  }

  private mutating func parse<Result>(
    _ lines: [SourceLine],
    _ read: (inout SyntaxParser) throws(Diagnostic) -> Result
  ) -> Result? {
    var parser = SyntaxParser(Passage(lines, variables: variables), names: variables.names)
    do {
      let result = try read(&parser)
      try parser.finish()
      return result
    } catch {
      log.add(error)
      return nil
    }
  }
}
