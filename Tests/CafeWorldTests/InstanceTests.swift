import CafeWorld
import DNS
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `The life of an instance` {
  var cafe = Cafe()

  struct Phase: Sendable {
    let after: Milliseconds
    let state: InstanceState
    let reach: Reach
  }

  static let page = Reach.answers(status: 200, slow: 0, body: nil)

  /// Checks state and reach at moments counted from now.
  mutating func expect(_ phases: [Phase], at address: IPv4Address?) throws {
    let start = cafe.world.now
    let address = try #require(address)
    for phase in phases {
      if start + phase.after > cafe.world.now {
        try cafe.wait(start + phase.after - cafe.world.now)
      }
      #expect(try cafe.first.state == phase.state, "after \(phase.after) ms")
      #expect(cafe.world.reach(of: address) == phase.reach, "after \(phase.after) ms")
    }
  }

  @Test(arguments: [true, false])
  mutating func `a stop or termination refuses, drops from 5 s and is over at 30 s`(
    isStop: Bool
  ) throws {
    let (id, address) = (try cafe.first.id, try cafe.first.publicAddress)
    try cafe.perform(isStop ? .stopInstance(id) : .terminateInstance(id))
    let through: InstanceState = isStop ? .stopping : .shuttingDown
    let phases = [
      Phase(after: 0, state: through, reach: .refuses),
      Phase(after: 4_999, state: through, reach: .refuses),
      Phase(after: 5_000, state: through, reach: .silent),
      Phase(after: 29_999, state: through, reach: .silent),
      Phase(after: 30_000, state: isStop ? .stopped : .terminated, reach: .silent),
    ]
    try expect(phases, at: address)
    #expect(try cafe.first.publicAddress == nil)
  }

  @Test mutating func `a start is pending, refuses from 10 s and serves from 25 s`() throws {
    let (id, old) = (try cafe.first.id, try cafe.first.publicAddress)
    let privateAddress = try cafe.first.privateAddress
    try cafe.perform(.stopInstance(id))
    try cafe.wait(.minute)
    try cafe.perform(.startInstance(id))
    let new = try cafe.first.publicAddress
    #expect(new != nil && new != old)
    #expect(try cafe.first.privateAddress == privateAddress)
    let phases = [
      Phase(after: 0, state: .pending, reach: .silent),
      Phase(after: 9_999, state: .pending, reach: .silent),
      Phase(after: 10_000, state: .running, reach: .refuses),
      Phase(after: 24_999, state: .running, reach: .refuses),
      Phase(after: 25_000, state: .running, reach: Self.page),
    ]
    try expect(phases, at: new)
  }

  @Test mutating func `a reboot refuses for 20 s and keeps everything`() throws {
    let address = try cafe.first.publicAddress
    try cafe.perform(.rebootInstance(cafe.first.id))
    let phases = [
      Phase(after: 0, state: .running, reach: .refuses),
      Phase(after: 19_999, state: .running, reach: .refuses),
      Phase(after: 20_000, state: .running, reach: Self.page),
    ]
    try expect(phases, at: address)
    #expect(try cafe.first.publicAddress == address)
  }

  static let cures: [@Sendable (InstanceID) -> Command] = [
    { .startInstance($0) }, { .rebootInstance($0) }, { .heal($0) },
  ]

  @Test(arguments: 0..<3)
  mutating func `a killed host is silent while running, until it boots again`(cure: Int) throws {
    let (id, address) = (try cafe.first.id, try cafe.first.publicAddress)
    try cafe.perform(.kill(id))
    try expect([Phase(after: 0, state: .running, reach: .silent)], at: address)
    try expect([Phase(after: .hour, state: .running, reach: .silent)], at: address)
    try cafe.perform(Self.cures[cure](id))
    let phases = [
      Phase(after: 0, state: .running, reach: .refuses),
      Phase(after: 20_000, state: .running, reach: Self.page),
    ]
    try expect(phases, at: address)
  }

  @Test mutating func `healed in the middle of a start, it goes on starting`() throws {
    let id = try cafe.first.id
    try cafe.perform(.stopInstance(id))
    try cafe.wait(.minute)
    try cafe.perform(.startInstance(id))
    try cafe.wait(5_000)
    try cafe.perform(.kill(id))
    try cafe.perform(.heal(id))
    try cafe.wait(20_000)
    #expect(try cafe.first.state == .running)
    #expect(cafe.world.reach(of: try #require(try cafe.first.publicAddress)) == Self.page)
  }

  @Test mutating func `healed in the middle of a stop, it goes on stopping`() throws {
    let id = try cafe.first.id
    try cafe.perform(.kill(id))
    try cafe.perform(.stopInstance(id))
    try cafe.perform(.heal(id))
    try cafe.wait(30_000)
    #expect(try cafe.first.state == .stopped)
    #expect(try cafe.first.service == .silent)
  }

  @Test mutating func `each state refuses what EC2 refuses in it, and nothing changes`() throws {
    let id = try cafe.first.id
    try cafe.perform(.stopInstance(id))
    try refuses([.startInstance(id), .rebootInstance(id), .kill(id)])
    try cafe.wait(.minute)
    try refuses([.rebootInstance(id), .kill(id)])
    try cafe.perform(.startInstance(id))
    try refuses([.rebootInstance(id)])
    try cafe.perform(.terminateInstance(id))
    try cafe.wait(.minute)
    try refuses([
      .startInstance(id), .stopInstance(id), .rebootInstance(id), .kill(id),
      .breakInstance(id, .drop, lasting: nil),
    ])
  }

  @Test mutating func `what is so already is no error, and nothing happens`() throws {
    let id = try cafe.first.id
    try doesNothing(.startInstance(id))
    try cafe.perform(.stopInstance(id))
    try doesNothing(.stopInstance(id))
    try cafe.wait(.minute)
    try doesNothing(.stopInstance(id))
    try cafe.perform(.startInstance(id))
    try doesNothing(.startInstance(id))
    try cafe.perform(.terminateInstance(id))
    try doesNothing(.terminateInstance(id))
    try cafe.wait(.minute)
    try doesNothing(.terminateInstance(id))
  }

  @Test mutating func `is listed for an hour once it is terminated, and known for good`() throws {
    let id = try cafe.first.id
    try cafe.perform(.terminateInstance(id))
    try cafe.wait(Timing.stopDone)
    #expect(try cafe.first.state == .terminated)
    try cafe.wait(Milliseconds.hour - 1)
    #expect(cafe.world.listedInstances.map(\.name) == ["CafeInstance1", "CafeInstance2"])
    try cafe.wait(1)
    #expect(cafe.world.listedInstances.map(\.name) == ["CafeInstance2"])
    #expect(cafe.world.instance(id)?.state == .terminated)
    try cafe.perform(.stopInstance(try cafe.second.id))
    try cafe.wait(.day)
    #expect(cafe.world.listedInstances.map(\.name) == ["CafeInstance2"])
  }

  mutating func doesNothing(_ command: Command) throws {
    let state = try cafe.first.state
    #expect(try cafe.world.decide(command) == [], "\(state): \(command)")
  }

  mutating func refuses(_ commands: [Command]) throws {
    let (before, state) = (cafe.world, try cafe.first.state)
    for command in commands {
      let rejection = #expect(throws: Rejection.self, "\(state): \(command)") {
        try cafe.perform(command)
      }
      guard case .wrongState(_, _, state, _)? = rejection else {
        Issue.record("\(state): \(command): \(String(describing: rejection))")
        continue
      }
      #expect(cafe.world == before)
    }
  }
}
