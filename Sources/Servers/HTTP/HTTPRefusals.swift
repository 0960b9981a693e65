/// What a server says to requests that it does not show its handler.
public struct HTTPRefusals: Sendable {
  /// To one whose body is larger than the limit.
  public let tooLarge: @Sendable (HTTPExchange) -> HTTPAnswer
  /// To one with two hosts.
  public let ambiguous: @Sendable (HTTPExchange) -> HTTPAnswer
  /// To one that is no HTTP, or has longer headers than the limit.
  public let unreadable: @Sendable () -> HTTPAnswer

  public init(
    tooLarge: @escaping @Sendable (HTTPExchange) -> HTTPAnswer,
    ambiguous: @escaping @Sendable (HTTPExchange) -> HTTPAnswer,
    unreadable: @escaping @Sendable () -> HTTPAnswer
  ) {
    self.tooLarge = tooLarge
    self.ambiguous = ambiguous
    self.unreadable = unreadable
  }

  /// A sentence for people.
  public static let plain = HTTPRefusals(
    tooLarge: { _ in
      HTTPAnswer(status: 413, type: "text/plain", text: "The request is too large.\n")
    },
    ambiguous: { _ in
      HTTPAnswer(status: 400, type: "text/plain", text: "The request names two hosts.\n")
    },
    unreadable: {
      HTTPAnswer(status: 400, type: "text/plain", text: "The request cannot be read.\n")
    }
  )
}
