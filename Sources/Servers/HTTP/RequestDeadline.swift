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
  /// When the connection ends if nothing comes; nil: while a request is answered.
  private var deadline: NIODeadline?
  /// The one timer: it is not moved with each request, and looks when it rings.
  private var timer: Scheduled<Void>?

  init(_ limits: HTTPLimits) {
    greeting = .seconds(min(limits.greeting, limits.seconds))
    time = .seconds(limits.seconds)
  }

  func handlerAdded(context: ChannelHandlerContext) { begin(greeting, context) }

  func handlerRemoved(context: ChannelHandlerContext) { timer?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head where isNew:
      isNew = false
      begin(time, context)
    case .end: deadline = nil
    case .head, .body: break
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    if case .end = unwrapOutboundIn(data) { begin(time, context) }
    context.write(data, promise: promise)
  }

  private func begin(_ time: TimeAmount, _ context: ChannelHandlerContext) {
    let end = .now() + time
    deadline = end
    if timer == nil { wait(until: end, context) }
  }

  private func wait(until end: NIODeadline, _ context: ChannelHandlerContext) {
    let bound = NIOLoopBound((handler: self, context: context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(deadline: end) {
      bound.value.handler.ring(bound.value.context)
    }
  }

  private func ring(_ context: ChannelHandlerContext) {
    timer = nil
    guard let deadline else { return }
    if deadline <= .now() { context.close(promise: nil) } else { wait(until: deadline, context) }
  }
}
