@testable import CafeWorld
import DNS
import Route53
import Servers
import Support
import Synchronization
import Testing

@Suite(.serialized, .timeLimit(.minutes(1)))
struct `A real prober` {
  /// A server that sends some bytes to whoever asks, and what it was asked.
  private final class Server: Sendable {
    let listener: LoopbackListener
    private let requests: Requests

    private final class Requests: Sendable {
      let texts = Mutex<[String]>([])
    }

    /// `response` nil: the connection is kept, and nothing is said.
    init(_ response: String?) throws {
      let requests = Requests()
      self.requests = requests
      listener = try LoopbackListener { client in
        var text = ""
        while !text.hasSuffix("\r\n\r\n") {
          guard let octets = client.receive(), !octets.isEmpty else { return }
          text += String(decoding: octets, as: UTF8.self)
        }
        requests.texts.withLock { [text] in $0.append(text) }
        if let response { client.send(Array(response.utf8)) } else { _ = client.ending() }
      }
    }

    var asked: [String] { requests.texts.withLock { $0 } }
  }

  private func probe(
    _ port: UInt16,
    _ kind: HealthCheckKind = .http,
    path: String = "/health?deep=1",
    host: String = "shop.example",
    searching text: String? = nil
  ) -> RealProbe {
    RealProbe(
      check: HealthCheckID("01234567-89ab-cdef-0123-456789abcdef"),
      site: 0,
      due: .opening,
      outside: Outside(address: IPv4Address(bits: 0x7f00_0001), port: Int(port)),
      kind: kind,
      path: path,
      host: host,
      searchString: text
    )
  }

  private func page(_ status: Int, _ body: String = "") -> String {
    "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test(arguments: [(200, true), (204, true), (302, true), (404, false), (503, false)])
  func `takes statuses of success and of redirection for health`(
    status: Int,
    passes: Bool
  ) async throws {
    let server = try Server(page(status))
    let (found, time) = await Prober().make(probe(server.listener.port))
    guard case .answered(status, _, _) = found else {
      Issue.record("\(found)")
      return
    }
    #expect(found.passes(kind: .http) == passes)
    #expect((0..<2_000).contains(time))
    // A redirection is not followed.
    let request = try #require(server.asked.first)
    #expect(server.asked.count == 1)
    #expect(request.hasPrefix("GET /health?deep=1 HTTP/1.1\r\n"))
    #expect(request.lowercased().contains("\r\nhost: shop.example\r\n"))
    #expect(request.contains("01234567-89ab-cdef-0123-456789abcdef"))
  }

  static let bodies: [(String, ResponseBody.Finding, Bool)] = [
    ("All is well", .found, true), ("Nothing is", .missing, false),
    (String(repeating: "x", count: 5_109) + "All is well", .found, true),
    (String(repeating: "x", count: 5_110) + "All is well", .missing, false),
    (String(repeating: "x", count: 100_000) + "All is well", .missing, false),
  ]

  /// The string must lie whole within the first 5,120 bytes.
  @Test(arguments: bodies)
  func `searches the beginning of a body`(
    body: String,
    finding: ResponseBody.Finding,
    passes: Bool
  ) async throws {
    let server = try Server(page(200, body))
    let (found, _) = await Prober().make(
      probe(server.listener.port, .httpStringMatch, searching: "All is well")
    )
    guard case .read(200, _, _, let read) = found else {
      Issue.record("\(found)")
      return
    }
    #expect((read == .found) == (finding == .found))
    #expect(found.passes(kind: .httpStringMatch) == passes)
  }

  @Test func `reads a body in chunks, or one that ends with the connection`() async throws {
    let chunked = try Server(
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nAll \r\n7\r\nis well\r\n0\r\n\r\n"
    )
    let open = try Server("HTTP/1.0 200 OK\r\n\r\nAll is well")
    for server in [chunked, open] {
      let (found, _) = await Prober().make(
        probe(server.listener.port, .httpStringMatch, searching: "All is well")
      )
      #expect(found.passes(kind: .httpStringMatch))
    }
  }

  @Test func `fails a string in a page of failure`() async throws {
    let server = try Server(page(500, "All is well"))
    let (found, _) = await Prober().make(
      probe(server.listener.port, .httpStringMatch, searching: "All is well")
    )
    #expect(!found.passes(kind: .httpStringMatch))
  }

  @Test func `is content with a connection where TCP is all that is asked for`() async throws {
    let server = try Server(nil)
    let (found, _) = await Prober().make(probe(server.listener.port, .tcp))
    #expect(found.passes(kind: .tcp))
    #expect(server.asked.isEmpty)
  }

  @Test(arguments: [HealthCheckKind.https, .httpsStringMatch])
  func `sends nothing in the open for a check that asks for TLS`(
    kind: HealthCheckKind
  ) async throws {
    let server = try Server(page(200, "All is well"))
    let (found, _) = await Prober().make(
      probe(server.listener.port, kind, searching: "All is well")
    )
    #expect(found == .noHandshake && !found.passes(kind: kind))
    #expect(server.asked.isEmpty)
  }

  @Test(arguments: [HealthCheckKind.http, .tcp, .httpStringMatch])
  func `is refused where nobody listens`(kind: HealthCheckKind) async throws {
    let port: UInt16
    do { port = try Server("").listener.port }
    let gone = found { (try? LoopbackSocket(stream: true, port: port)) == nil ? true : nil }
    #expect(gone == true)
    let (found, _) = await Prober().make(probe(port, kind, searching: "x"))
    #expect(found == .refused && !found.passes(kind: kind))
  }

  @Test func `waits two seconds for a status`() async throws {
    let server = try Server(nil)
    let (found, time) = await Prober().make(probe(server.listener.port))
    #expect(found == .silent)
    #expect((1_900..<4_000).contains(time))
    // The server is there until now.
    #expect(server.asked.count == 1)
  }

  @Test(arguments: ["", "SSH-2.0-x\r\n", "HTTP/1.1 abc\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"])
  func `takes what is no HTTP for silence`(garbage: String) async throws {
    let server = try Server(garbage)
    let (found, _) = await Prober().make(probe(server.listener.port))
    #expect(found == .silent)
  }

  static let places: [(String, String?, Bool)] = [
    ("127.0.0.1:80", nil, true), ("127.255.255.254:80", nil, true), ("128.0.0.1:80", nil, false),
    ("10.0.0.1:80", nil, false), ("169.254.169.254:80", nil, false), ("0.0.0.0:80", nil, false),
    ("10.0.0.1:80", "10.0.0.0/24", true), ("10.0.1.1:80", "10.0.0.0/24", false),
    ("127.0.0.1:80", "10.0.0.0/24", true),
  ]

  @Test(arguments: places)
  func `goes where the operator allowed, and nowhere else`(
    place: String,
    block: String?,
    may: Bool
  ) throws {
    let allowed = try block.map { [try #require(AddressBlock($0))] } ?? []
    #expect(Prober(allowed: allowed).mayAsk(try #require(Outside(place))) == may)
  }

  /// A world with an instance outside, whose check is due at once.
  private func watching(_ place: String) throws -> OwnedWorld {
    let outside = try #require(Outside(place))
    return try OwnedWorld { world in
      try Self.watch(outside, as: "mine", by: "it", in: &world)
      try world.perform(.wait(10_000))
    }
  }

  private static func watch(
    _ outside: Outside,
    as name: String,
    by check: String,
    in world: inout World
  ) throws {
    try world.perform(.createInstance(name: name, zone: "us-west-2a", outside: outside))
    let settings = HealthCheckSettings(
      kind: .http,
      ipAddress: try world.address(name).description,
      resourcePath: "/",
      requestInterval: 10,
      failureThreshold: 1
    )
    try world.perform(.createHealthCheck(name: check, callerReference: nil, settings: settings))
  }

  @Test func `makes its rounds, and what it finds turns the check`() async throws {
    var server: Server? = try Server(page(200))
    let owned = try watching("127.0.0.1:\(try #require(server).listener.port)")
    var rounds = Rounds(Prober(), owned.live)
    func sendAll(_ number: Int) throws {
      let before = owned.done.count
      let due = owned.world.realProbes(by: owned.world.now).count
      #expect(due == 16)
      #expect(rounds.sendOff(in: owned.world, by: owned.world.now).isEmpty)
      // Those on their way are not sent again.
      #expect(rounds.sendOff(in: owned.world, by: owned.world.now).isEmpty)
      let done = found { owned.done.count == before + 16 ? owned.done.suffix(16) : nil }
      rounds.note(Array(try #require(done)))
      #expect(rounds.next(in: owned.world) == owned.world.now + 10_000)
    }
    try sendAll(1)
    #expect(server?.asked.count == 16)
    #expect(owned.world.healthCheck("it")?.status == .healthy)
    server?.listener.stop()
    server = nil
    try owned.change { try $0.perform(.wait(10_000)) }
    try sendAll(2)
    #expect(owned.world.healthCheck("it")?.status == .unhealthy)
  }

  @Test func `asks nobody outside what is allowed, and says so once`() throws {
    let owned = try watching("10.1.2.3:80")
    var rounds = Rounds(Prober(), owned.live)
    let place = try #require(Outside("10.1.2.3:80"))
    #expect(rounds.sendOff(in: owned.world, by: owned.world.now) == [place])
    #expect(rounds.sendOff(in: owned.world, by: owned.world.now).isEmpty)
    #expect(rounds.next(in: owned.world) == nil && owned.done.isEmpty)
  }

  @Test func `says of each place that nobody may go there`() throws {
    let owned = try watching("10.1.2.3:80")
    var rounds = Rounds(Prober(), owned.live)
    #expect(rounds.sendOff(in: owned.world, by: owned.world.now).count == 1)
    let other = try #require(Outside("10.1.2.4:80"))
    try owned.change { try Self.watch(other, as: "other", by: "them", in: &$0) }
    let due = try #require(rounds.next(in: owned.world))
    #expect(rounds.sendOff(in: owned.world, by: due + 10_000) == [other])
    #expect(rounds.next(in: owned.world) == nil)
  }
}
