import NIOCore
import NIOHTTPTypes

/// Ends a connection on which a request does not come in whole in time.
///
/// Each byte of a slow client would put off an idle timeout, so the time is counted from the end of
/// the response before; an idle connection is ended by the same rule. A new connection has less
/// time until the head of its first request has come in; from there on it has the usual time.
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let greeting: TimeAmount
  private let time: TimeAmount
  private var isNew = true
  private var deadline: Scheduled<Void>?

  init(_ limits: HTTPLimits) {
    greeting = .seconds(min(limits.greeting, limits.seconds))
    time = .seconds(limits.seconds)
  }

  func handlerAdded(context: ChannelHandlerContext) { begin(greeting, context) }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head where isNew:
      isNew = false
      begin(time, context)
    case .end: deadline?.cancel()
    case .head, .body: break
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { begin(time, context) }
    context.write(data, promise: promise)
  }

  private func begin(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: time) { bound.value.close(promise: nil) }
  }
}
