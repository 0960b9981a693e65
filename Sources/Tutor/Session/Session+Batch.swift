import CafeWorld
import Commands
import DNS
import Lab
import Route53
import Terminal

/// The record changes between `batch` and `commit`.
extension Session {
  /// A record change: at once, or kept for `commit` while a batch is open.
  mutating func changeRecord(_ zone: HostedZoneID, _ change: Change, typed line: String) {
    guard let draft = attempt.cafe.draft else {
      return self.change(
        [.changeRecords(zone, ChangeBatch(changes: [change]))],
        showing: .events,
        typed: line
      )
    }
    if let other = draft.zone, other != zone {
      return refuse(
        line: line,
        Styled("A change batch belongs to one hosted zone. `commit` or `discard` this one first.")
      )
    }
    let looked = reports
    do {
      try record(.drafted(zone, change), typed: line)
      let kept = attempt.cafe.draft?.changes.count ?? 0
      say(
        Sign.note.drawn(on: display)
          + spans(" kept for `commit` (\(counted(kept, "change")) so far)", on: display)
      )
      tellConditions(since: looked)
      finish(line, accepted: true)
    } catch {
      refuse(error, .events, typed: line)
    }
  }

  mutating func batch(_ verb: BatchVerb, typed line: String) {
    let draft = attempt.cafe.draft
    if let obstacle = obstacle(to: verb) { return refuse(line: line, Styled(obstacle)) }
    switch (verb, draft) {
    case (.open, _):
      keep(.draftOpened, line, "Record changes are now kept until `commit`, and then made as one.")
    case (_, nil): break
    case (.discard, _): keep(.draftDiscarded, line, "The batch is gone; nothing was changed.")
    case (.show, let draft?):
      say(Styled(draft.changes.isEmpty ? "The batch is open and empty." : "The batch so far:"))
      for change in draft.changes { say(Styled("  " + change.summary)) }
      finish(line, accepted: true)
    case (.commit, let draft?): commit(draft, line)
    }
  }

  /// Why a batch cannot be opened, shown, committed or discarded now; nil: it can.
  func obstacle(to verb: BatchVerb) -> String? {
    switch (verb, attempt.cafe.draft) {
    case (.open, nil): nil
    case (.open, _): "A batch is open already: `commit` or `discard` it."
    case (_, nil): "No batch is open. `batch` opens one."
    case (.commit, let draft?) where draft.changes.isEmpty:
      "The batch is empty. Add changes with `create record …`, or `discard`."
    case (_, _): nil
    }
  }

  private mutating func keep(_ move: Move, _ line: String, _ text: String) {
    do {
      try record(move, typed: line)
      say(Styled(text))
      finish(line, accepted: true)
    } catch {
      refuse(error, .events, typed: line)
    }
  }

  private mutating func commit(_ draft: Cafe.Draft, _ line: String) {
    guard let zone = draft.zone else { preconditionFailure("changes belong to a zone") }
    let batch = ChangeBatch(changes: draft.changes)
    let (before, looked) = (world, reports)
    do {
      let events = try record(.committed(zone, batch), typed: line)
      show(events, before: before, [.changeRecords(zone, batch)], .events)
      tellConditions(since: looked)
      finish(line, accepted: true)
    } catch {
      refuse(error, .events, typed: line)
      whisper("  The batch is still open: mend it, or `discard` it.")
    }
  }
}

extension Change {
  /// `CREATE www.cafe.example A → 34.210.1.2 (primary)`.
  var summary: String {
    let policy = recordSet.policyWords.map { " (\($0))" } ?? ""
    let name = recordSet.name.hasSuffix(".") ? recordSet.name.dropLast() : recordSet.name[...]
    let target =
      recordSet.aliasTarget.map { "alias of \($0.dnsName)" }
      ?? recordSet.values.joined(separator: ", ")
    return "\(action.rawValue) \(name) \(recordSet.type) → \(target)\(policy)"
  }
}
