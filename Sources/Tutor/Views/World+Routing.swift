import CafeWorld
import DNS
import Route53

extension World {
  /// What Route 53 chooses a record set by: `primary`, `weight 10 of 40`, `latency us-west-2`.
  ///
  /// `sets` are those of its name and type, itself among them.
  func routing(of set: ResourceRecordSet, among sets: [ResourceRecordSet]) -> String {
    switch set.routing {
    case .simple: return "simple"
    case .weighted(let weight):
      let sum = sets.reduce(0) { sum, set in
        if case .weighted(let weight) = set.routing { sum + weight } else { sum }
      }
      return "weight \(weight) of \(sum)"
    case .latency(let region): return "latency \(region)"
    case .failover(let role): return role.word
    case .geolocation(.anywhere): return "any other place"
    case .geolocation(let location): return location.description
    case .geoproximity(let location): return "near \(location)"
    case .multivalue: return "multivalue"
    case .ipBased(let location):
      let name = name(of: location.collection)
      return location.location == CidrLocation.anywhere
        ? "any other address" : "addresses \(name)/\(location.location)"
    }
  }

  /// The record sets of a set's name and type, as lists show them.
  func group(of set: ResourceRecordSet, in zone: HostedZone) -> [ResourceRecordSet] {
    zone.records.sets(name: set.name, type: set.type)
  }

  /// The served record sets that can become the answer to a question, each behind the one of the
  /// asked name through which it is reached; aliases are followed within their zone.
  func branches(of question: Question) -> [Branch] {
    guard let zone = authoritativeAnswer(question).zone.flatMap({ hostedZone($0) }) else {
      return []
    }
    return zone.served.sets(name: question.name, type: question.type).flatMap { set in
      leaves(of: set, in: zone, seen: [set.name]).map { Branch(root: set, path: $0) }
    }
  }

  private func leaves(
    of set: ResourceRecordSet,
    in zone: HostedZone,
    seen: [DomainName]
  ) -> [[ResourceRecordSet]] {
    guard let alias = set.alias, alias.zone == zone.id, !seen.contains(alias.name) else {
      return [[set]]
    }
    let targets = zone.served.sets(name: alias.name, type: set.type)
    return targets.flatMap { target in
      leaves(of: target, in: zone, seen: seen + [alias.name]).map { [set] + $0 }
    }
  }

  /// Whether a health check on the way is unhealthy, as the name servers know it.
  func isUnhealthy(_ branch: Branch) -> Bool {
    branch.path.contains { set in
      set.healthCheckID.flatMap { healthCheck($0) }?.servedStatus == .unhealthy
    }
  }

  /// Whether a draw could take this way: it is not unhealthy, and no weight on it is 0.
  func isEligible(_ branch: Branch) -> Bool {
    !isUnhealthy(branch) && !branch.path.contains { $0.routing == .weighted(0) }
  }

  /// A way from a record set of the asked name to one that holds values or leads out of the zone.
  struct Branch {
    let root: ResourceRecordSet
    /// From the root on; the last has the values.
    let path: [ResourceRecordSet]

    var leaf: ResourceRecordSet { path.last ?? root }
  }
}

extension [World.Branch] {
  /// How it is chosen, where not everybody gets the same answer: `by health, then by weight`; nil:
  /// everybody does.
  var choice: String? {
    let longest = map(\.path.count).max() ?? 0
    var policies: [Routing.Policy] = []
    for depth in 0..<longest {
      for branch in self where depth < branch.path.count {
        let policy = branch.path[depth].routing.policy
        if policy != .simple, !policies.contains(policy) { policies.append(policy) }
      }
    }
    guard policies.contains(where: { $0 != .failover }) else { return nil }
    return policies.map(\.manner).joined(separator: ", then ")
  }
}

extension Routing.Policy {
  /// How it chooses: `by weight`.
  var manner: String {
    switch self {
    case .simple: "always the same"
    case .failover: "by health"
    case .weighted: "by weight"
    case .latency: "by latency"
    case .geolocation: "by location"
    case .geoproximity: "by distance"
    case .multivalue: "with up to eight that are healthy"
    case .ipBased: "by the client's address"
    }
  }
}
