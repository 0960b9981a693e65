import CafeWorld
import Commands
import Lab
import Terminal

extension Session {
  /// Carries out what moves through the journal.
  mutating func travel(_ verb: TravelVerb, typed line: String) {
    switch verb {
    case .undo(let count): undo(count, typed: line)
    case .redo(let count): redo(count, typed: line)
    case .history: history(typed: line)
    case .goTo(let place): goTo(place, typed: line)
    case .bookmark(let name): bookmark(name, typed: line)
    case .branch(let name): branch(name, typed: line)
    case .whatIf(let text): whatIf(text, typed: line)
    }
  }

  private mutating func undo(_ count: Int, typed line: String) {
    // The entry into the first step of a lesson was nobody's line.
    let most = attempt.undoDepth - (lesson == nil ? 0 : 1)
    guard most > 0 else {
      return refuse(line: line, Styled("There is nothing to take back: this is the beginning."))
    }
    let steps = min(count, most)
    let undone = attempt.branch.suffix(steps).map { attempt.rows[$0].typed }
      .filter { !$0.isEmpty }.reversed().joined(separator: ", ")
    let what = undone.isEmpty ? "" : ": \(undone)"
    move(.undone(steps), line, "Taken back\(what). `redo` brings it back.")
  }

  private mutating func redo(_ count: Int, typed line: String) {
    guard attempt.redoDepth > 0 else {
      return refuse(line: line, Styled("There is nothing to bring back."))
    }
    move(.redone(min(count, attempt.redoDepth)), line, "Brought back.")
  }

  private mutating func move(_ move: Move, _ line: String, _ text: String) {
    let looked = reports
    let before = attempt.step
    do { try record(move, typed: line) } catch {
      preconditionFailure("moving through the journal asks nothing of the world")
    }
    tell(text)
    let now = world.now.civil(local: true)
    say(
      Styled(
        "It is \(now.shortWeekday) \(now.clock) at the café"
          + (attempt.step.map { ", step \($0)" } ?? "") + ".",
        .quiet
      )
    )
    if before == attempt.step {
      tellConditions(since: looked)
    } else if let step {
      askNext(in: step)
    }
    finish(line, accepted: true)
  }

  private mutating func history(typed line: String) {
    say(Views.history(attempt, on: display))
    finish(line, accepted: true)
  }

  private mutating func goTo(_ place: String, typed line: String) {
    guard let row = Int(place) ?? attempt.record.row(bookmarked: place) else {
      let near = nearest(to: place, in: attempt.record.bookmarks.map(\.name))
      return refuse(
        line: line,
        Styled(
          "No bookmark is called \(place)."
            + (near.map { " Did you mean \($0)?" } ?? " `history` shows the numbers.")
        )
      )
    }
    guard attempt.rows.count > 1 else {
      return refuse(line: line, Styled("Nothing has been done yet that you could go back to."))
    }
    guard attempt.rows.indices.contains(row), row > 0 else {
      return refuse(
        line: line,
        Styled("The rows go from 1 to \(attempt.rows.count - 1). `history` shows them.")
      )
    }
    move(.wentTo(row: row), line, "The café is as it was after row \(row).")
  }

  private mutating func bookmark(_ name: String?, typed line: String) {
    guard let name else {
      if attempt.record.bookmarks.isEmpty {
        tell("No bookmarks. `bookmark NAME` sets one.")
      } else {
        say(Views.bookmarks(attempt, on: display))
      }
      return finish(line, accepted: true)
    }
    guard Int(name) == nil else {
      return refuse(line: line, Styled("A bookmark needs a name that is not a number."))
    }
    let old = attempt.record.row(bookmarked: name)
    do { try record(.bookmarked(name), typed: line) } catch {
      preconditionFailure("a bookmark asks nothing of the world")
    }
    let moved = old.map { $0 == attempt.head ? "" : " It led to row \($0) before." } ?? ""
    tell("`goto \(name)` comes back to this moment.\(moved)")
    finish(line, accepted: true)
  }

  /// A branch is a place in the journal with a name; without a name, all ends of branches.
  private mutating func branch(_ name: String?, typed line: String) {
    guard name == nil else { return bookmark(name, typed: line) }
    say(Views.branches(attempt, on: display))
    finish(line, accepted: true)
  }

  /// A line carried out on a copy: what it would do at once, and what would differ later.
  private mutating func whatIf(_ text: String, typed line: String) {
    let situation = Situation(attempt)
    switch situation.carryingOut(text) {
    case .failure(let refusal): refuse(line: line, Styled(self.text(of: refusal)))
    case .success(let changed):
      let later: Milliseconds = 5 * .minute
      var (with, without) = (changed, world)
      _ = with.unfold(until: max(changed.now, world.now) + later)
      _ = without.unfold(until: with.now)
      var atOnce = world
      _ = atOnce.unfold(until: changed.now)
      say(Styled("If you did that (nothing is done):", .heading))
      say(Views.differences(from: atOnce, to: changed, on: display))
      say(Styled("and \(duration(Int(later))) later:", .heading))
      say(Views.differences(from: without, to: with, on: display))
      finish(line, accepted: true)
    }
  }
}
