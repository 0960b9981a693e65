import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Gives a body to the answer with which the parser refuses a request: Hummingbird's is a bare 400.
final class RefusalBody: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let refusal: @Sendable () -> HTTPAnswer
  /// What is still to be sent of it.
  private var rest: ByteBuffer?

  init(_ refusal: @escaping @Sendable () -> HTTPAnswer) {
    self.refusal = refusal
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where Self.isBare(head):
      let answer = refusal()
      rest = ByteBuffer(bytes: answer.body)
      for (name, value) in answer.headers {
        guard let name = HTTPField.Name(name) else { continue }
        head.headerFields.append(HTTPField(name: name, value: value))
      }
      head.headerFields[.contentLength] = "\(answer.body.count)"
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end:
      if let body = rest {
        rest = nil
        context.write(wrapOutboundOut(.body(body)), promise: nil)
      }
      context.write(data, promise: promise)
    default: context.write(data, promise: promise)
    }
  }

  /// Handlers never answer so: what they refuse has a body.
  private static func isBare(_ head: HTTPResponse) -> Bool {
    head.status.code == 400 && head.headerFields[.contentLength] == "0"
      && head.headerFields[.connection] == "close"
  }
}
