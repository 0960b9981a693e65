import Benchmark
import DNS
import Route53

/// What the answering of questions costs on one core.
///
/// The zone holds a failover pair with two health checks, whose primary is unhealthy, and a chain
/// of four aliases above it, each of which evaluates its target's health and has a standby.
struct Answers {
  private let zones: [HostedZone]
  private let knowledge: Knowledge
  private let client: AddressBlock

  static let pair = "www.cafe.example"
  static let tree = "level-1.cafe.example"

  /// A zone with so many record sets.
  init(records count: Int) throws {
    var zone = HostedZone(
      id: HostedZoneID("Z0AAAAAAAAAAAAAAAAAAA"),
      name: try DomainName("cafe.example"),
      comment: nil,
      nameServers: HostedZone.nameServers(seed: 1)
    )
    let checks = (0..<2).map { HealthCheckID("0c1a5f5e-000\($0)-4c6e-9a52-7f2d35a1b001") }
    var sets = zone.records.all
    for (role, check) in zip(FailoverRole.allCases, checks) {
      sets.append(
        ResourceRecordSet(
          name: try DomainName(Self.pair),
          type: .a,
          setIdentifier: role.rawValue,
          routing: .failover(role),
          ttl: 15,
          values: [Self.address(role == .primary ? 1 : 2)],
          healthCheckID: check
        )
      )
    }
    for level in 1...4 { sets += try Self.level(level, in: zone.id) }
    while sets.count < count {
      sets.append(
        ResourceRecordSet(
          name: try DomainName("host-\(sets.count).cafe.example"),
          type: .a,
          ttl: 60,
          values: [Self.address(sets.count)]
        )
      )
    }
    zone.submit(RecordSets(sets), of: [], change: ChangeID("C1"), at: 0, inSyncAt: 0)
    zone.settle(at: 0)
    zones = [zone]
    let statuses = [checks[0]: HealthStatus.unhealthy, checks[1]: .healthy]
    knowledge = Knowledge(health: { statuses[$0] })
    client = AddressBlock(.v4(IPv4Address(bits: 0x1814_0712)), length: 32)
  }

  private static func address(_ number: Int) -> RecordData {
    .a(IPv4Address(bits: 0x3600_0000 + UInt32(number)))
  }

  private static func level(_ level: Int, in zone: HostedZoneID) throws -> [ResourceRecordSet] {
    let name = try DomainName("level-\(level).cafe.example")
    let target = try DomainName(level == 4 ? pair : "level-\(level + 1).cafe.example")
    return [
      ResourceRecordSet(
        name: name,
        type: .a,
        setIdentifier: "PRIMARY",
        routing: .failover(.primary),
        alias: AliasTarget(zone: zone, name: target, evaluatesTargetHealth: true)
      ),
      ResourceRecordSet(
        name: name,
        type: .a,
        setIdentifier: "SECONDARY",
        routing: .failover(.secondary),
        ttl: 15,
        values: [address(3)]
      ),
    ]
  }

  /// Asks one question so many times.
  func ask(_ name: String, times: Int) throws {
    let question = Question(name: try DomainName(name), type: .a)
    for number in 0..<times {
      let reply = answer(
        question,
        for: client,
        in: zones,
        knowing: knowledge,
        draw: UInt64(number),
        explaining: false
      )
      precondition(reply.records.count == 1, "not that zone")
      blackHole(reply)
    }
  }

  /// The seconds of so many answers, at best.
  func cost(_ name: String, times: Int) throws -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<5 {
      best = min(best, try clock.measure { try ask(name, times: times) }.seconds)
    }
    return best
  }
}

let answersPerSecond = BenchmarkMetric.custom("answers/s (K)", polarity: .prefersLarger)
let timesPair = BenchmarkMetric.custom("times a pair (%)", polarity: .prefersSmaller)

/// Route 53's answers, in process, without their reasons.
func answers() {
  Benchmark(
    "answers: a failover pair among 10,000 record sets",
    configuration: .init(metrics: [answersPerSecond], maxIterations: 5)
  ) { benchmark in
    let cost = try Answers(records: 10_000).cost(Answers.pair, times: 200_000)
    benchmark.measurement(answersPerSecond, Int(200 / cost))
  }
  Benchmark(
    "answers: four aliases above the pair, against the pair",
    configuration: .init(metrics: [answersPerSecond, timesPair], maxIterations: 5)
  ) { benchmark in
    let zone = try Answers(records: 10_000)
    let pair = try zone.cost(Answers.pair, times: 100_000)
    let tree = try zone.cost(Answers.tree, times: 100_000)
    benchmark.measurement(answersPerSecond, Int(100 / tree))
    benchmark.measurement(timesPair, Int(100 * tree / pair))
  }
  Benchmark(
    "answers: a pair among 10,000 record sets, against one among 100",
    configuration: .init(metrics: [timesPair], maxIterations: 5)
  ) { benchmark in
    let large = try Answers(records: 10_000).cost(Answers.pair, times: 100_000)
    let small = try Answers(records: 100).cost(Answers.pair, times: 100_000)
    benchmark.measurement(timesPair, Int(100 * large / small))
  }
}
