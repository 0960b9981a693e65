import CafeWorld
import DNS
import Foundation
import Route53
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `Elastic IP addresses` {
  var cafe = Cafe()

  mutating func associate() throws -> IPv4Address {
    try cafe.perform(.allocateAddress())
    let address = try #require(cafe.world.elasticAddresses.last?.address)
    try cafe.perform(.associateAddress(address, cafe.first.id))
    return address
  }

  @Test mutating func `takes the place of the automatic address and stays over a stop`() throws {
    let old = try cafe.firstAddress
    let address = try associate()
    #expect(cafe.world.reach(of: old) == .silent)
    #expect(cafe.world.reach(of: address).takesOrders)
    try cafe.perform(.stopInstance(cafe.first.id))
    try cafe.wait(.minute)
    #expect(try cafe.first.publicAddress == address)
    #expect(cafe.world.reach(of: address) == .silent)
    try cafe.perform(.startInstance(cafe.first.id))
    try cafe.wait(.minute)
    #expect(try cafe.first.publicAddress == address)
    #expect(cafe.world.reach(of: address).takesOrders)
  }

  @Test mutating func `leaves a terminated instance and can be given back`() throws {
    let address = try associate()
    #expect(throws: Rejection.addressInUse(address.description, by: "CafeInstance1")) {
      try cafe.perform(.releaseAddress(address))
    }
    try cafe.perform(.terminateInstance(cafe.first.id))
    try cafe.wait(.minute)
    #expect(try cafe.first.publicAddress == nil)
    #expect(cafe.world.elasticAddresses.count { $0.instance == nil } == 1)
    try cafe.perform(.releaseAddress(address))
    #expect(cafe.world.elasticAddresses.isEmpty)
  }

  @Test mutating func `moves from one instance to the other`() throws {
    let address = try associate()
    try cafe.perform(.associateAddress(address, cafe.second.id))
    #expect(cafe.world.owner(of: address)?.name == "CafeInstance2")
    try cafe.perform(.disassociateAddress(address))
    #expect(cafe.world.owner(of: address) == nil)
    #expect(throws: (any Error).self) { try cafe.perform(.disassociateAddress(address)) }
  }

  @Test mutating func `leaves a running instance with an address of EC2's own again`() throws {
    let before = try cafe.firstAddress
    let address = try associate()
    let events = try cafe.perform(.associateAddress(address, cafe.second.id))
    let drawn = try cafe.firstAddress
    #expect(drawn != address && drawn != before)
    #expect(cafe.world.reach(of: drawn).takesOrders)
    let id = try cafe.first.id
    let gone = events.first { $0.fact == .addressDisassociated(address, id) }
    let given = events.first { $0.fact == .addressAssigned(id, drawn) }
    #expect(gone != nil && given?.cause == gone?.number)
    try cafe.perform(.stopInstance(cafe.second.id))
    try cafe.wait(.minute)
    try cafe.perform(.disassociateAddress(address))
    #expect(try cafe.second.publicAddress == nil)
    try cafe.perform(.startInstance(cafe.second.id))
    #expect(try cafe.second.publicAddress != nil)
  }

  @Test mutating func `are five at most`() throws {
    for _ in 0..<5 { try cafe.perform(.allocateAddress()) }
    #expect(Set(cafe.world.elasticAddresses.map(\.address)).count == 5)
    #expect(throws: Rejection.limitReached("Elastic IP", most: 5)) {
      try cafe.perform(.allocateAddress())
    }
  }

  @Test mutating func `belong to a region, each with five of its own`() throws {
    for _ in 0..<5 { try cafe.perform(.allocateAddress(region: "eu-west-1")) }
    #expect(throws: Rejection.limitReached("Elastic IP", most: 5)) {
      try cafe.perform(.allocateAddress(region: "eu-west-1"))
    }
    try cafe.perform(.allocateAddress())
    #expect(cafe.world.elasticAddresses.map(\.region).suffix(2) == ["eu-west-1", "us-west-2"])
    let far = try #require(cafe.world.elasticAddresses.first?.address)
    #expect(
      throws: Rejection.otherRegion("\(far)", of: "eu-west-1", "CafeInstance1", in: "us-west-2")
    ) {
      try cafe.perform(.associateAddress(far, cafe.first.id))
    }
    #expect(throws: Rejection.unknown(.region, "us-west-9")) {
      try cafe.perform(.allocateAddress(region: "us-west-9"))
    }
  }

  /// Rows 76 and 77 of the golden cases: the classic trap, and the way around it.
  @Test(arguments: [false, true])
  mutating func `decide whether a stopped and started primary comes back`(
    isElastic: Bool
  ) throws {
    if isElastic { _ = try associate() }
    let check = try cafe.watch()
    let (old, standby) = (try cafe.firstAddress, try cafe.secondAddress)
    try cafe.change(.create, cafe.pair(check))
    try cafe.wait(5 * .minute)
    try cafe.perform(.stopInstance(cafe.first.id))
    try cafe.wait(5 * .minute)
    #expect(cafe.answer == [standby])
    try cafe.perform(.startInstance(cafe.first.id))
    try cafe.wait(.hour)
    #expect(cafe.answer == [isElastic ? old : standby])
    #expect(cafe.status(check) == (isElastic ? .healthy : .unhealthy))
    guard !isElastic else { return }
    let new = try cafe.firstAddress
    try cafe.perform(.updateHealthCheck(check, HealthCheckUpdate(ipAddress: new.description)))
    try cafe.change(.upsert, [try cafe.pair(check)[0]])
    try cafe.wait(2 * .minute)
    #expect(cafe.answer == [new])
  }

  /// Row 78.
  @Test mutating func `of a terminated primary never come back`() throws {
    let check = try cafe.watch()
    try cafe.change(.create, cafe.pair(check))
    try cafe.wait(5 * .minute)
    try cafe.perform(.terminateInstance(cafe.first.id))
    try cafe.wait(30 * .day)
    #expect(cafe.status(check) == .unhealthy)
    #expect(cafe.answer == [try cafe.secondAddress])
  }

  @Test func `are allocated by a command of an old journal, which knew no regions`() throws {
    let text = #"{"allocateAddress":{}}"#
    let command = try JSONDecoder().decode(Command.self, from: Data(text.utf8))
    #expect(command == .allocateAddress(region: nil))
    #expect(String(decoding: try JSONEncoder().encode(command), as: UTF8.self) == text)
  }
}
