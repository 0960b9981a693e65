/// What a corrected key changes: who would gain or lose what.
public struct Regrade: Hashable, Sendable {
  /// In the order of the gradebook; learners for whom nothing changes are left out.
  public let changes: [Change]
  /// How many submissions keep their points.
  public let unchanged: Int

  /// One learner before and after, points in units.
  public struct Change: Hashable, Sendable {
    public let learner: Learner
    public let submission: String?
    public let before: Int
    public let after: Int
    /// What all items together are worth.
    public let worthBefore: Int
    public let worthAfter: Int
    /// What became of the submission after, where it is another verdict than before.
    public let verdict: GradeVerdict?
    /// The items whose points differ.
    public let items: [Item]
  }

  /// One item before and after, points in units.
  public struct Item: Hashable, Sendable {
    public let item: String
    public let before: Int
    public let after: Int
    /// Conditions and questions whose points differ, and what help cost where that does.
    public let parts: [Part]
  }

  /// A condition or a question, or the price of help, before and after, points in units.
  public struct Part: Hashable, Sendable {
    public let name: String
    public let before: Int
    public let after: Int
  }

  /// Compares two gradebooks of the same submissions, line by line.
  public init(from before: ClassGrades, to after: ClassGrades) {
    let pairs = Array(zip(before.grades, after.grades))
    changes = pairs.compactMap(Change.init)
    unchanged = pairs.count {
      $0.verdict == .graded && $1.verdict == .graded && Change($0, $1) == nil
    }
  }

  public var gained: Int { changes.count { $0.shift > 0 } }
  public var lost: Int { changes.count { $0.shift < 0 } }
}

extension Regrade.Change {
  /// Above 0 for a larger share of what there is to get, below 0 for a smaller one.
  public var shift: Int {
    worthBefore > 0 && worthAfter > 0
      ? after * worthBefore - before * worthAfter : after - before
  }
}

extension Regrade.Change {
  fileprivate init?(_ old: Grade, _ new: Grade) {
    items = Regrade.Item.differences(old.items, new.items)
    verdict = old.verdict == new.verdict ? nil : new.verdict
    let isAlike = items.isEmpty && verdict == nil && old.possible == new.possible
    guard !isAlike else { return nil }
    learner = new.learner
    submission = new.submission
    before = old.earned
    after = new.earned
    (worthBefore, worthAfter) = (old.possible, new.possible)
  }
}

extension Regrade.Item {
  fileprivate static func differences(_ old: [ItemGrade], _ new: [ItemGrade]) -> [Self] {
    new.compactMap { item in
      let before = old.first { $0.item == item.item }
      let parts = Regrade.Part.differences(before?.parts ?? [], item.parts)
      guard before?.earned != item.earned || !parts.isEmpty else { return nil }
      return Self(
        item: item.item,
        before: before?.earned ?? 0,
        after: item.earned,
        parts: parts
      )
    }
  }
}

extension Regrade.Part {
  fileprivate static func differences(
    _ old: [(name: String, earned: Int)],
    _ new: [(name: String, earned: Int)]
  ) -> [Self] {
    let names =
      new.map(\.name)
      + old.map(\.name).filter { name in
        !new.contains { $0.name == name }
      }
    return names.compactMap { name in
      let before = old.first { $0.name == name }?.earned ?? 0
      let after = new.first { $0.name == name }?.earned ?? 0
      return before == after ? nil : Self(name: name, before: before, after: after)
    }
  }
}

extension ItemGrade {
  /// Conditions and questions by name, and what each gave; last what help took off.
  fileprivate var parts: [(name: String, earned: Int)] {
    conditions.map { ($0.id, $0.earned) } + questions.map { ($0.name, $0.earned) }
      + [("the price of help", -price)]
  }
}
