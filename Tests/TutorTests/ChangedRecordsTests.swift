import CafeWorld
import Route53
import Support
import Testing

@testable import Tutor

/// What a change turns is looked for at its own names; here it is compared with all records.
@Suite struct `What a change of records turns` {
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `is what a comparison of whole zones finds`(seed: UInt64) throws {
    var dice = Dice(seed)
    var world = Scene.cafe.world(seed: seed)
    let zone = world.hostedZones[0].id
    var found = 0
    for _ in 0..<40 {
      let batch = ChangeBatch(changes: (0...dice.below(3)).map { _ in Self.change(zone, &dice) })
      _ = try? world.perform(.changeRecords(zone, batch))
    }
    var served = world.hostedZones[0].served
    for change in world.hostedZones[0].pending {
      let all = Self.compared(served, change.after)
      #expect(change.turning(served).sorted { $0.key < $1.key } == all)
      found += all.count
      served = change.after
    }
    #expect(found > 4)
    let aliases = served.all.count { $0.alias != nil }
    #expect(served.aliasCount == aliases)
  }

  private static func compared(_ old: RecordSets, _ new: RecordSets) -> [ResourceRecordSet] {
    let turned = new.all.filter { old[$0.key] != $0 } + old.all.filter { new[$0.key] == nil }
    return turned.sorted { $0.key < $1.key }
  }

  /// A record set of one of a few names, made, changed or deleted; often refused.
  private static func change(_ zone: HostedZoneID, _ dice: inout Dice) -> Change {
    let action = dice.below(3) == 0 ? ChangeAction.delete : .upsert
    let name = "h\(dice.below(4)).cafe.example"
    guard dice.below(3) > 0 else {
      let target = AliasTargetRequest(
        hostedZoneID: zone.text,
        dnsName: "h0.cafe.example",
        evaluateTargetHealth: false
      )
      return Change(action, RecordSetRequest(name: name, type: "A", aliasTarget: target))
    }
    let value = "52.10.1.\(dice.below(2))"
    return Change(action, RecordSetRequest(name: name, type: "A", ttl: 60, values: [value]))
  }
}
