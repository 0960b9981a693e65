import Glibc
import Synchronization

/// A process that a test has started; it is killed when the test forgets it.
public final class Child {
  public let processID: Int32
  private var status: Exit?

  /// How a process ended.
  public enum Exit: Equatable, Sendable {
    case code(Int32)
    case signal(Int32)
  }

  /// What the child's descriptors 0, 1 and 2 shall be.
  enum Streams {
    /// The terminal of that path, which becomes the child's controlling terminal.
    case terminal(String)
    case descriptors(Int32, Int32, Int32)
  }

  /// Starts a program with default signals, an environment of its own and no other descriptors.
  init(_ program: Program, _ streams: Streams) throws(SupportFailure) {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    switch streams {
    case .terminal(let path):
      unsafe posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
      unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .descriptors(let input, let output, let errors):
      for (target, source) in [input, output, errors].enumerated() {
        unsafe posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
      }
    }
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe sigfillset(&signals)
    unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | Self.newSession
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    var process: pid_t = 0
    let words = program.words
    let settings = program.environment.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
    let failure = Self.descriptors.withLock { _ in
      unsafe withCStrings(words) { arguments in
        unsafe withCStrings(settings) { environment in
          unsafe posix_spawn(&process, words[0], &actions, &attributes, arguments, environment)
        }
      }
    }
    guard failure == 0 else { throw .system("cannot start \(program.path)", errno: failure) }
    processID = process
  }

  deinit {
    guard status == nil else { return }
    // The whole session's foreground work, and the program itself.
    kill(-processID, SIGKILL)
    kill(processID, SIGKILL)
    _ = waitForExit(before: Deadline(seconds: 5))
  }

  /// Held while descriptors are made that a child must not inherit, and while one is started.
  static let descriptors = Mutex<Void>(())

  /// `POSIX_SPAWN_SETSID`, which the C library shows only to GNU sources.
  private static let newSession: Int32 = 0x80

  public func send(signal: Int32) { kill(processID, signal) }

  /// Waits until the process has ended; `nil` when it has not by then.
  func waitForExit(before deadline: Deadline) -> Exit? {
    if let status { return status }
    var word: Int32 = 0
    while unsafe waitpid(processID, &word, WNOHANG) != processID {
      if deadline.millisecondsLeft == 0 { return nil }
      // There is no descriptor that becomes readable with a child's end.
      poll(nil, 0, 1)
    }
    status = word & 0x7f == 0 ? .code(word >> 8 & 0xff) : .signal(word & 0x7f)
    return status
  }
}

private func withCStrings<Result>(
  _ strings: [String],
  _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers = unsafe strings.map { unsafe strdup($0) }
  unsafe pointers.append(nil)
  defer {
    for index in unsafe pointers.indices { unsafe free(pointers[index]) }
  }
  return unsafe pointers.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else {
      preconditionFailure("the array holds at least its terminator")
    }
    return unsafe body(start)
  }
}
