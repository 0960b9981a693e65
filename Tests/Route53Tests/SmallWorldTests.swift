import DNS
import Foundation
import Testing

@testable import Route53

/// Every world of at most four records, of each policy, health and EvaluateTargetHealth, against a
/// second reading of the rules.
///
/// The space is this, with the kinds of `SmallWorlds`:
/// - At most two names: each record set's check is none, healthy, unhealthy or gone; each at the
///   first name is a value or an alias of the second.
/// - At most four names: each check is none or unhealthy, since the worlds above show that the
///   other two are like the first; each alias is of any later name or of one that does not exist.
///
/// A build without optimisation has time for a part; `make worlds` looks at all.
@Suite(.timeLimit(.minutes(60)))
struct `In every small world` {
  /// Asks for www in worlds, and compares.
  private struct Comparison {
    let question = Question(name: DomainName(known: "www.cafe.example"), type: .a)
    var worlds = 0
    var differences: [String] = []
    var seen: Set<String> = []
    var rules = AnsweringRules()

    mutating func look(_ world: [SmallWorlds.Piece]) {
      worlds += 1
      var zone = SmallWorlds.zone
      let sets = RecordSets(world.map(\.set))
      zone.submit(sets, of: [], change: ChangeID("C1"), at: 0, inSyncAt: 0)
      zone.settle(at: 0)
      let reading = PlainReading(
        records: world.map(\.plain),
        secondaryNeedsCheck: rules.secondaryNeedsCheck
      )
      let expected = reading.answers(SmallWorlds.names[0], "A")
      for isExplaining in worlds % 16 == 0 ? [false, true] : [false] {
        let reply = answer(
          question,
          for: Cafe.client,
          in: [zone],
          knowing: Knowledge(
            health: PlainRecord.health,
            collection: { _ in PlainRecord.Ranking.collection }
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
          differences.append("\(world.map(\.plain)): \(text), not \(expected.sorted())")
        }
      }
    }
  }

  /// Whether all are looked at; otherwise one of so many, a prime, so that it meets every kind.
  private static let isWhole = ProcessInfo.processInfo.environment["CAFE_WORLDS"] != nil

  private static func comparison(_ worlds: SmallWorlds, oneOf part: Int) throws -> Comparison {
    var worlds = worlds
    var comparison = Comparison()
    // A shape that is small is looked at whole in any case.
    let step = isWhole || worlds.count < 10_000 ? 1 : part
    for number in stride(from: 0, to: worlds.count, by: step) {
      if let world = try worlds.world(number) { comparison.look(world) }
    }
    return comparison
  }

  @Test(arguments: [false, true])
  func `two readings of one group agree`(secondaryNeedsCheck: Bool) throws {
    var comparison = Comparison()
    comparison.rules = AnsweringRules(secondaryNeedsCheck: secondaryNeedsCheck)
    for size in 1...4 {
      var worlds = SmallWorlds([size], PlainRecord.Check.allCases, canMiss: false)
      for number in 0..<worlds.count {
        if let world = try worlds.world(number) { comparison.look(world) }
      }
    }
    #expect(comparison.worlds == 4_000)
    #expect(comparison.differences == [])
    #expect(comparison.seen.count == 16)
  }

  @Test(
    arguments: [
      ([1, 1], 4_224), ([1, 2], 15_488), ([1, 3], 61_952), ([2, 1], 61_440), ([2, 2], 225_280),
      ([3, 1], 798_720),
    ]
  )
  func `two readings of a group and its target agree`(sizes: [Int], all: Int) throws {
    let worlds = SmallWorlds(sizes, PlainRecord.Check.allCases, canMiss: false)
    let comparison = try Self.comparison(worlds, oneOf: 59)
    #expect(comparison.worlds == all || !Self.isWhole)
    #expect(comparison.worlds * 100 > all)
    #expect(comparison.differences == [])
  }

  @Test(
    arguments: [
      ([1], 68), ([2], 364), ([3], 2_168), ([4], 14_272), ([1, 1], 2_992), ([1, 2], 16_016),
      ([1, 3], 95_392), ([2, 1], 43_520), ([2, 2], 232_960), ([3, 1], 533_120),
      ([1, 1, 1], 131_648), ([1, 1, 2], 704_704), ([1, 2, 1], 1_914_880), ([2, 1, 1], 4_352_000),
      ([1, 1, 1, 1], 5_792_512),
    ]
  )
  func `two readings of every tree of aliases agree`(sizes: [Int], all: Int) throws {
    let worlds = SmallWorlds(sizes, [.none, .unhealthy], canMiss: true)
    let comparison = try Self.comparison(worlds, oneOf: 599)
    #expect(comparison.worlds == all || !Self.isWhole)
    #expect(comparison.worlds * 2_000 > all)
    #expect(comparison.differences == [])
  }
}
