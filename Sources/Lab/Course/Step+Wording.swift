extension Step {
  /// What the file says of a question in one variant: what is told and asked, and what is right.
  func wording(of question: String) -> [String] {
    if let prediction = self[prediction: question] {
      let told = [prediction.story, prediction.question].compactMap { $0?.description }
      return told + prediction.commands.map(\.text) + ["\(prediction.answer)"]
    }
    guard let quiz = self[quiz: question] else { return [] }
    return [quiz.question.description] + quiz.kind.wording
  }

  /// What somebody is told and asked in a café, and what is right there.
  func wording(of question: String, in situation: Situation) -> [String] {
    let evaluator = Evaluator(situation)
    if let prediction = self[prediction: question] {
      let told = [prediction.story, prediction.question].compactMap { $0 }
      return told.map { evaluator.text($0) }
        + [prediction.play(in: situation)?.answer.text ?? ""]
    }
    guard let quiz = self[quiz: question] else { return [] }
    return [evaluator.text(quiz.question)] + quiz.shown(evaluator) + [quiz.answer(evaluator) ?? ""]
  }

  /// Whether a café has a say in a question, besides the file.
  func asksOfTheCafe(_ question: String) -> Bool {
    guard let quiz = self[quiz: question] else { return self[prediction: question] != nil }
    let isCounted = if case .number = quiz.kind { true } else { false }
    return isCounted || wording(of: question).contains { $0.contains("${") }
  }
}

extension Quiz.Kind {
  /// The options, items or phrases, and a number's formula.
  fileprivate var wording: [String] {
    switch self {
    case .choose(let options): options.map { "\($0.isRight) \($0.text)" }
    case .type(let text): text.ideas.filter(\.isRight).flatMap(\.phrases)
    case .number(let key): ["\(key.right.value)"]
    case .order(let items): items.map(\.description)
    case .keyless(.choose(let options)): options.map(\.description)
    case .keyless(.order(let items)): items.map(\.description)
    case .keyless(.type), .keyless(.number): []
    }
  }
}
