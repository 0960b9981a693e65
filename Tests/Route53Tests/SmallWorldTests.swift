import DNS
import Testing

@testable import Route53

/// Every world of at most four records: each policy, each health, each EvaluateTargetHealth, at one
/// name or as aliases of another, against a second reading of the rules.
@Suite(.timeLimit(.minutes(1)))
struct `In every small world` {
  typealias Ranking = PlainRecord.Ranking

  /// A kind of group: what each of its records is chosen by.
  struct Kind {
    var policies: [PlainRecord.Policy]
    var ranking: Ranking = .latency
  }

  private static let www = "www.cafe.example."
  private static let target = "target.cafe.example."

  /// The kinds of groups of a size; what is alike but for the order of records stands once.
  private static func kinds(_ size: Int) -> [Kind] {
    var kinds: [Kind] = []
    switch size {
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
    for ranking in Ranking.allCases {
      for excluded in 0...(ranking.excludes ? min(size, 2) : 0) {
        let policies = (0..<size).map { index in
          PlainRecord.Policy.rank(index < size - excluded ? index : nil)
        }
        // No two records of a group are for one place.
        if excluded < 2 { kinds.append(Kind(policies: policies, ranking: ranking)) }
      }
    }
    return kinds
  }

  /// The kinds of groups of one record that differ in what they can answer.
  private static let lonely: [Kind] = [
    Kind(policies: [.simple]), Kind(policies: [.secondary]), Kind(policies: [.weight(0)]),
    Kind(policies: [.rank(nil)], ranking: .geolocation),
  ]

  /// Every way to give each of `count` records one of `options`.
  private static func ways<Option>(_ options: [Option], _ count: Int) -> [[Option]] {
    guard count > 0 else { return [[]] }
    return ways(options, count - 1).flatMap { rest in options.map { rest + [$0] } }
  }

  private static func group(
    _ name: String,
    _ kind: Kind,
    _ contents: [PlainRecord.Content],
    _ checks: [PlainRecord.Check]
  ) -> [PlainRecord] {
    kind.policies.indices.map { index in
      PlainRecord(
        name: name,
        type: "A",
        identifier: "\(index)",
        policy: kind.policies[index],
        content: contents[index],
        check: checks[index]
      )
    }
  }

  private static func values(_ size: Int, _ net: Int) -> [PlainRecord.Content] {
    (0..<size).map { .value("54.1.\(net).\($0 + 1)") }
  }

  private static let client = Cafe.client
  private static let base = Cafe().zone

  /// Asks for www in a world, and compares.
  private struct Comparison {
    let question = Question(name: DomainName(known: "www.cafe.example"), type: .a)
    var worlds = 0
    var differences: [String] = []
    var seen: Set<String> = []
    var rules = AnsweringRules()

    mutating func look(_ plain: [PlainRecord], _ sets: [ResourceRecordSet]) {
      worlds += 1
      var zone = base
      zone.submit(RecordSets(sets), change: ChangeID("C1"), at: 0, inSyncAt: 0)
      zone.settle(at: 0)
      let reading = PlainReading(
        records: plain,
        secondaryNeedsCheck: rules.secondaryNeedsCheck
      )
      let expected = reading.answers(www, "A")
      for isExplaining in worlds % 16 == 0 ? [false, true] : [false] {
        let reply = answer(
          question,
          for: client,
          in: [zone],
          knowing: Knowledge(
            health: PlainRecord.health,
            collection: { _ in Ranking.collection }
          ),
          rules: rules,
          draw: UInt64(worlds),
          explaining: isExplaining
        )
        let text = reply.plainText
        seen.insert(text)
        // What can be answered in more ways than one is left to chance, and says so.
        let isSound = expected.contains(text) && (expected.count == 1 || reply.chance == .choice)
        if !isSound, differences.count < 3 {
          differences.append("\(plain): \(text), not \(expected.sorted())")
        }
      }
    }
  }

  @Test(arguments: [false, true])
  func `two readings of one group agree`(secondaryNeedsCheck: Bool) throws {
    var comparison = Comparison()
    comparison.rules = AnsweringRules(secondaryNeedsCheck: secondaryNeedsCheck)
    for size in 1...4 {
      for kind in Self.kinds(size) {
        for checks in Self.ways(PlainRecord.Check.allCases, size) {
          let group = Self.group(Self.www, kind, Self.values(size, 1), checks)
          let sets = try group.map { try $0.set(in: Self.base.id, ranking: kind.ranking) }
          comparison.look(group, sets)
        }
      }
    }
    #expect(comparison.worlds == 4_000)
    #expect(comparison.differences == [])
    #expect(comparison.seen.count == 16)
  }

  @Test(
    arguments: [
      (1, 1, 1_056), (1, 2, 1_936), (1, 3, 3_872), (2, 1, 7_680), (2, 2, 14_080), (3, 1, 16_640),
    ]
  )
  func `two readings of a group and its target agree`(size: Int, behind: Int, worlds: Int) throws {
    // That no check and a healthy one are alike is shown by the worlds of one group.
    let checks: [PlainRecord.Check] = [.healthy, .unhealthy]
    let contents: [PlainRecord.Content?] = [
      nil, .alias(Self.target, evaluates: true), .alias(Self.target, evaluates: false),
    ]
    var comparison = Comparison()
    // Behind three records there is room for one: what may count is whether it is healthy, and
    // whether it is for this client at all.
    let kinds = size < 3 ? Self.kinds(behind) : Self.lonely
    let targets = try kinds.flatMap { kind in
      try Self.ways([PlainRecord.Check.none, .unhealthy], behind).map { checks in
        let group = Self.group(Self.target, kind, Self.values(behind, 2), checks)
        return (group, try group.map { try $0.set(in: Self.base.id, ranking: kind.ranking) })
      }
    }
    for kind in Self.kinds(size) where kind.policies[0] != .multivalue {
      for contents in Self.ways(contents, size) where contents.contains(where: { $0 != nil }) {
        let values = zip(contents, Self.values(size, 1)).map { $0 ?? $1 }
        for checks in Self.ways(checks, size) {
          let group = Self.group(Self.www, kind, values, checks)
          let sets = try group.map { try $0.set(in: Self.base.id, ranking: kind.ranking) }
          for (other, otherSets) in targets { comparison.look(group + other, sets + otherSets) }
        }
      }
    }
    #expect(comparison.worlds == worlds)
    #expect(comparison.differences == [])
  }
}
