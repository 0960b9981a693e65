import CafeWorld
import DNS
import Route53
import Servers
import Support
import Synchronization
import Testing

/// A world whose DNS can be asked over sockets; it stops with the test.
final class ServedCafe: Sendable {
  let server: DNSServer
  private let state: State

  private final class State: Sendable {
    let world: Mutex<World>
    let generation = Atomic<UInt64>(1)

    init(_ world: World) {
      self.world = Mutex(world)
    }

    var snapshot: Snapshot {
      world.withLock { Snapshot(generation: generation.load(ordering: .acquiring), world: $0) }
    }
  }

  init(
    sockets: Int = 1,
    limits: DNSServer.Limits = .init(),
    _ prepare: (inout World) throws -> Void = { try $0.buildPair() }
  ) throws {
    var world = Scene.cafe.world(seed: 1, profile: CustomerProfile(count: 0, periods: .quiet))
    try prepare(&world)
    let state = State(world)
    self.state = state
    server = try DNSServer.start(
      port: 0,
      sockets: sockets,
      limits: limits,
      generation: { state.generation.load(ordering: .acquiring) },
      snapshot: { state.snapshot }
    )
  }

  deinit { server.stop() }

  var world: World { state.world.withLock { $0 } }

  /// Changes the world; unless it is `silent`, its answers have another generation then.
  func change(silently: Bool = false, _ body: (inout World) throws -> Void) throws {
    try state.world.withLock { world in
      try body(&world)
      if !silently { state.generation.add(1, ordering: .releasing) }
    }
  }

  func udp() throws -> LoopbackSocket { try LoopbackSocket(stream: false, port: server.port) }

  func tcp() throws -> LoopbackSocket { try LoopbackSocket(stream: true, port: server.port) }

  /// Asks by UDP once.
  func ask(
    _ name: String,
    _ type: TypeCode = TypeCode(.a),
    _ extensions: Extensions? = nil
  ) throws -> Message {
    let socket = try udp()
    let query = Message(
      id: 0x1234,
      asking: .init(try DomainName(name), type),
      extensions: extensions
    )
    socket.send(query.octets)
    let reply = try #require(socket.receive())
    #expect(reply.count <= max(512, min(4_096, extensions?.udpMost ?? 0)))
    let message = try Message(reply.span)
    #expect(message.id == 0x1234)
    return message
  }
}

extension [Int64] {
  static let quiet: [Int64] = Array(repeating: 0, count: 24)
}

extension LoopbackSocket {
  /// Sends a message over TCP.
  func send(framed octets: [UInt8]) {
    send([UInt8(octets.count >> 8), UInt8(octets.count & 255)] + octets)
  }

  /// The next message over TCP.
  func receiveFramed() throws -> Message {
    let length = try #require(receive(count: 2))
    let octets = try #require(receive(count: Int(length[0]) << 8 | Int(length[1])))
    return try Message(octets.span)
  }
}

extension World {
  var zone: HostedZoneID {
    get throws { try #require(hostedZones.first?.id) }
  }

  func address(_ instance: String) throws -> IPv4Address {
    let instance = try #require(self.instance(instance))
    return try #require(instance.publicAddress)
  }

  mutating func create(_ sets: [RecordSetRequest]) throws {
    try perform(.changeRecords(zone, ChangeBatch(changes: sets.map { Change(.create, $0) })))
    try perform(.wait(2 * .minute))
  }

  /// The lab's pair at `www`, the primary with a health check.
  mutating func buildPair() throws {
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: try address("CafeInstance1").description,
      resourcePath: "/cafe",
      requestInterval: 10,
      failureThreshold: 2
    )
    try perform(.createHealthCheck(name: "primary", callerReference: nil, settings: settings))
    let check = try #require(healthChecks.last?.id.text)
    try create(
      [("PRIMARY", "CafeInstance1"), ("SECONDARY", "CafeInstance2")].map { role, instance in
        var set = RecordSetRequest.simple("www", [try address(instance).description], ttl: 15)
        set.setIdentifier = role
        set.failover = role
        set.healthCheckID = role == "PRIMARY" ? check : nil
        return set
      }
    )
  }
}

extension RecordSetRequest {
  /// Values of a name in cafe.example.
  static func simple(
    _ name: String,
    type: RecordType = .a,
    _ values: [String],
    ttl: Int = 60
  ) -> RecordSetRequest {
    RecordSetRequest(
      name: "\(name).cafe.example",
      type: type.rawValue,
      ttl: ttl,
      values: values
    )
  }
}
