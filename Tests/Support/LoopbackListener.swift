import Foundation
import Glibc
import Synchronization

/// A server of TCP on a free port of this machine; a test says what it does with each connection.
public final class LoopbackListener: Sendable {
  public let port: UInt16
  private let descriptor: Int32

  /// Listens from now on.
  ///
  /// `serve` has each connection on a thread of its own; it ends when nobody holds it any more.
  public init(_ serve: @escaping @Sendable (LoopbackSocket) -> Void) throws(SupportFailure) {
    let descriptor = Child.descriptors.withLock { _ in
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      return descriptor
    }
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let failure = unsafe withUnsafeMutablePointer(to: &name) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        guard unsafe bind(descriptor, name, size) == 0, listen(descriptor, 64) == 0 else {
          return errno
        }
        return unsafe getsockname(descriptor, name, &size) == 0 ? 0 : errno
      }
    }
    guard descriptor >= 0, failure == 0 else { throw .system("no server", errno: failure) }
    self.descriptor = descriptor
    port = UInt16(bigEndian: name.sin_port)
    Thread.detachNewThread {
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
        let socket = LoopbackSocket(connected: connection)
        Thread.detachNewThread { serve(socket) }
      }
    }
  }

  /// Refuses connections from now on.
  public func stop() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  deinit {
    stop()
    close(descriptor)
  }
}
