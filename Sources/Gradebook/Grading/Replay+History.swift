public import CafeWorld
public import Lab

extension Replay {
  /// One row that was done in an item.
  public struct Deed: Sendable {
    public let row: Int
    public let kind: String
    public let typed: String
    /// The café's time after it.
    public let at: Instant
    /// Whether it is on the way to how the item was left; nil: it changed nothing in the café.
    public let counts: Bool?
  }

  /// How the conditions of an item stood after a row on the way to how it was left.
  public struct Standing: Sendable {
    public let row: Int
    public let at: Instant
    public let reports: [ConditionReport]
  }

  /// The most rows at which conditions are looked at again.
  private static let mostStandings = 300

  /// Everything that was done in an item, in the order in which it was done.
  public func deeds(in item: String) -> [Deed] {
    let way = attempt.latestHead(in: item).map { attempt.branch(to: $0) } ?? []
    return attempt.rows.indices.dropFirst().compactMap { number in
      let head = attempt.presentHead(after: number)
      let before = attempt.presentHead(after: number - 1)
      let isHere =
        attempt.rows[head].cafe.step == item
        || !attempt.rows[number].entry.move.changesCafe && attempt.rows[before].cafe.step == item
      guard isHere else { return nil }
      let row = attempt.rows[number]
      return Deed(
        row: number,
        kind: row.entry.move.kind,
        typed: row.typed,
        at: attempt.rows[head].cafe.world.now,
        counts: row.entry.move.changesCafe ? way.contains(number) : nil
      )
    }
  }

  /// How the conditions stood from the beginning of an item to how it was left; only the last rows
  /// of a very long way.
  public func standings(in item: String) -> [Standing] {
    guard let step = dealt.lesson[step: item], !step.conditions.isEmpty,
      let end = attempt.latestHead(in: item)
    else { return [] }
    let way = attempt.branch(to: end).filter { attempt.rows[$0].cafe.step == item }
    return way.suffix(Self.mostStandings).map { row in
      Standing(
        row: row,
        at: attempt.rows[row].cafe.world.now,
        reports: step.look(at: Situation(attempt, after: row))
      )
    }
  }

  /// What happened on the way to how an item was left, oldest first.
  public func events(in item: String) -> [Event] {
    guard let end = attempt.latestHead(in: item) else { return [] }
    return attempt.branch(to: end).filter { attempt.rows[$0].cafe.step == item }
      .flatMap { attempt.rows[$0].events }
  }
}
