extension SyntaxParser {
  /// Sums of products; `-` between two names needs a space before it, since names hold hyphens.
  mutating func formula() throws(Diagnostic) -> Formula {
    try nested { (parser: inout Self) throws(Diagnostic) -> Formula in
      var sum = try parser.product()
      while let operation = try parser.operation(bindsTighter: false) {
        sum = .combined(sum, operation, try parser.product())
      }
      return sum
    }
  }

  private mutating func product() throws(Diagnostic) -> Formula {
    var product = try factor()
    while let operation = try operation(bindsTighter: true) {
      product = .combined(product, operation, try factor())
    }
    return product
  }

  private mutating func operation(bindsTighter: Bool) throws(Diagnostic) -> Formula.Operation? {
    guard case .symbol(let symbol) = try lexer.peek(),
      let operation = Formula.Operation(rawValue: symbol), operation.bindsTighter == bindsTighter
    else { return nil }
    _ = try lexer.next()
    return operation
  }

  private mutating func factor() throws(Diagnostic) -> Formula {
    try nested { (parser: inout Self) throws(Diagnostic) -> Formula in
      if try parser.lexer.take(.symbol("(")) {
        let formula = try parser.formula()
        try parser.lexer.expect(")")
        return formula
      }
      if try parser.lexer.take(.symbol("-")) { return .negative(try parser.factor()) }
      if try parser.lexer.take(.word("answer")) { return .answer }
      let position = parser.lexer.position
      let value = try parser.value(asSubject: true)
      if case .word(let word) = value { throw parser.unknownName(word, at: position) }
      return .value(value)
    }
  }
}
