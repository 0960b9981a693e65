import DNS
import OrderedCollections
import Route53

/// A health check whose endpoint is given by name, and what the name's answer depends on.
struct NamedEndpoint: Hashable, Sendable, Codable {
  let check: HealthCheckID
  /// The health checks that were looked at to choose the answer: while none of them turns, and no
  /// record changes, the answer stays what it is.
  var chosenBy: [HealthCheckID]

  /// Whether an answer may be another after a fact.
  func mayMove(after fact: Fact) -> Bool {
    if case .healthServed(let id, _) = fact { chosenBy.contains(id) } else { true }
  }
}

extension World {
  /// Where a check's requests go now, nil for nowhere, and the health checks that this hangs on.
  ///
  /// A records only (`M:HealthCheckConfig.IPAddress`); all checkers are told the same.
  func target(
    of settings: HealthCheckSettings
  ) -> (address: IPv4Address?, chosenBy: [HealthCheckID]) {
    guard let text = settings.lookedUpName else { return (settings.address, []) }
    guard let name = try? DomainName(text) else { return (nil, []) }
    var looked: [HealthCheckID] = []
    let answer = authoritativeAnswer(
      Question(name: name, type: .a),
      from: AddressBlock(.v4(HealthRules.resolvingSite.address), length: 32),
      number: 0,
      explaining: false
    ) { looked.append($0) }
    return (answer.addresses.first, looked)
  }

  /// Looks the names of endpoints up again, after an answer may have changed.
  mutating func resolveAgain(after event: Event) {
    for place in namedEndpoints.indices where namedEndpoints[place].mayMove(after: event.fact) {
      guard let index = checks.index(forKey: namedEndpoints[place].check) else { continue }
      let found = target(of: checks.values[index].settings)
      namedEndpoints[place].chosenBy = found.chosenBy
      guard found.address != checks.values[index].target else { continue }
      checks.values[index].target = found.address
      probeAgain(index, because: event.number)
    }
  }

  /// Notes where a check's requests go, and what that hangs on.
  mutating func aim(_ check: inout HealthCheck) {
    let found = target(of: check.settings)
    check.target = found.address
    guard check.settings.lookedUpName != nil else { return }
    if let place = namedEndpoints.firstIndex(where: { $0.check == check.id }) {
      namedEndpoints[place].chosenBy = found.chosenBy
    } else {
      namedEndpoints.append(NamedEndpoint(check: check.id, chosenBy: found.chosenBy))
    }
  }
}
