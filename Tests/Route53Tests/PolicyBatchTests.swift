import DNS
import Route53
import Testing

/// Batches of every policy on two names, so that record sets meet all the time.
@Suite(.timeLimit(.minutes(1)))
struct `Any batch of policies` {
  @Test(arguments: 0..<300 as Range<UInt64>)
  func `leaves a lawful zone, or the zone as it was`(seed: UInt64) throws {
    var draws = Draws(seed: seed)
    var cafe = try `A refused policy`.cafe
    for _ in 0..<15 {
      let before = cafe.zone
      let changes = (0..<Int.random(in: 1...3, using: &draws)).map { _ in Self.change(&draws) }
      do throws(ServiceError) {
        let after = try cafe.validated(changes)
        let unlawful = Self.groups(after).filter { !Self.isLawful($0) }
        #expect(unlawful.isEmpty)
        cafe.publish(after)
      } catch {
        #expect(cafe.zone == before)
        #expect(!error.messages.isEmpty && error.status >= 400)
      }
    }
  }

  @Test func `is now accepted and now refused, for every policy`() throws {
    var accepted: [Routing.Policy: Int] = [:]
    var refused = 0
    for seed in 0..<300 as Range<UInt64> {
      var draws = Draws(seed: seed)
      var cafe = try `A refused policy`.cafe
      for _ in 0..<15 {
        let change = Self.change(&draws)
        guard let after = try? cafe.validated([change]) else {
          refused += 1
          continue
        }
        cafe.publish(after)
        for set in after.all { accepted[set.routing.policy, default: 0] += 1 }
      }
    }
    #expect(accepted.count == Routing.Policy.allCases.count && refused > 500)
  }

  private static func change(_ draws: inout Draws) -> Change {
    func pick<Element>(_ list: [Element]) -> Element {
      list[Int.random(in: 0..<list.count, using: &draws)]
    }
    let name = pick(["a.cafe.example", "b.cafe.example"])
    let identifier = pick(["one", "two", "three"])
    let (office, home) = (`A refused policy`.office, `A refused policy`.home)
    let request: RecordSetRequest =
      switch Int.random(in: 0...8, using: &draws) {
      case 0: .a(name, Cafe.main)
      case 1: changed(.weighted(name, identifier, 1)) { $0.ttl = pick([60, 61]) }
      case 2: .latency(name, identifier, pick(["us-east-1", "eu-west-1"]))
      case 3: pick([.primary(name), .secondary(name)])
      case 4: .geo(name, identifier, GeoLocationRequest(countryCode: pick(["*", "DE"])))
      case 5:
        .proximity(name, identifier, GeoProximityRequest(region: pick(["us-east-1", "eu-west-1"])))
      case 6: .multivalue(name, identifier)
      case 7: .cidr(name, identifier, pick([office, home]), pick(["*", "berlin", "north"]))
      default: .cname(name, "x.example")
      }
    return Change(pick(ChangeAction.allCases), request)
  }

  private static func groups(_ records: RecordSets) -> [[ResourceRecordSet]] {
    var groups: [[ResourceRecordSet]] = []
    for set in records.all {
      if let last = groups.last?.last, last.name == set.name, last.type == set.type {
        groups[groups.count - 1].append(set)
      } else {
        groups.append([set])
      }
    }
    return groups
  }

  /// What holds in every group, whatever led to it (`M:ResourceRecordSet`).
  private static func isLawful(_ group: [ResourceRecordSet]) -> Bool {
    let onePolicy = Set(group.map(\.routing.policy)).count == 1
    switch group[0].routing {
    case .simple: return group.count == 1
    case .weighted: return onePolicy && Set(group.map(\.ttl)).count == 1
    case .latency, .geolocation, .geoproximity, .failover:
      return onePolicy && Set(group.map(\.routing)).count == group.count
    case .ipBased:
      let collections = group.compactMap { set in
        if case .ipBased(let location) = set.routing { location.collection } else { nil }
      }
      let locations = Set(group.map(\.routing)).count
      return onePolicy && Set(collections).count == 1 && locations == group.count
    case .multivalue: return onePolicy
    }
  }
}
