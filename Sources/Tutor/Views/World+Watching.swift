import CafeWorld
import Route53

extension World {
  /// What a check's status rests on: `15 of 16 checkers healthy`, `2 of 3 children healthy`.
  func standing(of check: HealthCheck) -> String {
    if check.settings.disabled {
      return check.settings.kind.hasEndpoint ? "disabled: nobody looks" : "disabled"
    }
    return evidence(of: check) + (check.settings.inverted ? ", inverted" : "")
  }

  private func evidence(of check: HealthCheck) -> String {
    switch check.settings.kind {
    case .http, .https, .httpStringMatch, .httpsStringMatch, .tcp:
      return "\(check.healthyCheckers) of \(check.checkers.count) checkers healthy"
    case .calculated:
      let children = check.settings.childHealthChecks?.count ?? 0
      return "\(healthyChildren(of: check)) of \(children) children healthy, "
        + "\(check.settings.healthThreshold ?? 0) wanted"
    case .cloudWatchMetric:
      return check.dataState == .insufficientData
        ? "the alarm's data are missing" : "the alarm's data say \(check.dataState.rawValue)"
    case .recoveryControl:
      let control = routingControl(check.settings.routingControlARN ?? "")
      return "\(control?.name ?? "the routing control") is \(control?.isOn == true ? "on" : "off")"
    }
  }

  /// The same in a narrow column.
  func shortStanding(of check: HealthCheck) -> String {
    if check.settings.disabled { return "disabled" }
    return shortEvidence(of: check) + (check.settings.inverted ? ", inverted" : "")
  }

  private func shortEvidence(of check: HealthCheck) -> String {
    switch check.settings.kind {
    case .http, .https, .httpStringMatch, .httpsStringMatch, .tcp:
      return "\(check.healthyCheckers) of \(check.checkers.count)"
    case .calculated:
      return "\(healthyChildren(of: check)) of \(check.settings.childHealthChecks?.count ?? 0)"
    case .cloudWatchMetric: return check.dataState.rawValue
    case .recoveryControl:
      let control = routingControl(check.settings.routingControlARN ?? "")
      return control?.isOn == true ? "on" : "off"
    }
  }

  /// What a health check looks at: `http://34.210.10.17:80/cafe`.
  func target(of settings: HealthCheckSettings) -> String {
    let host = settings.ipAddress ?? settings.fullyQualifiedDomainName ?? "nothing"
    let place = host + (settings.port.map { ":\($0)" } ?? "")
    let page = "\(place)\(settings.resourcePath ?? "/")"
    switch settings.kind {
    case .http: return "http://\(page)"
    case .https: return "https://\(page)"
    case .httpStringMatch: return "\"\(settings.searchString ?? "")\" in http://\(page)"
    case .httpsStringMatch: return "\"\(settings.searchString ?? "")\" in https://\(page)"
    case .tcp: return "TCP \(place)"
    case .calculated:
      let names = (settings.childHealthChecks ?? []).map { name(of: $0) }
      return names.isEmpty ? "no other checks" : "the health of \(listed(names))"
    case .cloudWatchMetric: return "the data of the alarm \(settings.alarmIdentifier?.name ?? "?")"
    case .recoveryControl:
      let arn = settings.routingControlARN ?? ""
      return "the routing control \(routingControl(arn)?.name ?? arn)"
    }
  }

  /// What a check watches, with whose page that is: `http://34.210.10.17:80/cafe (CafeInstance1)`.
  func watching(_ check: HealthCheck) -> String {
    let target = target(of: check.settings)
    return check.settings.kind.hasEndpoint ? "\(target) (\(watched(by: check)))" : target
  }

  /// Whose page a health check fetches: an instance's name, or `nobody`.
  func watched(by check: HealthCheck) -> String {
    check.target.map(holder) ?? "nobody"
  }
}

extension HealthCheckSettings {
  /// `every 10 s, 2 in a row`, and what else is not as usual.
  var rhythm: String {
    guard kind.hasEndpoint else { return "follows at once" }
    let places = regions.map { ", from \(listed($0))" } ?? ""
    return "every \(requestInterval) s, \(failureThreshold) in a row\(places)"
  }
}
