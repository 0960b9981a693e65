import Gradebook
import Lab
import Terminal

/// How often a question may be answered, and what is said where nobody judges at once.
extension Session {
  /// How many responses a question still takes.
  func triesLeft(_ question: String) -> Int {
    max(0, rules.tries.count - attempt.record.responses(to: question).count)
  }

  /// Why a question takes no further response; nil: it takes one.
  func objection(toRespondingTo quiz: Quiz) -> String? {
    guard !rules.triesAreEndless else { return nil }
    if hasKey, rules.feedback != .none, attempt.record.isAnswered(quiz.name) {
      return "This question is answered; a further response could only lose points."
    }
    return triesLeft(quiz.name) == 0
      ? "This question takes \(counted(rules.tries.count, "response")), and has them." : nil
  }

  /// Says what the next response is worth, where that changes.
  mutating func tellTries(_ quiz: Quiz) {
    guard !rules.triesAreEndless, rules.tries.count > 1 else { return }
    let used = attempt.record.responses(to: quiz.name).count
    guard rules.tries.indices.contains(used) else {
      return whisper("It takes no further response.")
    }
    let worth =
      rules.tries[used] == rules.unit
      ? "" : ", worth \(rules.points(rules.tries[used])) of a point"
    whisper("Response \(used + 1) of \(rules.tries.count)\(worth).")
  }

  /// A response was taken as it is.
  mutating func noted(_ question: String) {
    say(Sign.note.drawn(on: display) + Styled(" Noted."))
    guard !rules.triesAreEndless, step?[quiz: question] != nil else { return }
    whisper(wayToReplace(question))
  }

  private func wayToReplace(_ question: String) -> String {
    let left = triesLeft(question)
    guard left > 0 else { return "It takes no further response." }
    let more = left == 1 ? "once" : "\(left) times"
    return "`answer \(question) …` replaces it" + (rules.triesAreEndless ? "." : ", \(more) more.")
  }

  /// Where responses are taken as they are, the questions that have one: what was answered, and how
  /// another response takes its place.
  mutating func showResponses(in step: Step) {
    guard review == nil, rules.feedback == .none || !hasKey else { return }
    let evaluator = Evaluator(Situation(attempt))
    for quiz in step.quizzes {
      guard let response = attempt.record.responses(to: quiz.name).last else { continue }
      put(quiz, evaluator)
      let meaning = quiz.meaning(of: response.text, evaluator).map { "  \($0)" } ?? ""
      say(
        Styled("Your response: ") + Styled(response.text, .command) + Styled(meaning, .quiet)
      )
      if !isReadOnly { whisper(wayToReplace(quiz.name)) }
    }
  }

  /// Whether nothing is left to do about a question.
  func isSettled(_ question: String) -> Bool {
    rules.feedback == .none || !hasKey
      ? !attempt.record.responses(to: question).isEmpty : attempt.record.isAnswered(question)
  }

  /// The points of a step as the rules count them.
  func score(of step: Step) -> Views.Score {
    let (earned, possible, unit) = attempt.points(of: step, under: rules)
    return Views.Score(earned: earned, possible: possible, unit: unit)
  }

  /// The points of the whole lesson, in words.
  func score(of lesson: Lesson) -> String {
    let (earned, possible, unit) = attempt.points(of: lesson, under: rules)
    return Views.Score(earned: earned, possible: possible, unit: unit).words
  }
}

extension Judgement {
  /// What the record keeps of it.
  var outcome: Outcome {
    switch self {
    case .right(let idea, _): .right(idea: idea)
    case .wrong(let idea, _): .wrong(idea: idea)
    case .unforeseen: .wrong(idea: nil)
    case .invalid, .unjudged: .unjudged
    }
  }
}
