import CafeWorld
import DNS
import Route53

/// What the name servers answered to one question over time, and whose the addresses were: the
/// events of a branch, played again as far as they bear on answers.
struct AnswerHistory {
  /// A stretch in which the answer and the holders of its addresses stayed the same.
  struct Stretch: Equatable {
    let from: Instant
    let code: ResponseCode
    let addresses: [IPv4Address]
    let holders: [InstanceID?]
  }

  private(set) var stretches: [Stretch] = []

  private let question: Question
  private let rules: AnsweringRules
  private let client: AddressBlock
  private var zones: [HostedZone]
  private var health: [HealthCheckID: HealthStatus] = [:]
  private var holders: [IPv4Address: InstanceID] = [:]

  init(of question: Question, in world: World, events: [Event]) {
    self.question = question
    rules = AnsweringRules(secondaryNeedsCheck: world.rules.secondaryNeedsCheck)
    client = world.learner
    let created = events.compactMap { event -> HostedZoneID? in
      if case .hostedZoneCreated(let zone) = event.fact { zone.id } else { nil }
    }
    zones = world.hostedZones.filter { !created.contains($0.id) }.map {
      HostedZone(id: $0.id, name: $0.name, comment: $0.comment, nameServers: $0.nameServers)
    }
    for instance in world.instances {
      if let address = Self.firstAddress(of: instance, events) { holders[address] = instance.id }
    }
    look(at: Instant(milliseconds: 0))
    for event in events where take(event.fact, at: event.at) { look(at: event.at) }
  }

  /// The stretch in which a moment lies.
  func stretch(at moment: Instant) -> Stretch? { stretches.last { $0.from <= moment } }

  /// The address that an instance had before the first event.
  private static func firstAddress(of instance: Instance, _ events: [Event]) -> IPv4Address? {
    for event in events {
      switch event.fact {
      case .addressLost(instance.id, let address), .addressDisassociated(let address, instance.id):
        return address
      case .addressAssigned(instance.id, _), .addressAssociated(_, instance.id): return nil
      default: continue
      }
    }
    return instance.publicAddress
  }

  /// Takes a fact in.
  ///
  /// - Returns: whether it can change an answer or its meaning.
  private mutating func take(_ fact: Fact, at moment: Instant) -> Bool {
    switch fact {
    case .hostedZoneCreated(let zone): zones.append(zone)
    case .hostedZoneDeleted(let id): zones.removeAll { $0.id == id }
    case .recordsChanged(let id, let change):
      edit(id) {
        $0.submit(
          change.after,
          of: change.names,
          change: change.id,
          at: moment.milliseconds,
          inSyncAt: change.inSyncAt.milliseconds
        )
      }
      return false
    case .changeInSync(let id, let change): edit(id) { $0.publish(change) }
    case .healthCheckCreated(let id, _, _, let settings):
      health[id] = HealthRules.status(
        evaluated: .healthy,
        inverted: settings.inverted,
        disabled: settings.disabled
      )
    case .healthCheckDeleted(let id): health[id] = nil
    case .healthServed(let id, let status): health[id] = status
    case .addressAssigned(let id, let address), .addressAssociated(let address, let id):
      holders[address] = id
    case .addressLost(_, let address), .addressDisassociated(let address, _):
      holders[address] = nil
    default: return false
    }
    return true
  }

  private mutating func edit(_ id: HostedZoneID, _ body: (inout HostedZone) -> Void) {
    guard let index = zones.firstIndex(where: { $0.id == id }) else { return }
    body(&zones[index])
  }

  private mutating func look(at moment: Instant) {
    let statuses = health
    let found = answer(
      question,
      for: client,
      in: zones,
      knowing: Knowledge(health: { statuses[$0] }),
      rules: rules,
      draw: 0,
      explaining: false
    )
    let next = Stretch(
      from: moment,
      code: found.code,
      addresses: found.addresses,
      holders: found.addresses.map { holders[$0] }
    )
    guard let last = stretches.last else {
      stretches.append(next)
      return
    }
    guard next.addresses != last.addresses || next.holders != last.holders || next.code != last.code
    else { return }
    if last.from == moment { stretches.removeLast() }
    stretches.append(next)
  }
}
