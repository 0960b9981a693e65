import CafeWorld
import Gradebook
import Lab

/// The end of a sitting that tells something only then.
extension Session {
  /// Closes a sitting that holds something back: from here on everything is told, and nothing is
  /// taken any more.
  mutating func close(typed line: String) {
    guard rules.holdsBack, hasKey, !isReadOnly, let lesson else { return }
    do { try record(.closed(attempt.judged(by: lesson)), typed: line) } catch {
      preconditionFailure("closing a sitting asks nothing of the world")
    }
    asking = nil
    // Other programs could go on with a café of which the points are told.
    if doors != nil { effects.append(.live(false)) }
  }

  /// The same for whoever asks what an attempt has come to; says nothing.
  public mutating func close() -> [Effect] {
    effects = []
    close(typed: "")
    return effects
  }
}

extension Attempt {
  /// What becomes of the responses that were taken as they are.
  fileprivate func judged(by lesson: Lesson) -> [JudgedResponses] {
    lesson.steps.flatMap { step -> [JudgedResponses] in
      let guesses = step.predictions.map { prediction in
        judged(prediction.name) { text, head in
          outcome(of: text, to: prediction, Situation(self, enteringStepOf: head))
        }
      }
      let answers = step.quizzes.map { quiz in
        judged(quiz.name) { text, head in
          quiz.judge(text, Evaluator(Situation(self, after: head))).outcome
        }
      }
      return guesses + answers
    }
    .filter { !$0.outcomes.isEmpty }
  }

  /// `judge`: takes a response and the row whose café was the present one.
  private func judged(_ question: String, judge: (String, Int) -> Outcome) -> JudgedResponses {
    let outcomes = rows.indices.compactMap { number -> Outcome? in
      guard case .responded(question, let text, let outcome) = rows[number].entry.move else {
        return nil
      }
      return outcome == .unjudged ? judge(text, presentHead(after: number)) : outcome
    }
    return JudgedResponses(question: question, outcomes: outcomes)
  }

  private func outcome(
    of text: String,
    to prediction: Prediction,
    _ situation: Situation
  ) -> Outcome {
    guard let number = prediction.number(in: text),
      let playing = prediction.play(in: situation)
    else { return .unjudged }
    return prediction.judge(number, playing, in: situation).outcome
  }
}
