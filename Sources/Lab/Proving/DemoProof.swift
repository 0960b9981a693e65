import Commands

/// Walks through a lesson as its demo does, in the world of the lesson's own seed, where a demo is
/// always shown.
///
/// A lesson without a `demo` fence is shown as its model solutions go, which are proved already.
struct DemoProof {
  private(set) var findings: [Finding] = []
  private var place: Crossing
  /// Whether a line could not be carried out or taken back: what does not hold after that says
  /// nothing new.
  private var isCutShort = false
  /// Where each typed line began, by the number of its cue.
  private var before: [Int: Crossing] = [:]

  init(of lesson: Lesson, lines: LineMemory = LineMemory()) {
    place = Crossing(Walk(lesson, seed: lesson.front.seed, lines: lines))
    guard lesson.steps.contains(where: { !$0.demo.isEmpty }) else { return }
    let cues = DemoScript(lesson).cues
    for (number, cue) in cues.enumerated() {
      guard let step = lesson[step: cue.step] else { continue }
      prove(cue, number, in: step)
      if number == cues.count - 1 || cues[number + 1].act == .enter { proveEnd(of: step) }
    }
  }

  private mutating func prove(_ cue: DemoCue, _ number: Int, in step: Step) {
    switch cue.act {
    case .enter: place = place.entering(step).start
    case .read(let text): prove(text, at: cue.position, in: step)
    case .figure: break
    case .ask(.poll(let poll)):
      for text in [poll.question] + poll.choices.map(\.label) {
        prove(text, at: cue.position, in: step)
      }
    case .ask(.prediction(let prediction)):
      if prediction.play(in: place.situation) == nil {
        let problem = Finding.Problem.unplayable(prediction: prediction.name)
        findings.append(step.finding(problem, at: cue.position))
      }
    case .ask: break
    case .reveal(.poll(let poll)): prove(poll, in: step)
    case .reveal: break
    case .type(let command): type(command.text, number, at: cue.position, in: step)
    case .watch(let time):
      type(DemoCue.line(ofWatching: time), number, at: cue.position, in: step)
    case .rewind(let lines, let target):
      guard let earlier = before[target] else {
        isCutShort = true
        findings.append(step.finding(.rewindsTooFar(lines: lines), at: cue.position))
        return
      }
      place = earlier
    }
  }

  private mutating func type(
    _ line: String,
    _ number: Int,
    at position: SourcePosition,
    in step: Step
  ) {
    before[number] = place
    let (end, refused) = place.typing([LessonCommand(text: line, position: position)])
    place = end
    guard let refused else { return }
    isCutShort = true
    let problem = Finding.Problem.refused(.demo, line: refused.line, refused.refusal)
    findings.append(step.finding(problem, at: position))
  }

  private mutating func prove(_ text: Template, at position: SourcePosition, in step: Step) {
    let evaluator = Evaluator(place.situation)
    for formula in text.expressions where evaluator.value(formula).isAbsent {
      findings.append(step.finding(.saysNothing(formula), at: position))
    }
  }

  /// One choice comes true, and no other, wherever the engine is asked at all.
  private mutating func prove(_ poll: DemoPoll, in step: Step) {
    guard poll.choices.contains(where: { $0.test != nil }) else { return }
    let count = RoomQuestion.poll(poll).choices(in: place.situation).count { $0.isRight == true }
    guard count != 1 else { return }
    let evaluator = Evaluator(place.situation)
    let untested = poll.choices.first { $0.test == nil }
    let problem = Finding.Problem.undecided(
      poll: evaluator.text(poll.question),
      holding: count,
      untested: untested.map { evaluator.text($0.label) }
    )
    findings.append(step.finding(problem, at: untested?.position ?? poll.position))
  }

  /// The steps that follow begin where the task is done.
  private mutating func proveEnd(of step: Step) {
    guard !isCutShort else { return }
    for report in place.reports where !report.status.isMet {
      findings.append(
        step.finding(.notMet(.demo, condition: report.id, found: report.summary))
      )
    }
  }
}
