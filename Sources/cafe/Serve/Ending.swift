import Glibc
import Synchronization

/// Whether somebody wants the program to end: Ctrl-C, or a polite `kill`.
final class Ending: Sendable {
  private let wanted = Atomic(false)
  private let action = Mutex<@Sendable () -> Void>({})

  var isWanted: Bool { wanted.load(ordering: .acquiring) }

  /// Watches for SIGINT and SIGTERM from now on, before any other thread begins.
  ///
  /// A second one ends the program at once.
  static func watch() -> Ending {
    let ending = Ending()
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigaddset(&signals, SIGTERM)
    unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    let watched = signals
    Crew.send {
      var signals = watched
      var number: Int32 = 0
      unsafe sigwait(&signals, &number)
      ending.wanted.store(true, ordering: .releasing)
      ending.action.withLock { $0 }()
      unsafe sigwait(&signals, &number)
      Glibc.exit(ExitStatus.interrupted.rawValue)
    }
    return ending
  }

  /// What to do then, on another thread.
  func onEnd(_ action: @escaping @Sendable () -> Void) {
    self.action.withLock { $0 = action }
    if isWanted { action() }
  }
}
