import DNS
import Glibc

/// One TCP connection, on which each message stands behind its length (RFC 1035 §4.2.2).
struct StreamConnection {
  private let socket: Socket
  private let source: IPAddress
  /// What has come of messages that are not whole yet.
  private var input: [UInt8] = []
  /// Replies that the client has not taken yet, and how much of them it has.
  private var output: [UInt8] = []
  private var taken = 0
  private(set) var isOver = false
  private var hasClientEnded = false
  /// When it is dropped, in milliseconds; only a whole query puts that off, so that no client holds
  /// a connection by sending or taking a little at a time.
  private(set) var deadline: Int64

  /// While so much waits to be taken, no more queries are answered.
  private static let outputMost = 1 << 18
  private static let chunk = 1 << 14

  init(_ socket: Socket, _ source: IPAddress, _ limits: DNSServer.Limits) {
    self.socket = socket
    self.source = source
    deadline = monotonicMilliseconds() + limits.idleMilliseconds
  }

  /// What to wait for: the client takes replies before it is read on.
  var poll: pollfd {
    let events = output.isEmpty ? POLLIN : POLLOUT
    return pollfd(fd: socket.descriptor, events: Int16(events), revents: 0)
  }

  /// Reads, answers and writes as far as it goes without waiting.
  mutating func goOn(_ events: Int16, _ answerer: inout Answerer, _ limits: DNSServer.Limits) {
    if events & Int16(POLLERR | POLLNVAL) != 0 {
      isOver = true
      return
    }
    if output.isEmpty { read() }
    repeat {
      answer(&answerer, limits)
      write()
      // What is whole and not answered yet waits for room.
    } while !isOver && output.isEmpty && hasWholeMessage
    if hasClientEnded, output.isEmpty { isOver = true }
  }

  private mutating func read() {
    var buffer = [UInt8](repeating: 0, count: Self.chunk)
    switch socket.receive(into: &buffer) {
    case .octets(let count): input += buffer[..<count]
    case .blocked: break
    case .over: hasClientEnded = true
    }
  }

  private var hasWholeMessage: Bool {
    input.count >= 2 && input.count >= 2 + (Int(input[0]) << 8 | Int(input[1]))
  }

  private mutating func answer(_ answerer: inout Answerer, _ limits: DNSServer.Limits) {
    let pending = input
    var start = 0
    while output.count < Self.outputMost, pending.count - start >= 2 {
      let end = start + 2 + (Int(pending[start]) << 8 | Int(pending[start + 1]))
      guard end <= pending.count else { break }
      let message = pending.span.extracting(start + 2..<end)
      if let reply = answerer.reply(to: message, from: source, over: .tcp) {
        output.append(UInt8(truncatingIfNeeded: reply.count >> 8))
        output.append(UInt8(truncatingIfNeeded: reply.count))
        output += reply
        deadline = monotonicMilliseconds() + limits.idleMilliseconds
      }
      start = end
    }
    input = Array(pending[start...])
  }

  private mutating func write() {
    while taken < output.count {
      switch socket.send(output[taken...]) {
      case .octets(let count): taken += count
      case .blocked: return
      case .over:
        isOver = true
        return
      }
    }
    output.removeAll(keepingCapacity: true)
    taken = 0
  }
}
