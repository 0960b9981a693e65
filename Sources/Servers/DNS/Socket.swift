import CDatagrams
import DNS
import Glibc

// All that is unsafe about sockets and threads stands in this file.

/// A socket, which is closed with its owner.
final class Socket: Sendable {
  let descriptor: Int32

  /// Takes a descriptor over, unless it is an error's.
  init?(_ descriptor: Int32) {
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  static func udp(_ address: IPAddress, port: UInt16) -> Socket? {
    Socket(cd_open_udp(cd_address(address), port))
  }

  /// One that listens, alone on its port.
  static func tcp(_ address: IPAddress, port: UInt16) -> Socket? {
    Socket(cd_open_tcp(cd_address(address), port))
  }

  var port: UInt16 { cd_port(descriptor) }

  /// Wakes whoever waits for the socket: Linux does, and then reports an error if there is no
  /// peer.
  func wake() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// A connection that waits, and from where it comes; nil: none, or there can be no more.
  func accept() -> (connection: Socket, source: IPAddress)? {
    var from = cd_address()
    let descriptor = unsafe cd_accept(descriptor, &from)
    return Socket(descriptor).map { ($0, IPAddress(from)) }
  }

  /// What came of reading or writing without waiting.
  enum Transfer {
    case octets(Int)
    /// Not now.
    case blocked
    /// Never again.
    case over
  }

  func receive(into buffer: inout [UInt8]) -> Transfer {
    let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
    return count == 0 ? .over : transfer(count)
  }

  func send(_ octets: ArraySlice<UInt8>) -> Transfer {
    transfer(
      unsafe octets.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
    )
  }

  private func transfer(_ count: Int) -> Transfer {
    if count >= 0 { return .octets(count) }
    return errno == EAGAIN || errno == EINTR ? .blocked : .over
  }

  /// Waits until one of the sockets can be read or written; what each is ready for.
  static func wait(for polls: inout [pollfd], milliseconds: Int32) {
    _ = unsafe poll(&polls, nfds_t(polls.count), milliseconds)
  }
}

/// Datagrams that one thread receives and answers together.
@safe final class DatagramBatch {
  private let batch: OpaquePointer

  init?() {
    guard let batch = unsafe cd_batch_create() else { return nil }
    unsafe self.batch = batch
  }

  deinit { unsafe cd_batch_free(batch) }

  /// Waits for datagrams; how many there are, or nil when the socket is of no more use.
  func receive(from socket: Socket) -> Int? {
    let count = unsafe cd_receive(socket.descriptor, batch)
    if count >= 0 { return Int(count) }
    // An earlier reply that nobody took is no reason to stop.
    return errno == EINTR || errno == ECONNREFUSED || errno == EAGAIN ? 0 : nil
  }

  func source(_ index: Int) -> IPAddress {
    IPAddress(unsafe cd_source(batch, Int32(index)))
  }

  /// Hands a datagram over, and keeps what `answer` says to it, if it says something.
  func reply(_ index: Int, _ answer: (Span<UInt8>) -> [UInt8]?) {
    var size = 0
    let start = unsafe cd_datagram(batch, Int32(index), &size)
    let datagram = unsafe UnsafeBufferPointer(start: start, count: size)
    guard let octets = answer(unsafe datagram.span) else { return }
    unsafe cd_reply(batch, Int32(index), octets, min(octets.count, Int(CD_DATAGRAM)))
  }

  func send(through socket: Socket) { unsafe cd_send(socket.descriptor, batch) }
}

/// A thread of the operating system, which runs one body to its end.
@safe final class Worker: Sendable {
  private let thread: pthread_t

  init?(_ body: @escaping @Sendable () -> Void) {
    // Signals are for the program's other threads.
    var (all, before) = (sigset_t(), sigset_t())
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let work = unsafe Unmanaged.passRetained(Work(body))
    let failure = unsafe pthread_create(
      &thread,
      nil,
      { pointer in
        if let pointer = unsafe pointer {
          unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        }
        return nil
      },
      work.toOpaque()
    )
    guard failure == 0 else {
      unsafe work.release()
      return nil
    }
    self.thread = thread
  }

  /// Returns when the body has ended; to be called once.
  func join() { _ = pthread_join(thread, nil) }

  private final class Work {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }
}

/// Milliseconds of a clock that never goes back.
func monotonicMilliseconds() -> Int64 {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
}

extension cd_address {
  fileprivate init(_ address: IPAddress) {
    switch address {
    case .v4(let four): self.init(high: 0, low: UInt64(four.bits), is_v6: false)
    case .v6(let six):
      self.init(
        high: UInt64(truncatingIfNeeded: six.bits >> 64),
        low: UInt64(truncatingIfNeeded: six.bits),
        is_v6: true
      )
    }
  }
}

extension IPAddress {
  fileprivate init(_ address: cd_address) {
    self =
      address.is_v6
      ? .v6(IPv6Address(bits: UInt128(address.high) << 64 | UInt128(address.low)))
      : .v4(IPv4Address(bits: UInt32(truncatingIfNeeded: address.low)))
  }
}
