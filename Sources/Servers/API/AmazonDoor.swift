public import Route53API

/// Amazon's API over HTTP: a request of a client to the core, and its reply back.
public struct AmazonDoor: Sendable {
  private let live: LiveWorld
  private let api: AWSAPI
  private let now: @Sendable () -> Int64
  private let requestID: @Sendable () -> String

  /// Opens the door to a world.
  ///
  /// `now`: the time of day in milliseconds since 1970.
  /// `requestID`: a new UUID with each call.
  public init(
    _ live: LiveWorld,
    api: AWSAPI,
    now: @escaping @Sendable () -> Int64,
    requestID: @escaping @Sendable () -> String
  ) {
    self.live = live
    self.api = api
    self.now = now
    self.requestID = requestID
  }

  public func reply(to exchange: HTTPExchange) async -> HTTPReply {
    let host = exchange.host ?? ""
    guard Doorkeeper.isOwn(host) || Doorkeeper.isAmazon(host), exchange.header("origin") == nil
    else { return .response(Self.turnedAway) }
    let request = APIRequest(
      method: exchange.method,
      path: exchange.path,
      query: exchange.query,
      // A signature covers it, and a server keeps it apart.
      headers: [("Host", host)] + exchange.headers,
      body: exchange.body
    )
    let world = live.snapshot.world
    if exchange.method == "GET", let page = Mailboxes.page(exchange.path, in: world) {
      return .response(page)
    }
    switch api.reply(to: request, in: world, requestID: requestID(), now: now()) {
    case .response(let response): return .response(HTTPAnswer(response))
    case .commands(let commands, let then):
      guard let outcome = await live.perform(commands) else { return .reset }
      return .response(HTTPAnswer(then(outcome.result, outcome.world)))
    }
  }

  /// For a browser on somebody else's page; no client of Amazon's comes that way.
  private static let turnedAway = HTTPAnswer(
    status: 403,
    type: "text/plain; charset=utf-8",
    text: "This is an API for programs on this machine. Web pages may not use it.\n"
  )
}

extension HTTPAnswer {
  fileprivate init(_ response: APIResponse) {
    self.init(status: response.status, headers: response.headers, body: response.body)
  }
}
