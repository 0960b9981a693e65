import DNS

extension DNSServer {
  /// Answers what comes to one socket until the server stops; of one thread.
  static func answerDatagrams(
    on socket: Socket,
    _ source: WorldSource,
    _ limits: Limits,
    until isStopping: Flag
  ) {
    guard let batch = DatagramBatch() else { return }
    var answerer = Answerer(source)
    var rate = ResponseRate(perSecond: limits.repliesPerSecond)
    while let count = batch.receive(from: socket), !isStopping.isSet {
      answerer.refresh()
      for index in 0..<count {
        let address = batch.source(index)
        let isLocal = address.isLoopback
        let verdict = isLocal ? .whole : rate.verdict(address, at: monotonicMilliseconds())
        guard verdict != .silence else { continue }
        batch.reply(index) { message in
          guard var reply = answerer.reply(to: message, from: address, over: .udp) else {
            return nil
          }
          if verdict == .truncated { Response.truncate(&reply) }
          return reply
        }
      }
      batch.send(through: socket)
    }
  }
}
