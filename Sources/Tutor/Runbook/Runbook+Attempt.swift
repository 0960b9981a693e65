import CafeWorld
import Commands
public import Gradebook
public import Lab
import Terminal

extension Runbook {
  /// What an attempt has built, along the lines that led to where its café is.
  public init(of attempt: Attempt, in lesson: Lesson, under rules: Rules) {
    var drafts: [Draft] = []
    for number in attempt.branch.dropFirst() {
      let row = attempt.rows[number]
      if drafts.last?.step.id != row.cafe.step {
        guard let step = row.cafe.step.flatMap({ lesson[step: $0] }) else { continue }
        drafts.append(Draft(step: step, entry: number))
      }
      guard !drafts.isEmpty else { continue }
      drafts[drafts.count - 1].add(row, number, of: attempt)
    }
    let total = attempt.points(of: lesson, under: rules)
    self.init(
      lesson: lesson.id,
      title: lesson.front.title,
      points: rules.tellsPoints ? Self.words(total) + " points" : nil,
      scene: attempt.beginning.scene,
      seed: attempt.beginning.seed,
      engine: attempt.beginning.engine,
      chapters: drafts.map { $0.chapter(of: attempt, in: lesson, under: rules) }
        .filter { !$0.isEmpty }
    )
  }

  fileprivate static func words(_ points: (earned: Int, possible: Int, unit: Int)) -> String {
    Views.Score(earned: points.earned, possible: points.possible, unit: points.unit).words
  }
}

/// A chapter while its rows are gone through.
private struct Draft {
  let step: Step
  /// The row that entered the step, and the latest that changed the café.
  let entry: Int
  private var end: Int
  private var log = DeedLog()

  init(step: Step, entry: Int) {
    self.step = step
    self.entry = entry
    end = entry
  }

  mutating func add(_ row: Attempt.Row, _ number: Int, of attempt: Attempt) {
    let before = attempt.rows[row.parent ?? 0].cafe.world
    log.add(row, in: step, entry: attempt.rows[entry].cafe.world, before: before)
    end = number
  }

  func chapter(of attempt: Attempt, in lesson: Lesson, under rules: Rules) -> Runbook.Chapter {
    let reports = step.look(at: Situation(attempt, after: end))
    let points = attempt.points(of: step, under: rules)
    let help = attempt.record.help(in: step.id).map { " (\($0.rawValue))" } ?? ""
    return Runbook.Chapter(
      step: step.id,
      title: step.title,
      points: points.possible == 0 || !rules.tellsPoints
        ? nil : Runbook.words(points) + " points" + help,
      deeds: log.deeds,
      findings: reports.filter { rules.shows($0.id, in: step.id, of: lesson) }.map { report in
        Runbook.Finding(label: report.label, isMet: report.status.isMet, reason: report.reason)
      },
      replies: replies(in: attempt, under: rules),
      picture: picture(of: attempt)
    )
  }

  /// A chart from the first that happened in the step to its end; nil: that took no time.
  private func picture(of attempt: Attempt) -> Runbook.Picture? {
    let rows = attempt.happenings(to: end)
    let own = rows.filter { $0.row > entry }.flatMap(\.events)
    let world = attempt.rows[end].cafe.world
    guard let first = Strip.beginning(of: own), first < world.now else { return nil }
    let all = rows.flatMap(\.events)
    let strip = Strip(of: world, events: all, since: first)
    let (title, moments) = (strip.title, strip.moments)
    let svg = strip.timeline.svg(title: title, words: moments)
    return Runbook.Picture(title: title, svg: svg, moments: moments)
  }

  // Guesses and answers, which no undo takes back

  private func replies(in attempt: Attempt, under rules: Rules) -> [Runbook.Reply] {
    step.predictions.compactMap { foreseen($0, in: attempt, under: rules) }
      + step.quizzes.compactMap { answered($0, in: attempt, under: rules) }
  }

  private func foreseen(
    _ prediction: Prediction,
    in attempt: Attempt,
    under rules: Rules
  ) -> Runbook.Reply? {
    guard let situation = attempt.situation(of: prediction) else { return nil }
    let playing = rules.feedback == .none ? nil : prediction.play(in: situation)
    let evaluator = Evaluator(situation)
    let asked = [prediction.story, prediction.question].compactMap { template in
      template.map { evaluator.text($0) }
    }
    return Runbook.Reply(
      asked: asked.joined(separator: " "),
      said: said(prediction.name, in: attempt, under: rules) { _ in nil },
      came: playing?.answer.text,
      right: nil,
      why: playing.flatMap { prediction.reason(for: $0, in: situation) }
    )
  }

  private func answered(
    _ quiz: Quiz,
    in attempt: Attempt,
    under rules: Rules
  ) -> Runbook.Reply? {
    attempt.situation(of: quiz).map { situation in
      let evaluator = Evaluator(situation)
      let isTold = rules.mode == .practice && !attempt.record.isAnswered(quiz.name)
      return Runbook.Reply(
        asked: evaluator.text(quiz.question),
        said: said(quiz.name, in: attempt, under: rules) { quiz.meaning(of: $0, evaluator) },
        came: nil,
        right: isTold ? quiz.answer(evaluator) : nil,
        why: nil
      )
    }
  }

  private func said(
    _ name: String,
    in attempt: Attempt,
    under rules: Rules,
    meaning: (String) -> String?
  ) -> [Runbook.Said] {
    attempt.record.responses(to: name).map { response in
      let isJudged = rules.feedback != .none && response.outcome != .unjudged
      return Runbook.Said(
        text: response.text,
        meaning: meaning(response.text),
        isRight: isJudged ? response.outcome.isRight : nil
      )
    }
  }
}

extension Attempt {
  /// The café that a guess was about, as it was when its step began; nil: nobody guessed.
  func situation(of guess: Prediction) -> Situation? {
    head(respondingTo: guess.name).map { Situation(self, enteringStepOf: $0) }
  }

  /// The café in which a question was first responded to; nil: nobody did.
  func situation(of question: Quiz) -> Situation? {
    head(respondingTo: question.name).map { Situation(self, after: $0) }
  }

  /// The row whose café was the present one when the learner first responded to a question; nil:
  /// they never did.
  private func head(respondingTo question: String) -> Int? {
    let row = rows.firstIndex { row in
      if case .responded(question, _, _) = row.entry.move { true } else { false }
    }
    return row.map { presentHead(after: $0) }
  }
}
