import CafeWorld
import DNS
import Route53

extension Evaluator {
  /// That there are several things of a name by which a test asks for one; nil: there are none.
  ///
  /// The short language refuses a second thing of one name; the service does not.
  func namesakes(in test: Test) -> String? {
    let said = test.queries.reduce(into: [String]()) { said, query in
      guard let name = query["name"], let (count, things) = namesakes(of: name, query.kind),
        count > 1
      else { return }
      let line = "There are \(count) \(things) called \(name); the newest is looked at."
      if !said.contains(line) { said.append(line) }
    }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  private func namesakes(of name: String, _ kind: Query.Kind) -> (count: Int, things: String)? {
    let wanted = name.lowercased()
    switch kind {
    case .hc: return (world.healthChecks(named: name).count, "health checks")
    case .instance:
      return (world.instances.count { $0.name.lowercased() == wanted }, "instances")
    case .zone:
      let zone = try? DomainName(name)
      return (world.hostedZones.count { $0.name == zone }, "hosted zones")
    // Nothing of these kinds has the name of another, or several of a name are one answer.
    case .record, .alarm, .topic, .subscription, .mail, .dig, .orders, .customers: return nil
    }
  }
}
