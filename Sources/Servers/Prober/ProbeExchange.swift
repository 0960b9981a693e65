import CafeWorld
import NIOCore
import NIOHTTP1
import Route53

/// What a web server answered to a probe.
struct ProbeReading: Sendable {
  let status: Int
  let statusMilliseconds: Int
  /// As much of the body as is searched.
  let body: [UInt8]
  /// Whether the body was whole, or long enough.
  let isWhole: Bool

  func outcome(of probe: RealProbe, connect: Int) -> ProbeOutcome {
    guard probe.kind.matchesString, let search = probe.searchString else {
      return .answered(
        status: status,
        connectMilliseconds: connect,
        statusMilliseconds: statusMilliseconds
      )
    }
    let text = ResponseBody(String(decoding: body, as: UTF8.self))
    let finding = text.finding(search)
    return .read(
      status: status,
      connectMilliseconds: connect,
      statusMilliseconds: statusMilliseconds,
      finding == .missing && !isWhole ? .late : finding
    )
  }
}

/// Sends a probe's request, and reads as much of the response as it needs.
final class ProbeExchange: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias OutboundOut = HTTPClientRequestPart

  private let probe: RealProbe
  private let reading: EventLoopPromise<ProbeReading>
  private var began = ContinuousClock.now
  private var status = 0
  private var statusMilliseconds = 0
  private var body: [UInt8] = []

  init(_ probe: RealProbe, _ reading: EventLoopPromise<ProbeReading>) {
    self.probe = probe
    self.reading = reading
  }

  func channelActive(context: ChannelHandlerContext) {
    began = .now
    var headers = HTTPHeaders()
    headers.add(name: "Host", value: probe.host)
    headers.add(name: "User-Agent", value: "FailoverCafe-Health-Check (ref \(probe.check))")
    headers.add(name: "Accept", value: "*/*")
    headers.add(name: "Connection", value: "close")
    let head = HTTPRequestHead(version: .http1_1, method: .GET, uri: probe.path, headers: headers)
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.fireChannelActive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      status = Int(head.status.code)
      statusMilliseconds = Int(Prober.milliseconds(since: began))
      if !probe.kind.matchesString { finish(isWhole: true) }
    case .body(let part):
      let room = HealthRules.searchedBytes - body.count
      body += part.readableBytesView.prefix(room)
      if body.count >= HealthRules.searchedBytes { finish(isWhole: true) }
    case .end: finish(isWhole: true)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    // A body that ends with the connection is whole; without a status there was no answer.
    if status > 0 { finish(isWhole: true) } else { reading.fail(ChannelError.eof) }
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    reading.fail(error)
    context.close(promise: nil)
  }

  private func finish(isWhole: Bool) {
    reading.succeed(
      ProbeReading(
        status: status,
        statusMilliseconds: statusMilliseconds,
        body: body,
        isWhole: isWhole
      )
    )
  }
}
