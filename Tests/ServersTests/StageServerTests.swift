import Servers
import Support
import Testing

@Suite(.serialized, .timeLimit(.minutes(2)))
struct `The stage` {
  private func serving(
    _ limits: HTTPLimits = HTTPLimits(),
    _ body: (StageServer, () throws -> LoopbackSocket) async throws -> Void
  ) async throws {
    let stage = try await StageServer.start(port: 0, limits: limits) { "the file \($0)" }
    let port = try #require(stage.url.split(separator: ":").last.flatMap { UInt16($0.dropLast()) })
    do { try await body(stage) { try LoopbackSocket(stream: true, port: port) } } catch {
      await stage.stop()
      throw error
    }
    await stage.stop()
  }

  /// A browser's end of the frames.
  private final class Watcher {
    let socket: LoopbackSocket
    private var text = ""

    init(_ socket: LoopbackSocket, headers: [String] = []) {
      self.socket = socket
      let lines = ["GET /events HTTP/1.1", "Host: 127.0.0.1"] + headers
      socket.send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8))
    }

    /// The next frame with its id; nil: none comes in time.
    func next() -> (id: Int, frame: String)? {
      while true {
        if let event = text.firstMatch(of: /retry: 1000\nid: (\d+)\ndata: ([^\n]*)\n\n/) {
          text = String(text[event.range.upperBound...])
          return Int(event.1).map { ($0, String(event.2)) }
        }
        guard let octets = socket.receive(), !octets.isEmpty else { return nil }
        text += String(decoding: octets, as: UTF8.self)
      }
    }
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `serves its page, and forbids it to bring anything from elsewhere`() async throws {
    try await serving { _, connect in
      let client = try connect()
      for (path, file, type) in [
        ("/", "index.html", "text/html"), ("/stage.css", "stage.css", "text/css"),
        ("/stage.js", "stage.js", "text/javascript"),
      ] {
        let page = try #require(client.ask("GET", path))
        #expect(page.status == 200 && page.body == "the file stage/\(file)")
        #expect(page.headers["content-type"] == "\(type); charset=utf-8")
        let policy = try #require(page.headers["content-security-policy"])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'"))
      }
      #expect(client.ask("GET", "/stage/index.html")?.status == 404)
      #expect(client.ask("GET", "/../secrets")?.status == 404)
    }
  }

  @Test(arguments: ["/", "/events"])
  func `is for browsers of this machine alone, and takes nothing`(path: String) async throws {
    try await serving { stage, connect in
      stage.show(bytes("{}"))
      let client = try connect()
      #expect(client.ask("GET", path, host: "evil.example")?.status == 403)
      #expect(client.ask("GET", path, headers: ["Origin: http://evil.example"])?.status == 403)
      for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        let refused = client.ask(method, path, body: "")
        #expect(refused?.status == 405 && refused?.headers["allow"] == "GET")
      }
      #expect(stage.watchers == 0)
    }
  }

  @Test func `sends the latest frame to whoever comes, then each that is another`() async throws {
    try await serving { stage, connect in
      let early = Watcher(try connect())
      #expect(found { stage.watchers == 1 ? true : nil } == true)
      stage.show(bytes("{\"a\":1}"))
      #expect(early.next() ?? (0, "") == (1, "{\"a\":1}"))
      stage.show(bytes("{\"a\":1}"))
      stage.show(bytes("{\"a\":2}"))
      #expect(early.next() ?? (0, "") == (2, "{\"a\":2}"))
      // Whoever comes back gets all, whatever was seen before.
      for seen in ["Last-Event-ID: 1", "Last-Event-ID: 2", "Last-Event-ID: 99"] {
        let late = Watcher(try connect(), headers: [seen])
        #expect(late.next() ?? (0, "") == (2, "{\"a\":2}"))
      }
      // Back is a frame like any other.
      stage.show(bytes("{\"a\":1}"))
      #expect(early.next() ?? (0, "") == (3, "{\"a\":1}"))
    }
  }

  @Test func `forgets who has gone`() async throws {
    try await serving { stage, connect in
      stage.show(bytes("{}"))
      for _ in 0..<300 {
        let watcher = Watcher(try connect())
        #expect(watcher.next() != nil)
      }
      #expect(found { stage.watchers == 0 ? true : nil } == true)
      #expect(Watcher(try connect()).next() != nil)
    }
  }

  @Test func `has a hundred seats, and one is free when somebody goes`() async throws {
    try await serving { stage, connect in
      stage.show(bytes("{}"))
      var watchers = try (0..<100).map { _ in Watcher(try connect()) }
      for watcher in watchers { #expect(watcher.next() != nil) }
      let refused = try connect().ask("GET", "/events")
      #expect(refused?.status == 503 && refused?.body.contains("100 browsers") == true)
      #expect(try connect().ask()?.status == 200)
      watchers.removeLast()
      #expect(found { stage.watchers == 99 ? true : nil } == true)
      #expect(Watcher(try connect()).next() != nil)
    }
  }

  @Test func `lets go of a client that does not read, and the others notice nothing`() async throws
  {
    var limits = HTTPLimits()
    limits.patience = 1
    try await serving(limits) { stage, connect in
      let deaf = Watcher(try connect())
      let good = Watcher(try connect())
      #expect(found { stage.watchers == 2 ? true : nil } == true)
      let big = String(repeating: "x", count: 1_000_000)
      let left = found(within: 30) { () -> Int? in
        for number in 0..<4 {
          stage.show(bytes("{\"\(number)\":\"\(big)\"}"))
          guard good.next() != nil else { return -1 }
        }
        return stage.watchers == 1 ? 1 : nil
      }
      #expect(left == 1)
      #expect(deaf.socket.ending() != nil)
    }
  }

  @Test func `ends at once, and says when its port is taken`() async throws {
    var watcher: Watcher?
    try await serving { stage, connect in
      stage.show(bytes("{}"))
      let first = Watcher(try connect())
      watcher = first
      #expect(first.next() != nil)
      let port = try #require(stage.url.split(separator: ":").last.flatMap { Int($0.dropLast()) })
      await #expect {
        try await StageServer.start(port: port) { $0 }
      } throws: { error in
        HTTPServer.code(error) != nil
      }
    }
    #expect(watcher?.socket.ending() != nil)
  }

  @Test func `is not served without all of its files`() async throws {
    await #expect {
      try await StageServer.start(port: 0) { $0.hasSuffix(".js") ? nil : "" }
    } throws: { error in
      (error as? StageServer.Incomplete)?.path == "stage/stage.js"
    }
  }
}
