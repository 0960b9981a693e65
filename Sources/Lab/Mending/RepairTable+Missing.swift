import CafeWorld
import Commands
import DNS
import Route53

// What is not there yet: the other half of a failover pair, a record set or a health check that the
// test asks for.
extension RepairTable {
  /// The nearest first: what the test asks for by its name, then what a pair or a server lacks.
  var creations: [[String]] {
    let names = missingChecks
    return names.flatMap { newChecks(named: $0) } + halves + newRecords
      + (names.isEmpty ? unwatched.flatMap { newChecks(named: "\($0.name)-Health", of: $0) } : [])
  }

  /// A health check of a name for each server, alone and with a record set that leads to the server
  /// and then listens to it.
  private func newChecks(named name: String) -> [[String]] {
    let servers = world.instances.filter { $0.publicAddress != nil }
    return servers.map { [newCheck(name, of: $0)] }
      + servers.flatMap { newChecks(named: name, of: $0).dropFirst() }
  }

  private func newChecks(named name: String, of server: Instance) -> [[String]] {
    let line = newCheck(name, of: server)
    let deaf = ownRecords.filter { record in
      record.set.healthCheckID == nil && record.set.routing != .simple
        && record.set.values.contains { data in
          server.publicAddress.map { data == .a($0) } ?? false
        }
    }
    return [[line]]
      + deaf.map { [line, "attach health-check \(quoted(name)) to \($0.reference)"] }
  }

  /// Of the fastest kind, as a lab asks for it.
  private func newCheck(_ name: String, of server: Instance) -> String {
    "create health-check \(quoted(name)) --ip-address \(quoted(server.name)) "
      + "--resource-path /cafe --request-interval 10 --failure-threshold 2"
  }

  private var missingChecks: [String] {
    let asked =
      queries.filter { $0.kind == .hc }.compactMap { $0["name"] }
      + queries.filter { $0.kind == .record && $0.properties == ["health-check"] }
      .flatMap { _ in texts }
    return asked.filter { !$0.isEmpty && world.healthChecks(named: $0).isEmpty }.unique
  }

  /// Servers that answers can lead to and that no check watches.
  private var unwatched: [Instance] {
    let watched = world.healthChecks.compactMap(\.settings.ipAddress)
    return world.instances.filter { server in
      guard let address = server.publicAddress, !watched.contains(address.description) else {
        return false
      }
      return ownRecords.contains { $0.set.values.contains(.a(address)) }
    }
  }

  /// The other half of each failover pair that lacks one, at each server.
  private var halves: [[String]] {
    ownRecords.flatMap { record -> [[String]] in
      guard let role = record.set.failoverRole, siblings(of: record).count == 1,
        let missing = FailoverRole.allCases.first(where: { $0 != role })
      else { return [] }
      let others = places.filter { !record.set.values.contains(.a($0.address)) }
      let identifier = missingIdentifiers(of: record.name).first
      return others.flatMap { place in
        pairMembers(record, missing, at: place.name, identifier).map { [$0] }
      }
    }
  }

  /// A record set of a failover pair beside `record`; a primary listens to a check, each in turn.
  private func pairMembers(
    _ record: OwnRecord,
    _ role: FailoverRole,
    at place: String,
    _ identifier: String?
  ) -> [String] {
    let line =
      "create record \(quoted(record.name)) \(record.set.type.rawValue) \(place) "
      + "--ttl \(record.set.ttl ?? 15) --failover \(role.rawValue.lowercased())"
      + (identifier.map { " --set-identifier \(quoted($0))" } ?? "")
    guard role == .primary else { return [line] }
    return world.healthChecks.filter { !$0.name.isEmpty }
      .map { "\(line) --health-check \(quoted($0.name))" }
  }

  /// A simple record set of each name that the test asks for and that has none, at each server.
  private var newRecords: [[String]] {
    let asked = queries.filter { $0.kind == .record || $0.kind == .dig }
      .filter { ($0["type"] ?? "A").uppercased() == "A" && $0["set-identifier"] == nil }
      .compactMap { $0["name"] }.unique
    return asked.filter { name in !ownRecords.contains { $0.isCalled(name) } }.flatMap { name in
      places.map { ["create record \(quoted(name)) A \($0.name) --ttl 60"] }
    }
  }

  func siblings(of record: OwnRecord) -> [ResourceRecordSet] {
    record.zone.records.sets(name: record.set.name, type: record.set.type)
  }

  /// The set identifiers that the test asks for at a name, and that no record set there has.
  private func missingIdentifiers(of name: String) -> [String] {
    let there = ownRecords.filter { $0.isCalled(name) }
    return queries.filter { $0.kind == .record }.compactMap { query -> String? in
      guard let asked = query["name"], there.contains(where: { $0.isCalled(asked) }) else {
        return nil
      }
      return query["set-identifier"]
    }.filter { label in !there.contains { $0.set.setIdentifier == label } }.unique
  }

  /// What is there under another label or another policy, made anew in one change batch.
  var conversions: [[String]] {
    ownRecords.flatMap { record -> [[String]] in
      let labels = missingIdentifiers(of: record.name)
      let again =
        record.set.routing == .simple
        ? labels.flatMap { label in
          FailoverRole.allCases.flatMap { role in
            record.places(in: self).flatMap { pairMembers(record, role, at: $0, label) }
          }
        } : labels.compactMap { record.line(labelled: $0) }
      return again.map { batch([record.deletion, $0]) }
    } + regroupings
  }

  /// A group of another policy that the test names, all of it in one batch.
  private var regroupings: [[String]] {
    let words = texts + queries.flatMap(\.properties)
    let wanted = [
      ("multivalue", "--multivalue"), ("weighted", "--weight 1"), ("weight", "--weight 1"),
    ].filter { words.contains($0.0) }.map(\.1).unique
    let leaders = ownRecords.filter { $0.set.setIdentifier != nil }
      .filter { $0.set == siblings(of: $0).first }
    return leaders.flatMap { leader in
      wanted.map { option in
        batch(
          ownRecords.filter { siblings(of: leader).contains($0.set) }
            .map { "update record \($0.reference) \($0.set.type.rawValue) \(option)" }
        )
      }
    }
  }

  private func batch(_ lines: [String]) -> [String] {
    lines.count > 1 ? ["batch"] + lines + ["commit"] : lines
  }
}

extension RepairTable.OwnRecord {
  /// Whether a test means this name: relative to the zone, or whole.
  fileprivate func isCalled(_ text: String) -> Bool {
    let short = set.name == zone.name ? "@" : name
    let wanted = text.hasSuffix(".") ? String(text.dropLast()) : text
    return wanted == short || wanted == set.name.withoutDot
      || "\(wanted).\(zone.name.withoutDot)" == set.name.withoutDot
  }

  fileprivate var deletion: String { "delete record \(reference) \(set.type.rawValue)" }

  /// The words of its values: the servers that it leads to.
  fileprivate func places(in table: RepairTable) -> [String] {
    table.places.filter { set.values.contains(.a($0.address)) }.map(\.name).prefix(1) + []
  }

  /// The line that makes it with another set identifier.
  fileprivate func line(labelled label: String) -> String {
    let check = set.healthCheckID.map { " --health-check \($0)" } ?? ""
    let content =
      if let alias = set.alias {
        "--alias \(quoted(alias.name.description)) --alias-zone \(alias.zone)"
          + (alias.evaluatesTargetHealth ? " --evaluate-target-health" : "")
      } else {
        set.values.map { quoted($0.description) }.joined(separator: " ")
          + (set.ttl.map { " --ttl \($0)" } ?? "")
      }
    return "create record \(quoted(name)) \(set.type.rawValue) \(content) \(set.routing.options)"
      + " --set-identifier \(quoted(label))" + check
  }
}

extension [String] {
  fileprivate var unique: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
