import CafeWorld
import Commands
import Gradebook
import Lab
import Terminal

extension Session {
  /// Plays the model solution from the step's entry on, each line with what comes of it; on the way
  /// past a step only the lines and the latest of what happened.
  mutating func solve(skipped: Bool, typed line: String) {
    guard let step, !step.solution.isEmpty, let entry = attempt.entry(into: step.id) else {
      return refuse(line: line, Styled("There is nothing to play in this step. `next` goes on."))
    }
    let commands = commands(of: step, from: entry)
    var player = self
    do {
      let events = try record(.solved(step: step.id, commands, skipped: skipped), typed: line)
      let back = rules[.undo] == .off ? "" : " (`undo` brings yours back)"
      whisper("From the beginning of the step, line by line\(back):")
      lineEvents = Narration.lines(events, before: entry.world, after: world, on: display)
      if skipped {
        for command in step.solution { echo(command) }
        for told in lineEvents.suffix(12) { say(told.clocked(on: display)) }
      } else {
        for command in step.solution {
          echo(command)
          effects += player.played(command, in: step)
        }
        say(Styled())
      }
      for report in reports where isShown(report) { say(self.line(for: report)) }
      finish(line, accepted: true)
      if !skipped { sayWhatIsNext(after: step) }
    } catch {
      refuse(line: line, Narration.refusal(error, world: world))
    }
  }

  /// Solves a step as its model solution does; nothing is shown of it.
  mutating func applySolution(of step: Step) {
    guard let entry = attempt.entry(into: step.id) else { return }
    let commands = commands(of: step, from: entry)
    do { try record(.solved(step: step.id, commands, skipped: false), typed: "") } catch {
      say(Narration.refusal(error, world: world))
    }
  }

  /// The model solution as commands, each read against the world after those before it.
  private func commands(of step: Step, from entry: Cafe) -> [Command] {
    Situation(attempt).with(entry.world).carryingOut(step.solution).commands
  }

  private mutating func echo(_ command: LessonCommand) {
    say(Styled("> ", .quiet) + Styled(command.text, .command))
  }

  /// Carries a line of the solution out here, on a copy of the session that nobody keeps.
  ///
  /// - Returns: what is shown of it.
  private mutating func played(_ command: LessonCommand, in step: Step) -> [Effect] {
    if !isPlaying { goBackToEntry(of: step) }
    effects = []
    take(command.text)
    return effects.flatMap { effect -> [Effect] in
      switch effect {
      case .print: [effect]
      case .fastForward(let stretch):
        stretch.lines.suffix(12).map { .print($0.clocked(on: display)) }
      case .append, .readFile, .export, .open, .report, .live, .stage, .checkpoint, .submit,
        .quit, .survey, .write, .certify:
        []
      case .typed, .page, .note, .rest: []
      }
    }
  }

  private mutating func goBackToEntry(of step: Step) {
    isPlaying = true
    asking = nil
    guard let visit = attempt.cafe.visits.last(where: { $0.step == step.id }) else { return }
    do {
      try attempt.carryOut(.wentTo(row: visit.row), typed: "")
      if attempt.cafe.draft != nil { try attempt.carryOut(.draftDiscarded, typed: "") }
    } catch { preconditionFailure("moving through the journal asks nothing of the world") }
  }
}
