@testable import CafeWorld
import DNS
import Route53
import Support
import Testing

/// A random history of one health check, lived through by the engine and by the reference.
struct ProbeDuel {
  private(set) var world: World
  private(set) var reference: ProbeReference
  private(set) var flips: [ProbeReference.Flip] = []
  private(set) var turns: [ProbeReference.Turn] = []
  private(set) var served: [ProbeReference.Turn] = []
  private var dice: Dice
  private var sketches = [WebsiteSketch(), WebsiteSketch()]
  private let addresses: [IPv4Address]
  private let id: HealthCheckID

  init(seed: UInt64) throws {
    var dice = Dice(seed)
    var world = Scene.cafe.world(seed: seed, profile: .nobody)
    for instance in world.instances {
      try world.perform(.allocateAddress)
      let address = try #require(world.elasticAddresses.last?.address)
      try world.perform(.associateAddress(address, instance.id))
    }
    addresses = world.elasticAddresses.map(\.address)
    let settings = Self.settings(for: addresses[0], &dice)
    try world.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    let check = try #require(world.healthCheck("it"))
    id = check.id
    reference = ProbeReference(
      check.settings,
      sketches[0],
      starts: check.checkers.map { $0.run?.first }
    )
    self.world = world
    self.dice = dice
  }

  private static func settings(
    for address: IPv4Address,
    _ dice: inout Dice
  ) -> HealthCheckSettings {
    let isTCP = dice.chance(of: 25)
    return HealthCheckSettings(
      kind: isTCP ? .tcp : .http,
      ipAddress: address.description,
      port: dice.chance(of: 90) ? 80 : 8080,
      resourcePath: isTCP ? nil : "/cafe",
      requestInterval: dice.one(of: [10, 30]),
      failureThreshold: dice.one(of: [1, 2, 2, 3, 5, 10]),
      inverted: dice.chance(of: 20),
      disabled: dice.chance(of: 10)
    )
  }

  var check: HealthCheck {
    get throws { try #require(world.healthCheck(id)) }
  }

  mutating func play(rounds: Int) throws {
    for _ in 0..<rounds {
      let pause = pause()
      if pause > 0 { note(try world.perform(.wait(pause))) }
      reference.run(to: world.now)
      try act()
    }
    note(try world.perform(.wait(5 * .minute)))
    reference.run(to: world.now)
  }

  /// Often to the very moment of something, or a millisecond beside it.
  private mutating func pause() -> Milliseconds {
    if let next = world.nextMoment, dice.chance(of: 40) {
      return min(next - world.now + dice.below(3) - 1, 10 * .minute)
    }
    return dice.chance(of: 10) ? 0 : dice.below(dice.one(of: [20, 5_000, 90_000]))
  }

  private mutating func act() throws {
    let index = Int(dice.below(2))
    if dice.chance(of: 25) { return try update() }
    let command = command(on: index)
    do { note(try world.perform(command)) } catch { return }
    if case .healEverything = command {
      for index in sketches.indices { sketches[index].note(command, at: world.now) }
    } else {
      sketches[index].note(command, at: world.now)
    }
    try look()
  }

  /// The reference sees the website that the check's address leads to.
  private mutating func look() throws {
    let watched = try check.settings.ipAddress == addresses[0].description ? 0 : 1
    reference.site = sketches[watched]
  }

  private mutating func update() throws {
    var update = HealthCheckUpdate()
    switch dice.below(4) {
    case 0: update.failureThreshold = Int(dice.below(6)) + 1
    case 1: update.ipAddress = dice.one(of: addresses).description
    case 2: update.inverted = dice.chance(of: 50)
    default: update.disabled = dice.chance(of: 50)
    }
    note(try world.perform(.updateHealthCheck(id, update)))
    let check = try check
    reference.update(
      check.settings,
      at: world.now,
      starts: check.checkers.map { $0.run?.first }
    )
    try look()
  }

  private mutating func command(on index: Int) -> Command {
    let instance = world.instances[index]
    switch dice.below(14) {
    case 0: return .kill(instance.id)
    case 1, 2: return .stopInstance(instance.id)
    case 3, 4: return .startInstance(instance.id)
    case 5: return .rebootInstance(instance.id)
    case 6, 7: return .heal(instance.id)
    case 8: return dice.chance(of: 5) ? .terminateInstance(instance.id) : .healEverything
    case 9: return .beginZoneOutage(instance.zone)
    case 10: return .endZoneOutage(instance.zone)
    case 11: return .cutOff(region: dice.one(of: HealthRules.regions), address: addresses[index])
    default:
      let time = dice.below(60_000)
      return .breakInstance(instance.id, fault(), lasting: time < 20_000 ? nil : time)
    }
  }

  private mutating func fault() -> FaultKind {
    switch dice.below(5) {
    case 0: .refuse
    case 1: .drop
    case 2: .status(dice.one(of: [200, 301, 399, 400, 404, 503]))
    case 3: .slow(dice.one(of: [500, 2_000, 2_001, 5_000]))
    default: .body("Under maintenance")
    }
  }

  private mutating func note(_ events: [Event]) {
    for event in events {
      switch event.fact {
      case .checkerTurned(_, let checker, let status):
        flips.append(.init(at: event.at, checker: checker, status: status))
      case .healthCheckTurned(_, let status): turns.append(.init(at: event.at, status: status))
      case .healthServed(_, let status): served.append(.init(at: event.at, status: status))
      default: break
      }
    }
  }
}
