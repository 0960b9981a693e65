import Lab

/// What the judge makes of one response.
private struct Judged {
  let response: QuestionResponse
  let feedback: String?
}

extension Quiz {
  /// What is said to a response that nobody foresaw, as far as it can be said without the question.
  fileprivate func words(to doubt: Verdict.Doubt) -> String {
    if case .number = kind { "Another number comes out." } else { doubt.sentence }
  }
}

extension Replay {
  /// The questions of an item, and its predictions where somebody watched.
  func questions(of step: Step, _ limits: GradingLimits) -> [QuestionGrade] {
    let given = responses.filter { $0.item == step.id }
    let asked = situation(beginningOf: step.id).map(Evaluator.init)
    let quizzes = step.quizzes.map { quiz in
      grade(
        quiz.name,
        asked?.text(quiz.question) ?? quiz.question.plainText ?? "\(quiz.question)",
        given,
        tries: dealt.quiz.rules.tries.count,
        limits
      ) { response in
        judge(response.text, quiz, Evaluator(Situation(attempt, after: response.head)))
      }
    }
    guard dealt.quiz.rules.isSupervised else { return quizzes }
    return quizzes
      + step.predictions.map { prediction in
        grade(
          prediction.name,
          [prediction.story, prediction.question].compactMap(\.self)
            .map { asked?.text($0) ?? $0.plainText ?? "\($0)" }.joined(separator: " "),
          given,
          tries: 1,
          limits
        ) { response in
          judge(
            response.text,
            prediction,
            Situation(attempt, enteringStepOf: response.head)
          )
        }
      }
  }

  /// The last response that counts decides; each that could be read is a try.
  private func grade(
    _ name: String,
    _ question: String,
    _ given: [Response],
    tries: Int,
    _ limits: GradingLimits,
    _ judge: (Response) -> Judged?
  ) -> QuestionGrade {
    var judged: [Judged] = []
    for response in given.filter({ $0.question == name }).prefix(limits.responses) {
      guard judged.count < tries else { break }
      if let next = judge(response) {
        judged.append(next)
      }
    }
    let isRight = judged.last?.response.isRight ?? false
    return QuestionGrade(
      name: name,
      question: question,
      responses: judged.map(\.response),
      earned: isRight ? dealt.quiz.rules.units(points: 1, atTry: judged.count) : 0,
      possible: dealt.quiz.rules.unit,
      feedback: judged.last?.feedback
    )
  }

  /// Nil: the response cannot be read, and costs nothing.
  private func judge(
    _ text: String,
    _ quiz: Quiz,
    _ evaluator: Evaluator
  ) -> Judged? {
    func judged(_ isRight: Bool, _ idea: String?, _ feedback: String?) -> Judged {
      let option = quiz.meaning(of: text, evaluator)
      return Judged(
        response: QuestionResponse(text: text, isRight: isRight, idea: idea, option: option),
        feedback: feedback
      )
    }
    return switch quiz.judge(text, evaluator) {
    case .right(let idea, let feedback): judged(true, idea, feedback)
    case .wrong(let idea, let feedback): judged(false, idea, feedback)
    case .unforeseen(let doubt): judged(false, nil, quiz.words(to: doubt))
    case .invalid, .unjudged: nil
    }
  }

  private func judge(
    _ text: String,
    _ prediction: Prediction,
    _ situation: Situation
  ) -> Judged? {
    guard let number = prediction.number(in: text),
      let playing = prediction.play(in: situation)
    else { return nil }
    let reason = prediction.reason(for: playing, in: situation)
    let truth = "The engine says \(playing.answer.text)."
    switch prediction.judge(number, playing, in: situation) {
    case .right:
      return Judged(
        response: QuestionResponse(text: text, isRight: true, idea: nil),
        feedback: reason
      )
    case .misconception(let name, let feedback):
      return Judged(
        response: QuestionResponse(text: text, isRight: false, idea: name),
        feedback: truth + " " + feedback
      )
    case .miss:
      return Judged(
        response: QuestionResponse(text: text, isRight: false, idea: nil),
        feedback: [truth, reason].compactMap(\.self).joined(separator: " ")
      )
    }
  }
}
