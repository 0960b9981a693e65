import Route53API
import CafeWorld
import Servers
import Support
import Testing

@Suite(.timeLimit(.minutes(1)))
struct `The doorkeeper` {
  static let hosts: [(String, own: Bool, amazon: Bool)] = [
    ("localhost", true, false), ("LOCALHOST:5380", true, false), ("127.0.0.1", true, false),
    ("127.0.0.1:5380", true, false), ("192.168.1.7:5380", true, false), ("[::1]", true, false),
    ("[::1]:5380", true, false), ("[fe80::1]:80", true, false),
    // Names that a stranger can own, and let lead here.
    ("rebind.example", false, false), ("rebind.example:5380", false, false),
    ("127.0.0.1.rebind.example", false, false), ("localhost.rebind.example", false, false),
    ("127.0.0.1.nip.io:5380", false, false), ("localhost.", false, false), ("", false, false),
    ("256.0.0.1", false, false), ("1.2.3", false, false), ("0x7f.0.0.1", false, false),
    ("[::1].rebind.example", false, false), ("[rebind.example]", false, false),
    ("[", false, false), ("::1", false, false),
    // What nobody but Amazon can own.
    ("route53.amazonaws.com", false, true), ("EC2.us-west-2.AmazonAWS.com:443", false, true),
    ("amazonaws.com", false, true), ("notamazonaws.com", false, false),
    ("amazonaws.com.rebind.example", false, false),
  ]

  @Test(arguments: hosts)
  func `knows this machine's hosts and Amazon's from a stranger's`(
    host: String,
    own: Bool,
    amazon: Bool
  ) {
    #expect(Doorkeeper.isOwn(host) == own)
    #expect(Doorkeeper.isAmazon(host) == amazon)
  }

  static let origins: [(origin: String?, host: String?, foreign: Bool)] = [
    (nil, "127.0.0.1:8080", false), (nil, nil, false),
    ("http://127.0.0.1:8080", "127.0.0.1:8080", false),
    ("HTTP://LocalHost:8080", "localhost:8080", false),
    ("http://www.cafe.example", "www.cafe.example", false),
    ("http://127.0.0.1:8081", "127.0.0.1:8080", true),
    ("https://127.0.0.1:8080", "127.0.0.1:8080", true),
    ("http://evil.example", "127.0.0.1:8080", true), ("null", "127.0.0.1:8080", true),
    ("", "127.0.0.1:8080", true), ("http://127.0.0.1", nil, true),
  ]

  @Test(arguments: origins)
  func `knows the pages of its own host from others`(
    origin: String?,
    host: String?,
    foreign: Bool
  ) {
    let headers = origin.map { [("OrIgIn", $0)] } ?? []
    let exchange = HTTPExchange(method: "POST", path: "/", host: host, headers: headers)
    #expect(Doorkeeper.isForeign(exchange) == foreign)
  }

  /// What is no request that the API could answer is answered in the shape of its errors as well.
  @Test func `turns away in XML what the API never sees`() async throws {
    let owned = try OwnedWorld()
    let door = AmazonDoor(owned.live, api: AWSAPI(), now: { 1_000 }, requestID: { "an-id" })
    var limits = HTTPLimits()
    (limits.headerBytes, limits.bodyBytes) = (4_096, 100)
    let server = try await HTTPServer.start(
      on: "127.0.0.1",
      port: 0,
      limits: limits,
      refusals: door.refusals
    ) { await door.reply(to: $0) }
    let port = UInt16(server.port)
    let long = String(repeating: "x", count: 8_192)
    let refused: [(String, String, String, status: Int)] = [
      ("FOO", "/", "X: y", 400), ("GET", "/caf\u{e9}", "X: y", 400),
      ("GET", "/" + long, "X: y", 400), ("GET", "/", "X: " + long, 400),
      ("POST", "/", "Content-Length: many", 400),
      ("POST", "/2013-04-01/hostedzone", "Content-Length: 101", 413),
      ("GET", "/2013-04-01/hostedzone", "Host: localhost", 400),
    ]
    for (method, path, header, status) in refused {
      let client = try LoopbackSocket(stream: true, port: port)
      client.send(Array("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(header)\r\n\r\n".utf8))
      let page = client.receivePage()
      #expect(page?.status == status, "\(method) \(path.prefix(20)) \(header.prefix(20))")
      #expect(page?.headers["content-type"] == "text/xml")
      #expect(page?.body.contains("<ErrorResponse xmlns=") == true)
      #expect(page?.body.contains("<RequestId>an-id</RequestId>") == true)
    }
    await server.stop()
  }

  /// A picture of another site's page names no origin, and EC2 takes a GET for a command.
  @Test(
    arguments: [
      ("cross-site", 403), ("same-site", 403), ("same-origin", 200), ("none", 200), (nil, 200),
    ] as [(site: String?, status: Int)]
  )
  func `does nothing for the page of another site`(site: String?, status: Int) async throws {
    let owned = try OwnedWorld()
    let door = AmazonDoor(owned.live, api: AWSAPI(), now: { 1_000 }, requestID: { "an-id" })
    let instance = owned.live.snapshot.world.instances[0]
    let exchange = HTTPExchange(
      method: "GET",
      path: "/",
      query: "Action=StopInstances&InstanceId.1=\(instance.id)&Version=2016-11-15",
      host: "127.0.0.1:5380",
      headers: site.map { [("Sec-Fetch-Site", $0)] } ?? []
    )
    guard case .response(let answer, _) = await door.reply(to: exchange) else {
      Issue.record("no answer")
      return
    }
    #expect(answer.status == status)
    let isRunning = owned.live.snapshot.world.instances[0].state == .running
    #expect(isRunning == (status == 403))
  }

  /// Where everybody may ask, everybody may read the mail; where only some may, a browser from afar
  /// may not.
  @Test(arguments: [
    (true, "127.0.0.1", 200), (true, "::1", 200), (true, "192.168.7.7", 403),
    (false, "192.168.7.7", 200),
  ])
  func `shows the mail to whom it may be shown`(
    signed: Bool,
    local: String,
    status: Int
  ) async throws {
    let owned = try OwnedWorld()
    let api = AWSAPI(credentials: signed ? Credentials(["CAFE": "secret"]) : nil)
    let door = AmazonDoor(owned.live, api: api, now: { 1_000 }, requestID: { "an-id" })
    let exchange = HTTPExchange(
      method: "GET",
      path: "/_cafe/inbox",
      host: "127.0.0.1",
      localAddress: local,
      localPort: 5_380
    )
    guard case .response(let answer, _) = await door.reply(to: exchange) else {
      Issue.record("no response")
      return
    }
    #expect(answer.status == status)
  }

  @Test(arguments: ["/_cafe", "/_cafe/nope", "/_cafe/inbox/7"])
  func `says in plain words that there is no such page of its own`(path: String) async throws {
    let owned = try OwnedWorld()
    let door = AmazonDoor(owned.live, api: AWSAPI(), now: { 1_000 }, requestID: { "an-id" })
    let exchange = HTTPExchange(method: "GET", path: path, host: "127.0.0.1")
    guard case .response(let answer, _) = await door.reply(to: exchange) else {
      Issue.record("no response")
      return
    }
    #expect(answer.status == 404)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("/_cafe/inbox"))
  }

  @Test func `says with a confirmation how to confirm from a shell`() async throws {
    let owned = try OwnedWorld { world in
      try world.perform(.createTopic("t"))
      let arn = try #require(world.topics.first?.arn)
      try world.perform(.subscribe(topic: arn, endpoint: "sofia@cafe.example"))
    }
    let door = AmazonDoor(owned.live, api: AWSAPI(), now: { 1_000 }, requestID: { "an-id" })
    let exchange = HTTPExchange(method: "GET", path: "/_cafe/inbox/1", host: "127.0.0.1")
    guard case .response(let answer, _) = await door.reply(to: exchange) else {
      Issue.record("no response")
      return
    }
    let text = String(decoding: answer.body, as: UTF8.self)
    let topic = try #require(owned.world.topics.first)
    let token = try #require(topic.subscriptions.first?.id)
    #expect(
      text.contains(
        "aws sns confirm-subscription --region us-east-1 --topic-arn \(topic.arn) --token \(token)"
      )
    )
  }

  static let visits: [(host: String?, origin: String?, status: Int)] = [
    ("127.0.0.1:5380", nil, 200), ("localhost:5380", nil, 200),
    ("route53.amazonaws.com", nil, 200), ("rebind.example:5380", nil, 403), (nil, nil, 403),
    ("127.0.0.1:5380", "http://127.0.0.1:5380", 403), ("127.0.0.1:5380", "null", 403),
  ]

  @Test(arguments: visits)
  func `lets programs use Amazon's API, and no web page`(
    host: String?,
    origin: String?,
    status: Int
  ) async throws {
    let owned = try OwnedWorld()
    let door = AmazonDoor(owned.live, api: AWSAPI(), now: { 1_000 }, requestID: { "an-id" })
    let exchange = HTTPExchange(
      method: "GET",
      path: "/2013-04-01/hostedzone",
      host: host,
      headers: origin.map { [("Origin", $0)] } ?? []
    )
    guard case .response(let answer, _) = await door.reply(to: exchange) else {
      Issue.record("no response")
      return
    }
    #expect(answer.status == status)
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(text.contains("cafe.example") == (status == 200))
    #expect(text.contains("<Code>AccessDenied</Code>") == (status == 403))
  }
}
