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

  @Test func `have the same fingerprint in every process`() {
    #expect(Cafe().zone.records.fingerprint == 16_334_357_610_450_218_566)
  }
}
