import DNS
import Glibc

extension DNSServer {
  /// Answers all connections until the server stops; of one thread.
  static func answerStreams(
    on listener: Socket,
    _ source: WorldSource,
    _ limits: Limits,
    until isStopping: Flag
  ) {
    var answerer = Answerer(source)
    var connections: [StreamConnection] = []
    while !isStopping.isSet {
      var polls = [pollfd(fd: listener.descriptor, events: Int16(POLLIN), revents: 0)]
      polls += connections.map(\.poll)
      let now = monotonicMilliseconds()
      let next = connections.map { $0.deadline - now }.min()
      Socket.wait(for: &polls, milliseconds: next.map { Int32(clamping: max(0, $0)) } ?? -1)
      guard !isStopping.isSet else { break }
      answerer.refresh()
      for index in connections.indices where polls[index + 1].revents != 0 {
        connections[index].goOn(polls[index + 1].revents, &answerer, limits)
      }
      let later = monotonicMilliseconds()
      connections.removeAll { $0.isOver || $0.deadline <= later }
      if polls[0].revents != 0 { welcome(listener, &connections, limits) }
    }
  }

  /// Takes the connections that wait.
  ///
  /// When there are as many as there may be, the one that has been idle for longest makes room
  /// (RFC 7766 §6.2.3).
  private static func welcome(
    _ listener: Socket,
    _ connections: inout [StreamConnection],
    _ limits: Limits
  ) {
    for _ in 0..<limits.connections {
      guard let (socket, source) = listener.accept() else {
        // Without another descriptor the same connection would wait for ever.
        if errno == EMFILE || errno == ENFILE { dropIdlest(&connections) }
        return
      }
      if connections.count >= limits.connections { dropIdlest(&connections) }
      connections.append(StreamConnection(socket, source, limits))
    }
  }

  private static func dropIdlest(_ connections: inout [StreamConnection]) {
    guard
      let idlest = connections.indices.min(by: {
        connections[$0].deadline < connections[$1].deadline
      })
    else { return }
    connections.remove(at: idlest)
  }
}
