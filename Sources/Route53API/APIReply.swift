public import CafeWorld

/// What a request wants: an answer out of the world as it is, or commands to decide on and then an
/// answer.
public enum APIReply: Sendable {
  case response(APIResponse)
  /// Commands in order: all are carried out, or, if one is refused, none. `then` makes the answer
  /// out of what happened, or of why it was refused, and of the world after it.
  case commands([Command], then: @Sendable (Result<[Event], Rejection>, World) -> APIResponse)
}
