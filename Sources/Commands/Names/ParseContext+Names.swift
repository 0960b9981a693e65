import CafeWorld
import DNS
import Route53

/// Names of things, by name or id; where a name means several things the ids are the choice.
extension ParseContext {
  func instance(_ text: String) throws(CommandError) -> Instance {
    if let found = world.instance(text) { return found }
    throw .unknownName(
      .instance,
      text,
      near: nearMisses(of: text, in: world.instances.map(\.name))
    )
  }

  func healthCheck(_ text: String) throws(CommandError) -> HealthCheck {
    if let check = world.healthCheck(HealthCheckID(text)) { return check }
    let named = world.healthChecks(named: text)
    guard named.count < 2 else {
      throw .ambiguous(.healthCheck, text, choices: named.map(\.id.text))
    }
    guard let check = named.first else {
      let names = world.healthChecks.map(\.name)
      throw .unknownName(.healthCheck, text, near: nearMisses(of: text, in: names))
    }
    return check
  }

  func topic(_ text: String) throws(CommandError) -> Topic {
    if let topic = world.topic(text) { return topic }
    throw .unknownName(.topic, text, near: nearMisses(of: text, in: world.topics.map(\.name)))
  }

  func topics(_ names: [String]) throws(CommandError) -> [String] {
    var arns: [String] = []
    for name in names { arns.append(try topic(name).arn) }
    return arns
  }

  func alarm(_ text: String) throws(CommandError) -> Alarm {
    if let alarm = world.alarm(text) { return alarm }
    throw .unknownName(.alarm, text, near: nearMisses(of: text, in: world.alarms.map(\.name)))
  }

  func routingControl(_ text: String) throws(CommandError) -> RoutingControl {
    if let control = world.routingControl(text) { return control }
    let names = world.routingControls.map(\.name)
    throw .unknownName(.routingControl, text, near: nearMisses(of: text, in: names))
  }

  func resource(_ text: String) throws(CommandError) -> AwsResource {
    if let resource = world.resource(text) { return resource }
    let names = world.resources.map(\.name.withoutDot)
    throw .unknownName(.resource, text, near: nearOrFew(of: text, in: names))
  }

  /// A mailbox by the administrator's name or address.
  func mailbox(_ text: String) throws(CommandError) -> Administrator {
    if let owner = world.administrator(text) { return owner }
    let addresses = world.administrators.map(\.address)
    let near = nearMisses(of: text, in: addresses + world.administrators.map(\.name))
    throw .unknownName(.mailbox, text, near: near.isEmpty ? Array(addresses.prefix(3)) : near)
  }

  func resolver(_ text: String) throws(CommandError) -> Resolver {
    if let resolver = world.resolver(text) { return resolver }
    let known = world.resolvers.map(\.name) + [Look.authority]
    throw .unknownName(.resolver, text, near: nearOrFew(of: text, in: known))
  }

  func availabilityZone(_ text: String) throws(CommandError) -> String {
    let known = world.availabilityZones
    if let zone = known.first(where: { $0 == text.lowercased() }) { return zone }
    throw .unknownName(.availabilityZone, text, near: nearOrFew(of: text, in: known))
  }

  /// A region of Route 53's health checkers.
  func checkerRegion(_ text: String) throws(CommandError) -> String {
    let known = HealthRules.regions
    if let region = known.first(where: { $0 == text.lowercased() }) { return region }
    throw .unknownName(.region, text, near: nearMisses(of: text, in: known))
  }

  /// A region of the checkers, or one of its Availability Zones, such as `eu-west-1b`.
  func checkerPlace(_ text: String) throws(CommandError) -> String {
    let zones = HealthRules.sites.map(\.zone)
    if let zone = zones.first(where: { $0 == text.lowercased() }) { return zone }
    return try checkerRegion(text)
  }

  /// Near misses, or the first names of a kind of which there are only a few.
  private func nearOrFew(of text: String, in known: [String]) -> [String] {
    let near = nearMisses(of: text, in: known)
    return near.isEmpty ? Array(known.prefix(3)) : near
  }

  func recordType(_ text: String?) throws(CommandError) -> RecordType? {
    guard let text else { return nil }
    if let type = RecordType(rawValue: text.uppercased()) { return type }
    throw .badValue(
      option: "TYPE",
      value: text,
      allowed: RecordType.names.joined(separator: ", "),
      near: nearMisses(of: text, in: RecordType.names)
    )
  }
}

/// A whole number, as options and arguments give it.
///
/// None is below 0; the service judges how large it may be.
func wholeNumber(
  _ text: String?,
  for option: String,
  allowed: String
) throws(CommandError) -> Int? {
  guard let text else { return nil }
  if let number = Int(text), number >= 0 { return number }
  throw .badValue(option: option, value: text, allowed: allowed, near: [])
}

/// A whole number of either sign; the service judges how large it may be.
func signedNumber(
  _ text: String?,
  for option: String,
  allowed: String
) throws(CommandError) -> Int? {
  guard let text else { return nil }
  if let number = Int(text) { return number }
  throw .badValue(option: option, value: text, allowed: allowed, near: [])
}
