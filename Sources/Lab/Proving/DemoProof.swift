import Commands

/// Walks through a lesson as its demo does.
///
/// A lesson without a `demo` fence is shown as its model solutions go, which are proved already.
struct DemoProof {
  private(set) var findings: [Finding] = []
  private var walk: Walk
  /// Where each typed line began, by the place of its cue.
  private var before: [Int: Walk] = [:]

  /// `lines`: those that were read ahead.
  init(of lesson: Lesson, seed: UInt64, lines: LineMemory = LineMemory()) {
    walk = Walk(lesson, seed: seed, lines: lines)
    guard lesson.steps.contains(where: { !$0.demo.isEmpty }) else { return }
    let cues = DemoScript(lesson).cues
    for (place, cue) in cues.enumerated() {
      guard let step = lesson[step: cue.step] else { continue }
      prove(cue.act, at: place, in: step)
      if place == cues.count - 1 || cues[place + 1].act == .enter { proveEnd(of: step) }
    }
  }

  private mutating func prove(_ act: DemoCue.Act, at place: Int, in step: Step) {
    switch act {
    case .enter: _ = walk.enter(step)
    case .read(let text): prove(text, in: step)
    case .figure: break
    case .ask(.poll(let poll)):
      for text in [poll.question] + poll.choices.map(\.label) { prove(text, in: step) }
    case .ask: break
    case .reveal(.poll(let poll)): prove(poll, in: step)
    case .reveal: break
    case .type(let command): type(command, at: place, in: step)
    case .watch(let time):
      let line = LessonCommand(text: DemoCue.line(ofWatching: time), position: step.position)
      type(line, at: place, in: step)
    case .rewind(let lines, let target):
      guard let earlier = before[target] else {
        findings.append(step.finding(.rewindsTooFar(lines: lines)))
        return
      }
      walk = earlier
    }
  }

  private mutating func type(_ command: LessonCommand, at place: Int, in step: Step) {
    before[place] = walk
    guard let refused = walk.type([command]) else { return }
    findings.append(
      step.finding(
        .refused(.demo, line: refused.line, refused.refusal),
        at: command.position
      )
    )
  }

  private mutating func prove(_ text: Template, in step: Step) {
    let evaluator = Evaluator(walk.situation)
    for formula in text.expressions where evaluator.value(formula).isAbsent {
      findings.append(step.finding(.saysNothing(formula)))
    }
  }

  /// One choice comes true, and no other, wherever the engine is asked at all.
  private mutating func prove(_ poll: DemoPoll, in step: Step) {
    guard poll.choices.contains(where: { $0.test != nil }) else { return }
    let count = RoomQuestion.poll(poll).choices(in: walk.situation).count { $0.isRight == true }
    if count != 1 {
      let question = Evaluator(walk.situation).text(poll.question)
      findings.append(step.finding(.undecided(poll: question, holding: count), at: poll.position))
    }
  }

  /// The steps that follow begin where the task is done.
  private mutating func proveEnd(of step: Step) {
    for report in step.look(at: walk.situation) where !report.status.isMet {
      findings.append(
        step.finding(.notMet(.demo, condition: report.id, found: report.summary))
      )
    }
  }
}
