import CafeWorld
import Commands
import DNS
import Route53

extension Evaluator {
  func record(_ query: Query, _ property: String) -> Datum {
    guard let text = query["name"], let name = absolute(text, zone: query["zone"]) else {
      return .missing
    }
    let type = query["type"].flatMap { RecordType(rawValue: $0.uppercased()) } ?? .a
    let zone = zone(of: name, query["zone"])
    var sets = zone?.records.sets(name: name, type: type) ?? []
    // Route 53 tells `one` from `One` here, unlike in names.
    if let label = query["set-identifier"] { sets = sets.filter { $0.setIdentifier == label } }
    if property == "count" { return .number(Double(sets.count)) }
    guard let set = sets.last(where: { $0.routing == .failover(.primary) }) ?? sets.last else {
      return .missing
    }
    return property == "" ? .thing(set.name.withoutDot) : self.property(property, of: set)
  }

  private func zone(of name: DomainName, _ wanted: String?) -> HostedZone? {
    if let wanted { return world.hostedZone(wanted) }
    return world.hostedZones.last { name.isWithin($0.name) && !$0.isPrivate }
      ?? world.hostedZones.last { name.isWithin($0.name) }
  }

  /// A name relative to the zone, unless it ends with a dot or with the zone's own name.
  func absolute(_ text: String, zone: String?) -> DomainName? {
    let zoneName = (zone.flatMap { world.hostedZone($0) } ?? world.hostedZones.first)?.name
    if text == "@", let zoneName { return zoneName }
    guard let name = try? DomainName(text) else { return nil }
    guard let zoneName, !text.hasSuffix("."), !name.isWithin(zoneName) else { return name }
    return name.below(zoneName)
  }

  private func property(_ property: String, of set: ResourceRecordSet) -> Datum {
    switch property {
    case "name": return .text(set.name.withoutDot)
    case "type": return .text(set.type.rawValue)
    case "ttl": return set.ttl.map { .number(Double($0)) } ?? .missing
    case "value": return set.values.first.map { .text($0.description) } ?? .missing
    case "values": return .list(set.values.map(\.description))
    case "set-identifier": return set.setIdentifier.map { .text($0) } ?? .missing
    case "policy": return .text(set.routing.policy.rawValue)
    case "health-check":
      guard let id = set.healthCheckID else { return .missing }
      return .text(world.healthCheck(id)?.name ?? id.text)
    case "alias": return set.alias.map { .text($0.name.withoutDot) } ?? .missing
    case "alias-zone": return set.alias.map { .text($0.zone.text) } ?? .missing
    case "evaluate-target-health":
      return set.alias.map { .flag($0.evaluatesTargetHealth) } ?? .missing
    case "owner":
      return owner(set.values.compactMap { if case .a(let address) = $0 { address } else { nil } })
    default: return choice(property, by: set.routing)
    }
  }

  /// What a routing policy chooses by, in the words of the option of that name.
  private func choice(_ property: String, by routing: Routing) -> Datum {
    switch (property, routing) {
    case ("failover", .failover(let role)): .text(role.rawValue.lowercased())
    case ("weight", .weighted(let weight)): .number(Double(weight))
    case ("region", .latency(let region)): .text(region)
    case ("continent", .geolocation(.continent(let code))): .text(code)
    case ("country", .geolocation(.anywhere)): .text("default")
    case ("country", .geolocation(.country(let code))): .text(code)
    case ("country", .geolocation(.subdivision(let country, _))): .text(country)
    case ("subdivision", .geolocation(.subdivision(let country, let code))):
      .text("\(country)-\(code)")
    case ("near", .geoproximity(let location)): .text(location.place.text)
    case ("bias", .geoproximity(let location)): .number(Double(location.bias))
    case ("multivalue", .multivalue): .flag(true)
    case ("multivalue", _): .flag(false)
    case ("cidr", .ipBased(let location)):
      .text(
        "\(world.cidrCollection(location.collection)?.name ?? location.collection.text)/"
          + location.location
      )
    default: .missing
    }
  }
}
