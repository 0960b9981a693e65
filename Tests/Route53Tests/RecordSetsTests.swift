import DNS
import Route53
import Testing

struct `Record sets` {
  @Test(arguments: 0..<100)
  func `have one fingerprint whatever the way to them`(seed: UInt64) throws {
    var draws = Draws(seed: seed)
    let sets: [ResourceRecordSet] = (0..<8).map { (index: Int) in
      ResourceRecordSet(
        name: Cafe().zone.name.wildcard,
        type: .a,
        setIdentifier: "s\(index)",
        routing: .failover(.secondary),
        ttl: index,
        values: [.a(IPv4Address(bits: UInt32.random(in: 0...9, using: &draws)))]
      )
    }
    let straight = RecordSets(sets)
    var winding = RecordSets(sets.shuffled(using: &draws))
    for set in sets.shuffled(using: &draws).prefix(4) {
      winding = winding.removing(set.key)
      #expect(winding[set.key] == nil && winding != straight)
      #expect(winding.fingerprint != straight.fingerprint)
      winding = winding.applying(set)
    }
    #expect(winding == straight)
    #expect(winding.fingerprint == straight.fingerprint)
    #expect(straight.all.map(\.key) == sets.map(\.key).sorted())
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `keep a thousand names in order, whatever came and went`(seed: UInt64) throws {
    var draws = Draws(seed: seed)
    var records = RecordSets()
    var names: Set<DomainName> = []
    for _ in 0..<3_000 {
      let label = String(Int.random(in: 0..<1_500, using: &draws), radix: 36)
      let name = try DomainName("\(label).\(Bool.random(using: &draws) ? "a" : "a-b").example")
      if names.remove(name) != nil {
        records = records.removing(RecordSetKey(name: name, type: .txt))
      } else {
        names.insert(name)
        let set = ResourceRecordSet(name: name, type: .txt, ttl: 1, values: [.txt(["x"])])
        records = records.applying(set)
      }
    }
    let sorted = names.sorted()
    #expect(records.all.map(\.name) == sorted && records.count == sorted.count)
    for limit in [0, 1, 100, 129, 500, .max] {
      let start = Int.random(in: 0..<sorted.count, using: &draws)
      let page = records.page(from: RecordSetKey(name: sorted[start], type: .a), limit: limit)
      #expect(page.map(\.name) == Array(sorted[start...].prefix(limit)))
      let behind = RecordSetKey(name: sorted[start], type: .txt, setIdentifier: "x")
      #expect(records.page(from: behind, limit: limit).first?.name != sorted[start])
    }
  }

  @Test func `have the same fingerprint in every process`() {
    #expect(Cafe().zone.records.fingerprint == 16_334_357_610_450_218_566)
  }
}
