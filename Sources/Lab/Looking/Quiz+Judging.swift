/// What a question of a quiz makes of a response.
public enum Judgement: Hashable, Sendable {
  case right(idea: String, feedback: String?)
  /// A wrong idea that is known.
  case wrong(idea: String, feedback: String)
  /// Readable and not right; nobody foresaw it.
  case unforeseen(Verdict.Doubt)
  /// It cannot be judged, and costs nothing.
  case invalid(Verdict.Flaw)
  /// It can be read; whoever has the key judges it.
  case unjudged
}

extension Quiz {
  /// Judges a response; numbers and texts of the key come from the learner's situation.
  public func judge(_ response: String, _ evaluator: Evaluator) -> Judgement {
    switch kind {
    case .type(let text):
      let judge = Judge(ideas: text.ideas, question: evaluator.text(question))
      return judgement(judge.judge(response)) { name in
        text.ideas.first { $0.name == name }.map { evaluator.text($0.feedback) }
      }
    case .number(let key): return self.judge(response, key, evaluator)
    case .choose(let options):
      return self.judge(response, inOrder(options), evaluator)
    case .order(let items):
      let right = items.map { evaluator.text($0) }
      let shown = inOrder(right.sorted())
      let places = right.compactMap { shown.firstIndex(of: $0) }
      return judgement(OrderJudge(shown: shown).judge(response, right: places)) { _ in nil }
    case .keyless(let question): return read(response, question, evaluator)
    }
  }

  /// What is shown below the question, in the order in which it is shown: options, or items to be
  /// put in order; nothing for other kinds.
  public func shown(_ evaluator: Evaluator) -> [String] {
    switch kind {
    case .choose(let options):
      inOrder((wording ?? options.map(\.text)).map { evaluator.text($0) })
    case .keyless(.choose(let options)): inOrder(options.map { evaluator.text($0) })
    case .order(let items), .keyless(.order(let items)):
      inOrder(items.map { evaluator.text($0) }.sorted())
    case .type, .number, .keyless(.type), .keyless(.number): []
    }
  }

  /// The option that a response stands for without saying it, as a number does; nil: there is none.
  public func option(in response: String, _ evaluator: Evaluator) -> String? {
    switch kind {
    case .choose, .keyless(.choose): break
    case .order, .type, .number, .keyless: return nil
    }
    let options = shown(evaluator)
    return ChoiceJudge(options: options).option(in: response).map { options[$0] }
      .flatMap { $0 == response ? nil : $0 }
  }

  /// What a response stands for that says it by numbers or letters: an option, or the items in
  /// their order; nil: it says it itself.
  public func meaning(of response: String, _ evaluator: Evaluator) -> String? {
    switch kind {
    case .order, .keyless(.order): break
    case .choose, .type, .number, .keyless: return option(in: response, evaluator)
    }
    let items = shown(evaluator)
    return (try? OrderJudge(shown: items).order(in: response))?.map { items[$0] }
      .joined(separator: " > ")
  }

  /// What is right, in words, for whoever has the key; nil: a paper does not know.
  public func answer(_ evaluator: Evaluator) -> String? {
    switch kind {
    case .choose(let options): options.first(where: \.isRight).map { evaluator.text($0.text) }
    case .type(let text): text.ideas.first(where: \.isRight)?.phrases.first
    case .number(let key):
      evaluator.value(key.right.value).number.map { number in
        [Datum.text(of: number), key.right.unit ?? ""].filter { !$0.isEmpty }
          .joined(separator: " ")
      }
    case .order(let items): items.map { evaluator.text($0) }.joined(separator: " > ")
    case .keyless: nil
    }
  }

  /// The options in the order of the file; none for other questions.
  public var options: [Template] {
    switch kind {
    case .choose(let all): all.map(\.text)
    case .keyless(.choose(let all)): all
    case .type, .number, .order, .keyless(.type), .keyless(.number), .keyless(.order): []
    }
  }

  /// The places of the options in the order of their texts; none for other questions.
  ///
  /// A paper has them in another order in its file than the lesson, and in this one both agree.
  public var optionsByText: [Int] {
    let texts = options.map(\.words)
    return texts.indices.sorted { (texts[$0], $0) < (texts[$1], $1) }
  }

  private func inOrder<Element>(_ elements: [Element]) -> [Element] {
    guard let places, places.sorted() == Array(elements.indices) else { return elements }
    return places.map { elements[$0] }
  }

  /// Only whether the response can be read.
  private func read(
    _ response: String,
    _ question: Keyless,
    _ evaluator: Evaluator
  ) -> Judgement {
    switch question {
    case .choose:
      let isOption = ChoiceJudge(options: shown(evaluator)).option(in: response) != nil
      return isOption ? .unjudged : .invalid(.noChoice)
    case .order:
      do { _ = try OrderJudge(shown: shown(evaluator)).order(in: response) } catch {
        return .invalid(error.flaw)
      }
      return .unjudged
    case .number(let unit):
      do { _ = try Quantity(response).amount(in: unit) } catch { return .invalid(error.flaw) }
      return .unjudged
    case .type:
      do { _ = try ResponseText(response) } catch { return .invalid(error.flaw) }
      return .unjudged
    }
  }

  private func judge(
    _ response: String,
    _ key: NumberKey,
    _ evaluator: Evaluator
  ) -> Judgement {
    func target(_ name: String, _ target: NumberKey.Target) -> NumberJudge.Target? {
      evaluator.value(target.value).number.map {
        NumberJudge.Target(name: name, value: $0, tolerance: target.tolerance)
      }
    }
    guard let right = target("right", key.right) else { return .unforeseen(.noIdea) }
    let wrong = key.wrong.compactMap { target($0.name, $0.target) }
    let judge = NumberJudge(right: right, wrong: wrong, unit: key.right.unit)
    return judgement(judge.judge(response)) { name in
      let template =
        name == "right" ? key.reason : key.wrong.first { $0.name == name }?.feedback
      return template.map { evaluator.text($0) }
    }
  }

  private func judge(
    _ response: String,
    _ options: [Option],
    _ evaluator: Evaluator
  ) -> Judgement {
    let texts = shown(evaluator)
    guard let place = ChoiceJudge(options: texts).option(in: response) else {
      return .invalid(.noChoice)
    }
    let feedback = evaluator.text(options[place].feedback)
    return options[place].isRight
      ? .right(idea: texts[place], feedback: feedback)
      : .wrong(idea: texts[place], feedback: feedback)
  }

  private func judgement(_ verdict: Verdict, _ feedback: (String) -> String?) -> Judgement {
    switch verdict {
    case .right(let idea): .right(idea: idea, feedback: feedback(idea))
    case .wrong(let idea): .wrong(idea: idea, feedback: feedback(idea) ?? "")
    case .unknown(let doubt): .unforeseen(doubt)
    case .invalid(let flaw): .invalid(flaw)
    }
  }
}

/// The number in a response to a prediction.
public enum NumberResponse {
  /// The number, in the unit that the question counts in; with nil, times count in seconds.
  ///
  /// Nil where there is no number, or more than one.
  public static func number(in response: String, unit: String? = nil) -> Double? {
    try? Quantity(response).amount(in: unit)
  }
}
