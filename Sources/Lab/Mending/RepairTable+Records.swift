import CafeWorld
import Commands
import DNS
import Route53

// The record sets that are there.
extension RepairTable {
  /// Lines for every record set that is the learner's.
  func records(_ changes: (OwnRecord, String) -> [String]) -> [String] {
    ownRecords.flatMap { changes($0, "update record \($0.reference) \($0.set.type.rawValue)") }
  }

  var ownRecords: [OwnRecord] {
    world.hostedZones.flatMap { zone in
      zone.records.all.filter { $0.name != zone.name || ![.ns, .soa].contains($0.type) }
        .map { OwnRecord(set: $0, zone: zone, isOnlyZone: world.hostedZones.count == 1) }
    }
  }

  /// What a record set is set to, and what it listens to.
  func settings(of record: OwnRecord, _ verb: String) -> [String] {
    let set = record.set
    var options: [String] = []
    if let alias = set.alias {
      options.append(
        alias.evaluatesTargetHealth ? "--no-evaluate-target-health" : "--evaluate-target-health"
      )
    } else {
      options += choices([15, 60, 300], 1...86_400, but: set.ttl).map { "--ttl \($0)" }
    }
    options += world.healthChecks.filter { $0.id != set.healthCheckID && !$0.name.isEmpty }
      .map { "--health-check \(quoted($0.name))" }
    if set.healthCheckID != nil { options.append("--no-health-check") }
    switch set.routing {
    case .weighted(let weight):
      options += choices([0, 1, 100], 0...255, but: weight).map { "--weight \($0)" }
    case .geoproximity(let location):
      options += choices([-50, 0, 50], -99...99, but: location.bias).map { "--bias \($0)" }
    case .simple, .latency, .failover, .geolocation, .multivalue, .ipBased: break
    }
    return lines(verb, options)
  }

  /// Where a record set leads, and whom it is for.
  func targets(of record: OwnRecord, _ verb: String) -> [String] {
    let set = record.set
    let options = clients(of: set).filter { $0 != set.routing.options }
    guard set.type == .a else { return lines(verb, options) }
    let servers = places.filter { set.values != [.a($0.address)] }.map(\.name)
    guard let alias = set.alias else { return lines(verb, servers + options) }
    let names = ownRecords.filter { $0.zone.id == record.zone.id && $0.set.type == set.type }
      .map(\.set.name)
    let others = (names + world.resources.map(\.name))
      .filter { $0 != alias.name && $0 != set.name }
      .map { "--alias \(quoted($0.description))" }
    return lines(verb, others + servers + options)
  }

  /// The other clients that the record set's policy could choose it for.
  private func clients(of set: ResourceRecordSet) -> [String] {
    switch set.routing {
    case .simple, .weighted, .failover, .multivalue: []
    case .latency: regions.map { "--region \($0)" }
    case .geoproximity: regions.map { "--near \($0)" }
    case .geolocation:
      ["--country default"]
        + world.resolvers.compactMap { Places.area(of: $0.client) }
        .flatMap { ["--country \($0.country)", "--continent \($0.continent)"] }
        + texts.flatMap { text in
          (Geography.countries.contains { $0.code == text } ? ["--country \(text)"] : [])
            + (Geography.continents.contains { $0.code == text } ? ["--continent \(text)"] : [])
        }
    case .ipBased:
      world.cidrCollections.flatMap { collection in
        (collection.locations.map(\.name) + [CidrLocation.anywhere])
          .map { "--cidr \(quoted("\(collection.name)/\($0)"))" }
      }
    }
  }

  private var regions: [String] {
    (world.regions + texts.filter(AwsRegion.all.contains)).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }

  func turns(of record: OwnRecord, _ verb: String) -> [String] {
    guard let role = record.set.failoverRole else { return [] }
    let others = FailoverRole.allCases.filter { $0 != role }
    return lines(verb, others.map { "--failover \($0.rawValue.lowercased())" })
  }

  /// A record set of the learner's with what lines call it.
  struct OwnRecord {
    let set: ResourceRecordSet
    let zone: HostedZone
    /// Then the short name is clear.
    let isOnlyZone: Bool

    /// Its name, in the zone where that is clear.
    var name: String {
      let full = set.name.withoutDot
      let tail = "." + zone.name.withoutDot
      return isOnlyZone && full.hasSuffix(tail) ? String(full.dropLast(tail.count)) : full
    }

    /// Its name with its set identifier.
    var reference: String { quoted(name + (set.setIdentifier.map { "/\($0)" } ?? "")) }
  }
}
