import DNS
import OrderedCollections
public import Route53

extension World {
  /// An instance by name (case does not matter) or id.
  public func instance(_ nameOrID: String) -> Instance? {
    let wanted = nameOrID.lowercased()
    return instances.last { $0.name.lowercased() == wanted || $0.id.text == nameOrID }
  }

  public func instance(_ id: InstanceID) -> Instance? {
    instances.first { $0.id == id }
  }

  /// The instances that lists show; one that has been terminated for long is known by its name and
  /// its id alone.
  public var listedInstances: [Instance] {
    instances.filter {
      $0.state != .terminated || now - $0.stateSince < Timing.terminatedListed
    }
  }

  /// When a change of a hosted zone or a CIDR collection was submitted; nil: there is no such
  /// change.
  public func submissionTime(of id: ChangeID) -> Instant? { submissions[id]?.at }

  /// All health checks, in order of creation.
  public var healthChecks: [HealthCheck] { Array(checks.values) }

  public func healthCheck(_ id: HealthCheckID) -> HealthCheck? { checks[id] }

  /// A health check by id or name; of several with one name the newest.
  public func healthCheck(_ nameOrID: String) -> HealthCheck? {
    if let check = checks[HealthCheckID(nameOrID)] { return check }
    return healthChecks(named: nameOrID).last
  }

  /// All checks with a name, oldest first.
  public func healthChecks(named name: String) -> [HealthCheck] {
    let wanted = name.lowercased()
    return checks.values.filter { $0.name.lowercased() == wanted }
  }

  /// A topic by name or ARN.
  public func topic(_ nameOrARN: String) -> Topic? {
    topics.last { $0.arn == nameOrARN || $0.name == nameOrARN }
      ?? topics.last { $0.name.lowercased() == nameOrARN.lowercased() }
  }

  public func alarm(_ name: String) -> Alarm? {
    alarms.last { $0.name == name } ?? alarms.last { $0.name.lowercased() == name.lowercased() }
  }

  public func hostedZone(_ id: HostedZoneID) -> HostedZone? {
    hostedZones.first { $0.id == id }
  }

  /// A hosted zone by id (with or without `/hostedzone/`) or name; of several the newest.
  public func hostedZone(_ nameOrID: String) -> HostedZone? {
    let bare = nameOrID.hasPrefix("/hostedzone/") ? String(nameOrID.dropFirst(12)) : nameOrID
    if let zone = hostedZone(HostedZoneID(bare)) { return zone }
    guard let name = try? DomainName(nameOrID) else { return nil }
    return hostedZones.last { $0.name == name }
  }

  public func mail(_ number: Int) -> Mail? {
    mails.first { $0.number == number }
  }

  /// A mailbox by address or by the administrator's name; nil: nobody here.
  public func administrator(_ nameOrAddress: String) -> Administrator? {
    let wanted = nameOrAddress.plainLetters
    return administrators.first {
      $0.address.plainLetters == wanted || $0.name.plainLetters == wanted
    }
  }

  public func resolver(_ name: String) -> Resolver? {
    let name = name.lowercased()
    return resolvers.first { $0.name == name }
  }

  /// The regions of the instances, each once, and the café's own where there are none.
  public var regions: [String] {
    let regions: [String] = instances.map(\.region).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
    return regions.isEmpty ? [region] : regions.sorted()
  }

  /// The Availability Zones of the world, in order.
  public var availabilityZones: [String] {
    instances.map(\.zone).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }.sorted()
  }
}

extension String {
  /// Lower case without the accents that the administrators' names bear.
  fileprivate var plainLetters: String {
    String(lowercased().map { $0 == "í" || $0 == "i\u{301}" ? "i" : $0 })
  }
}
