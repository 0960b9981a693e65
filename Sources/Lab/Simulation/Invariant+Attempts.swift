import CafeWorld
import FoundationEssentials

extension Invariant {
  /// What holds of a whole attempt.
  static let ofAttempts: [Invariant] = [
    Invariant("an attempt folded twice gives one digest after each row") { occasion in
      guard case .end(let attempt) = occasion else { return nil }
      let again = attempt.folded(attempt.rows.count)
      return attempt.firstDifference(from: again).map { "row \($0) differs" }
    },
    Invariant("a prefix folded, and then the rest, is the whole") { occasion in
      guard case .end(let attempt) = occasion, attempt.rows.count > 2 else { return nil }
      var draws = Draws(attempt.beginning.seed)
      let cut = Int(draws.within(1...Int64(attempt.rows.count - 1)))
      var rest = attempt.folded(cut)
      for row in attempt.rows[cut...] { try? rest.replay(row.entry, typed: row.typed) }
      let isWhole = rest.head == attempt.head && rest.record == attempt.record
      let row = attempt.firstDifference(from: rest)
      return isWhole && row == nil ? nil : "cut behind row \(cut - 1)"
    },
    Invariant("a journal and a world survive their text") { occasion in
      guard case .end(let attempt) = occasion else { return nil }
      let entries = attempt.rows.map(\.entry)
      guard entries == survivor(of: entries) else { return "an entry" }
      return attempt.world == survivor(of: attempt.world) ? nil : "the world"
    },
  ]

  private static func survivor<Value: Codable>(of value: Value) -> Value? {
    (try? JSONEncoder().encode(value)).flatMap { try? JSONDecoder().decode(Value.self, from: $0) }
  }
}

extension Attempt {
  /// The attempt that the first rows make.
  fileprivate func folded(_ count: Int) -> Attempt {
    var again = Attempt(beginning, world: rows[0].cafe.world)
    for row in rows[..<count].dropFirst() { try? again.replay(row.entry, typed: row.typed) }
    return again
  }

  /// The first row after which two attempts differ.
  fileprivate func firstDifference(from other: Attempt) -> Int? {
    guard rows.count == other.rows.count else { return min(rows.count, other.rows.count) }
    return rows.indices.first {
      rows[$0].cafe.world.digest != other.rows[$0].cafe.world.digest
        || rows[$0].events != other.rows[$0].events
    }
  }
}
