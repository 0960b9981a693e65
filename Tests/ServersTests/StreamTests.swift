import CafeWorld
import DNS
import Servers
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `DNS over TCP` {
  private static func query(_ id: UInt16) throws -> [UInt8] {
    Message(id: id, asking: .init(try DomainName("www.cafe.example"), TypeCode(.a))).octets
  }

  @Test func `answers many queries on one connection, in their order`() throws {
    let cafe = try ServedCafe()
    let stream = try cafe.tcp()
    var octets: [UInt8] = []
    for id in 0..<500 {
      let query = try Self.query(UInt16(id))
      octets += [UInt8(query.count >> 8), UInt8(query.count & 255)] + query
    }
    stream.send(octets)
    for id in 0..<500 { #expect(try stream.receiveFramed().id == id) }
  }

  @Test func `waits for the rest of a message that comes in pieces`() throws {
    let cafe = try ServedCafe()
    let stream = try cafe.tcp()
    let query = try Self.query(7)
    for octet in [0, UInt8(query.count)] + query { stream.send([octet]) }
    #expect(try stream.receiveFramed().id == 7)
  }

  @Test func `hands no zone out`() throws {
    let cafe = try ServedCafe()
    let stream = try cafe.tcp()
    let asked = Message(
      id: 1,
      asking: .init(try DomainName("cafe.example"), TypeCode(rawValue: 252))
    )
    stream.send(framed: asked.octets)
    let answer = try stream.receiveFramed()
    #expect(answer.code == .refused && answer.records.isEmpty)
  }

  @Test func `drops clients that are idle, or send a little at a time`() throws {
    let cafe = try ServedCafe(limits: .init(idleMilliseconds: 150))
    let (idle, slow) = try (cafe.tcp(), cafe.tcp())
    slow.send([0])
    #expect(idle.receive() == [])
    #expect(slow.receive() == [])
    let stream = try cafe.tcp()
    stream.send(framed: try Self.query(3))
    #expect(try stream.receiveFramed().id == 3)
  }

  @Test func `makes room for a new connection by the one that is idle for longest`() throws {
    let cafe = try ServedCafe(limits: .init(connections: 2))
    let streams = try [cafe.tcp(), cafe.tcp()]
    for stream in streams {
      stream.send(framed: try Self.query(1))
      #expect(try stream.receiveFramed().id == 1)
    }
    // Milliseconds decide who was idle for longest; the first has been so for a whole answer.
    streams[1].send(framed: try Self.query(2))
    #expect(try streams[1].receiveFramed().id == 2)
    let third = try cafe.tcp()
    third.send(framed: try Self.query(3))
    #expect(try third.receiveFramed().id == 3)
    #expect(streams.contains { $0.receive(milliseconds: 100) == [] })
  }

  @Test func `goes on after clients that send garbage, and after 10,000 datagrams of it`() throws {
    let cafe = try ServedCafe(sockets: 2)
    var dice = Dice(4)
    let good = try Self.query(1)
    let socket = try cafe.udp()
    for _ in 0..<10_000 {
      var octets = dice.chance(of: 50) ? good : []
      for _ in 0..<dice.below(60) {
        if octets.isEmpty || dice.chance(of: 50) {
          octets.append(UInt8(truncatingIfNeeded: dice.next()))
        } else {
          octets[Int(dice.below(Int64(octets.count)))] = UInt8(truncatingIfNeeded: dice.next())
        }
      }
      socket.send(octets)
    }
    for _ in 0..<50 {
      let stream = try cafe.tcp()
      stream.send((0..<dice.below(400)).map { _ in UInt8(truncatingIfNeeded: dice.next()) })
    }
    #expect(try cafe.ask("www.cafe.example").values.count == 1)
    let stream = try cafe.tcp()
    stream.send(framed: good)
    #expect(try stream.receiveFramed().values.count == 1)
  }

  @Test func `stops at once, and its port is free again`() throws {
    let cafe = try ServedCafe(sockets: 3)
    let port = cafe.server.port
    let stream = try cafe.tcp()
    #expect(throws: DNSServer.Failure.self) {
      try DNSServer.start(
        port: port,
        generation: { 0 },
        snapshot: { [world = cafe.world] in Snapshot(generation: 0, world: world) }
      )
    }
    cafe.server.stop()
    #expect(stream.receive() == [])
    let next = try DNSServer.start(
      port: port,
      generation: { 0 },
      snapshot: { [world = cafe.world] in Snapshot(generation: 0, world: world) }
    )
    next.stop()
    #expect(next.port == port)
  }
}
