import CafeWorld
import Commands
import Lab
import Terminal

extension Session {
  /// Types a schedule of faults line by line on a branch of its own: ordinary rows, which `undo`,
  /// `history` and `why` know as such.
  mutating func replay(chaos seed: UInt64, over length: Milliseconds, typed line: String) {
    let schedule = FaultSchedule(seed: seed, over: length, in: world)
    let name = freeBranch("chaos-\(seed)")
    let (old, before, looked) = (attempt.branchName, world, reports)
    begin(branch: name, typed: line)
    tell("On the branch `\(name)`, line by line:")
    for leg in schedule.legs(from: world.now, to: world.now + schedule.length) {
      if leg.end > world.now { type(.wait(leg.end - world.now)) }
      if let fault = leg.fault { type(fault) }
    }
    let run = FaultRun(schedule, on: before)
    say(
      Styled("Orders lost: \(run.ordersLost) of \(run.ordersPlaced + run.ordersLost). ", .value)
        + Styled("Longest without an answer that works: \(span(run.longestOutage)).", .value)
    )
    tellConditions(since: looked)
    if let old, hasGoTo { whisper("`timeline` and `orders` show it; `goto \(old)` goes back.") }
    finish(line, accepted: true)
  }

  /// A name that no branch and no bookmark has.
  private func freeBranch(_ base: String) -> String {
    func isFree(_ name: String) -> Bool {
      attempt.record.row(ofBranch: name) == nil && attempt.record.row(bookmarked: name) == nil
    }
    return isFree(base)
      ? base : (2...).lazy.map { "\(base)-\($0)" }.first(where: isFree) ?? base
  }

  /// Carries a command out as if it had been typed; what is refused leaves no row.
  private mutating func type(_ command: Command) {
    let before = world
    let line = command.line(in: before) ?? ""
    guard let events = try? record(.commands([command]), typed: line) else { return }
    say(Styled("> ", .quiet) + Styled(line, .command))
    let lines = Narration.lines(events, before: before, after: world, on: display)
    for told in lines.suffix(12) { say(told.clocked(on: display)) }
    lineEvents += lines
  }
}
