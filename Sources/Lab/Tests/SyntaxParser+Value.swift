import Commands

extension SyntaxParser {
  /// One value.
  ///
  /// A bare word that names a kind is a query on the left of a comparison only, so that
  /// `alarm("x").state == alarm` compares with the word.
  mutating func value(asSubject isSubject: Bool) throws(Diagnostic) -> Value {
    let position = lexer.position
    let token = try lexer.peek()
    switch token {
    case .string(let text): return literal(.text(text))
    case .number(let number): return literal(.number(number))
    case .duration(let duration): return literal(.duration(duration))
    case .percent(let percent): return literal(.percent(percent))
    case .symbol("-"):
      _ = try lexer.next()
      guard case .number(let number) = try lexer.peek() else { break }
      return literal(.number(-number))
    case .word("seconds"): return try secondsUntil()
    case .word("share"): return try share()
    case .word(let word):
      _ = try lexer.next()
      return try wordOrQuery(word, at: position, asSubject: isSubject)
    case .symbol, .end: break
    }
    throw lexer.fault(.unexpected(found: token.description, expected: "a value"))
  }

  /// Takes the token that has just been looked at.
  private mutating func literal(_ value: Value) -> Value {
    _ = try? lexer.next()
    return value
  }

  private mutating func wordOrQuery(
    _ word: String,
    at position: SourcePosition,
    asSubject isSubject: Bool
  ) throws(Diagnostic) -> Value {
    let next = try lexer.peek()
    let isQuery = next == .symbol("(") || next == .symbol(".")
    if let kind = Query.Kind(rawValue: word), isQuery || isSubject {
      return .query(try query(kind, at: position))
    }
    guard !isQuery else {
      let near = nearest(to: word, in: Query.Kind.allCases.map(\.rawValue))
      throw Diagnostic(position: position, problem: .unknownQuery(word, near: near))
    }
    return .word(word)
  }

  mutating func query(
    _ kind: Query.Kind,
    at position: SourcePosition
  ) throws(Diagnostic) -> Query {
    var arguments: [Query.Argument] = []
    if try lexer.take(.symbol("(")) {
      repeat { arguments.append(try argument(of: kind)) } while try lexer.take(.symbol(","))
      try lexer.expect(")")
    }
    try check(arguments, of: kind, at: position)
    var properties: [String] = []
    while try lexer.take(.symbol(".")) { properties.append(try property()) }
    return Query(kind, arguments, properties: properties)
  }

  private mutating func property() throws(Diagnostic) -> String {
    let token = try lexer.peek()
    guard case .word(let name) = token,
      name.allSatisfy({ $0.isASCII && !$0.isUppercase && $0 != "_" }), name.last != "-"
    else { throw lexer.fault(.badProperty(token.description)) }
    _ = try lexer.next()
    return name
  }

  private mutating func argument(of kind: Query.Kind) throws(Diagnostic) -> Query.Argument {
    let position = lexer.position
    let token = try lexer.next()
    switch token {
    case .string(let value): return Query.Argument(value)
    case .word(let name):
      guard kind.parameters.contains(name) else {
        let near = nearest(to: name, in: kind.parameters)
        throw Diagnostic(
          position: position,
          problem: .unknownArgument(name, of: kind, near: near)
        )
      }
      try lexer.expect(":")
      guard case .string(let value) = try lexer.peek() else { break }
      _ = try lexer.next()
      return Query.Argument(value, name: name)
    case .number, .duration, .percent, .symbol, .end: break
    }
    throw Diagnostic(
      position: position,
      problem: .unexpected(found: token.description, expected: "text in quotes")
    )
  }

  private func check(
    _ arguments: [Query.Argument],
    of kind: Query.Kind,
    at position: SourcePosition
  ) throws(Diagnostic) {
    let positional = arguments.filter { $0.name == nil }.count
    let filled = kind.positions.prefix(positional) + arguments.compactMap(\.name)
    let isTwice = filled.indices.contains { filled[..<$0].contains(filled[$0]) }
    let isEnough = arguments.count >= kind.required || borrowsArguments
    guard positional <= kind.positions.count, !isTwice, isEnough else {
      throw Diagnostic(position: position, problem: .wrongArguments(kind))
    }
  }

  private mutating func secondsUntil() throws(Diagnostic) -> Value {
    _ = try lexer.next()
    guard try lexer.take(.word("until")) else { return .word("seconds") }
    let position = lexer.position
    let test = try bracketed()
    try refuseChaos(in: test, at: position)
    return .secondsUntil(test)
  }

  private mutating func share() throws(Diagnostic) -> Value {
    _ = try lexer.next()
    guard try lexer.take(.word("of")) else { return .word("share") }
    guard try lexer.take(.word("chaos")) else {
      let found = try lexer.peek().description
      throw lexer.fault(.unexpected(found: found, expected: "`chaos(50): (…)`"))
    }
    try lexer.expect("(")
    guard case .number(let number) = try lexer.peek(), let schedules = Int(exactly: number),
      (1...LessonLimits.schedules).contains(schedules)
    else {
      throw lexer.fault(
        .unexpected(
          found: try lexer.peek().description,
          expected: "a whole number from 1 to \(LessonLimits.schedules)"
        )
      )
    }
    _ = try lexer.next()
    try lexer.expect(")")
    try lexer.expect(":")
    let position = lexer.position
    let test = try bracketed()
    try refuseChaos(in: test, at: position)
    return .share(schedules: schedules, test)
  }

  private mutating func bracketed() throws(Diagnostic) -> Test {
    try lexer.expect("(")
    let test = try test()
    try lexer.expect(")")
    return test
  }
}
