import CafeWorld
import Commands
import Gradebook
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
    case .diff(let from, let to): diff(from, to, typed: line)
    case .whatIf(let text): whatIf(text, typed: line)
    case .chaosReplay(let seed, let length): replay(chaos: seed, over: length, typed: line)
    }
  }

  private mutating func undo(_ count: Int, typed line: String) {
    // The entry into the first step of a lesson was nobody's line.
    let most = attempt.undoDepth - (lesson == nil ? 0 : 1)
    guard most > 0 else {
      return refuse(line: line, Styled("There is nothing to take back: this is the beginning."))
    }
    let steps = rows(of: count, atMost: most)
    let undone = attempt.branch.suffix(steps).reversed()
      .compactMap { words(for: attempt.rows[$0]) }.joined(separator: ", ")
    let what = undone.isEmpty ? "" : ": \(undone)"
    move(.undone(steps), line, "Taken back\(what). `redo` brings it back.")
    tellPrice(of: .undo)
  }

  /// What is taken back with a row, where nobody typed its line, too; nil: only time has passed.
  private func words(for row: Attempt.Row) -> String? {
    guard row.typed.isEmpty else { return row.typed }
    switch row.entry.move {
    case .entered(let step, _): return "the entry into step `\(step)`"
    case .solved(let step, _, _): return "the solution of step `\(step)`"
    default: return nil
    }
  }

  /// How many rows so many lines are: the passing of time by the clock was nobody's line.
  private func rows(of lines: Int, atMost most: Int) -> Int {
    var left = min(lines, most)
    for (count, row) in attempt.branch.suffix(most).reversed().enumerated() {
      if !attempt.rows[row].isByTheClock { left -= 1 }
      if left == 0 { return count + 1 }
    }
    return most
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
    if clock != nil { clock = world.now }
    tell(text)
    let now = world.now.civil(local: true)
    say(
      Styled(
        "It is \(now.shortWeekday) \(now.clock) at the café"
          + (attempt.step.map { ", step \($0)" } ?? "") + ".",
        .quiet
      )
    )
    if let before { tellOfStepAhead(before) }
    if before == attempt.step {
      tellConditions(since: looked)
    } else if let step {
      askNext(in: step)
    }
    finish(line, accepted: true)
  }

  /// A step whose beginning was passed on the way back.
  private mutating func tellOfStepAhead(_ left: String) {
    guard dealt == nil, !isReview, let ahead = lesson?[step: left], left != attempt.step,
      !attempt.cafe.visits.contains(where: { $0.step == left })
    else { return }
    let here = attempt.step.map { "in step `\($0)` again, " } ?? ""
    tell("You are \(here)before the step **\(ahead.title)**. `next` enters it again.")
  }

  private mutating func history(typed line: String) {
    say(Views.history(attempt, on: display))
    finish(line, accepted: true)
  }

  private mutating func goTo(_ place: String, typed line: String) {
    if let step = stepOfDemo(at: place) { return goToStep(step, typed: line) }
    if let reason = noStepOfDemo(at: place) { return refuse(line: line, Styled(reason)) }
    guard attempt.rows.count > 1 else {
      return refuse(line: line, Styled("Nothing has been done yet that you could go back to."))
    }
    let first = Int(place) == nil ? 0 : 1
    guard let row = row(at: place, from: first) else { return refuse(place: place, typed: line) }
    move(.wentTo(row: row), line, "The café is as it was after row \(row).")
  }

  /// The row of a moment: a number of the history, a bookmark, a branch or `now`; nil: there is
  /// none such.
  private func row(at place: String, from first: Int) -> Int? {
    let record = attempt.record
    let row =
      place == Place.now
      ? attempt.head : Int(place) ?? record.row(bookmarked: place) ?? record.row(ofBranch: place)
    return row.flatMap { (first..<attempt.rows.count).contains($0) ? $0 : nil }
  }

  private mutating func refuse(place: String, typed line: String) {
    let isNumber = Int(place) != nil || attempt.record.row(ofBranch: place) != nil
    let known = attempt.record.bookmarks.map(\.name) + attempt.record.branchEnds.map(\.name)
    let near = nearest(to: place, in: known).map { " Did you mean \($0)?" }
    refuse(
      line: line,
      Styled(
        isNumber
          ? "The rows go from 1 to \(attempt.rows.count - 1). `history` shows them."
          : "No bookmark or branch is called \(place)." + (near ?? " `history` shows the numbers.")
      )
    )
  }

  /// What differs between two moments of the attempt.
  private mutating func diff(_ from: String, _ to: String, typed line: String) {
    guard let first = row(at: from, from: 0) else { return refuse(place: from, typed: line) }
    guard let second = row(at: to, from: 0) else { return refuse(place: to, typed: line) }
    let worlds = [first, second].map { attempt.rows[attempt.presentHead(after: $0)].cafe.world }
    say(
      moment(from, first, worlds[0], "From ") + moment(to, second, worlds[1], " to ") + Styled(":")
    )
    say(Views.difference(WorldDifference(from: worlds[0], to: worlds[1]), on: display))
    let drafts = [first, second].map { attempt.rows[attempt.presentHead(after: $0)].cafe.draft }
    if drafts[0] != drafts[1] {
      let (old, new) = (changes(in: drafts[0]), changes(in: drafts[1]))
      say(
        Styled("  the open batch: ") + Styled(old, .quiet) + Styled(" → ") + Styled(new, .value)
      )
    }
    finish(line, accepted: true)
  }

  private func changes(in draft: Cafe.Draft?) -> String {
    draft.map { counted($0.changes.count, "change") } ?? "none"
  }

  /// `row 12 (09:11:30)`, with the name by which it was called.
  private func moment(_ place: String, _ row: Int, _ world: World, _ word: String) -> Styled {
    let clock = world.now.clock(seenFrom: self.world.now)
    let name = Int(place) == nil ? "\(place), row \(row)" : "row \(row)"
    return Styled(word) + Styled(name, .heading) + Styled(" (\(clock))", .quiet)
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
    guard name != Place.now, attempt.record.row(ofBranch: name) == nil else {
      return refuse(line: line, Styled("\(name) is the name of a moment already. Try another one."))
    }
    let old = attempt.record.row(bookmarked: name)
    do { try record(.bookmarked(name), typed: line) } catch {
      preconditionFailure("a bookmark asks nothing of the world")
    }
    let moved = old.map { $0 == attempt.head ? "" : " It led to row \($0) before." } ?? ""
    tell(
      hasGoTo
        ? "`goto \(name)` comes back to this moment.\(moved)"
        : "This moment is called \(name) now; `diff \(name) now` says what has changed since."
    )
    finish(line, accepted: true)
  }

  /// A branch goes on from here beside what was done; without a name, all ends of branches.
  private mutating func branch(_ name: String?, typed line: String) {
    guard let name else {
      say(Views.branches(attempt, on: display))
      return finish(line, accepted: true)
    }
    if attempt.record.row(ofBranch: name) != nil {
      return refuse(line: line, Styled("There is a branch \(name) already: `goto \(name)`."))
    }
    guard name != Place.now, attempt.record.row(bookmarked: name) == nil else {
      return refuse(line: line, Styled("\(name) is the name of a moment already. Try another one."))
    }
    let old = attempt.branchName
    begin(branch: name, typed: line)
    let back = hasGoTo ? old.map { " `goto \($0)` goes back to what you left." } ?? "" : ""
    tell("You are on the branch `\(name)` now.\(back)")
    finish(line, accepted: true)
  }

  mutating func begin(branch name: String, typed line: String) {
    do { try record(.branched(name), typed: line) } catch {
      preconditionFailure("a branch asks nothing of the world")
    }
  }

  /// Why a line of which no command comes is not tried out.
  private func whyNothingDiffers(by text: String) -> String {
    switch try? parse(text, in: context) {
    case .changeRecord? where attempt.cafe.draft != nil:
      "A batch is open, so that line would only be kept for `commit`, and nothing would differ "
        + "yet. `what-if commit` tries the batch as it is; after `discard`, `what-if` tries the "
        + "line by itself."
    case .batch(let verb)?: obstacle(to: verb) ?? Self.changesNothing
    default: Self.changesNothing
    }
  }

  private static let changesNothing =
    "That line changes nothing in the café, so there is nothing to compare. Type it as it is."

  /// A line carried out on a copy: what it would do at once, and what would differ later.
  private mutating func whatIf(_ text: String, typed line: String) {
    // With blanks for what stands before it, so that a refusal names the column of the whole line.
    let end = line.reversed().drop(while: \.isWhitespace).count
    let placed = String(repeating: " ", count: max(0, end - text.count)) + text
    let (situation, commands, refusal) = Situation(attempt).carryingOut([placed])
    if let refusal { return refuse(line: line, Styled(self.text(of: refusal))) }
    guard !commands.isEmpty else { return refuse(line: line, Styled(whyNothingDiffers(by: text))) }
    let changed = situation.world
    if changed.now > world.now {
      say(Styled("\(span(changed.now - world.now)) from now (nothing is done):", .heading))
      say(Views.difference(WorldDifference(from: world, to: changed), on: display))
    } else {
      let later: Milliseconds = 5 * .minute
      var (with, without) = (changed, world)
      _ = with.unfold(until: world.now + later)
      _ = without.unfold(until: with.now)
      say(Styled("If you did that (nothing is done):", .heading))
      say(Views.difference(WorldDifference(from: world, to: changed), on: display))
      say(Styled("and \(duration(Int(later))) later:", .heading))
      say(Views.difference(WorldDifference(from: without, to: with), on: display))
    }
    finish(line, accepted: true)
  }
}
