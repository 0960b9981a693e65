public import DNS
import Glibc
import Synchronization

/// An authoritative name server over UDP and TCP, which answers out of a world.
///
/// A thread for each UDP socket, all of which share the port, and one for all TCP connections. It
/// runs until it is stopped.
public final class DNSServer: Sendable {
  /// The port that it is bound to, the same for UDP and TCP.
  public let port: UInt16
  private let sockets: Mutex<[Socket]>
  private let workers: Mutex<[Worker]>
  private let isStopping: Flag

  /// What clients may take up.
  public struct Limits: Sendable {
    /// TCP connections at a time.
    public var connections: Int
    /// How long a TCP connection may be without a whole query, and without its replies taken.
    public var idleMilliseconds: Int64
    /// UDP replies a second to a network other than this machine.
    public var repliesPerSecond: Int

    public init(
      connections: Int = 128,
      idleMilliseconds: Int64 = 10_000,
      repliesPerSecond: Int = 200
    ) {
      self.connections = connections
      self.idleMilliseconds = idleMilliseconds
      self.repliesPerSecond = repliesPerSecond
    }
  }

  /// Why a server did not start.
  public enum Failure: Error, Hashable, Sendable {
    /// The address and port cannot be bound, for the reason that `errno` gave.
    case cannotBind(IPAddress, port: UInt16, errno: Int32)
    case noThread
  }

  /// Starts to answer.
  ///
  /// - Parameters:
  ///   - address: where it can be reached; only this machine reaches the loopback address.
  ///   - port: 0 picks one that is free.
  ///   - count: how many UDP sockets, each with a thread, share the work.
  ///   - limits: what clients may take up.
  ///   - generation: the number of the present world's answers; read after queries have come and
  ///     before they are answered, so it has to be quick.
  ///   - snapshot: the present world; asked for when that number is another.
  /// - Returns: the server, which answers already.
  /// - Throws: why it cannot be reached there.
  public static func start(
    address: IPAddress = .v4(IPv4Address(bits: 0x7f00_0001)),
    port: UInt16,
    sockets count: Int = 1,
    limits: Limits = Limits(),
    generation: @escaping @Sendable () -> UInt64,
    snapshot: @escaping @Sendable () -> Snapshot
  ) throws(Failure) -> DNSServer {
    let (listener, sockets) = try bind(address, port, max(1, count))
    let server = DNSServer(port: listener.port, sockets: [listener] + sockets)
    let source = WorldSource(generation: generation, snapshot: snapshot)
    let flag = server.isStopping
    var bodies: [@Sendable () -> Void] = [
      { answerStreams(on: listener, source, limits, until: flag) }
    ]
    for socket in sockets {
      bodies.append { answerDatagrams(on: socket, source, limits, until: flag) }
    }
    for body in bodies {
      guard let worker = Worker(body) else {
        server.stop()
        throw .noThread
      }
      server.workers.withLock { $0.append(worker) }
    }
    return server
  }

  private init(port: UInt16, sockets: [Socket]) {
    self.port = port
    self.sockets = Mutex(sockets)
    workers = Mutex([])
    isStopping = Flag()
  }

  /// Stops to answer, and returns when the threads have ended and the port is free.
  ///
  /// What they had begun is answered.
  public func stop() {
    isStopping.set()
    sockets.withLock { for socket in $0 { socket.wake() } }
    let ended = workers.withLock { workers in
      defer { workers = [] }
      return workers
    }
    for worker in ended { worker.join() }
    // Nobody holds them any more, so they close.
    sockets.withLock { $0 = [] }
  }

  /// TCP comes first: it shares its port with nobody, so no two servers get the same.
  private static func bind(
    _ address: IPAddress,
    _ port: UInt16,
    _ count: Int
  ) throws(Failure) -> (listener: Socket, sockets: [Socket]) {
    var reason = EADDRINUSE
    // Another may have the port of UDP that goes with a free one of TCP.
    for _ in 0..<(port == 0 ? 16 : 1) {
      guard let listener = Socket.tcp(address, port: port) else {
        throw .cannotBind(address, port: port, errno: errno)
      }
      var sockets: [Socket] = []
      while sockets.count < count, let socket = Socket.udp(address, port: listener.port) {
        sockets.append(socket)
      }
      if sockets.count == count { return (listener, sockets) }
      reason = errno
    }
    throw .cannotBind(address, port: port, errno: reason)
  }
}

/// Something that is set once, and seen from every thread.
final class Flag: Sendable {
  private let value = Atomic<Bool>(false)

  var isSet: Bool { value.load(ordering: .acquiring) }

  func set() { value.store(true, ordering: .releasing) }
}
