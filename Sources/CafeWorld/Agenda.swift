import OrderedCollections
import Route53

/// What the world will do next by itself.
///
/// Computed from the state: a queue of moments, one for each thing that has something before it,
/// kept up with what happens. A moment that no longer holds is found out when its turn comes.
struct Agenda {
  private var queue = MomentQueue()
  /// The moment of each thing's one entry in the queue that counts, by kind and index.
  private var entered: [[Instant?]]
  /// The alarms and checks whose data are a check's.
  private var watchers: OrderedDictionary<HealthCheckID, [Key]> = [:]

  enum Item {
    case lifecycle(InstanceID, LifecycleStep, cause: Int)
    indirect case faultEnds(InstanceID, Fault)
    indirect case cutOffEnds(CutOff)
    case publication(HostedZoneID, ChangeID)
    case checker(HealthCheckID, site: Int, Checker.Flip)
    case push(HealthCheckID, HealthCheck.Push)
    case retirement(HealthCheckID, HealthCheck.Retirement)
    case checkEvaluation(HealthCheckID)
    indirect case refill(resolver: String, CachedAnswer, cause: Int)
    case evaluation(alarm: String)
    indirect case controlPlaneHeals(ControlPlaneFault)
  }

  /// A thing that may have something before it; at one moment the lower goes first.
  struct Key: Hashable, Comparable {
    enum Kind: Int, CaseIterable {
      case instance, network, zone, check, resolver, alarm, controlPlane

      func count(in world: World) -> Int {
        switch self {
        case .instance: world.instances.count
        case .network: 1
        case .zone: world.hostedZones.count
        case .check: world.checks.count
        case .resolver: world.resolvers.count
        case .alarm: world.alarms.count
        case .controlPlane: 1
        }
      }
    }

    let kind: Kind
    let index: Int

    static func < (left: Key, right: Key) -> Bool {
      (left.kind.rawValue, left.index) < (right.kind.rawValue, right.index)
    }
  }

  init(_ world: World) {
    entered = Key.Kind.allCases.map { Array(repeating: nil, count: $0.count(in: world)) }
    for (index, check) in world.checks.values.enumerated() {
      guard let source = check.followed?.healthCheckID else { continue }
      watchers[source, default: []].append(Key(kind: .check, index: index))
    }
    for (index, alarm) in world.alarms.enumerated() {
      let key = Key(kind: .alarm, index: index)
      watchers[alarm.settings.healthCheckID, default: []].append(key)
    }
    for kind in Key.Kind.allCases { consider(kind, world) }
  }

  /// The next thing and its moment; of several at one moment the one of the lowest key.
  mutating func next(in world: World) -> (at: Instant, item: Item)? {
    while let first = queue.first {
      queue.removeFirst()
      let (kind, index) = (first.key.kind.rawValue, first.key.index)
      guard entered[kind][index] == first.at else { continue }
      entered[kind][index] = nil
      guard let due = Self.due(first.key, world) else { continue }
      if due.at <= first.at { return due }
      enter(due.at, first.key)
    }
    return nil
  }

  /// Takes in what an event has changed.
  mutating func note(_ event: Event, _ world: World) {
    switch event.fact {
    case .checkerTurned(let id, _, _), .healthCheckTurned(let id, _), .healthServed(let id, _),
      .checkersRetired(let id, _), .metricEvaluated(let id, _):
      if let index = world.checks.index(forKey: id) { consider(.check, index, world) }
    default: break
    }
    switch event.fact {
    case .checkerTurned(let id, _, _), .healthCheckTurned(let id, _),
      .checkersRetired(let id, _):
      follow(id, world)
    case .alarmTurned: consider(.alarm, world)
    case .changeInSync: consider(.zone, world)
    case .cacheRefilled: consider(.resolver, world)
    case .controlPlaneFaultEnded: consider(.controlPlane, world)
    default: break
    }
    if event.fact.changesAnswers {
      consider(.resolver, world)
      for endpoint in world.namedEndpoints where endpoint.mayMove(after: event.fact) {
        if let index = world.checks.index(forKey: endpoint.check) { consider(.check, index, world) }
      }
    }
    guard let addresses = world.endpoints(touchedBy: event.fact) else { return }
    consider(.instance, world)
    consider(.network, world)
    for index in world.checks.elements.indices {
      guard let target = world.checks.values[index].target, addresses.contains(target) else {
        continue
      }
      consider(.check, index, world)
    }
  }

  /// What hangs on a check's status or counts.
  private mutating func follow(_ id: HealthCheckID, _ world: World) {
    guard let index = world.checks.index(forKey: id) else { return }
    for key in watchers[id] ?? [] { consider(key.kind, key.index, world) }
    for parent in world.checks.values[index].parents {
      for key in watchers[parent] ?? [] { consider(key.kind, key.index, world) }
    }
  }

  private mutating func consider(_ kind: Key.Kind, _ world: World) {
    for index in entered[kind.rawValue].indices { consider(kind, index, world) }
  }

  private mutating func enter(_ at: Instant, _ key: Key) {
    guard entered[key.kind.rawValue][key.index] != at else { return }
    entered[key.kind.rawValue][key.index] = at
    queue.insert(at, key)
  }

  private mutating func consider(_ kind: Key.Kind, _ index: Int, _ world: World) {
    let key = Key(kind: kind, index: index)
    if let due = Self.due(key, world) {
      enter(due.at, key)
    } else {
      entered[kind.rawValue][index] = nil
    }
  }
}
