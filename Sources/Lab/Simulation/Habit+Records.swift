import CafeWorld
import DNS
import Route53

extension Habit {
  static let records: [Habit] =
    [
      Habit("create a hosted zone") { draws, _ in
        let name = draws.one(of: ["cafe.example", "other.example", "*.bad", "com"])
        return .createHostedZone(name: name, callerReference: nil, comment: nil)
      },
      Habit("delete a hosted zone") { draws, world in .deleteHostedZone(draws.hostedZone(world)) },
      Habit("delete records") { draws, world in
        draws.batch(world) { draws, present, _ in
          present.filter { _ in draws.chance(of: 60) }.map { Change(.delete, $0) }
        }
      },
    ]
    + RecordSample.all.map(creating)

  /// Writes record sets of a kind; half of the time what stands in their way goes first.
  private static func creating(_ sample: RecordSample) -> Habit {
    Habit("create \(sample.name)") { draws, world in
      draws.batch(world) { draws, present, zone in
        let new = sample.make(&draws, world, zone)
        let gone = draws.chance(of: 50) ? present.filter { $0.name == new.first?.name } : []
        var changes = gone.map { Change(.delete, $0) }
        for request in new { changes.append(Change(draws.action(), request)) }
        return changes
      }
    }
  }
}

/// A kind of record sets as somebody writes them, valid or not.
///
/// A new routing policy or record type is one more row.
struct RecordSample: Sendable {
  let name: String
  let make: @Sendable (inout Draws, World, HostedZone) -> [RecordSetRequest]

  static let all: [RecordSample] = pairs + groups + types

  /// Simple and failover ones.
  private static let pairs: [RecordSample] = [
    RecordSample(name: "a simple record") { draws, world, zone in
      [draws.record("www", .a, in: zone, values: [draws.address(world).description])]
    },
    RecordSample(name: "a record of several values") { draws, world, zone in
      let values = world.instances.compactMap(\.publicAddress).map(\.description)
      return [draws.record("www", .a, in: zone, values: values)]
    },
    RecordSample(name: "a failover pair") { draws, world, zone in
      FailoverRole.allCases.map { role -> RecordSetRequest in
        var record = draws.record("www", .a, in: zone, values: ["\(draws.address(world))"])
        record.setIdentifier = role.rawValue
        record.failover = role.rawValue
        let isChecked = role == .primary || draws.chance(of: 30)
        record.healthCheckID = isChecked ? draws.check(world).text : nil
        return record
      }
    },
    RecordSample(name: "half a failover pair") { draws, world, zone in
      var record = draws.record("www", .a, in: zone, values: ["\(draws.address(world))"])
      record.failover = draws.one(of: ["PRIMARY", "SECONDARY", "THIRD"])
      record.setIdentifier = draws.one(of: [nil, "one", "two"])
      return [record]
    },
    RecordSample(name: "a wildcard") { draws, world, zone in
      [draws.record("*", .a, in: zone, values: [draws.address(world).description])]
    },
    RecordSample(name: "a delegation") { draws, _, zone in
      [draws.record("sub", .ns, in: zone, values: ["ns1.other.example."])]
    },
  ]

  /// The other types, one value each.
  private static let types: [RecordSample] = values.map { row in
    RecordSample(name: "a record of type \(row.type)") { draws, _, zone in
      let name = draws.one(of: ["", "www", "shop", "a.b"])
      var record = draws.record(name, .a, in: zone, values: [draws.one(of: row.values)])
      record.type = row.type
      return [record]
    }
  }

  /// Values of each type, right and wrong ones.
  private static let values: [(type: String, values: [String])] = [
    ("AAAA", ["2001:db8::1", "::1", "no address"]),
    ("CNAME", ["www.cafe.example.", "elsewhere.example.", "a.b.cafe.example.", "..", ""]),
    ("MX", ["10 mail.cafe.example.", "10", "70000 mail.cafe.example."]),
    ("TXT", ["\"coffee\"", "\"one\" \"two\"", "no quotes"]),
    ("SPF", ["\"v=spf1 -all\"", "v=spf1"]),
    ("SRV", ["1 10 5269 xmpp.cafe.example.", "1 10 70000 xmpp.cafe.example."]),
    ("PTR", ["www.cafe.example.", "no..name"]),
    ("CAA", ["0 issue \"ca.example\"", "256 issue \"ca.example\""]),
    ("NAPTR", ["100 10 \"U\" \"E2U+sip\" \"!^.*$!sip:x@cafe.example!\" .", "100 10"]),
    ("DS", ["123 13 2 \(String(repeating: "ab", count: 32))", "123 13 2 xyz"]),
    ("TLSA", ["3 1 1 \(String(repeating: "cd", count: 32))", "3 1"]),
    ("SSHFP", ["4 2 \(String(repeating: "ef", count: 32))", "4"]),
    ("SVCB", ["1 www.cafe.example. alpn=h2", "1"]),
    ("HTTPS", ["0 www.cafe.example.", "1 . alpn=h2 port=8443", "x ."]),
    ("NS", ["ns1.other.example.", "no..name"]),
    ("SOA", ["ns1.other.example. root.other.example. 1 7200 900 1209600 60", "short"]),
    ("LOC", ["somewhere"]),
  ]
}

extension Draws {
  mutating func hostedZone(_ world: World) -> HostedZoneID {
    let known = world.hostedZones.map(\.id)
    return known.isEmpty || chance(of: 3) ? HostedZoneID("none") : one(of: known)
  }

  fileprivate mutating func action() -> ChangeAction {
    one(of: [.create, .create, .upsert, .delete])
  }

  /// A batch for some zone, given the record sets that can be changed there.
  fileprivate mutating func batch(
    _ world: World,
    _ changes: (inout Draws, [RecordSetRequest], HostedZone) -> [Change]
  ) -> Command {
    let id = hostedZone(world)
    guard let zone = world.hostedZone(id) else {
      return .changeRecords(id, ChangeBatch(changes: []))
    }
    let present = zone.records.all.filter { $0.name != zone.name || $0.type == .a }
    return .changeRecords(
      id,
      ChangeBatch(changes: changes(&self, present.map(\.request), zone))
    )
  }

  mutating func record(
    _ label: String,
    _ type: RecordType,
    in zone: HostedZone,
    values: [String]
  ) -> RecordSetRequest {
    RecordSetRequest(
      name: label.isEmpty ? zone.name.description : "\(label).\(zone.name)",
      type: type.rawValue,
      ttl: one(of: [0, 15, 60, 300]),
      values: values
    )
  }
}
