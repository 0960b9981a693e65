import CafeWorld
import DNS
import Foundation
import Route53
import Servers
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `The café's website` {
  let owned: OwnedWorld
  let sites: [CafeSite]

  private static let assets =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Assets/"

  init() throws {
    let owned = try OwnedWorld()
    self.owned = owned
    sites = try (0..<3).map { place in
      try CafeSite(owned.live, instance: place) { name in
        try? String(contentsOfFile: Self.assets + name, encoding: .utf8)
      }
    }
  }

  private func visit(
    _ path: String = "/cafe/",
    host: String? = "127.0.0.1:8080",
    port place: Int = 0,
    method: String = "GET",
    origin: String? = nil,
    body: String = "",
    local: String? = nil
  ) async -> HTTPReply {
    await sites[place].reply(
      to: HTTPExchange(
        method: method,
        path: path,
        host: host,
        headers: origin.map { [("Origin", $0)] } ?? [],
        body: Array(body.utf8),
        localAddress: local,
        localPort: local.map { _ in 8_080 }
      )
    )
  }

  /// The zone that a page names; nil: it is no page of the café's.
  private func zone(_ reply: HTTPReply) throws -> String? {
    guard let answer = reply.answer, answer.status == 200 else { return nil }
    let page = answer.text
    return ["us-west-2a", "us-west-2b"].first { page.contains("<dd>\($0)</dd>") }
  }

  @Test func `is the instance's that the port belongs to, whatever the machine is called`()
    async throws
  {
    for host in ["127.0.0.1:8080", "localhost:9999", "[::1]:8080", nil] {
      #expect(try await zone(visit(host: host, port: 0, local: "127.0.0.1")) == "us-west-2a")
      #expect(try await zone(visit(host: host, port: 1, local: "127.0.0.1")) == "us-west-2b")
    }
    for host in ["192.168.7.7", "192.168.7.7:8080", "192.168.7.8:8080"] {
      #expect(try await zone(visit(host: host, port: 1, local: "192.168.7.7")) == "us-west-2b")
    }
    #expect(await visit(port: 2).answer?.status == 421)
  }

  @Test(arguments: ["1.2.3.4", "1.2.3.4:8080", "192.168.7.7:8080", "[2001:db8::1]:8080"])
  func `is nowhere at an address that nobody in the world has`(host: String) async {
    #expect(await visit(host: host, local: "127.0.0.1").isSilence)
  }

  @Test func `is nowhere at an address that is the instance's inside its network`() async throws {
    let instance = try #require(owned.world.instance("CafeInstance1"))
    let host = instance.privateAddress.description
    #expect(await visit(host: host, local: "127.0.0.1").isSilence)
  }

  @Test func `is at the ports of a web server and at no other`() async throws {
    let address = try owned.world.address("CafeInstance1").description
    for host in [address, "www.cafe.example"] {
      for port in ["", ":80", ":443", ":8080"] {
        let reply = await visit(host: host + port, port: 1, local: "127.0.0.1")
        #expect(try zone(reply) == "us-west-2a", "\(host)\(port)")
      }
      for port in [":81", ":8081"] {
        #expect(await visit(host: host + port, port: 1, local: "127.0.0.1").isReset)
      }
    }
  }

  @Test func `is where an address of the world leads, whatever the port`() async throws {
    let addresses = try ["CafeInstance1", "CafeInstance2"].map { try owned.world.address($0) }
    for port in 0..<2 {
      #expect(try await zone(visit(host: "\(addresses[0])", port: port)) == "us-west-2a")
      #expect(try await zone(visit(host: "\(addresses[1]):80", port: port)) == "us-west-2b")
    }
  }

  @Test func `is nowhere at an address that nobody has any more`() async throws {
    let (address, id) = try (
      owned.world.address("CafeInstance1"), #require(owned.world.instance("CafeInstance1")?.id)
    )
    try owned.change { world in
      try world.perform(.stopInstance(id))
      try world.perform(.wait(.minute))
    }
    #expect(await visit(host: address.description, port: 1).isSilence)
  }

  @Test func `is where a name leads by the world's DNS, and follows a failover`() async throws {
    #expect(try await zone(visit(host: "www.cafe.example", port: 1)) == "us-west-2a")
    #expect(try await zone(visit(host: "WWW.Cafe.Example.:8080")) == "us-west-2a")
    let id = try #require(owned.world.instance("CafeInstance1")?.id)
    try owned.change { world in
      try world.perform(.stopInstance(id))
      try world.perform(.wait(.minute))
    }
    #expect(try await zone(visit(host: "www.cafe.example")) == "us-west-2b")
  }

  @Test(arguments: [
    "rebind.example", "none.cafe.example", "-", "a..b", "[", "127.0.0.1.evil.example",
  ])
  func `is not found under names that the world does not know`(host: String) async {
    let answer = await visit(host: host).answer
    #expect(answer?.status == 421 && answer?.text.contains("Server Information") == false)
  }

  static let paths: [(String, String, Int)] = [
    ("GET", "/", 200), ("GET", "/cafe", 301), ("GET", "/cafe/", 200), ("HEAD", "/cafe/", 200),
    ("GET", "/cafe/menu.php", 200), ("GET", "/none", 404), ("POST", "/none", 404),
    ("POST", "/cafe/", 405), ("DELETE", "/cafe/", 405), ("PUT", "/cafe/order.php", 405),
  ]

  @Test(arguments: paths)
  func `has the statuses of its paths`(method: String, path: String, status: Int) async {
    let answer = await visit(path, method: method).answer
    #expect(answer?.status == status)
    if status == 301 { #expect(answer?.header("Location") == "/cafe/") }
    if status == 405 {
      #expect(answer?.header("Allow") == "GET, HEAD")
      #expect(answer?.text == "This page is read, with GET or HEAD.\n")
    }
  }

  @Test func `loads nothing from elsewhere, and is new each time`() async throws {
    let answer = try #require(await visit().answer)
    #expect(answer.header("Cache-Control") == "no-store")
    #expect(answer.header("Content-Security-Policy")?.hasPrefix("default-src 'none'") == true)
    #expect(!answer.text.contains("src=") && !answer.text.contains("url("))
    #expect(answer.text.contains("<form method=\"post\" action=\"/cafe/order.php\">"))
  }

  /// Tags taken away, and what HTML must write in another way put back.
  private func words(of html: String) -> [String] {
    let body = html.firstRange(of: "<body>").map { html[$0.upperBound...] } ?? html[...]
    return body.replacing(/<[^>]*>/, with: "\n").replacing("&#39;", with: "'")
      .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  @Test(arguments: ["/cafe/", "/"])
  func `has the words that a health checker searches, and no others`(path: String) async throws {
    let address = try owned.world.address("CafeInstance1")
    let page = try #require(owned.world.page(at: address))
    let text = Website.text(path: path, page)
    let answer = try #require(await visit(path).answer)
    let shown = words(of: answer.text)
    for word in shown { #expect(text.contains(word)) }
    let wanted = text.split { "\n[]".contains($0) || $0.isWhitespace }.filter { word in
      word != "v" && !word.allSatisfy { $0 == "." }
    }
    #expect(wanted.count > 3)
    for word in wanted { #expect(shown.contains { $0.contains(word) }, "\(word)") }
  }

  @Test func `takes an order, which is a command to the world`() async throws {
    let body = "x=1&item=Caf%C3%A9+au+lait%21&item=second"
    let answer = await visit(
      "/cafe/order.php",
      method: "POST",
      origin: "http://127.0.0.1:8080",
      body: body
    ).answer
    #expect(answer?.status == 200 && answer?.text.contains("Café au lait!") == true)
    let address = try owned.world.address("CafeInstance1").description
    #expect(owned.done == [.order(host: address, item: "Café au lait!")])
  }

  static let orders = [
    "", "item", "item=", "other=x", "item=%", "item=%4", "item=%zz", "item=%+1", "item=%FF%FE",
    "item=a%00b", "item=a%0d%0aSet-Cookie:%20x", "item=%7F", "item=%1b%5b2J",
    "item=" + String(repeating: "x", count: 101),
    "item=" + String(repeating: "%C3%A9", count: 101),
  ]

  @Test(arguments: orders)
  func `takes no order that no menu could have`(body: String) async {
    let answer = await visit("/cafe/order.php", method: "POST", body: body).answer
    #expect(answer?.status == 400)
    #expect(owned.done.isEmpty)
  }

  @Test func `takes the longest order`() async {
    let body = "item=" + String(repeating: "%C3%A9", count: 100)
    #expect(await visit("/cafe/order.php", method: "POST", body: body).answer?.status == 200)
  }

  @Test func `shows what was ordered as text, never as HTML`() async throws {
    let body = "item=%3Cscript%3Ealert(1)%3C/script%3E%22%26"
    let page = try #require(await visit("/cafe/order.php", method: "POST", body: body).answer).text
    #expect(page.contains("&lt;script&gt;") && !page.contains("<script"))
  }

  @Test func `takes no order from another site's page`() async {
    for origin in ["http://evil.example", "null", "http://127.0.0.1:8081"] {
      let reply = await visit(
        "/cafe/order.php",
        method: "POST",
        origin: origin,
        body: "item=Tea"
      )
      #expect(reply.answer?.status == 403)
    }
    #expect(owned.done.isEmpty)
  }

  // A host without power loses packets; one without a web server says no.
  @Test func `meets its visitors as the world says`() async throws {
    let id = try #require(owned.world.instance("CafeInstance1")?.id)
    func after(_ commands: Command...) async throws -> HTTPReply {
      try owned.change { world in
        for command in commands { try world.perform(command) }
      }
      return await visit()
    }
    #expect(try await after(.breakInstance(id, .refuse, lasting: nil)).isReset)
    #expect(try await after(.heal(id), .breakInstance(id, .drop, lasting: nil)).isSilence)
    let broken = try await after(.heal(id), .breakInstance(id, .status(503), lasting: nil)).answer
    #expect(broken?.status == 503 && broken?.text.contains("503") == true)
    let slow = try await after(.heal(id), .breakInstance(id, .slow(2_500), lasting: nil))
    #expect(slow.delay == 2_500 && slow.answer?.status == 200)
    let other = try await after(.heal(id), .breakInstance(id, .body("Closed"), lasting: nil)).answer
    #expect(other?.status == 200 && other?.text == "Closed")
    #expect(try await after(.heal(id), .kill(id)).isSilence)
    #expect(try await zone(visit(port: 1)) == "us-west-2b")
    // Nobody has the address of a stopped instance.
    #expect(try await after(.stopInstance(id), .wait(.minute)).isSilence)
    #expect(await visit("/cafe/order.php", method: "POST", body: "item=Tea").isSilence)
    #expect(owned.done.isEmpty)
  }

  @Test func `takes no order when its owner is gone`() async {
    owned.leave()
    let reply = await visit("/cafe/order.php", method: "POST", body: "item=Tea")
    #expect(reply.answer?.status == 503)
  }

  @Test func `stands behind a socket like any other`() async throws {
    let site = sites[1]
    let server = try await HTTPServer.start(on: "127.0.0.1", port: 0) { await site.reply(to: $0) }
    let client = try LoopbackSocket(stream: true, port: UInt16(server.port))
    #expect(client.ask("GET", "/cafe/")?.body.contains("us-west-2b") == true)
    #expect(client.ask("GET", "/cafe/", host: "www.cafe.example")?.body.contains("2a") == true)
    #expect(client.ask("POST", "/cafe/order.php", body: "item=Tea")?.body.contains("Tea") == true)
    #expect(client.ask("GET", "/cafe/", host: "evil.example")?.status == 421)
    await server.stop()
  }
}

extension HTTPReply {
  var answer: HTTPAnswer? { if case .response(let answer, _) = self { answer } else { nil } }
  var delay: Int64? { if case .response(_, let delay) = self { delay } else { nil } }
  var isReset: Bool { if case .reset = self { true } else { false } }
  var isSilence: Bool { if case .silence = self { true } else { false } }
}

extension HTTPAnswer {
  var text: String { String(decoding: body, as: UTF8.self) }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}
