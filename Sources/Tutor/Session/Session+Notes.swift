import CafeWorld
import Commands
import Lab
import Terminal

extension Session {
  /// What the learner did, step by step, and with which result: a page to keep.
  mutating func notes(typed line: String) {
    guard let lesson else { return refuseWithoutLesson(line) }
    say(Styled(lesson.front.title, .heading.bold))
    var step: Step?
    for number in attempt.branch {
      let row = attempt.rows[number]
      if row.cafe.step != step?.id, let next = row.cafe.step.flatMap({ lesson[step: $0] }) {
        if let step { noteResponses(in: step) }
        step = next
        noteHeading(of: next)
      }
      if !row.typed.isEmpty, row.entry.move.kind != "step" { note(Styled(row.typed, .command)) }
    }
    if let step { noteResponses(in: step) }
    finish(line, accepted: true)
  }

  private mutating func noteHeading(of step: Step) {
    let (earned, possible) = attempt.record.points(of: step)
    let help = attempt.record.help(in: step.id).map { " (\($0.rawValue))" } ?? ""
    let points = possible == 0 ? "" : "  \(earned) of \(possible) points\(help)"
    say(Styled(step.title, .heading) + Styled(points, .quiet))
  }

  /// Guesses and answers, which no undo takes back.
  private mutating func noteResponses(in step: Step) {
    for name in step.predictions.map(\.name) + step.quizzes.map(\.name) {
      for response in attempt.record.responses(to: name) {
        let sign: Sign = response.outcome.isRight ? .done : .failed
        note(sign.drawn(on: display) + Styled(" \(name): ", .quiet) + Styled(response.text))
      }
    }
  }

  private mutating func note(_ text: Styled) {
    let hanging = Styled("    ")
    say((Styled("  ") + text).wrapped(to: display.proseWidth, hanging: hanging).joined())
  }
}
