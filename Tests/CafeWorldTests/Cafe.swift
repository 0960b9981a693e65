import CafeWorld
import DNS
import Route53
import Testing

/// The café, with what many tests set up.
struct Cafe {
  var world: World

  init(seed: UInt64 = 1, profile: CustomerProfile = .nobody) {
    world = Scene.cafe.world(seed: seed, profile: profile)
  }

  static let topic = Topic.arn(name: "alerts")

  var first: Instance {
    get throws { try #require(world.instance("CafeInstance1")) }
  }

  var second: Instance {
    get throws { try #require(world.instance("CafeInstance2")) }
  }

  var firstAddress: IPv4Address {
    get throws { try #require(try first.publicAddress) }
  }

  var secondAddress: IPv4Address {
    get throws { try #require(try second.publicAddress) }
  }

  /// Where customers are sent now.
  var answer: [IPv4Address] {
    world.authoritativeAnswer(Question(name: world.customers.name, type: .a)).addresses
  }

  var question: Question { Question(name: world.customers.name, type: .a) }

  @discardableResult
  mutating func perform(_ command: Command) throws -> [Event] {
    try world.perform(command)
  }

  @discardableResult
  mutating func wait(_ time: Milliseconds) throws -> [Event] {
    try world.perform(.wait(time))
  }

  /// A health check of an address, of the first instance's if none is given.
  @discardableResult
  mutating func watch(
    _ address: IPv4Address? = nil,
    interval: Int = 10,
    threshold: Int = 2,
    inverted: Bool = false
  ) throws -> HealthCheckID {
    let own = try first.publicAddress
    let address = try #require(address ?? own)
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: address.description,
      resourcePath: "/cafe",
      requestInterval: interval,
      failureThreshold: threshold,
      inverted: inverted
    )
    try perform(.createHealthCheck(name: "primary", callerReference: nil, settings: settings))
    return try #require(world.healthChecks.last?.id)
  }

  func status(_ id: HealthCheckID) -> HealthStatus? { world.healthCheck(id)?.status }

  /// Creates, replaces or deletes `www` records.
  @discardableResult
  mutating func change(
    _ action: ChangeAction,
    _ sets: [RecordSetRequest]
  ) throws -> [Event] {
    let zone = try #require(world.hostedZones.first?.id)
    let batch = ChangeBatch(changes: sets.map { Change(action, $0) })
    return try perform(.changeRecords(zone, batch))
  }

  func simple(_ address: IPv4Address?, ttl: Int = 60) throws -> RecordSetRequest {
    let value = try #require(address).description
    return RecordSetRequest(
      name: world.customers.name.description,
      type: "A",
      ttl: ttl,
      values: [value]
    )
  }

  /// The lab's pair: the first instance with the check, the second without, TTL 15.
  func pair(_ id: HealthCheckID) throws -> [RecordSetRequest] {
    try [(role: "PRIMARY", instance: first), (role: "SECONDARY", instance: second)]
      .map { (role: String, instance: Instance) throws -> RecordSetRequest in
        var set = try simple(instance.publicAddress, ttl: 15)
        set.setIdentifier = role
        set.failover = role
        set.healthCheckID = role == "PRIMARY" ? id.text : nil
        return set
      }
  }

  /// Alarm and topic; Sofía's subscription is confirmed if wanted.
  mutating func alarm(
    _ name: String = "down",
    on id: HealthCheckID,
    confirmed: Bool = true,
    ok: Bool = false
  ) throws {
    if world.topic(Self.topic) == nil {
      try perform(.createTopic("alerts"))
      try perform(.subscribe(topic: Self.topic, endpoint: "sofia@cafe.example"))
      if confirmed { try perform(.confirmSubscription(mail: 1)) }
    }
    try perform(
      .putAlarm(
        AlarmSettings(
          name: name,
          healthCheckID: id,
          alarmActions: [Self.topic],
          okActions: ok ? [Self.topic] : []
        )
      )
    )
  }

  func state(_ name: String = "down") -> AlarmState? { world.alarm(name)?.state }

  /// The subjects of the mails after the confirmation mail.
  var subjects: [String] { world.mails.dropFirst().map(\.subject) }
}

extension CustomerProfile {
  /// A café without customers.
  static let nobody = CustomerProfile(count: 0, periods: Array(repeating: 0, count: 24))
}

extension [Event] {
  /// The first verdict among these events.
  var firstTurn: Event? {
    first { if case .healthCheckTurned = $0.fact { true } else { false } }
  }
}
