import Glibc
import Synchronization

/// A client's socket to a port of this machine, of UDP or TCP.
public final class LoopbackSocket: Sendable {
  private let descriptor: Int32

  public init(stream: Bool, port: UInt16) throws(SupportFailure) {
    let kind = stream ? SOCK_STREAM : SOCK_DGRAM
    let descriptor = Child.descriptors.withLock { _ in
      let descriptor = socket(AF_INET, Int32(kind.rawValue), 0)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
    guard descriptor >= 0 else { throw .system("no socket", errno: errno) }
    self.descriptor = descriptor
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let failure = unsafe withUnsafePointer(to: &name) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard failure == 0 else { throw .system("no connection to port \(port)", errno: errno) }
  }

  /// Takes over a descriptor that is connected.
  init(connected descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Sends octets; false when the other side has closed.
  @discardableResult
  public func send(_ octets: [UInt8]) -> Bool {
    var sent = 0
    while sent < octets.count || octets.isEmpty {
      let count = unsafe octets[sent...].withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count >= 0 else { return false }
      sent += count
      if octets.isEmpty { break }
    }
    return true
  }

  /// The next datagram, or what a stream has next: empty at its end, nil when none comes in time.
  public func receive(milliseconds: Int32 = 5_000) -> [UInt8]? {
    var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&waited, 1, milliseconds) == 1 else { return nil }
    var octets = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe recv(descriptor, &octets, octets.count, 0)
    return Array(octets.prefix(max(0, count)))
  }

  /// How a stream came to its end.
  public enum Ending: Sendable {
    case closed
    case reset
  }

  /// Reads what a stream still has, and how it ends; nil when it does not in time.
  public func ending(milliseconds: Int32 = 5_000) -> Ending? {
    var octets = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waited, 1, milliseconds) == 1 else { return nil }
      let count = unsafe recv(descriptor, &octets, octets.count, 0)
      if count <= 0 { return count == 0 ? .closed : .reset }
    }
  }

  /// So many octets of a stream, or nil when it ends before, or they do not come in time.
  public func receive(count: Int) -> [UInt8]? {
    var octets: [UInt8] = []
    while octets.count < count {
      var chunk = [UInt8](repeating: 0, count: count - octets.count)
      var waited = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waited, 1, 5_000) == 1 else { return nil }
      let got = unsafe recv(descriptor, &chunk, chunk.count, 0)
      guard got > 0 else { return nil }
      octets += chunk.prefix(got)
    }
    return octets
  }
}
