import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import Synchronization

/// An HTTP/1.1 server on one address: requests in, replies of a closure out.
public final class HTTPServer: Sendable {
  public typealias Handler = @Sendable (HTTPExchange) async -> HTTPReply

  /// The port that it is bound to.
  public let port: Int
  private let server: Server<HTTP1Channel>
  private let running: Task<Void, any Error>

  /// The one thread of all HTTP servers.
  private static let threads = MultiThreadedEventLoopGroup(numberOfThreads: 1)

  private init(port: Int, server: Server<HTTP1Channel>, running: Task<Void, any Error>) {
    self.port = port
    self.server = server
    self.running = running
  }

  /// Binds and begins to serve.
  ///
  /// Port 0 takes one that is free.
  ///
  /// - Throws: what the system says when the address cannot be bound.
  public static func start(
    on address: String,
    port: Int,
    limits: HTTPLimits = HTTPLimits(),
    refusals: HTTPRefusals = .plain,
    handler: @escaping Handler
  ) async throws -> HTTPServer {
    let bound = Bound()
    let conversation = Conversation(limits: limits, refusals: refusals, handler: handler)
    let server = Server(
      childChannelSetup: HTTP1Channel(
        responder: { request, writer, channel in
          try await conversation.respond(to: request, writer, on: channel)
        },
        configuration: .init(
          additionalChannelHandlers: [
            RequestDeadline(limits), RefusalBody(refusals.unreadable),
          ],
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: limits.headerBytes,
            maxHeaderListSize: limits.headerBytes,
            maxHeaderFieldCount: 100
          )
        )
      ),
      configuration: ServerConfiguration(
        address: .hostname(address, port: port),
        availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)
      ),
      onServerRunning: { channel in bound.fulfil(.success(channel.localAddress?.port ?? port)) },
      eventLoopGroup: threads,
      logger: Logger(label: "cafe.http") { _ in SwiftLogNoOpLogHandler() }
    )
    let running = Task(executorPreference: LoopExecutor(threads.next())) {
      do { try await server.run() } catch {
        bound.fulfil(.failure(error))
        throw error
      }
    }
    return HTTPServer(port: try await bound.port, server: server, running: running)
  }

  /// The system's number for why an address could not be bound; nil: something else is wrong.
  public static func code(_ error: any Error) -> Int32? { (error as? IOError)?.errnoCode }

  /// Takes no more connections, ends those that are open, and returns when all are gone.
  public func stop() async {
    running.cancel()
    try? await server.shutdownGracefully()
    _ = await running.result
  }
}

/// The port, known once the server runs.
private final class Bound: Sendable {
  private let stream: AsyncStream<Result<Int, any Error>>
  private let continuation: AsyncStream<Result<Int, any Error>>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  func fulfil(_ result: Result<Int, any Error>) {
    continuation.yield(result)
    continuation.finish()
  }

  var port: Int {
    get async throws {
      for await result in stream { return try result.get() }
      throw CancellationError()
    }
  }
}
