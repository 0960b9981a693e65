/// What a hand can be raised for, and what comes of it.
public struct RoomChoice: Hashable, Sendable {
  public let label: String
  /// Whether it is what the engine says; nil: nobody can tell.
  public let isRight: Bool?
  /// The words for those who raised their hands for it.
  public let feedback: String?
}

/// What the engine says to a question, in words.
public struct RoomAnswer: Hashable, Sendable {
  public let text: String
  public let reason: String?
}

extension RoomQuestion {
  /// What is told before the question.
  public var story: Template? {
    if case .prediction(let prediction) = self { prediction.story } else { nil }
  }

  public var text: Template {
    switch self {
    case .poll(let poll): poll.question
    case .prediction(let prediction): prediction.question
    case .quiz(let quiz): quiz.question
    }
  }

  /// The choices as the room sees them; which of them is right is as the café is now.
  public func choices(in situation: Situation) -> [RoomChoice] {
    let evaluator = Evaluator(situation)
    switch self {
    case .poll(let poll):
      return poll.choices.map { choice in
        RoomChoice(
          label: evaluator.text(choice.label),
          isRight: choice.test.map { evaluator.judge($0) == .holds },
          feedback: nil
        )
      }
    case .prediction(let prediction): return prediction.choices(in: situation)
    case .quiz(let quiz): return quiz.choices(evaluator)
    }
  }

  /// Whether things are to be put in order: hands are raised for what comes first.
  public var isOrder: Bool {
    if case .quiz(let quiz) = self, case .order = quiz.kind { true } else { false }
  }

  /// What the engine says; nil: nothing can be told.
  public func answer(in situation: Situation) -> RoomAnswer? {
    let evaluator = Evaluator(situation)
    switch self {
    case .poll:
      return choices(in: situation).first { $0.isRight == true }
        .map { RoomAnswer(text: $0.label, reason: nil) }
    case .prediction(let prediction):
      return prediction.play(in: situation).map { playing in
        RoomAnswer(
          text: playing.answer.text + (playing.answer.number == nil ? "" : prediction.unit),
          reason: prediction.reason(for: playing, in: situation)
        )
      }
    case .quiz(let quiz):
      return quiz.answer(evaluator).map { answer in
        if case .right(_, let reason) = quiz.judge(answer, evaluator) {
          RoomAnswer(text: answer, reason: reason)
        } else {
          RoomAnswer(text: answer, reason: nil)
        }
      }
    }
  }
}

extension Quiz {
  /// The options, or the items to be put in order as a learner is shown them; none where a
  /// response is typed.
  fileprivate func choices(_ evaluator: Evaluator) -> [RoomChoice] {
    switch kind {
    case .choose(let options):
      options.map {
        RoomChoice(
          label: evaluator.text($0.text),
          isRight: $0.isRight,
          feedback: evaluator.text($0.feedback)
        )
      }
    case .order(let items):
      shown(evaluator).map { item in
        RoomChoice(
          label: item,
          isRight: item == items.first.map { evaluator.text($0) },
          feedback: nil
        )
      }
    case .type, .number, .keyless: []
    }
  }
}

extension Prediction {
  /// The answer and what misconceptions come to, the smallest first, and any other number.
  fileprivate func choices(in situation: Situation) -> [RoomChoice] {
    guard let playing = play(in: situation), let answer = playing.answer.number else { return [] }
    let evaluator = Evaluator(situation)
    let wrong = models.compactMap { model -> (Double, Model?)? in
      value(of: model, playing, situation).number.map { ($0, model) }
    }
    let right: (Double, Model?) = (answer, nil)
    let known = ([right] + wrong).sorted { $0.0 < $1.0 }
    let choices = known.map { value, model in
      RoomChoice(
        label: label(value),
        isRight: model == nil,
        feedback: model.map { evaluator.text($0.feedback, answer: playing.answer) }
      )
    }
    return choices + [RoomChoice(label: "another number", isRight: false, feedback: nil)]
  }

  /// Hands need no tenths: where a response may be some way off, so may the label.
  private func label(_ value: Double) -> String {
    near >= 1
      ? "about \(Datum.text(of: value.rounded()))" + unit : Datum.text(of: value) + unit
  }

  fileprivate var unit: String {
    if case .secondsUntil = answer { " s" } else { "" }
  }
}
