import CafeWorld
import Commands
import DNS
import Route53

/// The small changes that are worth a try in a world: for each setting of the learner's own things
/// each other value, and each thing that is missing.
///
/// Values come from the world's things, from the usual ones, and from what the test itself names.
struct RepairTable {
  let world: World
  let numbers: [Int]
  let texts: [String]
  /// What the test asks for.
  let queries: [Query]

  init(_ world: World, _ test: Test) {
    self.world = world
    queries = test.queries
    numbers = test.literals.compactMap { literal in
      if case .number(let number) = literal { Int(exactly: number) } else { nil }
    }
    texts = test.literals.compactMap { literal in
      switch literal {
      case .text(let text), .word(let text): text
      case .query, .number, .duration, .percent, .secondsUntil, .share: nil
      }
    }
  }

  /// The lines of each change, the nearest changes first: what is set at checks, records and
  /// alarms, and who is told; then what leads elsewhere; then what is missing; then what turns
  /// things round.
  var edits: [[String]] {
    let checks = world.healthChecks
    let near = checks.flatMap { settings(of: $0) } + records { settings(of: $0, $1) }
    let elsewhere = checks.flatMap { targets(of: $0) } + records { targets(of: $0, $1) }
    let round = checks.flatMap { turns(of: $0) } + records { turns(of: $0, $1) }
    return single(near + alarms + subscriptions + elsewhere) + creations + conversions
      + single(addresses + servers + round)
  }

  private func single(_ lines: [String]) -> [[String]] { lines.map { [$0] } }

  func lines(_ verb: String, _ options: [String]) -> [String] {
    options.reduce(into: []) { kept, option in
      let line = "\(verb) \(option)"
      if !kept.contains(line) { kept.append(line) }
    }
  }

  private func verb(_ check: HealthCheck) -> String {
    let isOnly = world.healthChecks(named: check.name).count == 1
    return "update health-check \(quoted(isOnly ? check.name : check.id.text))"
  }

  private func settings(of check: HealthCheck) -> [String] {
    let settings = check.settings
    var options = settings.disabled ? ["--enabled"] : []
    if settings.kind.hasEndpoint {
      options += choices([1, 2, 3], 1...10, but: settings.failureThreshold)
        .map { "--failure-threshold \($0)" }
      options += choices([80], 1...65_535, but: settings.port).map { "--port \($0)" }
      options += paths.filter { $0 != settings.resourcePath }
        .map { "--resource-path \(quoted($0))" }
      if settings.regions != nil { options.append("--reset Regions") }
    }
    if settings.kind == .calculated {
      let count = settings.childHealthChecks?.count ?? 0
      options += choices(Array(0...count), 0...256, but: settings.healthThreshold)
        .map { "--health-threshold \($0)" }
    }
    return lines(verb(check), options)
  }

  private func targets(of check: HealthCheck) -> [String] {
    guard check.settings.kind.hasEndpoint else { return [] }
    let others = places.filter { $0.address.description != check.settings.ipAddress }
    return lines(verb(check), others.map { "--ip-address \($0.name)" })
  }

  private func turns(of check: HealthCheck) -> [String] {
    lines(verb(check), [check.settings.inverted ? "--not-inverted" : "--inverted"])
  }

  /// The usual values of a setting and those that the test names, as far as they are allowed.
  func choices(_ usual: [Int], _ allowed: ClosedRange<Int>, but present: Int?) -> [Int] {
    (usual + numbers).filter { allowed.contains($0) && $0 != present }
  }

  var paths: [String] { ["/cafe", "/cafe/", "/"] + texts.filter { $0.hasPrefix("/") } }

  var places: [(name: String, address: IPv4Address)] {
    world.instances.compactMap { instance in
      instance.publicAddress.map { (quoted(instance.name), $0) }
    }
  }

  private var alarms: [String] {
    world.alarms.flatMap { alarm in
      let verb = "update alarm \(quoted(alarm.name))"
      let settings = alarm.settings
      return world.healthChecks.filter { $0.id != settings.healthCheckID && !$0.name.isEmpty }
        .map { "\(verb) --health-check \(quoted($0.name))" }
        + world.topics.filter { settings.alarmActions != [$0.arn] }
        .map { "\(verb) --topic \(quoted($0.name))" }
        + world.topics.filter { settings.okActions != [$0.arn] }
        .map { "\(verb) --ok-action \(quoted($0.name))" }
    }
  }

  private var subscriptions: [String] {
    world.topics.flatMap { topic in
      world.administrators.compactMap { person -> String? in
        let own = topic.subscriptions.first { $0.endpoint == person.address }
        guard let own else { return "subscribe \(quoted(topic.name)) \(person.address)" }
        return own.isConfirmed ? nil : "confirm \(person.address)"
      }
    }
  }

  private var addresses: [String] {
    world.elasticAddresses.flatMap { elastic in
      world.instances.filter { $0.id != elastic.instance }.map {
        "associate address \(quoted($0.name)) --address \(elastic.address)"
      }
    } + ["allocate address"] + world.instances.map { "associate address \(quoted($0.name))" }
  }

  private var servers: [String] {
    world.instances.flatMap { instance in
      ["start \(quoted(instance.name))", "heal \(quoted(instance.name))"]
    } + world.zoneOutages.map { "heal \($0)" }
  }
}

extension Test {
  /// The literal values with which the test compares.
  fileprivate var literals: [Value] {
    switch self {
    case .not(let test), .at(_, let test), .under(_, let test): test.literals
    case .all(let tests), .any(let tests): tests.flatMap(\.literals)
    case .compare(let left, _, let right): left.literals + right.literals
    case .among(let value, let others): value.literals + others.flatMap(\.literals)
    case .matches(let value, _), .exists(let value), .holds(let value): value.literals
    }
  }
}

extension Value {
  fileprivate var literals: [Value] {
    switch self {
    case .secondsUntil(let test), .share(_, let test): test.literals
    case .query: []
    case .text, .word, .number, .duration, .percent: [self]
    }
  }
}
