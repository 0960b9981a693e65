/// A request as a handler sees it: whole, within the limits of the server.
public struct HTTPExchange: Sendable {
  public let method: String
  /// The path as it was sent, percent-encoded, without the query.
  public let path: String
  /// What stands behind the question mark, as it was sent.
  public let query: String
  /// `Host`, as it was sent; nil: the client named none.
  public let host: String?
  /// In the order of arrival, names in the client's spelling.
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]
  /// The address and the port of this machine at which it came in; nil: through no socket.
  public let localAddress: String?
  public let localPort: Int?

  public init(
    method: String,
    path: String,
    query: String = "",
    host: String?,
    headers: [(name: String, value: String)] = [],
    body: [UInt8] = [],
    localAddress: String? = nil,
    localPort: Int? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.host = host
    self.headers = headers
    self.body = body
    self.localAddress = localAddress
    self.localPort = localPort
  }

  /// The value of the first header of this name, whatever its case.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name }?.value
  }
}

/// What a client gets.
public enum HTTPReply: Sendable {
  /// A response, so many milliseconds later than it could be.
  case response(HTTPAnswer, delay: Int64 = 0)
  /// The connection is reset, as by a host without a web server.
  case reset
  /// Nothing, until the client gives up, as when packets are dropped.
  case silence
  /// A response that goes on for as long as there is something to send.
  case stream(HTTPStream)
}

/// The body of a response that comes in pieces.
public struct HTTPStream: Sendable {
  /// The media type.
  public let type: String
  public let pieces: AsyncStream<[UInt8]>
  /// Told when the client has gone.
  public let end: @Sendable () -> Void

  public init(type: String, pieces: AsyncStream<[UInt8]>, end: @escaping @Sendable () -> Void) {
    self.type = type
    self.pieces = pieces
    self.end = end
  }
}

/// A response with its body.
public struct HTTPAnswer: Sendable {
  public let status: Int
  public let headers: [(name: String, value: String)]
  public let body: [UInt8]

  public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// A page or a sentence; `type` is its media type.
  public init(status: Int, type: String, text: String) {
    self.init(status: status, headers: [("Content-Type", type)], body: Array(text.utf8))
  }
}

/// How much one client may take, and how long.
public struct HTTPLimits: Sendable {
  /// Connections at a time; more wait to be accepted.
  public var connections = 256
  /// Bytes of all headers of a request together, and of one.
  public var headerBytes = 32_768
  /// Bytes of a request's body.
  public var bodyBytes = 4_194_304
  /// Seconds in which the head of the first request of a connection must have come in: whoever
  /// connects and says nothing keeps others out when the places are few.
  public var greeting: Int64 = 10
  /// Seconds in which a request must have come in whole, and for which an idle connection is kept.
  public var seconds: Int64 = 30
  /// Seconds after which a client that is answered with silence is let go.
  public var silence: Int64 = 120
  /// Seconds after which a client that does not take the next piece of a stream is let go.
  public var patience: Int64 = 10

  public init() {}
}
