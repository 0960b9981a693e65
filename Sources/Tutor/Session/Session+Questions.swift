import CafeWorld
import Commands
import Gradebook
import Lab
public import Terminal

extension Session {
  /// Asks the next prediction or question of the step that waits for a response.
  mutating func askNext(in step: Step) {
    asking = nil
    guard !isReadOnly else { return }
    if let prediction = step.predictions.first(where: { isOpen($0.name) }),
      let playing = prediction.play(in: entered)
    {
      asking = .prediction(prediction, playing)
    } else if let quiz = step.quizzes.first(where: { isOpen($0.name) }) {
      asking = .quiz(quiz)
    }
    repeatQuestion()
  }

  /// What is foreseen here is foreseen of the café as the step was entered.
  private var entered: Situation { Situation(attempt, enteringStepOf: attempt.head) }

  /// A prediction is asked once; a question until it is answered rightly or left out.
  private func isOpen(_ name: String) -> Bool {
    guard !passed.contains(name) else { return false }
    let responses = attempt.record.responses(to: name)
    let isPrediction = step?.predictions.contains { $0.name == name } ?? false
    // What nobody judges here is asked once; `answer` takes another response.
    if isPrediction || review != nil || rules.feedback == .none || !hasKey {
      return responses.isEmpty
    }
    return !attempt.record.isAnswered(name) && responses.count < rules.tries.count
  }

  /// What is asked at the prompt now, as it is shown; nothing where nothing is asked.
  public var question: [Styled] {
    var copy = self
    copy.effects = []
    copy.repeatQuestion()
    return copy.effects.compactMap { if case .print(let text) = $0 { text } else { nil } }
  }

  mutating func repeatQuestion() {
    guard let asking else { return }
    say(Styled())
    switch asking {
    case .prediction(let prediction, _):
      let evaluator = Evaluator(entered)
      say(Styled("Before you see it: what do you expect?", .heading))
      if let story = prediction.story { tell(evaluator.text(story)) }
      tell("**" + evaluator.text(prediction.question) + "**")
      whisper(
        rules.mode != .practice && rules.isSupervised
          ? "A number; it is asked once, and counts. `skip` leaves it out."
          : "A number; a guess costs nothing. `skip` leaves it out."
      )
    case .quiz(let quiz): ask(quiz, Evaluator(Situation(attempt)))
    }
  }

  private mutating func ask(_ quiz: Quiz, _ evaluator: Evaluator) {
    put(quiz, evaluator)
    let wanted =
      switch quiz.kind {
      case .choose, .keyless(.choose): "The number of one."
      case .order, .keyless(.order): "The letters in their order, such as `b a c`."
      case .type, .keyless(.type): "In your own words."
      case .number, .keyless(.number): "A number."
      }
    whisper(wanted + " `skip` leaves it out.")
    tellTries(quiz)
  }

  /// A question, and what stands below it.
  mutating func put(_ quiz: Quiz, _ evaluator: Evaluator) {
    tell("**" + evaluator.text(quiz.question) + "**")
    let shown = quiz.shown(evaluator)
    switch quiz.kind {
    case .order, .keyless(.order):
      for (letter, item) in zip("abcdefghijklmnopqrstuvwxyz", shown) {
        tell("\(letter)) " + item)
      }
    case .choose, .type, .number, .keyless:
      for (index, option) in shown.enumerated() { tell("\(index + 1). " + option) }
    }
  }

  /// Takes a response to what is asked.
  ///
  /// - Returns: whether it could be judged; one that could not costs nothing.
  mutating func respond(_ text: String, to asking: Asking) -> Bool {
    switch asking {
    case .prediction(let prediction, let playing): respond(text, to: prediction, playing)
    case .quiz(let quiz): respond(text, to: quiz)
    }
  }

  /// `answer …`: a response to what is asked now, or by name `answer QUESTION RESPONSE`.
  mutating func answer(_ text: String, typed line: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    let named = words.first.flatMap { step?[quiz: String($0)] }
    var isJudged = true
    if named == nil, words.count == 2, let place = item(asking: String(words[0])) {
      let sentence = "\(words[0]) is a question of \(place), and you are not there."
      return refuse(line: line, Styled(sentence + " Nothing was answered."))
    }
    if let asking, named == nil || words.count < 2 {
      isJudged = respond(text, to: asking)
    } else if let quiz = named {
      guard words.count == 2 else {
        asking = .quiz(quiz)
        repeatQuestion()
        return finish(line, accepted: true)
      }
      isJudged = respond(String(words[1]), to: quiz)
    } else {
      return refuse(line: line, Styled("Nothing is asked now. " + wayToQuestions))
    }
    finish(line, accepted: isJudged)
  }

  /// What to type for something to answer.
  private var wayToQuestions: String {
    guard let step, step.quizzes.isEmpty else { return "`quiz` lists the questions." }
    return step.predictions.contains { passed.contains($0.name) }
      ? "`task` asks again what was left out." : "`task` shows what is to do here."
  }

  /// The other step in which a question of this name is asked.
  private func item(asking name: String) -> String? {
    lesson?.steps.first { $0.id != step?.id && $0[quiz: name] != nil }?.id
  }

  private mutating func respond(
    _ text: String,
    to prediction: Prediction,
    _ playing: Playing
  ) -> Bool {
    guard let number = prediction.number(in: text) else {
      let isNegative = NumberResponse.number(in: text) != nil
      tell(
        (isNegative
          ? "Less than 0 can never come out." : "A number, please, such as `26` or `26 s`.")
          + " Nothing is lost: guess again, or `skip`."
      )
      return false
    }
    if rules.feedback == .none {
      keep(text, prediction.name, .unjudged)
      return true
    }
    let situation = entered
    let foresight = prediction.judge(number, playing, in: situation)
    // Where no more is heard than whether it is right, the engine's number stays unsaid.
    if rules.feedback == .which {
      sayWhether(foresight.outcome.isRight)
      // A paper has no names of misconceptions, so the grader, who has, judges what it counts.
      keep(text, prediction.name, hasKey ? foresight.outcome : .unjudged)
      return true
    }
    let outcome = foresight.outcome
    switch foresight {
    case .right:
      let isExact = playing.answer == .number(number)
      let word = isExact ? "Right:" : "Close enough. The engine says"
      say(Sign.done.drawn(on: display) + Styled(" \(word) \(playing.answer.text)."))
    case .misconception(_, let feedback):
      say(Sign.failed.drawn(on: display) + Styled(" The engine says \(playing.answer.text)."))
      tell(feedback)
    case .miss:
      say(Sign.failed.drawn(on: display) + Styled(" The engine says \(playing.answer.text)."))
    }
    if !outcome.isRight { showBoth(number, said: text, playing, prediction) }
    if let reason = prediction.reason(for: playing, in: situation) { tell(reason) }
    keep(text, prediction.name, hasKey ? outcome : .unjudged)
    return true
  }

  private mutating func respond(_ text: String, to quiz: Quiz) -> Bool {
    if let reason = objection(toRespondingTo: quiz) {
      say(Sign.failed.drawn(on: display) + Styled(" " + reason))
      return false
    }
    let evaluator = Evaluator(Situation(attempt))
    let judgement = quiz.judge(text, evaluator)
    if case .invalid(let flaw) = judgement {
      tell(flaw.sentence + " Nothing is lost: try again, or `skip`.")
      return false
    }
    if rules.feedback == .none || !hasKey {
      keep(text, quiz.name, .unjudged)
      return true
    }
    sayWhether(judgement.outcome.isRight)
    if rules.feedback == .atOnce, let feedback = feedback(on: judgement, quiz, evaluator) {
      tell(feedback)
    }
    keep(text, quiz.name, judgement.outcome)
    return true
  }

  mutating func sayWhether(_ isRight: Bool) {
    say(
      (isRight ? Sign.done : .failed).drawn(on: display)
        + Styled(isRight ? " Right." : " Not that.")
    )
  }

  /// What is said to a judged response, besides whether it is right.
  private func feedback(
    on judgement: Judgement,
    _ quiz: Quiz,
    _ evaluator: Evaluator
  ) -> String? {
    switch judgement {
    case .right(_, let feedback): feedback
    case .wrong(_, let feedback): feedback
    case .unforeseen(let doubt):
      Asking.quiz(quiz).wantsNumber
        ? "Count again; another number comes out."
        : doubt.sentence(toldOf: evaluator.text(quiz.question))
    case .invalid, .unjudged: nil
    }
  }

  /// Journals a response, and asks what is asked next.
  private mutating func keep(_ text: String, _ name: String, _ outcome: Outcome) {
    do {
      try record(.responded(question: name, response: text, outcome), typed: text)
    } catch { preconditionFailure("a response asks nothing of the world") }
    guard let step else { return }
    if review != nil { return reviewed(outcome) }
    if rules.feedback == .none || !hasKey {
      noted(name)
    } else if rules.mode != .practice, !outcome.isRight, triesLeft(name) == 0 {
      whisper("That was the last try at this question.")
    } else if case .quiz(let quiz) = asking, quiz.name == name, !outcome.isRight {
      return whisper("Try again, `quiz` repeats the question, or `skip` leaves it out.")
    }
    askNext(in: step)
    if asking == nil, step.conditions.isEmpty { sayWhatIsNext(after: step) }
  }

  /// The questions of the lesson, and the first that waits.
  mutating func quiz(typed line: String) {
    guard let lesson else { return refuseWithoutLesson(line) }
    say(Styled("The questions of this \(dealt == nil ? "lesson" : "quiz")", .heading))
    for step in lesson.steps {
      for quiz in step.quizzes {
        let sign = isSettled(quiz.name) ? Sign.done : Sign.open
        say(
          sign.drawn(on: display) + Styled(" \(quiz.name)", .value)
            + Styled("  (\(step.id))", .quiet)
        )
      }
    }
    if let step, !step.quizzes.isEmpty {
      passed.removeAll { name in step.quizzes.contains { $0.name == name } }
      askNext(in: step)
      if asking == nil, !isReadOnly, let first = step.quizzes.first {
        let here = dealt == nil ? "this step" : "this item"
        let all =
          step.quizzes.count == 1
          ? "The question of \(here) is answered." : "All the questions of \(here) are answered."
        tell(
          all + " `answer \(first.name)` asks that one again."
        )
      }
    }
    finish(line, accepted: true)
  }
}

extension Foresight {
  /// As it goes on record.
  var outcome: Outcome {
    switch self {
    case .right: .right(idea: "")
    case .misconception(let name, _): .wrong(idea: name)
    case .miss: .wrong(idea: nil)
    }
  }
}
