import DNS
import Route53
import Testing

struct `Any batch` {
  /// Batches drawn from few names, so that accepted and refused ones are both frequent.
  @Test(arguments: 0..<200)
  func `is applied in whole or not at all`(seed: UInt64) throws {
    var draws = Draws(seed: seed)
    var cafe = Cafe()
    cafe.health = [Cafe.check: .healthy]
    for _ in 0..<20 {
      let before = cafe.zone
      let changes = (0..<Int.random(in: 1...3, using: &draws)).map { _ in
        Self.change(&draws)
      }
      do throws(ServiceError) {
        let after = try cafe.validated(changes)
        #expect(Self.isLawful(after))
        #expect(Self.expected(changes, from: before.records) == after)
        cafe.publish(after)
      } catch {
        #expect(cafe.zone == before)
        #expect(!error.messages.isEmpty)
      }
    }
  }

  @Test func `is now accepted and now refused`() throws {
    var draws = Draws(seed: 7)
    let cafe = Cafe()
    let accepted = (0..<200).count { _ in
      (try? cafe.validated([Self.change(&draws)])) != nil
    }
    #expect((20...180).contains(accepted))
  }

  private static func change(_ draws: inout Draws) -> Change {
    let name = ["a", "b"].randomElement(using: &draws).map { "\($0).cafe.example" } ?? ""
    let value = "54.1.1.\(Int.random(in: 1...2, using: &draws))"
    let check: HealthCheckID? = Bool.random(using: &draws) ? Cafe.check : nil
    let request: RecordSetRequest =
      switch Int.random(in: 0...4, using: &draws) {
      case 0: .cname(name, "x.example")
      case 1: .primary(name, value, check: check)
      case 2: .secondary(name, value, check: check)
      default: .a(name, value)
      }
    return Change(ChangeAction.allCases.randomElement(using: &draws) ?? .upsert, request)
  }

  /// What a lawful batch leads to: its deletions, then what it writes.
  private static func expected(_ changes: [Change], from records: RecordSets) -> RecordSets? {
    var result = Set(records.all)
    for change in changes {
      guard let name = try? DomainName(change.recordSet.name),
        let type = RecordType(rawValue: change.recordSet.type)
      else { return nil }
      let identifier = change.recordSet.setIdentifier
      let old = result.first {
        $0.name == name && $0.type == type && $0.setIdentifier == identifier
      }
      if let old { result.remove(old) }
      guard change.action != .delete else { continue }
      let values = change.recordSet.values.compactMap { try? RecordData($0, type: type) }
      let role = change.recordSet.failover.flatMap { FailoverRole(rawValue: $0) }
      result.insert(
        ResourceRecordSet(
          name: name,
          type: type,
          setIdentifier: identifier,
          routing: role.map { .failover($0) } ?? .simple,
          ttl: change.recordSet.ttl,
          values: values,
          healthCheckID: change.recordSet.healthCheckID.map { HealthCheckID($0) }
        )
      )
    }
    return RecordSets(result)
  }

  /// The rules that hold in every zone, whatever led to it.
  private static func isLawful(_ records: RecordSets) -> Bool {
    records.all.allSatisfy { set in
      let sameName = records.sets(name: set.name)
      let group = sameName.filter { $0.type == set.type }
      let roles = group.map(\.failoverRole)
      let onePolicy = group.count == 1 || Set(roles) == [.primary, .secondary]
      let aloneIfAlias = set.type != .cname || sameName.allSatisfy { $0.type == .cname }
      let checked = set.failoverRole != .primary || set.healthCheckID != nil
      return onePolicy && group.count <= 2 && aloneIfAlias && checked
    }
  }
}
