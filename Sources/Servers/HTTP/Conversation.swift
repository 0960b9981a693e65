import Glibc
import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOPosix

/// One request and its reply, on a connection.
struct Conversation: Sendable {
  let limits: HTTPLimits
  let refusals: HTTPRefusals
  let handler: HTTPServer.Handler

  @concurrent func respond(
    to request: Request,
    _ writer: consuming ResponseWriter,
    on channel: any Channel
  ) async throws {
    var request = request
    if let answer = refusal(of: request, on: channel) {
      return try await write(answer, to: writer, closing: true, hasBody: request.method != .head)
    }
    let body: ByteBuffer
    do {
      body = try await request.collectBody(upTo: limits.bodyBytes)
    } catch is NIOTooManyBytesError {
      let exchange = HTTPExchange(request, body: ByteBuffer(), at: channel.localAddress)
      let answer = refusals.tooLarge(exchange)
      return try await write(answer, to: writer, closing: true, hasBody: true)
    }
    let exchange = HTTPExchange(request, body: body, at: channel.localAddress)
    switch await handler(exchange) {
    case .response(let answer, let delay):
      if delay > 0 { try await Task.sleep(for: .milliseconds(delay)) }
      try await write(answer, to: writer, closing: false, hasBody: exchange.method != "HEAD")
    case .reset: try await reset(channel)
    case .silence: try await keepSilent(channel)
    case .stream(let stream): try await send(stream, to: writer, on: channel)
    }
  }

  /// What is said to a request whose head alone is reason enough; nil: nothing.
  ///
  /// One with two hosts is refused (RFC 9112, 3.2), since another reader of it could take the other
  /// one. NIO makes the first of them the authority and leaves the rest among the headers.
  private func refusal(of request: Request, on channel: any Channel) -> HTTPAnswer? {
    let says: @Sendable (HTTPExchange) -> HTTPAnswer
    if request.headers.contains(where: { $0.name.canonicalName == "host" }) {
      says = refusals.ambiguous
    } else if let length = request.headers[.contentLength], !isTaken(length) {
      says = refusals.tooLarge
    } else {
      return nil
    }
    return says(HTTPExchange(request, body: ByteBuffer(), at: channel.localAddress))
  }

  /// Whether a body of this length is within the limit; no number is a length beyond any.
  private func isTaken(_ length: String) -> Bool {
    Int(length).map { $0 <= limits.bodyBytes } ?? false
  }

  @concurrent private func write(
    _ answer: HTTPAnswer,
    to writer: consuming ResponseWriter,
    closing: Bool,
    hasBody: Bool
  ) async throws {
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    fields[.contentLength] = "\(answer.body.count)"
    if closing { fields[.connection] = "close" }
    let head = HTTPResponse(status: .init(code: answer.status), headerFields: fields)
    let body = hasBody ? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)) : ResponseBody()
    try await writer.write(response: head, body: body)
    if closing { throw Closing() }
  }

  /// Sends piece after piece, until there are no more or the client has gone.
  ///
  /// What the system keeps for a client is little, so that one who does not read is soon found out.
  @concurrent private func send(
    _ stream: HTTPStream,
    to writer: consuming ResponseWriter,
    on channel: any Channel
  ) async throws {
    try await channel.setOption(.allowRemoteHalfClosure, value: false).get()
    try await channel.setOption(.socketOption(.so_sndbuf), value: Self.kept).get()
    channel.closeFuture.whenComplete { _ in stream.end() }
    let fields: HTTPFields = [.contentType: stream.type, .cacheControl: "no-store"]
    var body = try await writer.writeHead(HTTPResponse(status: .ok, headerFields: fields))
    for await piece in stream.pieces {
      let end = channel.eventLoop.scheduleTask(in: .seconds(limits.patience)) {
        channel.close(promise: nil)
      }
      defer { end.cancel() }
      try await body.write(ByteBuffer(bytes: piece))
    }
    try await body.finish(nil)
    throw Closing()
  }

  /// Bytes that are kept for the client of a stream.
  private static let kept: SocketOptionValue = 65_536

  /// Ends a conversation whose connection cannot go on.
  private struct Closing: Error {}

  /// A reset instead of an orderly end: with no time to linger the system sends RST.
  private func reset(_ channel: any Channel) async throws {
    let now = linger(l_onoff: 1, l_linger: 0)
    try await (channel as? any SocketOptionProvider)?.setSoLinger(now).get()
    try await channel.close().get()
    throw Closing()
  }

  /// Says nothing until the client gives up, or has waited long enough.
  private func keepSilent(_ channel: any Channel) async throws {
    try await channel.setOption(.allowRemoteHalfClosure, value: false).get()
    let end = channel.eventLoop.scheduleTask(in: .seconds(limits.silence)) {
      channel.close(promise: nil)
    }
    try await channel.closeFuture.get()
    end.cancel()
    throw Closing()
  }
}

extension HTTPExchange {
  init(_ request: Request, body: ByteBuffer, at local: SocketAddress?) {
    let target = request.head.path ?? "/"
    let cut = target.firstIndex(of: "?")
    self.init(
      method: request.method.rawValue,
      path: String(target[..<(cut ?? target.endIndex)]),
      query: cut.map { String(target[target.index(after: $0)...]) } ?? "",
      host: request.head.authority,
      headers: request.headers.map { ($0.name.rawName, $0.value) },
      body: Array(buffer: body),
      localAddress: local?.ipAddress,
      localPort: local?.port
    )
  }
}
