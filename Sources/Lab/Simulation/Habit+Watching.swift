import CafeWorld
import DNS
import Route53

extension Habit {
  static let healthChecks: [Habit] = [
    Habit("create a health check") { draws, world in
      .createHealthCheck(
        name: draws.one(of: ["it", "other", ""]),
        callerReference: draws.chance(of: 20) ? "again" : nil,
        settings: draws.settings(world)
      )
    },
    Habit("delete a health check") { draws, world in .deleteHealthCheck(draws.check(world)) },
    Habit("rename a health check") { draws, world in
      .renameHealthCheck(draws.check(world), draws.one(of: ["it", "other"]))
    },
    Habit("update a health check") { draws, world in
      .updateHealthCheck(draws.check(world), draws.update(world))
    },
  ]

  static let routingControls: [Habit] = [
    Habit("create a routing control") { draws, _ in
      .createRoutingControl(draws.one(of: ["Oregon", "Ohio", ""]))
    },
    Habit("turn a routing control") { draws, world in
      let known = world.routingControls.map(\.arn)
      let arn = known.isEmpty ? "arn:none" : draws.one(of: known)
      return .setRoutingControl(arn: arn, isOn: draws.chance(of: 50))
    },
  ]
}

extension Draws {
  mutating func check(_ world: World) -> HealthCheckID {
    let known = world.healthChecks.map(\.id)
    return known.isEmpty || chance(of: 5) ? HealthCheckID("none") : one(of: known)
  }

  /// Settings of a new check of any kind.
  fileprivate mutating func settings(_ world: World) -> HealthCheckSettings {
    switch below(10) {
    case 0:
      return .calculated(
        (0..<below(4)).map { (_: Int64) in check(world) },
        threshold: Int(below(4)),
        inverted: chance(of: 10)
      )
    case 1:
      let alarm = AlarmIdentifier(region: Topic.region, name: one(of: ["a", "b"]))
      return .metric(of: alarm, insufficient: one(of: InsufficientDataStatus.allCases))
    case 2: return .routingControl(world.routingControls.last?.arn ?? "arn:none")
    default: return endpoint(world)
    }
  }

  private mutating func endpoint(_ world: World) -> HealthCheckSettings {
    let byName = chance(of: 10)
    var settings = HealthCheckSettings(
      kind: one(of: [
        .http, .http, .http, .tcp, .https, .httpStringMatch, .httpsStringMatch,
      ]),
      ipAddress: byName ? nil : chance(of: 90) ? address(world).description : "10.0.0.1",
      fullyQualifiedDomainName: byName ? "www.cafe.example" : nil,
      port: one(of: [80, 80, 80, 80, 443, 0]),
      resourcePath: one(of: [nil, "/cafe", "/nowhere"]),
      requestInterval: one(of: [10, 30]),
      failureThreshold: one(of: [1, 2, 3, 11]),
      inverted: chance(of: 10),
      disabled: chance(of: 10)
    )
    if settings.kind == .tcp { settings.resourcePath = nil }
    if settings.kind.matchesString { settings.searchString = one(of: ["Menu", "x", nil]) }
    if settings.kind.isEncrypted, chance(of: 30) { settings.enablesSNI = chance(of: 50) }
    if chance(of: 10) { settings.measuresLatency = true }
    if chance(of: 20) { settings.regions = regions() }
    return settings
  }

  /// Some regions to check from; fewer than three are refused.
  private mutating func regions() -> [String] {
    HealthRules.regions.filter { _ in chance(of: 50) }
  }

  fileprivate mutating func update(_ world: World) -> HealthCheckUpdate {
    var update = HealthCheckUpdate()
    switch below(13) {
    case 0: update.ipAddress = address(world).description
    case 1: update.disabled = chance(of: 50)
    case 2: update.inverted = chance(of: 50)
    case 3: update.regions = regions()
    case 4: update.healthThreshold = Int(below(4))
    case 5: update.resets = [one(of: ResettableElement.allCases)]
    case 6: update.resourcePath = one(of: ["/cafe", "/nowhere"])
    case 7: update.childHealthChecks = (0..<below(4)).map { (_: Int64) in check(world) }
    case 8: update.insufficientDataStatus = one(of: InsufficientDataStatus.allCases)
    case 9:
      update.alarmIdentifier = AlarmIdentifier(region: Topic.region, name: one(of: ["a", "b"]))
    case 10: update.searchString = one(of: ["Menu", "x"])
    case 11: update.version = Int(below(4))
    case 12: update.enablesSNI = chance(of: 50)
    default: update.failureThreshold = Int(below(12))
    }
    return update
  }
}
