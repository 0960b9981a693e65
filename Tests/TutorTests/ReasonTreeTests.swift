@testable import CafeWorld
import Commands
import DNS
import Route53
import Terminal
import Testing

@testable import Tutor

/// Explanations of what is hard to see: the golden texts are what a learner reads.
@Suite(.timeLimit(.minutes(1)))
struct `The reasons of an answer` {
  /// The first server is stopped and its check Web-1 unhealthy; Web-2 watches the second.
  private static func story() throws -> (world: World, checks: [HealthCheckID]) {
    var world = Scene.cafe.world(seed: 7)
    for (index, instance) in world.instances.enumerated() {
      try world.perform(
        .createHealthCheck(
          name: "Web-\(index + 1)",
          callerReference: nil,
          settings: HealthCheckSettings(
            kind: .http,
            ipAddress: instance.publicAddress?.description,
            resourcePath: "/cafe",
            requestInterval: 10,
            failureThreshold: 2
          )
        )
      )
    }
    try world.perform(.kill(world.instances[0].id))
    try world.perform(.wait(2 * .minute))
    return (world, world.healthChecks.map(\.id))
  }

  private static func set(
    _ label: String,
    _ identifier: String,
    _ routing: Routing,
    _ world: World,
    server: Int,
    check: HealthCheckID? = nil
  ) throws -> ResourceRecordSet {
    ResourceRecordSet(
      name: try DomainName("\(label).cafe.example"),
      type: .a,
      setIdentifier: identifier,
      routing: routing,
      ttl: 60,
      values: [.a(try #require(world.instances[server].publicAddress))],
      healthCheckID: check
    )
  }

  private static func alias(
    _ label: String,
    _ identifier: String,
    _ routing: Routing,
    _ world: World,
    to target: String,
    evaluates: Bool
  ) throws -> ResourceRecordSet {
    ResourceRecordSet(
      name: try DomainName("\(label).cafe.example"),
      type: .a,
      setIdentifier: identifier,
      routing: routing,
      alias: AliasTarget(
        zone: world.hostedZones[0].id,
        name: try DomainName("\(target).cafe.example"),
        evaluatesTargetHealth: evaluates
      )
    )
  }

  private static func serve(_ sets: [ResourceRecordSet], in world: World) -> World {
    var world = world
    let records = sets.reduce(world.hostedZones[0].records) { $0.applying($1) }
    let now = world.now.milliseconds
    world.hostedZones[0].submit(records, of: [], change: ChangeID("C1"), at: now, inSyncAt: now)
    world.hostedZones[0].settle(at: now)
    return world
  }

  private func explain(_ world: World, from client: AddressBlock? = nil) -> String {
    let www = Question(name: world.customers.name, type: .a)
    return Displays.drawn { display in
      Views.show(.explain(www, from: client), of: world, events: [], on: display)
    }
  }

  /// www by latency: Oregon and Ireland, each an alias of weighted servers; all of Oregon's are
  /// unhealthy.
  private func tree(evaluates: Bool) throws -> World {
    let (world, checks) = try Self.story()
    return Self.serve(
      [
        try Self.alias(
          "www",
          "Oregon",
          .latency(region: "us-west-2"),
          world,
          to: "oregon",
          evaluates: evaluates
        ),
        try Self.alias(
          "www",
          "Ireland",
          .latency(region: "eu-west-1"),
          world,
          to: "ireland",
          evaluates: true
        ),
        try Self.set("oregon", "Oregon-1", .weighted(10), world, server: 0, check: checks[0]),
        try Self.set("oregon", "Oregon-2", .weighted(20), world, server: 0, check: checks[0]),
        try Self.set("ireland", "Ireland-1", .weighted(1), world, server: 1, check: checks[1]),
      ],
      in: world
    )
  }

  @Test func `say why an alias without EvaluateTargetHealth is never backed out of`() throws {
    try expectGolden("reasons-not-evaluated", explain(try tree(evaluates: false)))
  }

  @Test func `say why a branch was backed out of`() throws {
    try expectGolden("reasons-backed-out", explain(try tree(evaluates: true)))
  }

  @Test func `say when weights of zero answer`() throws {
    let (world, checks) = try Self.story()
    let sets = [
      try Self.set("www", "Main", .weighted(100), world, server: 0, check: checks[0]),
      try Self.set("www", "Spare-1", .weighted(0), world, server: 1),
      try Self.set("www", "Spare-2", .weighted(0), world, server: 1, check: checks[1]),
    ]
    try expectGolden("reasons-zero-weights", explain(Self.serve(sets, in: world)))
  }

  @Test func `say why the primary answers when both are unhealthy`() throws {
    let (world, checks) = try Self.story()
    let sets = [
      try Self.set("www", "Main", .failover(.primary), world, server: 0, check: checks[0]),
      try Self.set("www", "Spare", .failover(.secondary), world, server: 0, check: checks[0]),
    ]
    try expectGolden("reasons-both-unhealthy", explain(Self.serve(sets, in: world)))
  }

  @Test func `say for whom an area or a block is meant`() throws {
    let (world, _) = try Self.story()
    let client = try #require(AddressBlock("86.130.0.0/16"))
    let sets = [
      try Self.set("www", "America", .geolocation(.continent("NA")), world, server: 0),
      try Self.set("www", "Britain", .geolocation(.country("GB")), world, server: 1),
      try Self.set("www", "World", .geolocation(.anywhere), world, server: 0),
    ]
    try expectGolden("reasons-geolocation", explain(Self.serve(sets, in: world), from: client))
  }

  @Test func `part where two worlds decide otherwise`() throws {
    let (one, other) = (try tree(evaluates: false), try tree(evaluates: true))
    let www = Question(name: one.customers.name, type: .a)
    let difference = try #require(ReasonDifference(www, in: one, and: other))
    #expect(difference.before?.rule == .lowestLatency && difference.after?.rule == .lowestLatency)
    #expect(
      difference.lines.map(\.text).last == "Oregon: healthy → unhealthy"
    )
    #expect(ReasonDifference(www, in: one, and: one) == nil)
    try expectGolden("reason-difference", difference.lines.map(\.text).joined(separator: "\n"))
  }
}
