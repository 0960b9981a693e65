import Servers
import Support
import Synchronization
import Testing

@Suite(.serialized, .timeLimit(.minutes(2)))
struct `An HTTP server` {
  /// A server that says what it was asked, for as long as a test needs it.
  private func serving(
    _ limits: HTTPLimits = HTTPLimits(),
    handler: @escaping HTTPServer.Handler = echo,
    _ body: (HTTPServer, () throws -> LoopbackSocket) async throws -> Void
  ) async throws {
    let server = try await HTTPServer.start(
      on: "127.0.0.1",
      port: 0,
      limits: limits,
      handler: handler
    )
    let port = UInt16(server.port)
    do { try await body(server) { try LoopbackSocket(stream: true, port: port) } } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private static let echo: HTTPServer.Handler = { exchange in
    switch exchange.path {
    case "/reset": return .reset
    case "/silence": return .silence
    case "/slow": return .response(HTTPAnswer(status: 200), delay: 1_500)
    default:
      let text = "\(exchange.method) \(exchange.path) \(exchange.query) \(exchange.body.count)"
      return .response(HTTPAnswer(status: 200, type: "text/plain", text: text))
    }
  }

  @Test func `answers one request after another on a connection, HEAD without a body`() async throws
  {
    try await serving { _, connect in
      let client = try connect()
      #expect(client.ask("GET", "/a%20b?x=1&y")?.body == "GET /a%20b x=1&y 0")
      let head = try #require(client.ask("HEAD", "/"))
      #expect(head.headers["content-length"] == "9" && head.body == "")
      #expect(client.ask("POST", "/", body: "12345")?.body == "POST /  5")
      let last = client.ask("GET", "/", headers: ["Connection: close"])
      #expect(last?.status == 200)
      #expect(client.ending() == .closed)
    }
  }

  @Test func `waits for a request that comes in pieces, and answers those sent ahead`() async throws
  {
    try await serving { _, connect in
      let client = try connect()
      let request = "POST /it HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
      for octet in request.utf8 { client.send([octet]) }
      #expect(client.receivePage()?.body == "POST /it  3")
      client.send(Array(String(repeating: request, count: 20).utf8))
      for _ in 0..<20 { #expect(client.receivePage()?.body == "POST /it  3") }
    }
  }

  @Test func `takes a body up to its limit, whether its length is known or not`() async throws {
    var limits = HTTPLimits()
    limits.bodyBytes = 100
    try await serving(limits) { _, connect in
      let whole = try connect()
      let body = String(repeating: "x", count: 100)
      #expect(whole.ask("POST", "/", body: body)?.body == "POST /  100")
      let large = try connect()
      let refused = try #require(large.ask("POST", "/", body: body + "x"))
      #expect(refused.status == 413 && refused.headers["connection"] == "close")
      #expect(large.ending() != nil)
      let chunked = try connect()
      let chunk = "3c\r\n" + String(repeating: "x", count: 60) + "\r\n"
      let head = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
      chunked.send(Array((head + chunk + chunk + "0\r\n\r\n").utf8))
      #expect(chunked.receivePage()?.status == 413)
      #expect(chunked.ending() != nil)
    }
  }

  /// Before a byte of the body has come.
  @Test(arguments: ["101", "99999999999", "18446744073709551615"])
  func `refuses a length beyond its limit at once`(length: String) async throws {
    var limits = HTTPLimits()
    limits.bodyBytes = 100
    try await serving(limits) { _, connect in
      let client = try connect()
      let began = ContinuousClock.now
      let page = try #require(client.ask("POST", "/", headers: ["Content-Length: \(length)"]))
      #expect(page.status == 413 && page.headers["connection"] == "close")
      #expect(began.duration(to: .now) < .seconds(5))
      #expect(client.ending() != nil)
    }
  }

  @Test(arguments: ["Host: x", "HOST: 127.0.0.1", "host:"])
  func `refuses a request with a second host`(header: String) async throws {
    try await serving { _, connect in
      let client = try connect()
      let page = try #require(client.ask(headers: [header]))
      #expect(page.status == 400 && page.headers["connection"] == "close")
      #expect(page.body == "The request names two hosts.\n")
      #expect(client.ending() != nil)
      #expect(try connect().ask()?.status == 200)
    }
  }

  @Test(arguments: ["X: " + String(repeating: "x", count: 2_000), "many"])
  func `refuses more headers than its limit`(header: String) async throws {
    var limits = HTTPLimits()
    limits.headerBytes = 1_024
    try await serving(limits) { _, connect in
      let client = try connect()
      let headers = header == "many" ? (0..<101).map { "H\($0): x" } : [header]
      let page = try #require(client.ask(headers: headers))
      #expect([400, 431].contains(page.status))
      #expect(client.ending() != nil)
      #expect(
        try connect().ask(headers: ["X: " + String(repeating: "x", count: 500)])?.status == 200
      )
    }
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\nHost: x\r\nX: ", "POST / HTTP/1.1\r\nContent-Length: 999\r\n\r\n",
  ])
  func `drops a client that sends a little at a time`(head: String) async throws {
    var limits = HTTPLimits()
    limits.seconds = 1
    try await serving(limits) { _, connect in
      let began = ContinuousClock.now
      let client = try connect()
      client.send(Array(head.utf8))
      let deadline = Deadline(seconds: 10)
      var ending: LoopbackSocket.Ending?
      while ending == nil, deadline.millisecondsLeft > 0 {
        client.send([UInt8(ascii: "x")])
        ending = client.ending(milliseconds: 50)
      }
      #expect(ending != nil)
      #expect((.milliseconds(900)..<(.seconds(5))).contains(began.duration(to: .now)))
      // Another that says nothing at all, and one whose answer takes longer than that.
      #expect(try connect().ending() == .closed)
      #expect(try connect().ask("GET", "/slow")?.status == 200)
    }
  }

  @Test func `lets a client that says nothing go sooner than one in the midst of a request`()
    async throws
  {
    var limits = HTTPLimits()
    (limits.connections, limits.greeting, limits.seconds) = (2, 1, 20)
    try await serving(limits) { _, connect in
      let slow = try connect()
      slow.send(Array("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na".utf8))
      let mute = try connect()
      let began = ContinuousClock.now
      #expect(mute.ending() == .closed)
      #expect(began.duration(to: .now) < .seconds(10))
      // Its place is free, and the other one is still waited for.
      #expect(try connect().ask()?.status == 200)
      slow.send(Array("bc".utf8))
      #expect(slow.receivePage()?.body == "POST /  3")
      // An idle connection that has asked once has the usual time.
      #expect(slow.ending(milliseconds: 1_500) == nil)
      #expect(slow.ask()?.status == 200)
    }
  }

  @Test func `serves so many connections at a time, the next when one is free`() async throws {
    var limits = HTTPLimits()
    limits.connections = 2
    try await serving(limits) { _, connect in
      var clients = try [connect(), connect()]
      for client in clients { #expect(client.ask()?.status == 200) }
      let third = try connect()
      third.send(Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
      #expect(third.receive(milliseconds: 200) == nil)
      clients.removeFirst()
      #expect(third.receivePage()?.status == 200)
      #expect(clients[0].ask()?.status == 200)
    }
  }

  @Test func `resets a connection as a host without a web server does`() async throws {
    try await serving { _, connect in
      let client = try connect()
      client.send(Array("GET /reset HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
      #expect(client.ending() == .reset)
    }
  }

  @Test func `says nothing until the client goes, or has waited for long`() async throws {
    var limits = HTTPLimits()
    (limits.connections, limits.silence) = (1, 60)
    let silence = Array("GET /silence HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
    try await serving(limits) { _, connect in
      var client: LoopbackSocket? = try connect()
      client?.send(silence)
      #expect(client?.receive(milliseconds: 300) == nil)
      client = nil
      // Its place is free again.
      #expect(try connect().ask()?.status == 200)
    }
    limits.silence = 1
    try await serving(limits) { _, connect in
      let client = try connect()
      client.send(silence)
      #expect(client.receive(milliseconds: 300) == nil)
      #expect(client.ending() == .closed)
    }
  }

  @Test func `stops at once, and its port is free again`() async throws {
    var port = 0
    var clients: [LoopbackSocket] = []
    try await serving { server, connect in
      port = server.port
      await #expect(throws: (any Error).self) {
        try await HTTPServer.start(on: "127.0.0.1", port: server.port, handler: Self.echo)
      }
      clients = try [connect(), connect(), connect(), connect()]
      #expect(clients[0].ask()?.status == 200)
      clients[1].send(Array("GET /silence HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
      clients[2].send(Array("GET / HTTP/1.1\r\nHo".utf8))
      #expect(clients[1].receive(milliseconds: 100) == nil)
      let began = ContinuousClock.now
      await server.stop()
      #expect(began.duration(to: .now) < .seconds(5))
    }
    for client in clients { #expect(client.ending() != nil) }
    #expect(throws: SupportFailure.self) {
      try LoopbackSocket(stream: true, port: UInt16(port))
    }
    let next = try await HTTPServer.start(on: "127.0.0.1", port: port, handler: Self.echo)
    #expect(try LoopbackSocket(stream: true, port: UInt16(port)).ask()?.status == 200)
    await next.stop()
  }

  @Test func `goes on after 10,000 requests of garbage`() async throws {
    try await serving { _, connect in
      var dice = Dice(11)
      let good = Array(
        "POST /it?a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nX: y\r\n\r\nabc".utf8
      )
      for number in 1...10_000 {
        var octets = dice.chance(of: 70) ? good : []
        for _ in 0...dice.below(30) {
          let octet = UInt8(truncatingIfNeeded: dice.next())
          if octets.isEmpty || dice.chance(of: 30) {
            octets.append(octet)
          } else {
            octets[Int(dice.below(Int64(octets.count)))] = octet
          }
        }
        let client = try connect()
        client.send(octets)
        if number.isMultiple(of: 1_000) { #expect(try connect().ask()?.status == 200) }
      }
      #expect(try connect().ask("POST", "/", body: "abc")?.body == "POST /  3")
    }
  }
}
