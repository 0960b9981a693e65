import CafeWorld
import DNS
import Route53

extension World {
  /// An instance that examples can name; a word in its place where there is none.
  var exampleServer: String { instances.first?.name ?? "INSTANCE" }

  /// What people call an instance.
  func name(of id: InstanceID) -> String { instance(id)?.name ?? id.text }

  /// What people call a health check.
  func name(of id: HealthCheckID) -> String { healthCheck(id)?.title ?? id.text }

  /// What people call a CIDR collection.
  func name(of id: CidrCollectionID) -> String { cidrCollection(id)?.name ?? id.text }

  /// What people call a hosted zone.
  func name(of id: HostedZoneID) -> String { hostedZone(id)?.name.shown ?? id.text }

  /// The topic's name out of its ARN.
  func name(ofTopic arn: String) -> String {
    topic(arn)?.name ?? arn.split(separator: ":").last.map(String.init) ?? arn
  }

  /// Who reads the mail of an address.
  func reader(of mailbox: String) -> String { administrator(mailbox)?.name ?? mailbox }

  /// The instance or the resource that has an address now, or `nobody`.
  func holder(of address: IPv4Address) -> String {
    owner(of: address)?.name ?? resource(at: address)?.name.labels.first ?? Self.nobody
  }

  /// Who has an address that nobody has.
  static let nobody = "nobody"

  /// `34.210.10.17 (CafeInstance1)`.
  func described(_ address: IPv4Address) -> String { "\(address) (\(holder(of: address)))" }

  /// `34.210.10.17 (CafeInstance1)` for an address, any other value as it is.
  func described(_ value: RecordData) -> String {
    if case .a(let address) = value { return described(address) }
    return value.description
  }

  /// The names and types whose served records choose by a health check.
  func recordSets(choosingBy id: HealthCheckID) -> [ResourceRecordSet] {
    hostedZones.flatMap { $0.records.all.filter { $0.healthCheckID == id } }
  }

  /// The record sets that answer with what a name leads to.
  func recordSets(aliasing name: DomainName) -> [ResourceRecordSet] {
    hostedZones.filter { $0.served.aliasCount > 0 }
      .flatMap { $0.served.all.filter { $0.alias?.name == name } }
  }

  /// The changes to a name that the name servers do not answer from yet.
  func changesUnderWay(to name: DomainName) -> [PendingChange] {
    hostedZones.filter { name.isWithin($0.name) }.flatMap { zone in
      var sets = zone.served.sets(name: name)
      return zone.pending.filter { change in
        defer { sets = change.after.sets(name: name) }
        return change.after.sets(name: name) != sets
      }
    }
  }
}

extension PendingChange {
  /// The record sets that the name servers answer from before it or after it, and not both, in the
  /// order of lists.
  ///
  /// Of one that it changes, what it makes of it.
  func turning(_ served: RecordSets) -> [ResourceRecordSet] {
    names.sorted().flatMap { name in
      let (old, new) = (served.sets(name: name), after.sets(name: name))
      return new.filter { !old.contains($0) }
        + old.filter { set in !new.contains { $0.key == set.key } }
    }
  }

  var inSync: Instant { Instant(milliseconds: inSyncAt) }
  var submitted: Instant { Instant(milliseconds: submittedAt) }
}

extension DomainName {
  /// The name as people type it: no dot at the end, a star for a star.
  var shown: String {
    labels.isEmpty ? "." : labels.map { $0 == "\\052" ? "*" : $0 }.joined(separator: ".")
  }
}

extension ResourceRecordSet {
  /// `www.cafe.example A`, with its set identifier if it has one.
  var title: String { key.title }
}

extension RecordSetKey {
  var title: String {
    "\(name.shown) \(type.rawValue)" + (setIdentifier.map { " \($0)" } ?? "")
  }
}

extension AliasTarget {
  /// Whether its health counts.
  var healthWords: String {
    evaluatesTargetHealth ? "with the target's health" : "whatever the target's health"
  }
}

extension FailoverRole {
  var word: String {
    switch self {
    case .primary: "primary"
    case .secondary: "secondary"
    }
  }
}
