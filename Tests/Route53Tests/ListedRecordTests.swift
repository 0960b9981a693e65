import DNS
import Foundation
import Route53
import Testing

/// What a list answers can be sent back (`TF:record.go` deletes by what it read).
@Suite(.timeLimit(.minutes(1)))
struct `A listed record set` {
  @Test(arguments: 0..<200 as Range<UInt64>)
  func `is deleted by its own text, and its zone reads back from JSON`(seed: UInt64) throws {
    var random = RandomRecords(seed: seed)
    var cafe = try `A refused policy`.cafe
    let requests = (0..<12).map { random.request($0) }
    let records = try cafe.validated(requests.map { Change(.create, $0) })
    cafe.publish(records)
    #expect(records.count == 14)
    let json = try JSONEncoder().encode(records)
    #expect(try JSONDecoder().decode(RecordSets.self, from: json) == records)
    let own = cafe.zone.name
    let listed = try cafe.zone.list().sets.filter { $0.name != own }.map(\.request)
    for request in listed {
      #expect(cafe.refusal(Change(.delete, request)) == [])
      #expect(cafe.refusal(Change(.upsert, request)) == [])
    }
    for request in requests { #expect(cafe.refusal(Change(.delete, request)) == []) }
    let empty = try cafe.validated(listed.map { Change(.delete, $0) })
    #expect(empty == Cafe().zone.records && empty.fingerprint == Cafe().zone.records.fingerprint)
  }

  @Test func `is of every type and policy among the draws`() throws {
    var types: Set<String> = []
    var policies: Set<Routing.Policy> = []
    for seed in 0..<200 as Range<UInt64> {
      var random = RandomRecords(seed: seed)
      let cafe = try `A refused policy`.cafe
      let records = try cafe.validated((0..<12).map { Change(.create, random.request($0)) })
      for set in records.all {
        types.insert(set.type.rawValue)
        policies.insert(set.routing.policy)
      }
    }
    #expect(types.count == RecordType.allCases.count)
    #expect(policies.count == Routing.Policy.allCases.count)
  }
}
