import DNS
import Testing

@testable import Route53

/// The worlds of one shape: so many record sets at the name that is asked for, and so many at each
/// name behind it.
///
/// Each group is of every kind, each record set has every one of `checks`, and is a value or an
/// alias, EvaluateTargetHealth on or off, of each name after its own. So every tree of aliases that
/// fits is among them; circles are for the large worlds.
struct SmallWorlds {
  let sizes: [Int]
  let checks: [PlainRecord.Check]
  /// Whether an alias may also lead to a name that does not exist.
  let canMiss: Bool
  private var pieces: [Int: Piece] = [:]

  init(_ sizes: [Int], _ checks: [PlainRecord.Check], canMiss: Bool) {
    self.sizes = sizes
    self.checks = checks
    self.canMiss = canMiss
  }

  /// A kind of group: what each of its records is chosen by.
  struct Kind {
    var policies: [PlainRecord.Policy]
    var ranking: PlainRecord.Ranking = .latency
  }

  /// A record set as each of the two readings has it.
  struct Piece {
    let plain: PlainRecord
    let set: ResourceRecordSet
  }

  static let names: [String] = ["www", "b", "c", "d"].map { "\($0).cafe.example." }
  static let zone = Cafe().zone

  /// The kinds of groups by size; what is alike but for the order of records stands once.
  static let kinds: [[Kind]] = (0...4).map(kinds(ofSize:))

  private static func kinds(ofSize size: Int) -> [Kind] {
    var kinds: [Kind] = []
    switch size {
    case 0: return []
    case 1:
      for policy in [PlainRecord.Policy.simple, .primary, .secondary] {
        kinds.append(Kind(policies: [policy]))
      }
    case 2: kinds.append(Kind(policies: [.primary, .secondary]))
    default: break
    }
    kinds.append(Kind(policies: Array(repeating: .multivalue, count: size)))
    for positive in 0...size {
      let policies = (0..<size).map {
        $0 < positive ? PlainRecord.Policy.weight($0 + 1) : .weight(0)
      }
      kinds.append(Kind(policies: policies))
    }
    for ranking in PlainRecord.Ranking.allCases {
      // No two records of a group are for one place, so one at most is for other clients.
      for excluded in 0...(ranking.excludes ? 1 : 0) {
        let policies = (0..<size).map { index in
          PlainRecord.Policy.rank(index < size - excluded ? index : nil)
        }
        kinds.append(Kind(policies: policies, ranking: ranking))
      }
    }
    return kinds
  }

  /// How many numbers there are.
  var count: Int {
    sizes.indices.reduce(1) { product, place in
      let ways = contents(at: place) * checks.count
      return (0..<sizes[place]).reduce(product * Self.kinds[sizes[place]].count) { whole, _ in
        whole * ways
      }
    }
  }

  /// The world of a number; nil: it is none, since a name in it stands behind no alias or a
  /// multivalue record set is an alias.
  mutating func world(_ number: Int) throws -> [Piece]? {
    var rest = number
    func digit(_ base: Int) -> Int {
      defer { rest /= base }
      return rest % base
    }
    var world: [Piece] = []
    var isReached = [true] + Array(repeating: false, count: sizes.count - 1)
    for (place, size) in sizes.enumerated() {
      guard isReached[place] else { return nil }
      let kind = digit(Self.kinds[size].count)
      let isPlain = Self.kinds[size][kind].policies[0] == .multivalue
      for index in 0..<size {
        let content = digit(contents(at: place))
        guard content == 0 || !isPlain else { return nil }
        if let target = target(content, at: place), target < sizes.count {
          isReached[target] = true
        }
        world.append(try piece(place, kind, index, content, digit(checks.count)))
      }
    }
    return world
  }

  /// In how many ways a record set can be: a value, or an alias of each target, twice.
  private func contents(at place: Int) -> Int {
    1 + 2 * (sizes.count - 1 - place + (canMiss ? 1 : 0))
  }

  /// Which name is an alias's target; that behind the last does not exist.
  private func target(_ content: Int, at place: Int) -> Int? {
    content == 0 ? nil : place + 1 + (content - 1) / 2
  }

  private mutating func piece(
    _ place: Int,
    _ kind: Int,
    _ index: Int,
    _ content: Int,
    _ check: Int
  ) throws -> Piece {
    let key = (((place * 16 + kind) * 4 + index) * 16 + content) * 4 + check
    if let known = pieces[key] { return known }
    let group = Self.kinds[sizes[place]][kind]
    let target = target(content, at: place).map {
      $0 < sizes.count ? Self.names[$0] : "x.cafe.example."
    }
    let plain = PlainRecord(
      name: Self.names[place],
      type: "A",
      identifier: "\(index)",
      policy: group.policies[index],
      content: target.map { .alias($0, evaluates: content % 2 == 1) }
        ?? .value("54.1.\(place).\(index + 1)"),
      check: checks[check]
    )
    let set = try plain.set(in: Self.zone.id, ranking: group.ranking)
    let piece = Piece(plain: plain, set: set)
    pieces[key] = piece
    return piece
  }
}
