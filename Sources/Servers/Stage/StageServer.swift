/// The page for the projector, on the loopback address, and the frames that it follows.
public final class StageServer: Sendable {
  /// Where a browser finds it.
  public let url: String
  public let port: Int
  private let server: HTTPServer
  private let audience: Audience
  private let reminder: Task<Void, Never>

  /// A page cannot be served, because a part of it is missing.
  public struct Incomplete: Error {
    public let path: String
  }

  /// How many can watch, and how often they are reminded that they do.
  private static let mostWatchers = 100
  private static let pause = Duration.seconds(20)

  private init(server: HTTPServer, audience: Audience) {
    self.server = server
    self.audience = audience
    port = server.port
    url = "http://\(Self.address):\(server.port)/"
    reminder = Task.detached { [weak audience] in
      while (try? await Task.sleep(for: Self.pause)) != nil { audience?.remind() }
    }
  }

  deinit { reminder.cancel() }

  /// The only address on which it is served: what is on it is for who sits at this machine.
  public static let address = "127.0.0.1"

  /// Binds and begins to serve.
  ///
  /// Port 0 takes one that is free. `asset` gives the text of a file below `Assets/`.
  ///
  /// - Throws: `Incomplete`, or what the system says when the port cannot be bound.
  public static func start(
    port: Int,
    limits: HTTPLimits = HTTPLimits(),
    asset: (String) -> String?
  ) async throws -> StageServer {
    let audience = Audience(most: mostWatchers)
    let pages = try StagePages(asset)
    let server = try await HTTPServer.start(on: address, port: port, limits: limits) { exchange in
      Self.reply(to: exchange, pages, audience)
    }
    return StageServer(server: server, audience: audience)
  }

  /// How many browsers watch.
  public var watchers: Int { audience.count }

  /// Shows a frame, JSON on one line, to everybody who watches and who comes later.
  public func show(_ frame: [UInt8]) { audience.show(frame) }

  /// Ends what is watched, and returns when everybody has gone.
  public func stop() async {
    reminder.cancel()
    audience.dismiss()
    await server.stop()
  }

  private static func reply(
    to exchange: HTTPExchange,
    _ pages: StagePages,
    _ audience: Audience
  ) -> HTTPReply {
    guard Doorkeeper.isOwn(exchange.host ?? ""), !Doorkeeper.isForeign(exchange) else {
      return .response(SitePages.sentence(403, "The stage is for browsers of this machine alone."))
    }
    guard exchange.method == "GET" else {
      return .response(SitePages.notAllowed("The stage is read, with GET.", allow: "GET"))
    }
    guard exchange.path == StagePages.events else {
      return .response(
        pages[exchange.path] ?? SitePages.sentence(404, "The stage has one page, which is /.")
      )
    }
    if let seat = audience.join() { return .stream(seat) }
    return .response(
      SitePages.sentence(503, "\(mostWatchers) browsers watch already. Close one and reload.")
    )
  }
}
