extension Quiz.NumberKey {
  init?(_ entries: FenceEntries, _ context: inout ReadingContext) {
    guard entries.required("right", &context.log) != nil, let entry = entries.first("right") else {
      return nil
    }
    for other in entries.all("right").dropFirst() {
      context.log.add(.repeatedKey("right"), at: other.line.position)
    }
    var names = SeenNames()
    wrong = entries.all("wrong").compactMap { Wrong($0, &names, &context) }
    reason = (entry.inner("why") ?? entry.inner.first).map { context.template($0.value) }
    guard let right = context.target(entry.value) else { return nil }
    self.right = right
  }
}

extension Quiz.NumberKey.Wrong {
  fileprivate init?(
    _ entry: FenceItem.Entry,
    _ names: inout SeenNames,
    _ context: inout ReadingContext
  ) {
    guard let name = entry.name else {
      context.log.add(.missingKey("wrong NAME", in: .quiz), at: entry.line.position)
      return nil
    }
    guard let say = entry.inner.first, !say.isEmpty else {
      context.log.add(.ideaWithoutFeedback(name.string), at: entry.line.position)
      return nil
    }
    guard names.admit(name, &context.log), let target = context.target(entry.value) else {
      return nil
    }
    self.init(name: name.string, target: target, feedback: context.template(say.value))
  }
}

extension ReadingContext {
  /// Reads `28 s ± 2` or `${…} ± 2`.
  fileprivate mutating func target(_ lines: [SourceLine]) -> Quiz.NumberKey.Target? {
    let lines = lines.filter { !$0.isBlank }
    let passage = Passage(lines, variables: variables)
    let isExpression = passage.starts(with: "${", at: 0)
    var parser = SyntaxParser(passage, from: isExpression ? 2 : 0, names: variables.names)
    do {
      let target = try parser.target(isExpression: isExpression)
      try parser.finish()
      return target
    } catch {
      let isOurs = if case .unexpected = error.problem { !isExpression } else { false }
      log.add(isOurs ? Diagnostic(position: error.position, problem: .badNumberKey) : error)
      return nil
    }
  }
}

extension SyntaxParser {
  fileprivate mutating func target(
    isExpression: Bool
  ) throws(Diagnostic) -> Quiz.NumberKey.Target {
    var value: Formula
    var unit: String?
    if isExpression {
      value = try formula()
      try lexer.expect("}")
    } else {
      let quantity = try quantity()
      value = .value(.number(quantity.number))
      unit = quantity.unit
    }
    if case .word(let word) = try lexer.peek() {
      _ = try lexer.next()
      unit = word
    }
    return Quiz.NumberKey.Target(value: value, unit: unit, tolerance: try tolerance())
  }

  private mutating func tolerance() throws(Diagnostic) -> Double {
    if try lexer.take(.symbol("+")) {
      _ = try lexer.take(.symbol("/"))
      try lexer.expect("-")
    } else if try !lexer.take(.symbol("±")) {
      return 0
    }
    let tolerance = try quantity().number
    if case .word = try lexer.peek() { _ = try lexer.next() }
    return tolerance
  }

  private mutating func quantity() throws(Diagnostic) -> (number: Double, unit: String?) {
    let position = lexer.position
    switch try lexer.next() {
    case .number(let number): return (number, nil)
    case .percent(let number): return (number, "%")
    case .duration(let duration): return (Double(duration) / 1_000, "s")
    case .word, .string, .symbol, .end:
      throw Diagnostic(position: position, problem: .badNumberKey)
    }
  }
}
