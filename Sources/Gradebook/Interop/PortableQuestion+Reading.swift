import Lab

extension PortableQuestion {
  /// `prose`: the paragraphs that the learner has read before.
  ///
  /// - Throws: the question with the reason for which it stays behind.
  init(_ quiz: Quiz, after prose: [String]) throws(LeftQuestion) {
    name = quiz.name
    let asked = try Self.plain(quiz.question, of: quiz)
    text = (prose + [asked]).joined(separator: "\n\n")
    if case .choose(let options) = quiz.kind {
      var read: [Option] = []
      for option in options {
        read.append(
          Option(
            text: try Self.plain(option.text, of: quiz),
            isRight: option.isRight,
            feedback: try Self.plain(option.feedback, of: quiz)
          )
        )
      }
      kind = .choose(read)
    } else if case .type(let text) = quiz.kind {
      var ideas: [Idea] = []
      for idea in text.ideas {
        ideas.append(
          Idea(
            name: idea.name,
            isRight: idea.isRight,
            phrases: idea.phrases,
            feedback: try Self.plain(idea.feedback, of: quiz)
          )
        )
      }
      kind = .type(ideas)
    } else if case .number(let key) = quiz.kind {
      kind = .number(try Number(key, of: quiz))
    } else if case .order(let items) = quiz.kind {
      var read: [String] = []
      for item in items { read.append(try Self.plain(item, of: quiz)) }
      kind = .order(read)
    } else {
      throw LeftQuestion(name: quiz.name, reason: .withoutKey)
    }
  }

  fileprivate static func plain(
    _ template: Template,
    of quiz: Quiz
  ) throws(LeftQuestion) -> String {
    guard let text = template.plainText else {
      throw LeftQuestion(name: quiz.name, reason: .livesInTheCafe)
    }
    return text
  }
}

extension Step {
  /// The paragraphs of the step in which nothing hangs on a café; figures stay behind.
  var portableProse: [String] {
    let hole: Character = "\u{0}"
    return blocks.flatMap { block -> [String] in
      guard case .prose(let template) = block else { return [] }
      let text = template.parts.map { part -> String in
        if case .text(let text) = part { text } else { String(hole) }
      }.joined()
      return text.split(separator: "\n", omittingEmptySubsequences: false)
        .split { $0.allSatisfy(\.isWhitespace) }
        .map { $0.joined(separator: "\n").withoutStress.trimmed }
        .filter { !$0.contains(hole) }
    }
  }
}

extension PortableQuestion.Number {
  fileprivate init(_ key: Quiz.NumberKey, of quiz: Quiz) throws(LeftQuestion) {
    right = try Target(key.right, of: quiz)
    unit = key.right.unit
    feedback =
      if let reason = key.reason { try PortableQuestion.plain(reason, of: quiz) } else { "" }
    var wrong: [Wrong] = []
    for known in key.wrong {
      wrong.append(
        Wrong(
          name: known.name,
          target: try Target(known.target, of: quiz),
          feedback: try PortableQuestion.plain(known.feedback, of: quiz)
        )
      )
    }
    self.wrong = wrong
  }
}

extension PortableQuestion.Number.Target {
  fileprivate init(_ target: Quiz.NumberKey.Target, of quiz: Quiz) throws(LeftQuestion) {
    guard let value = target.value.plainNumber else {
      throw LeftQuestion(name: quiz.name, reason: .livesInTheCafe)
    }
    self.value = Self.digits(value)
    tolerance = Self.digits(target.tolerance)
  }

  /// The shortest digits that mean the number; whole ones without a point.
  static func digits(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15 ? "\(Int(number))" : "\(number)"
  }
}

extension Formula {
  /// The number that the formula is, without a look at any world.
  fileprivate var plainNumber: Double? {
    switch self {
    case .value(.number(let number)): number
    case .negative(let formula): formula.plainNumber.map { -$0 }
    default: nil
    }
  }
}
