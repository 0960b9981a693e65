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
    var step: Step?
    for number in rowsToKeep {
      let row = attempt.rows[number]
      if row.cafe.step != step?.id, let next = row.cafe.step.flatMap({ lesson[step: $0] }) {
        if let step { noteResponses(in: step) }
        step = next
        noteHeading(of: next)
      }
      if !row.typed.isEmpty, !["step", "item"].contains(row.entry.move.kind) {
        note(Styled(row.typed, .command))
      }
    }
    if let step { noteResponses(in: step) }
    finish(line, accepted: true)
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
    let points =
      score.possible == 0 || rules.isSilent ? "" : "  \(score.words) points\(help)"
    say(Styled(step.title, .heading) + Styled(points, .quiet))
  }

  /// Guesses and answers, which no undo takes back.
  private mutating func noteResponses(in step: Step) {
    for name in step.predictions.map(\.name) + step.quizzes.map(\.name) {
      for response in attempt.record.responses(to: name) {
        let sign: Sign =
          response.outcome == .unjudged || rules.feedback == .none
          ? .note : response.outcome.isRight ? .done : .failed
        note(sign.drawn(on: display) + Styled(" \(name): ", .quiet) + Styled(response.text))
      }
    }
  }

  private mutating func note(_ text: Styled) {
    let hanging = Styled("    ")
    say((Styled("  ") + text).wrapped(to: display.proseWidth, hanging: hanging).joined())
  }
}
