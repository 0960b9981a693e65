import DNS
import Route53

/// Faults that begin and end at moments, as somebody might type them one after another.
///
/// A schedule is a function of its seed, its length and the things of a world: instances, their
/// zones, and the regions that check them. What happens meanwhile does not change it.
public struct FaultSchedule: Hashable, Sendable {
  public let seed: UInt64
  public let length: Milliseconds
  /// Oldest first.
  public let faults: [Item]

  public struct Item: Hashable, Sendable {
    /// Since the schedule began, in whole seconds.
    public let at: Milliseconds
    public let command: Command
  }

  /// How long a schedule can be.
  public static let lengths: ClosedRange<Milliseconds> =
    Milliseconds.minute...(7 * Milliseconds.day)

  /// Draws a schedule: one to four episodes of trouble.
  public init(seed: UInt64, over length: Milliseconds, in world: World) {
    self.seed = seed
    self.length = length
    var draws = Draws(seed)
    let kinds = Episode.Kind.allCases.filter { $0.fits(world) }
    var items: [Item] = []
    for _ in 0..<(kinds.isEmpty ? 0 : draws.within(1...4)) {
      let episode = Episode(draws.one(of: kinds), within: length, &draws)
      items += episode.items(in: world, &draws)
    }
    // The order of drawing decides between two at one moment.
    faults = items.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map { $0.element }
  }
}

/// One piece of trouble: when it begins, and when it is over.
private struct Episode {
  let kind: Kind
  let start: Milliseconds
  let end: Milliseconds

  /// What can go wrong.
  enum Kind: CaseIterable {
    case kill, slow, errors, flap, zoneOutage, partition, allDown

    func fits(_ world: World) -> Bool {
      switch self {
      case .kill, .slow, .errors, .flap: !world.targets.isEmpty
      case .zoneOutage: !world.availabilityZones.isEmpty
      case .partition: world.targets.contains { $0.publicAddress != nil }
      case .allDown: world.targets.count > 1
      }
    }
  }

  /// It begins in the first three quarters, and lasts from 20 s up to half of the length.
  init(_ kind: Kind, within length: Milliseconds, _ draws: inout Draws) {
    self.kind = kind
    let seconds = length / .second
    let start = draws.within(0...(seconds * 3 / 4))
    self.start = start * .second
    end = (start + draws.within(20...max(30, seconds / 2))) * .second
  }

  func items(in world: World, _ draws: inout Draws) -> [FaultSchedule.Item] {
    switch kind {
    case .kill:
      let id = draws.one(of: world.targets).id
      return [item(start, .kill(id)), item(end, .heal(id))]
    case .slow:
      let time = draws.within(2...20) * .second
      return [item(start, broken(world, .slow(time), &draws))]
    case .errors: return [item(start, broken(world, .status(503), &draws))]
    case .flap: return flaps(draws.one(of: world.targets).id, &draws)
    case .zoneOutage:
      let zone = draws.one(of: world.availabilityZones)
      return [item(start, .beginZoneOutage(zone)), item(end, .endZoneOutage(zone))]
    case .partition: return partition(world, &draws)
    case .allDown:
      return world.targets.flatMap { instance -> [FaultSchedule.Item] in
        let (lag, delay) = (draws.below(10) * .second, draws.below(30) * .second)
        return [
          item(start + lag, .kill(instance.id)), item(end + delay, .heal(instance.id)),
        ]
      }
    }
  }

  private func item(_ at: Milliseconds, _ command: Command) -> FaultSchedule.Item {
    FaultSchedule.Item(at: at, command: command)
  }

  private func broken(_ world: World, _ kind: FaultKind, _ draws: inout Draws) -> Command {
    .breakInstance(draws.one(of: world.targets).id, kind, lasting: end - start)
  }

  /// A web server that dies and comes back, again and again.
  private func flaps(_ id: InstanceID, _ draws: inout Draws) -> [FaultSchedule.Item] {
    var items: [FaultSchedule.Item] = []
    var moment = start
    while moment < end {
      let (down, up) = (draws.within(5...40) * .second, draws.within(5...40) * .second)
      items.append(item(moment, .breakInstance(id, .refuse, lasting: down)))
      moment = moment + down + up
    }
    return items
  }

  /// Some of the regions that check an instance cannot reach it; customers can.
  private func partition(_ world: World, _ draws: inout Draws) -> [FaultSchedule.Item] {
    let targets = world.targets.filter { $0.publicAddress != nil }
    let instance = draws.one(of: targets)
    guard let address = instance.publicAddress else { return [] }
    let share = draws.within(1...100)
    let cut = HealthRules.regions.filter { _ in draws.chance(of: share) }
    let regions = cut.isEmpty ? [draws.one(of: HealthRules.regions)] : cut
    return regions.map { item(start, .cutOff(region: $0, address: address)) }
      + [item(end, .heal(instance.id))]
  }
}

extension World {
  /// What faults can be done to.
  fileprivate var targets: [Instance] { instances.filter { $0.state != .terminated } }
}
