import CafeWorld
import Commands

extension SyntaxParser {
  /// `test = disj`, `disj = conj {"or" conj}`.
  mutating func test() throws(Diagnostic) -> Test {
    try nested { (parser: inout Self) throws(Diagnostic) -> Test in
      let tests = try parser.chain(of: "or") { (parser: inout Self) throws(Diagnostic) -> Test in
        let tests = try parser.chain(of: "and") {
          (parser: inout Self) throws(Diagnostic) -> Test in try parser.unary()
        }
        return tests.count == 1 ? tests[0] : .all(tests)
      }
      return tests.count == 1 ? tests[0] : .any(tests)
    }
  }

  private mutating func chain(
    of word: String,
    _ part: (inout Self) throws(Diagnostic) -> Test
  ) throws(Diagnostic) -> [Test] {
    var tests = [try part(&self)]
    while try lexer.take(.word(word)) { tests.append(try part(&self)) }
    return tests
  }

  private mutating func unary() throws(Diagnostic) -> Test {
    try nested { (parser: inout Self) throws(Diagnostic) -> Test in
      if try parser.lexer.take(.symbol("(")) {
        let test = try parser.test()
        try parser.lexer.expect(")")
        return test
      }
      guard case .word(let word) = try parser.lexer.peek() else { return try parser.comparison() }
      switch word {
      case "not":
        _ = try parser.lexer.next()
        return .not(try parser.unary())
      case "under":
        _ = try parser.lexer.next()
        return .under(command: try parser.lexer.command(), try parser.unary())
      case "now", "ever", "within", "after", "always":
        let position = parser.lexer.position
        let moment = try parser.moment(word)
        let test = try parser.unary()
        if moment != .now { try parser.refuseChaos(in: test, at: position) }
        return .at(moment, test)
      default:
        return try parser.comparison()
      }
    }
  }

  /// A battery of schedules at each moment of another time would never end.
  func refuseChaos(in test: Test, at position: SourcePosition) throws(Diagnostic) {
    guard test.asksForChaos else { return }
    throw Diagnostic(position: position, problem: .chaosAtAnotherTime)
  }

  private mutating func moment(_ word: String) throws(Diagnostic) -> Test.Moment {
    _ = try lexer.next()
    let moment: Test.Moment
    switch word {
    case "now": moment = .now
    case "ever": moment = .ever
    case "within": moment = .within(try duration())
    case "after": moment = .after(try duration())
    default:
      guard try lexer.take(.word("for")) else {
        throw lexer.fault(
          .unexpected(found: try lexer.peek().description, expected: "`for` and a duration")
        )
      }
      moment = .always(try duration())
    }
    try lexer.expect(":")
    return moment
  }

  private mutating func duration() throws(Diagnostic) -> Milliseconds {
    let token = try lexer.peek()
    guard case .duration(let duration) = token else {
      throw lexer.fault(
        .unexpected(found: token.description, expected: "a duration such as `45s`")
      )
    }
    guard duration <= Evaluator.horizon else { throw lexer.fault(.beyondHorizon) }
    _ = try lexer.next()
    return duration
  }

  private mutating func comparison() throws(Diagnostic) -> Test {
    let start = lexer.position
    let left = try value(asSubject: true)
    let token = try lexer.peek()
    if case .symbol(let symbol) = token, let comparison = Test.Comparison(rawValue: symbol) {
      _ = try lexer.next()
      let right = try value(asSubject: false)
      guard left.isLiteral, right.isLiteral else { return .compare(left, comparison, right) }
      throw senseless(left, at: start)
    }
    guard !left.isLiteral else { throw senseless(left, at: start) }
    if try lexer.take(.word("in")) { return .among(left, try list()) }
    if try lexer.take(.word("matches")) { return .matches(left, Glob(try lexer.pattern())) }
    if try lexer.take(.word("exists")) { return .exists(left) }
    return .holds(left)
  }

  /// A test of what cannot change; most often a kind with a slip of the finger.
  private func senseless(_ value: Value, at position: SourcePosition) -> Diagnostic {
    guard case .word(let word) = value,
      let near = nearest(to: word, in: Query.Kind.allCases.map(\.rawValue))
    else { return Diagnostic(position: position, problem: .testsNothing(value.description)) }
    return Diagnostic(position: position, problem: .unknownQuery(word, near: near))
  }

  private mutating func list() throws(Diagnostic) -> [Value] {
    try lexer.expect("[")
    var values = [try value(asSubject: false)]
    while try lexer.take(.symbol(",")) { values.append(try value(asSubject: false)) }
    try lexer.expect("]")
    return values
  }
}
