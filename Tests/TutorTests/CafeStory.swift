import CafeWorld
import DNS
import Route53

/// The story of the lab, moment by moment, with everything that happened.
struct CafeStory {
  private(set) var world = Scene.cafe.world(seed: 7)
  private(set) var events: [Event] = []
  /// The world before the last chapter.
  private(set) var before = Scene.cafe.world(seed: 7)
  /// What happened in the last chapter.
  private(set) var latest: [Event] = []

  let interval: Int
  let threshold: Int
  let ttl: Int

  enum Moment: String, CaseIterable {
    /// Nothing has been made yet.
    case opening
    /// A plain record leads to the first server.
    case simple
    /// Check, alarm, subscription and the failover pair are there, all well.
    case watched
    /// The first server has been stopped; the checkers have just begun to notice.
    case failing
    /// The traffic has moved, the mail is there.
    case failedOver
    /// The first server runs again, under another address.
    case returned
  }

  init(_ moment: Moment, interval: Int = 10, threshold: Int = 2, ttl: Int = 15) throws {
    (self.interval, self.threshold, self.ttl) = (interval, threshold, ttl)
    for chapter in Moment.allCases {
      before = world
      latest = []
      try play(chapter)
      if chapter == moment { break }
    }
  }

  mutating func perform(_ command: Command) throws {
    let new = try world.perform(command)
    events += new
    latest += new
  }

  var www: Question { Question(name: world.customers.name, type: .a) }

  var first: Instance { world.instances[0] }

  private mutating func play(_ chapter: Moment) throws {
    switch chapter {
    case .opening: break
    case .simple:
      try change([Change(.create, simple)])
      try perform(.wait(2 * .minute))
      try perform(.lookUp(www, resolver: Resolver.home))
    case .watched: try watch()
    case .failing:
      try perform(.stopInstance(first.id))
      try perform(.wait(22 * .second))
    case .failedOver: try perform(.wait(3 * .minute))
    case .returned:
      try perform(.startInstance(first.id))
      try perform(.wait(3 * .minute))
    }
  }

  private var simple: RecordSetRequest {
    RecordSetRequest(
      name: "www.cafe.example",
      type: "A",
      ttl: 60,
      values: [first.publicAddress?.description ?? ""]
    )
  }

  private mutating func change(_ changes: [Change]) throws {
    try perform(.changeRecords(world.hostedZones[0].id, ChangeBatch(changes: changes)))
  }

  private mutating func watch() throws {
    let address = first.publicAddress?.description ?? ""
    try perform(
      .createHealthCheck(
        name: "Primary-Website-Health",
        callerReference: nil,
        settings: HealthCheckSettings(
          kind: .http,
          ipAddress: address,
          resourcePath: "/cafe",
          requestInterval: interval,
          failureThreshold: threshold
        )
      )
    )
    let arn = Topic.arn(name: "Cafe-Alerts")
    try perform(.createTopic("Cafe-Alerts"))
    try perform(.subscribe(topic: arn, endpoint: "sofia@cafe.example"))
    try perform(.confirmSubscription(mail: 1))
    let check = world.healthChecks[0].id
    try perform(
      .putAlarm(
        AlarmSettings(name: "Primary-Website-Down", healthCheckID: check, alarmActions: [arn])
      )
    )
    try change([
      Change(.delete, simple),
      Change(
        .create,
        RecordSetRequest(
          name: "www.cafe.example",
          type: "A",
          setIdentifier: "FailoverPrimary",
          failover: "PRIMARY",
          ttl: ttl,
          values: [address],
          healthCheckID: check.text
        )
      ),
      Change(
        .create,
        RecordSetRequest(
          name: "www.cafe.example",
          type: "A",
          setIdentifier: "FailoverSecondary",
          failover: "SECONDARY",
          ttl: ttl,
          values: [world.instances[1].publicAddress?.description ?? ""]
        )
      ),
    ])
    try perform(.wait(5 * .minute))
  }
}
