import Commands

/// What a lesson asks the world for, and where.
private typealias AskedQuery = (query: Query, position: SourcePosition)

extension Step {
  /// What can be proved without a world: every property and every step that is asked for is known,
  /// every test of a `run until` can be read, and every case for a judge is judged so.
  func findingsWithoutWorld(in lesson: Lesson) -> [Finding] {
    let queries = queries
    return unknownProperties(queries) + unknownSteps(queries, of: lesson.steps.map(\.id))
      + unreadableTests + quizzes.flatMap { judgements(of: $0) }
  }

  private func unknownProperties(_ queries: [AskedQuery]) -> [Finding] {
    queries.filter { !$0.query.isKnown }.map { query, position in
      let near = nearest(to: query.property, in: query.kind.properties)
      return finding(.unknownProperty(query, near: near), at: position)
    }
  }

  private func unknownSteps(_ queries: [AskedQuery], of ids: [String]) -> [Finding] {
    queries.compactMap { query, position in
      guard let step = query["step"], !ids.contains(step) else { return nil }
      return finding(.unknownStep(query, near: nearest(to: step, in: ids)), at: position)
    }
  }

  private var queries: [AskedQuery] {
    var asked: [AskedQuery] = []
    for case .prose(let template) in blocks { asked += [template].asked(at: position) }
    for template in hints.map(\.text) + notes { asked += [template].asked(at: position) }
    for condition in conditions {
      for query in condition.test.queries { asked.append((query, condition.testPosition)) }
      asked += [condition.label, condition.feedback].asked(at: condition.position)
    }
    for mistake in mistakes { asked += [mistake.feedback].asked(at: mistake.position) }
    asked += demo.flatMap(\.asked)
    return asked + predictions.flatMap(\.asked) + quizzes.flatMap(\.asked)
  }

  private var unreadableTests: [Finding] {
    commands.compactMap { command in
      guard let test = command.testOfRunUntil, (try? Test(parsing: test)) == nil else {
        return nil
      }
      return finding(.unreadableTest(command.text), at: command.position)
    }
  }

  /// Every line of every way and prediction.
  var commands: [LessonCommand] {
    setup + solution + alternatives.flatMap(\.commands) + mistakes.flatMap(\.commands)
      + predictions.flatMap(\.commands)
  }

  private func judgements(of quiz: Quiz) -> [Finding] {
    guard case .type(let text) = quiz.kind else { return [] }
    let judge = Judge(ideas: text.ideas, question: quiz.question.plainText ?? "")
    return text.cases.compactMap { row in
      let verdict = judge.judge(row.response)
      return verdict.isRight == row.isRight
        ? nil
        : finding(
          .judgedOtherwise(question: quiz.name, response: row.response, verdict),
          at: row.position
        )
    }
  }
}

extension LessonCommand {
  /// The test of a `run until`, without the option before it.
  fileprivate var testOfRunUntil: String? {
    guard text.hasPrefix("run until ") else { return nil }
    let rest = text.dropFirst("run until ".count)
    guard rest.hasPrefix("--at-most ") else { return String(rest) }
    return rest.split(separator: " ", maxSplits: 2).dropFirst(2).first.map(String.init) ?? ""
  }
}

extension [Template?] {
  fileprivate func asked(at position: SourcePosition) -> [AskedQuery] {
    compactMap { $0 }.flatMap(\.expressions).flatMap(\.queries).map { ($0, position) }
  }
}

extension DemoLine {
  fileprivate var asked: [AskedQuery] {
    switch self {
    case .say(let text, at: let position): return [text].asked(at: position)
    case .poll(let poll):
      let tests = poll.choices.compactMap(\.test).flatMap(\.queries)
      return ([poll.question] + poll.choices.map(\.label)).asked(at: poll.position)
        + tests.map { ($0, poll.position) }
    case .predict, .solve, .command, .watch, .rewind: return []
    }
  }
}

extension Prediction {
  fileprivate var asked: [AskedQuery] {
    var asked = [story, question, reason].asked(at: position)
    for query in answer.queries { asked.append((query, position)) }
    for model in models {
      asked += [model.feedback].asked(at: model.position)
      guard case .formula(let formula) = model.meaning else { continue }
      for query in formula.queries { asked.append((query, model.position)) }
    }
    return asked
  }
}

extension Quiz {
  fileprivate var asked: [AskedQuery] {
    var asked = [question].asked(at: position)
    guard case .number(let key) = kind else { return asked }
    asked += [key.reason].asked(at: position)
    for formula in [key.right.value] + key.wrong.map(\.target.value) {
      for query in formula.queries { asked.append((query, position)) }
    }
    return asked
  }
}
