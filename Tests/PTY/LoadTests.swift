import DNS
import Foundation
import Support
import Synchronization
import Testing

/// Clients of every door at once, while instances stop and start: ten seconds, or as many as
/// `CAFE_LOAD_SECONDS` says.
@Suite(.serialized, .timeLimit(.minutes(20)))
struct LoadTests {
  static let seconds =
    ProcessInfo.processInfo.environment["CAFE_LOAD_SECONDS"].flatMap { Int($0) } ?? 10

  /// What the clients have found so far.
  private final class Ledger: Sendable {
    struct Counts {
      var agreed = 0
      var moved = 0
      var flips = 0
      var changes = 0
      var pages: [String: Int] = [:]
      var complaints: [String] = []
    }

    private let counts = Mutex(Counts())
    private let running = Mutex(0)
    private let deadline: Deadline

    init(seconds: Int) { deadline = Deadline(seconds: seconds) }

    var read: Counts { counts.withLock { $0 } }

    func note(_ change: (inout Counts) -> Void) { counts.withLock { change(&$0) } }

    /// Does something again and again on a thread of its own, until time is up or it fails.
    func work(
      _ name: String,
      _ zone: ServedZone,
      _ body: @escaping @Sendable (inout ServedZone, inout Dice) throws -> Void
    ) {
      running.withLock { $0 += 1 }
      Thread.detachNewThread { [self] in
        var (zone, dice) = (zone, Dice(UInt64(name.utf8.count)))
        do {
          while deadline.millisecondsLeft > 0 { try body(&zone, &dice) }
        } catch { note { $0.complaints.append("\(name): \(error)") } }
        running.withLock { $0 -= 1 }
      }
    }

    var isOver: Bool { running.withLock { $0 } == 0 }
  }

  struct Complaint: Error { let text: String }

  private static let names = ["www", "fixed", "none", "shop"].map { $0 + ".cafe.example" }

  @Test func `answers rightly and keeps its memory while much is asked of it`() throws {
    let shop = try Shop()
    let served = try Served(shop, ["--speed", "20x"])
    let (api, dns) = try (
      Served.port(served.addresses.api), Served.port(served.addresses.dns)
    )
    let sites = try served.addresses.websites.map { try Served.port($0) }
    var cafe = try ServedZone(api)
    try cafe.build()
    let ledger = Ledger(seconds: Self.seconds)
    for client in 0..<2 {
      let udp = try LoopbackSocket(stream: false, port: dns)
      ledger.work("dns \(client)", try ServedZone(api)) { zone, dice in
        let isAgreed = try Self.compare(udp, zone, &dice)
        ledger.note { if isAgreed { $0.agreed += 1 } else { $0.moved += 1 } }
      }
    }
    ledger.work("changes", try ServedZone(api)) { zone, dice in
      try zone.upsert("load-\(dice.below(50))", "192.0.2.\(dice.below(250))")
      ledger.note { $0.changes += 1 }
    }
    ledger.work("pages", cafe) { _, dice in
      let kind = try Self.visit(dice.one(of: sites), &dice)
      ledger.note { $0.pages[kind, default: 0] += 1 }
    }
    ledger.work("faults", cafe) { zone, _ in
      try Self.failOverAndBack(&zone)
      ledger.note { $0.flips += 1 }
    }
    let warm = found(within: Self.seconds) {
      ledger.read.agreed > 200 ? served.program.residentKilobytes : nil
    }
    let before = try #require(warm)
    #expect(found(within: Self.seconds + 100) { ledger.isOver ? true : nil } == true)
    let after = try #require(served.program.residentKilobytes)
    let counts = ledger.read
    #expect(counts.complaints.isEmpty)
    #expect(counts.agreed > 200 && counts.moved < counts.agreed / 10)
    #expect(counts.changes > 20 && counts.pages["HTTP/1.1 200"] ?? 0 > 20)
    #expect(Self.seconds < 20 || counts.flips > 0)
    #expect(after < before + 32_768, "\(before) KB, then \(after) KB")
    print("load: \(Self.seconds) s, \(counts), \(before) KB, then \(after) KB")
    #expect(served.stop() == .code(0))
    #expect(served.program.errors == "")
  }

  /// Asks the DNS server between two questions to the API.
  ///
  /// - Returns: whether all three are one; false where the world has changed meanwhile.
  private static func compare(
    _ udp: LoopbackSocket,
    _ zone: ServedZone,
    _ dice: inout Dice
  ) throws -> Bool {
    let name = dice.one(of: names)
    let before = try zone.answer(name)
    let found = try ask(udp, name, &dice)
    let after = try zone.answer(name)
    guard found == before || found == after || before != after else {
      throw Complaint(text: "\(name): \(found) instead of \(before)")
    }
    return before == after
  }

  /// Looks at a page, or orders; gives up after half a second, as on a stopped instance.
  private static func visit(_ port: UInt16, _ dice: inout Dice) throws -> String {
    let client = try LoopbackSocket(stream: true, port: port)
    let isOrder = dice.chance(of: 20)
    let head = isOrder ? "POST /cafe/order.php" : "GET /cafe/"
    let body = isOrder ? "item=Tea" : ""
    let length = "Content-Length: \(body.utf8.count)"
    client.send(Array("\(head) HTTP/1.1\r\nHost: localhost\r\n\(length)\r\n\r\n\(body)".utf8))
    guard let reply = client.receive(milliseconds: 500) else { return "silence" }
    return reply.isEmpty ? "end" : String(decoding: reply.prefix(12), as: UTF8.self)
  }

  /// Stops the first instance, and starts it again under the address that it has then.
  private static func failOverAndBack(_ zone: inout ServedZone) throws {
    func wait(_ what: String, until isSo: () throws -> Bool) throws {
      let came = try found(within: 30) { try isSo() ? true : nil }
      guard came == true else { throw Complaint(text: "\(what): not within 30 s") }
    }
    try zone.turn(0, on: false)
    try wait("failover") { try zone.answer("www.cafe.example") == [zone.addresses[1]] }
    try wait("stop") { try zone.state(0) == "stopped" }
    try zone.turn(0, on: true)
    try wait("start") { try zone.state(0) == "running" }
    try zone.follow()
    try wait("the way back") { try zone.answer("www.cafe.example") == [zone.addresses[0]] }
  }

  private static func ask(
    _ socket: LoopbackSocket,
    _ name: String,
    _ dice: inout Dice
  ) throws -> [String] {
    let id = UInt16(truncatingIfNeeded: dice.next())
    socket.send(Message(id: id, asking: .init(try DomainName(name), TypeCode(.a))).octets)
    guard let reply = socket.receive() else { throw Complaint(text: "no answer for \(name)") }
    let message = try Message(reply.span)
    guard message.id == id else { throw Complaint(text: "another's answer") }
    return message.values.map { "\($0)" }.sorted()
  }
}
