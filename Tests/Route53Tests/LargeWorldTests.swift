import DNS
import Foundation
import Support
import Testing

@testable import Route53

/// Worlds of many records at random: aliases of aliases, loops, wildcards, CNAMEs, AWS resources.
@Suite(.timeLimit(.minutes(10)))
struct `In large worlds` {
  /// One world and its questions, from one seed.
  private struct LargeWorld {
    private var dice: Dice
    var records: [PlainRecord] = []
    var sets: [ResourceRecordSet] = []
    var resources: [String: (isHealthy: Bool, values: [String])] = [:]

    static let names: [String] = ["a", "b", "c", "*", "d.c", "*.d", "e"].map {
      "\($0).cafe.example."
    }
    static let questions: [String] =
      names + ["x.cafe.example.", "x.c.cafe.example.", "d.cafe.example."]

    init(seed: UInt64, in zone: HostedZoneID) throws {
      dice = Dice(seed)
      for name in ["one.elb.example.", "two.elb.example."] where dice.chance(of: 70) {
        let values = (0..<dice.below(3)).map { "3.0.0.\($0)" }
        resources[name] = (dice.chance(of: 50), values)
      }
      for name in Self.names where dice.chance(of: 80) {
        let isAlias = dice.chance(of: 20)
        for type in isAlias ? ["CNAME"] : ["A", "AAAA"] where isAlias || dice.chance(of: 70) {
          try addGroup(name, type, in: zone)
        }
      }
    }

    private mutating func addGroup(_ name: String, _ type: String, in zone: HostedZoneID) throws {
      let ranking = dice.one(of: PlainRecord.Ranking.allCases)
      let size = Int(dice.below(4)) + 1
      let policies: [PlainRecord.Policy]
      switch dice.below(type == "A" ? 5 : 4) {
      case 0: policies = [.simple]
      case 1:
        policies =
          dice.chance(of: 80) ? [.primary, .secondary] : [dice.one(of: [.primary, .secondary])]
      case 2:
        var weights: [PlainRecord.Policy] = []
        for _ in 0..<size { weights.append(.weight(Int(dice.below(3)))) }
        policies = weights
      case 3: policies = (0..<size).map { .rank($0) }
      default: policies = Array(repeating: .multivalue, count: size)
      }
      for (index, policy) in policies.enumerated() {
        let record = PlainRecord(
          name: name,
          type: type,
          identifier: "\(index)",
          policy: policy,
          content: content(type, index, canBeAlias: policy != .multivalue),
          check: dice.one(of: [.none, .healthy, .unhealthy, .unhealthy, .gone])
        )
        records.append(record)
        sets.append(try record.set(in: zone, ranking: ranking))
      }
    }

    private mutating func content(
      _ type: String,
      _ index: Int,
      canBeAlias: Bool
    ) -> PlainRecord.Content {
      if canBeAlias, dice.chance(of: 55) {
        return .alias(dice.one(of: Self.names), evaluates: dice.chance(of: 70))
      }
      if canBeAlias, type == "A", dice.chance(of: 15) {
        let name = dice.one(of: ["one.elb.example.", "two.elb.example."])
        return .resource(name, evaluates: dice.chance(of: 70))
      }
      let number = (records.count * 8 + index) % 250 + 1
      switch type {
      case "A": return .value("54.1.1.\(number)")
      case "AAAA": return .value("2600::\(number)")
      default:
        return .value(dice.one(of: Self.names.filter { !$0.hasPrefix("*") } + ["www.tea.example."]))
      }
    }
  }

  /// As many as a build without optimisation has time for; `make worlds` looks at 100,000.
  private static let count =
    ProcessInfo.processInfo.environment["CAFE_WORLDS"].flatMap { UInt64($0) } ?? 1_500

  @Test func `two readings of the rules agree`() throws {
    var seen: [String: Int] = [:]
    for seed in 0..<Self.count {
      for difference in try Self.differences(seed: seed, counting: &seen) {
        Issue.record("seed \(seed): \(difference)")
        return
      }
    }
    for code in ["NOERROR", "NXDOMAIN", "SERVFAIL"] { #expect(seen[code, default: 0] > 100) }
  }

  static func differences(
    seed: UInt64,
    counting seen: inout [String: Int]
  ) throws -> [String] {
    var cafe = Cafe()
    let world = try LargeWorld(seed: seed, in: cafe.zone.id)
    cafe.publish(world.sets.reduce(cafe.zone.records) { $0.applying($1) })
    var reading = PlainReading(records: world.records)
    reading.resources = world.resources
    let knowledge = Knowledge(
      health: PlainRecord.health,
      resource: { name in
        world.resources[name.description].map { resource in
          AwsResource(
            kind: .loadBalancer,
            region: "us-east-1",
            name: name,
            addresses: resource.values.compactMap { IPv4Address($0) },
            isHealthy: resource.isHealthy
          )
        }
      },
      collection: { _ in PlainRecord.Ranking.collection }
    )
    var differences: [String] = []
    // Two of its names each: with more worlds rather than with more questions more is seen.
    var dice = Dice(seed ^ 0xA5A5)
    for name in [dice.one(of: LargeWorld.questions), dice.one(of: LargeWorld.questions)] {
      for type in [RecordType.a, .aaaa, .cname] {
        let reply = answer(
          Question(name: try DomainName(name), type: type),
          for: Cafe.client,
          in: [cafe.zone],
          knowing: knowledge,
          draw: seed,
          explaining: seed % 8 == 0
        )
        let expected = reading.answers(name, type.rawValue)
        seen[reply.code.rawValue, default: 0] += 1
        if !expected.contains(reply.plainText) {
          differences.append("\(name) \(type): \(reply.plainText), not \(expected.sorted())")
        }
        if reply.chance != .choice, expected.count > 1 {
          differences.append("\(name) \(type): chance has a say in \(expected.sorted())")
        }
      }
    }
    return differences
  }
}
