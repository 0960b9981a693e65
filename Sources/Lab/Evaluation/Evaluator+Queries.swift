import CafeWorld
import DNS
import Route53

extension Evaluator {
  var world: World { situation.world }

  /// What the world says to a query.
  func answer(_ query: Query) -> Datum {
    let property = query.properties.joined(separator: ".")
    switch query.kind {
    case .instance: return instance(query, property)
    case .hc: return healthCheck(query, property)
    case .zone: return zone(query, property)
    case .record: return record(query, property)
    case .alarm: return alarm(query, property)
    case .topic: return topic(query, property)
    case .subscription: return subscription(query, property)
    case .mail: return mail(query, property)
    case .dig: return dig(query, property)
    case .orders: return orders(query, property)
    case .customers: return customers(property)
    }
  }

  private func instance(_ query: Query, _ property: String) -> Datum {
    guard let name = query["name"], let instance = world.instance(name) else { return .missing }
    switch property {
    case "": return .thing(instance.name)
    case "name": return .text(instance.name)
    case "id": return .text(instance.id.text)
    case "state": return .text(instance.state.rawValue)
    case "public-ip": return instance.publicAddress.map { .text($0.description) } ?? .missing
    case "private-ip": return .text(instance.privateAddress.description)
    case "zone": return .text(instance.zone)
    case "region": return .text(instance.region)
    case "subnet": return .text(instance.subnet)
    case "elastic": return .flag(instance.hasElasticAddress)
    case "website": return .text(website(instance))
    default: return .missing
    }
  }

  /// What a browser would find: `ok`, `refused`, `timed-out`, `slow`, `wrong-page`, or a status.
  private func website(_ instance: Instance) -> String {
    guard let address = instance.publicAddress else { return "timed-out" }
    let reach = world.reach(of: address)
    switch reach {
    case .silent: return "timed-out"
    case .refuses: return "refused"
    case .answers(let status, _, _) where status != 200: return "\(status)"
    case .answers(_, _, let body) where body != nil: return "wrong-page"
    case .answers: return reach.takesOrders ? "ok" : "slow"
    }
  }

  private func healthCheck(_ query: Query, _ property: String) -> Datum {
    if query["name"] == nil, property == "count" {
      return .number(Double(world.healthChecks.count))
    }
    guard let name = query["name"], let check = world.healthCheck(name) else { return .missing }
    let settings = check.settings
    switch property {
    case "": return .thing(check.name)
    case "name": return .text(check.name)
    case "id": return .text(check.id.text)
    case "count": return .number(Double(world.healthChecks(named: name).count))
    case "status": return .text(check.status.rawValue)
    case "served-status": return .text(check.servedStatus.rawValue)
    case "type": return .text(settings.kind.rawValue)
    case "ip-address": return settings.ipAddress.map { .text($0) } ?? .missing
    case "domain-name": return settings.fullyQualifiedDomainName.map { .text($0) } ?? .missing
    case "port": return settings.port.map { .number(Double($0)) } ?? .missing
    case "resource-path": return settings.resourcePath.map { .text($0) } ?? .missing
    case "request-interval": return .number(Double(settings.requestInterval))
    case "failure-threshold": return .number(Double(settings.failureThreshold))
    case "inverted": return .flag(settings.inverted)
    case "disabled": return .flag(settings.disabled)
    case "version": return .number(Double(check.version))
    case "healthy-checkers": return .number(Double(check.healthyCheckers))
    case "owner": return owner(settings.address.map { [$0] } ?? [])
    default: return .missing
    }
  }

  /// The instance that has an address now, else the resource by its name, else `nobody`.
  func owner(_ addresses: [IPv4Address]) -> Datum {
    guard let first = addresses.first else { return .missing }
    let name = world.owner(of: first)?.name ?? world.resource(at: first)?.name.withoutDot
    return .text(name ?? "nobody")
  }

  private func zone(_ query: Query, _ property: String) -> Datum {
    let found = query["name"].map { world.hostedZone($0) } ?? world.hostedZones.first
    guard let zone = found else { return .missing }
    switch property {
    case "": return .thing(zone.name.withoutDot)
    case "name": return .text(zone.name.withoutDot)
    case "id": return .text(zone.id.text)
    case "count": return .number(Double(zone.records.count))
    case "pending": return .number(Double(zone.pending.count))
    case "comment": return zone.comment.map { .text($0) } ?? .missing
    case "private": return .flag(zone.isPrivate)
    case "delegation-set": return zone.delegationSet.map { .text($0.text) } ?? .missing
    default: return .missing
    }
  }

  private func dig(_ query: Query, _ property: String) -> Datum {
    guard let text = query["name"], let name = absolute(text, zone: nil) else { return .missing }
    let type = query["type"].flatMap { RecordType(rawValue: $0.uppercased()) } ?? .a
    let question = Question(name: name, type: type)
    guard let resolver = query["resolver"] else {
      let answer = world.authoritativeAnswer(question, explaining: false)
      return property == "ttl"
        ? answer.ttl.map { .number(Double($0)) } ?? .missing
        : found(property, answer.code, answer.records, answer.addresses)
    }
    if property == "shown-ttl" { return shownTTL(question, by: resolver) }
    guard let answer = world.resolved(question, by: resolver) else { return .missing }
    if property == "ttl" {
      guard !answer.records.isEmpty else { return .missing }
      return .number(Double(Int64(answer.ttl) - (world.now - answer.fetchedAt) / 1_000))
    }
    return found(property, answer.code, answer.records, answer.addresses)
  }

  /// The TTL that the learner's latest look-up through a resolver showed, since the step began.
  private func shownTTL(_ question: Question, by resolver: String) -> Datum {
    for event in situation.since.joined().reversed() where event.at <= world.now {
      guard case .nameLookedUp(resolver, let answer, _) = event.fact,
        answer.question == question, !answer.records.isEmpty
      else { continue }
      return .number(Double(Int64(answer.ttl) - (event.at - answer.fetchedAt) / 1_000))
    }
    return .missing
  }

  private func found(
    _ property: String,
    _ code: ResponseCode,
    _ records: [ResourceRecord],
    _ addresses: [IPv4Address]
  ) -> Datum {
    switch property {
    case "": return records.isEmpty ? .missing : .thing(code.rawValue)
    case "code", "status": return .text(code.rawValue)
    case "count": return .number(Double(records.count))
    case "address":
      return addresses.count == 1 ? .text(addresses[0].description) : .missing
    case "addresses": return .list(addresses.map(\.description))
    case "values": return .list(records.map(\.data.description))
    case "owner": return owner(addresses)
    default: return .missing
    }
  }
}
