import CafeWorld
import DNS
import Route53

extension Invariant {
  /// What holds after every event.
  static let ofEvents: [Invariant] = [
    Invariant("no event is without a cause that came before it") { occasion in
      guard case .event(let event, let history, _, _) = occasion else { return nil }
      if !event.isAccountedFor { return "\(event.fact) has no cause" }
      guard let cause = event.cause, cause > 0 else { return nil }
      return history[cause - 1].at > event.at ? "\(event.fact) is older than its cause" : nil
    },
    Invariant("time never runs back") { occasion in
      guard case .event(let event, _, let before, _) = occasion, event.at < before.now else {
        return nil
      }
      return "from \(before.now.iso) to \(event.at.iso)"
    },
    Invariant("events are counted along their history") { occasion in
      guard case .event(let event, let history, let before, _) = occasion else { return nil }
      let isCounted = event.number == before.eventCount + 1 && history.count == before.eventCount
      return isCounted ? nil : "event \(event.number) follows \(before.eventCount)"
    },
    Invariant("a status that is served is one that a check has turned to") { occasion in
      guard case .event(let event, let history, _, _) = occasion,
        case .healthServed(let id, let status) = event.fact
      else { return nil }
      let cause = event.cause.flatMap { $0 > 0 ? history[$0 - 1].fact : nil }
      return cause == .healthCheckTurned(id, to: status) ? nil : "\(event.fact)"
    },
    Invariant("a resolver hears of a zone only what is inside it") { occasion in
      guard case .event(let event, _, let before, _) = occasion else { return nil }
      let answer: CachedAnswer
      switch event.fact {
      case .nameLookedUp(_, let heard, cached: false), .cacheRefilled(_, let heard): answer = heard
      default: return nil
      }
      let zone = before.hostedZones.map(\.name).filter(answer.question.name.isWithin)
        .max { $0.labels.count < $1.labels.count }
      let isInside = answer.records.allSatisfy { record in
        zone.map(record.name.isWithin) ?? false
      }
      return isInside ? nil : "\(answer.question.name) is answered from outside"
    },
  ]

  /// What holds whenever nothing more follows at a millisecond.
  static let ofMoments: [Invariant] = [
    Invariant("a world at rest is in order") { occasion in
      guard case .moment(let world) = occasion else { return nil }
      return world.violations().first
    }
  ]

  /// What holds of every move, carried out or refused.
  static let ofMoves: [Invariant] = [
    Invariant("what is refused changes nothing") { occasion in
      guard case .refused(let move, let before, let after) = occasion else { return nil }
      let isSame = before.cafe == after.cafe && before.rows.count == after.rows.count
      return isSame ? nil : "\(move)"
    },
    Invariant("events, applied one by one, make the world that the command made") { occasion in
      guard case .accepted(let move, _, let replayed, let after) = occasion else { return nil }
      return replayed == after ? nil : "\(move)"
    },
    Invariant("a wait made in two leaves the same world") { occasion in
      guard case .accepted(.commands(let commands), var before, _, let after) = occasion,
        case .wait(let time) = commands.first, commands.count == 1, time > 1
      else { return nil }
      var draws = Draws(before.seed.value ^ UInt64(time))
      let first = draws.within(1...(time - 1))
      _ = try? before.perform(.wait(first))
      _ = try? before.perform(.wait(time - first))
      return before.digest == after.digest ? nil : "\(first) ms, and then the rest of \(time) ms"
    },
    Invariant("a change batch leaves all of its changes") { occasion in
      guard case .accepted(.committed(let id, let batch), let before, _, let after) = occasion,
        let old = before.hostedZone(id)?.records, let new = after.hostedZone(id)?.records
      else { return nil }
      var expected = old.all.map(\.key)
      for change in batch.changes {
        guard let key = change.recordSet.key else { return "a batch with no name was accepted" }
        expected.removeAll { $0 == key }
        if change.action != .delete { expected.append(key) }
      }
      return expected.sorted() == new.all.map(\.key).sorted() ? nil : "\(batch)"
    },
  ]
}

extension RecordSetRequest {
  /// Which record set is meant; nil where no zone could have it.
  fileprivate var key: RecordSetKey? {
    guard let name = try? DomainName(name), let type = RecordType(rawValue: type) else {
      return nil
    }
    return RecordSetKey(name: name, type: type, setIdentifier: setIdentifier)
  }
}

extension Move {
  /// Whether the move goes on from the world as it is, so that its events lead to the next.
  var playsOn: Bool {
    switch self {
    case .commands, .committed, .entered: true
    case .began, .opened, .solved, .draftOpened, .drafted, .draftDiscarded: false
    case .responded, .leftOut, .closed, .consulted, .hinted: false
    case .undone, .redone, .wentTo, .bookmarked, .branched: false
    }
  }
}
