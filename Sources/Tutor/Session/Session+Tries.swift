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

  /// The questions that have a response, but for those that still wait for a better one.
  mutating func showResponses(in step: Step) {
    guard review == nil else { return }
    for quiz in step.quizzes {
      if rules.feedback == .none || !hasKey {
        showTaken(quiz)
      } else if isClosed(quiz.name) {
        showClosed(quiz)
      }
    }
  }

  /// Where responses are taken as they are: what was answered, and how another response takes its
  /// place.
  private mutating func showTaken(_ quiz: Quiz) {
    guard let response = attempt.record.responses(to: quiz.name).last else { return }
    let evaluator = Evaluator(Situation(attempt))
    put(quiz, evaluator)
    show(response, to: quiz, evaluator)
    if !isReadOnly, step?[quiz: quiz.name] != nil { whisper(wayToReplace(quiz.name)) }
  }

  /// A question that is answered rightly, or takes no further response: what was answered, and as
  /// far as it is told here what is right, in the café in which it was answered.
  private mutating func showClosed(_ quiz: Quiz) {
    let responses = attempt.record.responses(to: quiz.name)
    let rows = attempt.rows.indices.filter { number in
      guard case .responded(let name, _, _) = attempt.rows[number].entry.move else { return false }
      return name == quiz.name
    }
    let place = responses.lastIndex(where: \.outcome.isRight) ?? responses.count - 1
    guard responses.indices.contains(place), rows.indices.contains(place) else { return }
    let head = attempt.presentHead(after: rows[place])
    let evaluator = Evaluator(Situation(attempt, after: head))
    put(quiz, evaluator)
    show(responses[place], to: quiz, evaluator)
    sayWhether(responses[place].outcome.isRight)
    guard rules.feedback == .atOnce else { return }
    if !responses[place].outcome.isRight {
      if let answer = quiz.answer(evaluator) { tell("Right would be: " + answer) }
    } else if case .right(_, let reason?) = quiz.judge(responses[place].text, evaluator) {
      tell(reason)
    }
  }

  private mutating func show(_ response: Response, to quiz: Quiz, _ evaluator: Evaluator) {
    let meaning = quiz.meaning(of: response.text, evaluator).map { "  \($0)" } ?? ""
    say(Styled("Your response: ") + Styled(response.text, .command) + Styled(meaning, .quiet))
  }

  /// Whether a question has a response and waits for no other.
  private func isClosed(_ question: String) -> Bool {
    guard !attempt.record.responses(to: question).isEmpty else { return false }
    return attempt.record.isAnswered(question) || attempt.record.isClosed
      || !rules.triesAreEndless && triesLeft(question) == 0
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
