import Glibc
import Synchronization

/// A program run to its end without a terminal.
public struct PipedRun: Sendable {
  public let output: String
  public let errors: String
  public let exit: Child.Exit

  /// Feeds the program that input, and reads all that it writes.
  ///
  /// After so many bytes of output the program is killed, if a limit is given.
  public init(
    _ program: Program,
    input: [UInt8],
    seconds: Int = 60,
    killedAfter limit: Int? = nil
  ) throws(SupportFailure) {
    // A program that ends before it has read everything must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    let (toChild, outOfChild, errorsOfChild) = (try Pipe(), try Pipe(), try Pipe())
    let child = try Child(
      program,
      .descriptors(toChild.reading, outOfChild.writing, errorsOfChild.writing)
    )
    toChild.closeReading()
    outOfChild.closeWriting()
    errorsOfChild.closeWriting()

    let deadline = Deadline(seconds: seconds)
    var rest = input[...]
    var results: [[UInt8]] = [[], []]
    var sources = [outOfChild.reading, errorsOfChild.reading]
    if rest.isEmpty { toChild.closeWriting() }
    while sources.contains(where: { $0 >= 0 }) {
      var waited = (sources + [rest.isEmpty ? -1 : toChild.writing]).enumerated().map {
        pollfd(fd: $1, events: Int16($0 < 2 ? POLLIN : POLLOUT), revents: 0)
      }
      if unsafe poll(&waited, 3, deadline.millisecondsLeft) == 0 {
        throw .timedOut("the end", screen: String(decoding: results[0], as: UTF8.self))
      }
      for index in 0..<2 where waited[index].revents != 0 {
        let bytes = read(from: sources[index])
        if let limit, results[0].count + (index == 0 ? bytes.count : 0) >= limit {
          child.send(signal: SIGKILL)
        }
        if bytes.isEmpty { sources[index] = -1 }
        results[index] += bytes
      }
      if waited[2].revents != 0 {
        let written = write(rest.prefix(4096), to: toChild.writing)
        rest = written > 0 ? rest.dropFirst(written) : []
        if rest.isEmpty { toChild.closeWriting() }
      }
    }
    output = String(decoding: results[0], as: UTF8.self)
    errors = String(decoding: results[1], as: UTF8.self)
    guard let exit = child.waitForExit(before: deadline) else {
      throw .timedOut("the end", screen: output)
    }
    self.exit = exit
  }

  public init(_ program: Program, input: String = "") throws(SupportFailure) {
    try self.init(program, input: Array(input.utf8))
  }
}

private func read(from descriptor: Int32) -> ArraySlice<UInt8> {
  var bytes = [UInt8](repeating: 0, count: 65536)
  let count = unsafe bytes.withUnsafeMutableBytes { buffer in
    unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
  }
  return bytes.prefix(max(0, count))
}

private func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Int {
  unsafe bytes.withUnsafeBytes { buffer in
    unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
  }
}

/// The two ends of a pipe, closed with it.
private final class Pipe {
  private(set) var reading: Int32
  private(set) var writing: Int32

  init() throws(SupportFailure) {
    var ends: [Int32] = [-1, -1]
    let failure = Child.descriptors.withLock { _ in
      let failure = unsafe pipe(&ends)
      for end in ends where end >= 0 { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return failure
    }
    guard failure == 0 else { throw .system("no pipe", errno: errno) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    closeReading()
    closeWriting()
  }

  func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
  }

  func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
  }
}
