import OrderedCollections
public import Route53

/// The whole simulated world: a value that only commands change.
///
/// `decide` may refuse a command and never changes anything; `apply` carries out what happened and
/// never refuses. The same seed and the same commands give the same world, byte for byte.
public struct World: Hashable, Sendable, Codable {
  public let seed: Seed
  public internal(set) var rules = EngineRules()
  public internal(set) var now: Instant
  /// How many events have happened.
  public internal(set) var eventCount = 0
  /// How many things have been created, so that ids never repeat.
  var created: UInt64 = 0

  public let region: String
  public internal(set) var instances: [Instance]
  public internal(set) var elasticAddresses: [ElasticAddress] = []
  /// In order of creation.
  public internal(set) var resources: [AwsResource] = []
  public internal(set) var zoneOutages: [String] = []
  public internal(set) var cutOffs: [CutOff] = []

  /// In order of creation.
  public internal(set) var hostedZones: [HostedZone]
  /// Caller references of hosted zones and delegation sets that were deleted; they cannot be used
  /// again.
  var spentZoneReferences: [String] = []
  var spentDelegationReferences: [String] = []
  /// The reusable ones, in order of creation.
  public internal(set) var delegationSets: [DelegationSet] = []
  /// In order of creation.
  public internal(set) var cidrCollections: [CidrCollection] = []
  /// How Route 53's API is broken, one fault of a kind.
  public internal(set) var controlPlaneFaults: [ControlPlaneFault] = []
  /// In order of creation.
  var checks: OrderedDictionary<HealthCheckID, HealthCheck> = [:]
  /// When health checks were created in the last 24 hours, oldest first.
  var creationTimes: [Instant] = []
  /// Caller references of health checks that were deleted; they cannot be used again.
  var spentReferences: [String] = []
  /// What the metrics of deleted health checks were, which stay.
  var formerMetrics: OrderedDictionary<HealthCheckID, FormerMetrics> = [:]
  /// In order of the checks' creation.
  var namedEndpoints: [NamedEndpoint] = []
  public internal(set) var routingControls: [RoutingControl] = []
  var submissions = Submissions()

  public internal(set) var topics: [Topic] = []
  public internal(set) var alarms: [Alarm] = []
  public let administrators: [Administrator]
  public internal(set) var mails: [Mail] = []

  public internal(set) var resolvers: [Resolver]
  public internal(set) var customers: Customers
  /// Orders that the learner placed, by hand.
  public internal(set) var ordersByHand = 0
}

extension World {
  /// What a command would bring about, without changing anything.
  ///
  /// - Throws: why the command is refused.
  public func decide(_ command: Command) throws(Rejection) -> [Event] {
    var rehearsal = Rehearsal(self)
    try rehearsal.carryOut(command)
    assert(rehearsal.world.isInOrder, "a command left the world in disorder")
    return rehearsal.events
  }

  /// Decides and applies in one go: the same events and the same world as `decide`, then `apply`.
  @discardableResult
  public mutating func perform(_ command: Command) throws(Rejection) -> [Event] {
    var rehearsal = Rehearsal(self)
    try rehearsal.carryOut(command)
    assert(rehearsal.world.isInOrder, "a command left the world in disorder")
    self = rehearsal.world
    return rehearsal.events
  }

  /// The same world under changed rules, to play out a misconception beside the truth.
  public func under(_ rules: EngineRules) -> World {
    var other = self
    other.rules = rules
    other.probeEverythingAgain()
    other.tellCustomers()
    return other
  }

  /// The next moment at which something changes by itself; nil: nothing ever does.
  public var nextMoment: Instant? {
    var agenda = Agenda(self)
    return agenda.next(in: self)?.at
  }

  /// Lets time pass event by event, as `wait` does, and stops early where `stop` says so.
  ///
  /// - Parameters:
  ///   - end: the last moment, included.
  ///   - stop: asked after each moment at which something happened.
  ///   - heeding: what must have happened at a moment for `stop` to be asked.
  /// - Returns: what happened.
  public mutating func unfold(
    until end: Instant,
    stop: (World) -> Bool = { _ in false },
    heeding: (Fact) -> Bool = { _ in true }
  ) -> [Event] {
    var rehearsal = Rehearsal(self)
    rehearsal.letTimePass(until: end, stop: stop, heeding: heeding)
    self = rehearsal.world
    return rehearsal.events
  }

  /// Lets time pass up to a moment before which nothing happens by itself.
  public mutating func passQuietly(to moment: Instant) {
    guard moment > now else { return }
    let passing = Fact.timePassed(to: moment)
    apply(Event(number: eventCount + 1, at: moment, cause: nil, fact: passing))
  }
}
