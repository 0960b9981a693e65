import CafeWorld
import DNS
import Route53

/// The names that tokens such as `@instance` stand for: what exists now.
extension Completion {
  static func names(of tokens: [String], in context: ParseContext) -> [String] {
    tokens.flatMap { names(for: $0, behind: [], in: context).map(\.text) }
  }

  static func names(
    for token: String,
    behind words: [String],
    in context: ParseContext
  ) -> [Candidate] {
    let world = context.world
    switch token {
    case "@health-check": return healthChecks(world)
    case "@instance": return instances(world)
    case "@address": return addresses(world) + elasticAddresses(world)
    case "@elastic-address": return elasticAddresses(world)
    case "@record": return records(context)
    case "@record-name": return recordNames(world)
    case "@url": return pages(world)
    case "@topic": return world.topics.map { Candidate($0.name, note: "topic") }
    case "@alarm": return world.alarms.map { Candidate($0.name, note: $0.state.rawValue) }
    case "@routing-control":
      return world.routingControls.map { Candidate($0.name, note: $0.isOn ? "on" : "off") }
    case "@resource":
      return world.resources.map { resource in
        let health = resource.isHealthy ? "healthy" : "unhealthy"
        return Candidate(resource.name.withoutDot, note: "\(resource.kind.rawValue), \(health)")
      }
    case "@resolver":
      return world.resolvers.map { Candidate($0.name, note: $0.isBusy ? "busy" : "your own") }
    case "@zone": return world.hostedZones.map { Candidate($0.name.withoutDot, note: $0.id.text) }
    case "@mailbox": return world.administrators.map { Candidate($0.address, note: $0.name) }
    case "@mail": return world.mails.map { Candidate(String($0.number), note: $0.subject) }
    case "@region": return HealthRules.regions.map { Candidate($0) }
    case "@aws-region": return AwsRegion.all.map { Candidate($0) }
    case "@aws-zone": return awsZones
    case "@continent": return places(Geography.continents)
    case "@country": return places(Geography.countries)
    case "@subdivision":
      return RoutingOptions.countriesWithSubdivisions.flatMap { country in
        places(Geography.subdivisions(of: country), in: country + "-")
      }
    case "@alias-target": return aliasTargets(context)
    case "@cidr-collection": return collections(world)
    case "@cidr-location": return locations(world)
    case "@cidr-location-name":
      return world.cidrCollections.flatMap(\.locations).map { Candidate($0.name) }
    case "@delegation-set": return delegationSets(world)
    case "@availability-zone": return world.availabilityZones.map { Candidate($0) }
    case "@step": return context.steps.map { Candidate($0, note: "step") }
    case "@lesson": return context.lessons.map { Candidate($0, note: "lesson") }
    case "@question": return context.questions.map { Candidate($0, note: "question") }
    case "@condition": return context.conditions.map { Candidate($0, note: "condition") }
    case "@place":
      return context.bookmarks.map { Candidate($0, note: "bookmark") }
        + context.branches.map { Candidate($0, note: "branch") }
        + [Candidate(Place.now, note: "this moment")]
    case "@verb": return verbs(behind: words)
    default: preconditionFailure("a definition has a token that nobody knows: \(token)")
    }
  }

  /// By name; those that share one by id.
  private static func healthChecks(_ world: World) -> [Candidate] {
    world.healthChecks.map { check in
      let isOnly = world.healthChecks(named: check.name).count == 1 && !check.name.isEmpty
      return Candidate(isOnly ? check.name : check.id.text, note: check.status.rawValue)
    }
  }

  private static func instances(_ world: World) -> [Candidate] {
    world.listedInstances.map { Candidate($0.name, note: "\($0.zone), \($0.state.rawValue)") }
  }

  private static func addresses(_ world: World) -> [Candidate] {
    world.instances.compactMap { instance in
      instance.publicAddress.map { Candidate(instance.name, note: $0.description) }
    }
  }

  private static func elasticAddresses(_ world: World) -> [Candidate] {
    world.elasticAddresses.map { elastic in
      let owner = elastic.instance.flatMap { world.instance($0) }?.name ?? "free"
      return Candidate(elastic.address.description, note: owner)
    }
  }

  /// Record sets that can be changed: not the zone's own NS and SOA.
  private static func records(_ context: ParseContext) -> [Candidate] {
    let zones = context.world.hostedZones
    return zones.flatMap { zone in
      context.recordSets(in: zone).compactMap { set in
        let isOwn = set.name == zone.name.description && ["NS", "SOA"].contains(set.type)
        return isOwn ? nil : Candidate(set.reference(in: zone), note: note(on: set))
      }
    }
  }

  private static func note(on set: RecordSetRequest) -> String {
    [set.type, set.policyWords].compactMap(\.self).joined(separator: ", ")
  }

  /// Names of the zone that have values or a policy, by type; their own NS and SOA have none.
  private static func aliasTargets(_ context: ParseContext) -> [Candidate] {
    context.world.hostedZones.flatMap { zone in
      context.recordSets(in: zone).filter { !["NS", "SOA"].contains($0.type) }
        .map { Candidate(zone.shortName($0.name), note: $0.type) }
    }
  }

  private static func places(_ names: [Geography.Area], in country: String = "") -> [Candidate] {
    names.map { Candidate(country + $0.code, note: $0.name) }
  }

  private static let awsZones: [Candidate] = AwsResource.zones.compactMap { zone in
    AwsResource.provider(of: zone).map {
      Candidate(zone.text, note: "\($0.kind.rawValue) \($0.region)")
    }
  }

  private static func collections(_ world: World) -> [Candidate] {
    world.cidrCollections.map { Candidate($0.name, note: $0.id.text) }
  }

  private static func locations(_ world: World) -> [Candidate] {
    world.cidrCollections.flatMap { collection in
      collection.places.map { Candidate($0, note: "CIDR location") }
    }
  }

  private static func delegationSets(_ world: World) -> [Candidate] {
    world.delegationSets.map { set in
      Candidate(set.id.text, note: set.nameServers.first?.withoutDot ?? "")
    }
  }

  private static func recordNames(_ world: World) -> [Candidate] {
    world.hostedZones.flatMap { zone in
      zone.records.all.map { Candidate($0.name.withoutDot, note: $0.type.rawValue) }
    }
  }

  private static func pages(_ world: World) -> [Candidate] {
    let hosts = world.hostedZones.flatMap { zone in
      zone.records.all.filter { $0.type == .a || $0.type == .cname }.map(\.name.withoutDot)
    }
    let urls = hosts.map { Candidate("http://\($0)\(WebPlace.cafePath)", note: "website") }
    return urls + addresses(world)
  }

  private static func verbs(behind words: [String]) -> [Candidate] {
    guard let first = words.first else { return VerbTable.firstWords.map { Candidate($0) } }
    return words.count == 1 ? VerbTable.secondWords(of: first).map { Candidate($0) } : []
  }
}
