import DNS
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
    guard Doorkeeper.isOwn(host) || Doorkeeper.isAmazon(host), exchange.header("origin") == nil,
      !Doorkeeper.isFromAnotherSite(exchange)
    else { return .response(turnedAway(exchange)) }
    let world = live.snapshot.world
    if exchange.method == "GET", let page = Mailboxes.page(exchange.path, in: world) {
      let isOpen = !api.takesSignedOnly || exchange.isLocal
      return .response(isOpen ? page : Mailboxes.closed)
    }
    let request = APIRequest(exchange)
    switch api.reply(to: request, in: world, requestID: requestID(), now: now()) {
    case .response(let response): return .response(HTTPAnswer(response))
    case .commands(let commands, let then):
      guard let outcome = await live.perform(commands) else { return .reset }
      return .response(HTTPAnswer(then(outcome.result, outcome.world)))
    }
  }
}

// MARK: - What does not come in

extension AmazonDoor {
  /// For a browser on somebody else's page; no client of Amazon's comes that way.
  private func turnedAway(_ exchange: HTTPExchange) -> HTTPAnswer {
    refusal(
      of: APIRequest(exchange),
      code: "AccessDenied",
      "This is an API for programs on this machine. Web pages may not use it.",
      status: 403
    )
  }

  /// What the server says that the door stands behind, in the shape of Amazon's errors.
  public var refusals: HTTPRefusals {
    HTTPRefusals(
      tooLarge: { exchange in
        refusal(
          of: APIRequest(exchange),
          code: "RequestEntityTooLarge",
          "The request is larger than this API takes.",
          status: 413
        )
      },
      ambiguous: { exchange in
        refusal(
          of: APIRequest(exchange),
          code: "BadRequest",
          "The request has more than one Host header. Send one.",
          status: 400
        )
      },
      unreadable: {
        refusal(
          of: APIRequest(method: "GET", path: "/2013-04-01/"),
          code: "BadRequest",
          "The request is no HTTP that can be read, or its headers are too long.",
          status: 400
        )
      }
    )
  }

  private func refusal(
    of request: APIRequest,
    code: String,
    _ message: String,
    status: Int
  ) -> HTTPAnswer {
    HTTPAnswer(
      AWSAPI.refusal(of: request, code: code, message, status: status, requestID: requestID())
    )
  }
}

extension HTTPExchange {
  /// Whether it came through this machine's loopback, which nobody else reaches.
  fileprivate var isLocal: Bool { localAddress.flatMap { IPAddress($0) }?.isLoopback ?? false }
}

extension APIRequest {
  fileprivate init(_ exchange: HTTPExchange) {
    self.init(
      method: exchange.method,
      path: exchange.path,
      query: exchange.query,
      // A signature covers it, and a server keeps it apart.
      headers: [("Host", exchange.host ?? "")] + exchange.headers,
      body: exchange.body
    )
  }
}

extension HTTPAnswer {
  fileprivate init(_ response: APIResponse) {
    self.init(status: response.status, headers: response.headers, body: response.body)
  }
}
