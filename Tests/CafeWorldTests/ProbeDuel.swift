@testable import CafeWorld
import DNS
import Route53
import Support
import Testing

/// A random history of one health check, lived through by the engine and by the reference.
///
/// The check has an address, or a name whose record leads now to one website, now to the other, or
/// nowhere.
struct ProbeDuel {
  private(set) var world: World
  private(set) var reference: ProbeReference
  private(set) var flips: [ProbeReference.Flip] = []
  private(set) var turns: [ProbeReference.Turn] = []
  private(set) var served: [ProbeReference.Turn] = []
  private var dice: Dice
  private var sketches: [WebsiteSketch]
  private let addresses: [IPv4Address]
  private let id: HealthCheckID
  private let isNamed: Bool
  /// Where the endpoint's name leads from a moment on, as an index of the addresses.
  private var moves: [(at: Instant, to: Int?)] = []
  private var led: Int? = 0

  static let name = "api.cafe.example"

  init(seed: UInt64) throws {
    var dice = Dice(seed)
    var world = Scene.cafe.world(seed: seed, profile: .nobody)
    for instance in world.instances {
      try world.perform(.allocateAddress())
      let address = try #require(world.elasticAddresses.last?.address)
      try world.perform(.associateAddress(address, instance.id))
    }
    addresses = world.elasticAddresses.map(\.address)
    isNamed = dice.chance(of: 25)
    if isNamed {
      _ = try Self.lead(to: addresses[0], .create, in: &world)
      try world.perform(.wait(2 * .minute))
    }
    let settings = Self.settings(for: isNamed ? nil : addresses[0], &dice)
    try world.perform(.createHealthCheck(name: "it", callerReference: nil, settings: settings))
    let check = try #require(world.healthCheck("it"))
    id = check.id
    sketches = world.instances.map { WebsiteSketch(name: $0.name) }
    reference = ProbeReference(check.settings, starts: check.starts)
    self.world = world
    self.dice = dice
    look()
  }

  /// - Returns: when the name servers answer so.
  private static func lead(
    to address: IPv4Address,
    _ action: ChangeAction,
    in world: inout World
  ) throws -> Instant {
    let set = RecordSetRequest(
      name: name,
      type: "A",
      ttl: 60,
      values: [address.description]
    )
    let zone = try #require(world.hostedZones.first?.id)
    let batch = ChangeBatch(changes: [Change(action, set)])
    let events = try world.perform(.changeRecords(zone, batch))
    guard case .recordsChanged(_, let change)? = events.first?.fact else { return world.now }
    return change.inSyncAt
  }

  private static func settings(
    for address: IPv4Address?,
    _ dice: inout Dice
  ) -> HealthCheckSettings {
    let kind = dice.one(of: [
      HealthCheckKind.http, .http, .https, .httpStringMatch, .httpsStringMatch, .tcp,
    ])
    let usual = kind.isEncrypted ? 443 : 80
    let isNamedToo = kind != .tcp && dice.chance(of: 50)
    return HealthCheckSettings(
      kind: kind,
      ipAddress: address?.description,
      fullyQualifiedDomainName: address == nil || isNamedToo ? name : nil,
      port: dice.chance(of: 90) ? usual : dice.one(of: [80, 443, 8080]),
      resourcePath: kind == .tcp ? nil : dice.one(of: ["/cafe", "/cafe/"]),
      searchString: kind.matchesString ? dice.one(of: ["Server", "moved", "soup"]) : nil,
      requestInterval: dice.one(of: [10, 30]),
      failureThreshold: dice.one(of: [1, 2, 2, 3, 5, 10]),
      inverted: dice.chance(of: 20),
      disabled: dice.chance(of: 10),
      enablesSNI: kind.isEncrypted && dice.chance(of: 30) ? false : nil,
      regions: dice.chance(of: 30) ? someRegions(&dice) : nil
    )
  }

  private static func someRegions(_ dice: inout Dice) -> [String] {
    let start = Int(dice.below(6))
    return Array(HealthRules.regions[start..<min(8, start + 3 + Int(dice.below(3)))])
  }

  var check: HealthCheck {
    get throws { try #require(world.healthCheck(id)) }
  }

  mutating func play(rounds: Int) throws {
    for _ in 0..<rounds {
      let pause = pause()
      if pause > 0 { note(try world.perform(.wait(pause))) }
      catchUp()
      try act()
    }
    note(try world.perform(.wait(dice.chance(of: 15) ? 61 * .minute : 5 * .minute)))
    catchUp()
  }

  /// Lets the reference live up to now, past the moments at which the name led elsewhere.
  private mutating func catchUp() {
    while let move = moves.first, move.at <= world.now {
      reference.run(to: move.at)
      led = move.to
      moves.removeFirst()
      look()
    }
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
    if isNamed, dice.chance(of: 15) { return try lead(to: index) }
    if dice.chance(of: 25) { return try update() }
    let command = command(on: index)
    guard let events = try? world.perform(command) else { return }
    note(events)
    // What is so already is no error, and nothing happens.
    if events.isEmpty { return }
    if case .healEverything = command {
      for index in sketches.indices { sketches[index].note(command, at: world.now) }
    } else {
      sketches[index].note(command, at: world.now)
    }
    look()
  }

  private mutating func lead(to index: Int) throws {
    if dice.chance(of: 25) {
      let events = try deleteRecord()
      guard case .recordsChanged(_, let change)? = events.first?.fact else { return }
      moves.append((change.inSyncAt, nil))
    } else {
      moves.append((try Self.lead(to: addresses[index], .upsert, in: &world), index))
    }
  }

  private mutating func deleteRecord() throws -> [Event] {
    let zone = try #require(world.hostedZones.first)
    let sets = zone.records.all.filter { $0.type == .a }
    guard !sets.isEmpty else { return [] }
    let batch = ChangeBatch(changes: sets.map { Change(.delete, $0.request) })
    return try world.perform(.changeRecords(zone.id, batch))
  }

  /// The reference sees the website that the check's address or name leads to.
  private mutating func look() {
    let address = isNamed ? led.map { addresses[$0].description } : reference.settings.ipAddress
    let watched = addresses.firstIndex { $0.description == address }
    reference.site = watched.map { sketches[$0] }
    reference.resolved = isNamed ? watched.map { addresses[$0] } : nil
  }

  private mutating func update() throws {
    var update = HealthCheckUpdate()
    switch dice.below(6) {
    case 0: update.failureThreshold = Int(dice.below(6)) + 1
    case 1: update.ipAddress = isNamed ? nil : dice.one(of: addresses).description
    case 2: update.inverted = dice.chance(of: 50)
    case 3: update.regions = Self.someRegions(&dice)
    case 4: update.resets = [.regions]
    default: update.disabled = dice.chance(of: 50)
    }
    note(try world.perform(.updateHealthCheck(id, update)))
    let check = try check
    reference.update(check.settings, at: world.now, starts: check.starts)
    look()
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
    case 11:
      let region = dice.one(of: HealthRules.regions)
      let place = region + dice.one(of: ["", "", "a", "b"])
      let time = dice.chance(of: 50) ? nil : 1 + dice.below(90_000)
      return .cutOff(region: place, address: addresses[index], lasting: time)
    default:
      let time = dice.below(60_000)
      return .breakInstance(instance.id, fault(), lasting: time < 20_000 ? nil : time)
    }
  }

  private mutating func fault() -> FaultKind {
    switch dice.below(8) {
    case 0: .refuse
    case 1: .drop
    case 2: .status(dice.one(of: [200, 301, 399, 400, 404, 503]))
    case 3: .slow(dice.one(of: [500, 2_000, 2_001, 5_000]))
    case 4: .slowConnection(dice.one(of: [1_500, 4_000, 4_001, 10_000, 10_001]))
    case 5: .handshake(dice.one(of: HandshakeFault.allCases))
    case 6: .body("Under maintenance")
    default:
      .page(
        ResponseBody(
          dice.one(of: ["Server", "has moved", "tea"]),
          offset: dice.one(of: [0, 5_000, 5_114, 5_120]),
          encoding: dice.one(of: ResponseBody.Encoding.allCases),
          delayMilliseconds: dice.one(of: [0, 900, 2_000, 2_001])
        )
      )
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

extension HealthCheck {
  /// When the checkers' present runs began, by site.
  fileprivate var starts: [Instant?] {
    HealthRules.sites.map { checker(at: $0.index)?.run?.first }
  }
}
