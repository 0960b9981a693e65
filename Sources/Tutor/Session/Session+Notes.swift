import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

extension Session {
  /// What the learner did, step by step, and with which result: a page to keep.
  mutating func notes(typed line: String) {
    guard let lesson else { return refuseWithoutLesson(line) }
    say(Styled(lesson.front.title, .heading.bold))
    var chapters: [(step: Step, lines: [String])] = []
    for number in rowsToKeep {
      let row = attempt.rows[number]
      if row.cafe.step != chapters.last?.step.id,
        let next = row.cafe.step.flatMap({ lesson[step: $0] })
      {
        chapters.append((next, []))
      }
      if !chapters.isEmpty, !row.typed.isEmpty,
        !["step", "item"].contains(row.entry.move.kind)
      {
        chapters[chapters.count - 1].lines.append(row.typed)
      }
    }
    for chapter in chapters { note(chapter.lines, in: chapter.step) }
    finish(line, accepted: true)
  }

  /// A step with what was typed and answered in it; one that was only read is left out.
  private mutating func note(_ lines: [String], in step: Step) {
    let names = step.predictions.map(\.name) + step.quizzes.map(\.name)
    guard !lines.isEmpty || names.contains(where: { !attempt.record.responses(to: $0).isEmpty })
    else { return }
    noteHeading(of: step)
    for line in lines { note(Styled(line, .command)) }
    for prediction in step.predictions {
      let situation = attempt.situation(of: prediction)
      noteResponses(to: prediction.name, prediction.question, in: situation) { _, _ in nil }
    }
    for quiz in step.quizzes {
      let situation = attempt.situation(of: quiz)
      noteResponses(to: quiz.name, quiz.question, in: situation) { quiz.meaning(of: $0, $1) }
    }
  }

  /// The rows that led to where the café is; in a quiz, to where each item was left.
  private var rowsToKeep: [Int] {
    guard dealt != nil, let lesson else { return attempt.branch }
    return lesson.steps.compactMap { attempt.latestHead(in: $0.id) }
      .flatMap { attempt.branch(to: $0).dropFirst() }
  }

  private mutating func noteHeading(of step: Step) {
    let score = score(of: step)
    let help = attempt.record.help(in: step.id).map { " (\($0.rawValue))" } ?? ""
    // What nobody here can judge has no points yet.
    let isOpen = !hasKey && !step.quizzes.isEmpty
    let points =
      score.possible == 0 || !tellsPoints || isOpen ? "" : "  \(score.words) points\(help)"
    say(Styled(step.title, .heading) + Styled(points, .quiet))
  }

  /// Guesses and answers, which no undo takes back.
  ///
  /// `situation`: where it was asked, nil where nobody responded; `meaning`: what a response stands
  /// for that does not say it itself.
  private mutating func noteResponses(
    to name: String,
    _ question: Template,
    in situation: Situation?,
    meaning: (String, Evaluator) -> String?
  ) {
    guard let situation else { return }
    let evaluator = Evaluator(situation)
    let asked = spans(evaluator.text(question).withoutStress, .quiet, on: display)
    for response in attempt.record.responses(to: name) {
      let sign: Sign =
        response.outcome == .unjudged || rules.feedback == .none
        ? .note : response.outcome.isRight ? .done : .failed
      let words = meaning(response.text, evaluator).map { ", " + $0.withoutStress } ?? ""
      note(
        sign.drawn(on: display) + Styled(" ") + asked + Styled(" ")
          + Styled(response.text, .value) + spans(words, on: display)
      )
    }
  }

  private mutating func note(_ text: Styled) {
    let hanging = Styled("    ")
    say((Styled("  ") + text).wrapped(to: display.proseWidth, hanging: hanging).joined())
  }
}
