import Commands

/// Reads tests, values and formulas by recursive descent and stops at the first fault.
struct SyntaxParser {
  var lexer: Lexer
  /// In a feedback a query may leave its arguments to the test that the feedback belongs to.
  var borrowsArguments = false
  private let names: [String]
  private var depth = 0

  /// `names`: the variables of the lesson, for "did you mean".
  init(_ passage: Passage, from offset: Int = 0, names: [String] = []) {
    lexer = Lexer(passage, from: offset)
    self.names = names
  }

  /// What remains must be nothing.
  mutating func finish() throws(Diagnostic) {
    let token = try lexer.peek()
    guard token == .end else {
      throw lexer.fault(.unexpected(found: token.description, expected: "the end"))
    }
  }

  mutating func nested<Result>(
    _ read: (inout Self) throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    guard depth < LessonLimits.nesting else {
      throw lexer.fault(.tooDeep(limit: LessonLimits.nesting))
    }
    depth += 1
    let result = try read(&self)
    depth -= 1
    return result
  }

  func unknownName(_ word: String, at position: SourcePosition) -> Diagnostic {
    let near = nearest(
      to: word,
      in: names + Query.Kind.allCases.map(\.rawValue) + ["answer", "seconds"]
    )
    return Diagnostic(position: position, problem: .unknownName(word, near: near))
  }
}

extension Test {
  /// Reads one test, as `run until` takes it.
  public init(parsing text: String) throws(Diagnostic) {
    var log = DiagnosticLog()
    let source = LessonSource(Array(text.utf8), log: &log)
    if let first = log.sorted.first { throw first }
    try self.init(Passage(source.lines), names: [])
  }

  init(_ passage: Passage, names: [String]) throws(Diagnostic) {
    // There are never more characters than bytes.
    guard
      passage.bytes.count <= LessonLimits.testCharacters
        || passage.text.count <= LessonLimits.testCharacters
    else {
      throw Diagnostic(
        position: passage.start,
        problem: .testTooLong(limit: LessonLimits.testCharacters)
      )
    }
    var parser = SyntaxParser(passage, names: names)
    self = try parser.test()
    try parser.finish()
  }
}
