public import OrderedCollections

/// What a class is asked: items of lessons, some of them drawn from pools, and the rules.
public struct ClassQuiz: Hashable, Sendable, Codable {
  /// Sixteen hexadecimal digits that no other quiz has.
  public let id: String
  public let title: String
  /// The engine that every sitting and the grading rest on.
  public let engine: String
  public let rules: Rules
  /// In the order in which their items are put.
  public let pools: [ItemPool]
  /// The seeds of worlds that were proven; each learner is dealt one.
  public let seeds: [UInt64]
  /// The variants of each lesson that were proven, by its id; a lesson that is not named has one.
  public let variants: OrderedDictionary<String, [Int]>
  /// What each item is worth, in points, by its id; for showing.
  public let points: OrderedDictionary<String, Int>

  public init(
    id: String,
    title: String,
    engine: String,
    rules: Rules,
    pools: [ItemPool],
    seeds: [UInt64],
    variants: OrderedDictionary<String, [Int]> = [:],
    points: OrderedDictionary<String, Int> = [:]
  ) {
    self.id = id
    self.title = title
    self.engine = engine
    self.rules = rules
    self.pools = pools
    self.seeds = seeds
    self.variants = variants
    self.points = points
  }

  /// Every item that somebody may be dealt, in the order of the pools.
  public var items: [ItemID] { pools.flatMap(\.items) }
}

/// Items of which each learner is dealt some.
public struct ItemPool: Hashable, Sendable, Codable {
  /// Nil: the items are put to everybody.
  public let name: String?
  public let items: [ItemID]
  /// How many of them a learner is dealt.
  public let draws: Int

  public init(name: String?, items: [ItemID], draws: Int) {
    self.name = name
    self.items = items
    self.draws = draws
  }
}

/// A step of a lesson that carries points.
public struct ItemID: Hashable, Sendable, Codable, CustomStringConvertible {
  public let lesson: String
  public let step: String

  public init(lesson: String, step: String) {
    self.lesson = lesson
    self.step = step
  }

  /// Reads `lesson#step`.
  public init?(_ text: String) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.init(lesson: String(parts[0]), step: String(parts[1]))
  }

  public var description: String { "\(lesson)#\(step)" }
}

/// What one learner is dealt, by the start code alone.
public struct Deal: Hashable, Sendable {
  public let items: [DealtItem]
  public let seed: UInt64

  public init(items: [DealtItem], seed: UInt64) {
    self.items = items
    self.seed = seed
  }
}

/// An item as one learner gets it.
public struct DealtItem: Hashable, Sendable {
  public let id: ItemID
  /// Which variant of its lesson's variables.
  public let variant: Int
  /// What the order of options and of items to be ordered is drawn from.
  public let shuffle: UInt64

  public init(id: ItemID, variant: Int, shuffle: UInt64) {
    self.id = id
    self.variant = variant
    self.shuffle = shuffle
  }
}
