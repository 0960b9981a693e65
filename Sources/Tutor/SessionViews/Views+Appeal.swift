import CafeWorld
public import Gradebook
import Lab
public import Terminal

extension Views {
  /// Every point of one item: what was asked, what was done, and how it stood when.
  public static func appeal(
    of grade: ItemGrade,
    in replay: Replay,
    by learner: Learner,
    on display: Display
  ) -> Styled {
    var appeal = Appeal(grade: grade, replay: replay, sheet: Sheet(on: display))
    appeal.sayHead(learner)
    appeal.sayAsked()
    appeal.sayDone()
    appeal.sayConditions()
    appeal.sayQuestions()
    appeal.sayPrice()
    return appeal.sheet.text
  }
}

/// The page of an appeal, piece by piece.
private struct Appeal {
  let grade: ItemGrade
  let replay: Replay
  var sheet: Sheet

  private var rules: Rules { replay.dealt.quiz.rules }
  private var step: Step? { replay.dealt.lesson[step: grade.item] }

  private func points(_ earned: Int, of possible: Int) -> String {
    "\(rules.points(earned)) of \(rules.points(possible))"
  }

  mutating func sayHead(_ learner: Learner) {
    sheet.say(Styled(cleaned(grade.title), .heading.bold))
    sheet.say(
      Styled("\(grade.item) · \(cleaned(learner.name)) (\(cleaned(learner.id))) · ", .quiet)
        + Styled("\(points(grade.earned, of: grade.possible)) points", .value)
    )
  }

  mutating func sayAsked() {
    guard let step else { return }
    heading("What was asked")
    guard let start = replay.situation(beginningOf: grade.item) else {
      sheet.say("The item was never begun.")
      return
    }
    let evaluator = Evaluator(start)
    for case .prose(let template) in step.blocks {
      sheet.draw(Markdown(evaluator.text(template)).drawn(on: sheet.display))
    }
    for condition in step.conditions {
      sheet.say(
        "  [\(condition.id)] \(evaluator.text(condition.label)) "
          + "(\(condition.points))",
        hanging: 4
      )
    }
    for question in grade.questions {
      sheet.say("  \(question.question)", hanging: 4)
      for command in step[prediction: question.name]?.commands ?? [] {
        sheet.say(
          Styled("    played on a copy: ", .quiet) + Styled(cleaned(command.text), .command),
          hanging: 6
        )
      }
    }
  }

  mutating func sayDone() {
    heading("What was done")
    let deeds = replay.deeds(in: grade.item)
    let now = deeds.last?.at ?? replay.attempt.world.now
    let rows: [[Styled]] = deeds.map { deed in
      [
        Styled("\(deed.row)", .value), Styled(deed.at.clock(seenFrom: now), .quiet),
        Styled(deed.kind), Styled(cleaned(deed.typed), deed.counts == false ? .quiet : .command),
        Styled(note(on: deed), .quiet),
      ]
    }
    sheet.draw(
      Table(
        [
          .init("row", .right), .init("time"), .init("kind"), .init("line"),
          .init(""),
        ],
        rows: rows
      ).drawn(on: sheet.display)
    )
  }

  /// Whether a row was taken back, and what it cost.
  private func note(on deed: Replay.Deed) -> String {
    let price = grade.charges.first { $0.row == deed.row }?.price
    let cost = price.map { "takes \(rules.points($0)) off" }
    return [deed.counts == false ? "taken back" : nil, cost].compactMap { $0 }
      .joined(separator: ", ")
  }

  mutating func sayConditions() {
    guard !grade.conditions.isEmpty else { return }
    heading("How the conditions stood")
    let standings = replay.standings(in: grade.item)
    for condition in grade.conditions {
      let sign: Sign = condition.status.isMet ? .done : .failed
      sheet.say(
        sign.drawn(on: sheet.display)
          + Styled(
            " [\(condition.id)] \(cleaned(condition.label)): "
              + points(condition.earned, of: condition.possible)
          ),
        hanging: 4
      )
      if let test = step?[condition: condition.id]?.test {
        sheet.say(Styled("    asks: ", .quiet) + Styled(test.description, .command), hanging: 6)
      }
      for turn in turns(of: condition.id, standings) { sheet.say("    \(turn)", hanging: 6) }
      if let found = condition.found { sheet.say("    found: \(cleaned(found))", hanging: 6) }
      if let feedback = condition.feedback { sheet.say("    \(cleaned(feedback))", hanging: 6) }
    }
    if let mistake = grade.mistake { sheet.say("The way is that of the mistake `\(mistake)`.") }
    drawTimeline(standings)
  }

  /// When a condition began to hold, and when it ceased.
  private func turns(of id: String, _ standings: [Replay.Standing]) -> [String] {
    guard let now = standings.last?.at else { return ["the item was never begun"] }
    var turns: [String] = []
    var before: ConditionReport.Status?
    for standing in standings {
      guard let report = standing.reports.first(where: { $0.id == id }) else { continue }
      defer { before = report.status }
      guard report.status != before else { continue }
      let word =
        switch report.status {
        case .met: "held"
        case .unmet: before == .met ? "no longer held" : "did not hold"
        case .waits(let needs): "was not asked: \(needs.joined(separator: ", ")) did not hold"
        case .refused: "could not be asked: its command is refused"
        }
      turns.append("\(standing.at.clock(seenFrom: now)), row \(standing.row): \(word)")
    }
    return turns
  }

  /// A lane for each condition, and one for what was typed.
  private mutating func drawTimeline(_ standings: [Replay.Standing]) {
    guard let first = standings.first, let last = standings.last, first.at < last.at else { return }
    // What held at the end did so at one moment, which gets a stretch to be seen in.
    let whole = last.at.forDrawing - first.at.forDrawing
    let end = last.at.forDrawing + max(1, whole / 20)
    var lanes = grade.conditions.map { condition in
      let segments = standings.indices.map { place in
        let report = standings[place].reports.first { $0.id == condition.id }
        let to = place + 1 < standings.count ? standings[place + 1].at.forDrawing : end
        return Timeline.Segment(
          from: standings[place].at.forDrawing,
          to: to,
          symbol(of: report?.status)
        )
      }
      return Timeline.Lane(
        condition.id,
        segments: segments.filter { $0.from < $0.to },
        beginsOnTime: true
      )
    }
    let marks = replay.deeds(in: grade.item).filter { $0.counts == true && !$0.typed.isEmpty }
      .map { Timeline.Mark(at: $0.at.forDrawing, .mark, text: "row \($0.row): \($0.typed)") }
    lanes.append(Timeline.Lane("lines", marks: marks))
    sheet.gap()
    sheet.draw(
      Timeline(
        from: first.at.forDrawing,
        to: end,
        lanes: lanes,
        legend: Timeline.Legend(ok: "holds", fail: "open", unknown: "not asked", mark: "a line")
      ).drawn(on: sheet.display)
    )
  }

  private func symbol(of status: ConditionReport.Status?) -> Timeline.Symbol {
    switch status {
    case .met: .ok
    case .unmet: .fail
    case .waits, .refused, nil: .unknown
    }
  }

  mutating func sayQuestions() {
    guard !grade.questions.isEmpty else { return }
    heading("What was answered")
    for question in grade.questions {
      sheet.say(
        Styled("\(question.name): ", .value)
          + Styled("\(points(question.earned, of: question.possible)) points")
      )
      let given = replay.responses.filter { response in
        response.item == grade.item && response.question == question.name
      }
      var judged = question.responses[...]
      for response in given {
        let isNext = judged.first?.text == response.text
        say(response, isNext ? judged.removeFirst() : nil)
      }
      if given.isEmpty { sheet.say("    nothing") }
      if let feedback = question.feedback { sheet.say("    \(cleaned(feedback))", hanging: 6) }
    }
  }

  private mutating func say(_ response: Replay.Response, _ judged: QuestionResponse?) {
    let word =
      judged.map { $0.isRight ? "right" : "not right" + ($0.idea.map { ", read as \($0)" } ?? "") }
      ?? "not counted: it could not be read, or came after the last try"
    sheet.say(
      Styled("    row \(response.row): ", .quiet) + Styled(cleaned(response.text), .command)
        + Styled("  \(word)"),
      hanging: 6
    )
    if let meaning = judged?.option {
      sheet.say(Styled("      " + cleaned(meaning)), hanging: 6)
    }
  }

  mutating func sayPrice() {
    guard let sentence = grade.priceSentence(rules) else { return }
    sheet.gap()
    sheet.say(
      Styled(sentence + (grade.hints > 0 ? " Hints that were read: \(grade.hints)." : ""))
    )
  }

  private mutating func heading(_ text: String) {
    sheet.gap()
    sheet.say(Styled(text, .heading))
  }
}
