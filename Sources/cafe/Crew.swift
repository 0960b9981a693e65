import Glibc

/// Several threads for work that never waits.
enum Crew {
  /// Runs the same work on so many threads, this one among them, and returns when all are done.
  static func work(hands: Int, _ body: @escaping @Sendable () -> Void) {
    let others = (1..<max(1, hands)).compactMap { _ in start(body) }
    body()
    for thread in others { pthread_join(thread, nil) }
  }

  /// Sends a thread off with work that nobody waits for; without a thread nothing is done.
  static func send(_ body: @escaping @Sendable () -> Void) {
    if let thread = start(body) { pthread_detach(thread) }
  }

  private final class Errand: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) {
      self.body = body
    }
  }

  /// Nil where the system has no thread left; then the others do the work.
  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var thread = pthread_t()
    let errand = unsafe Unmanaged.passRetained(Errand(body))
    let code = unsafe pthread_create(
      &thread,
      nil,
      { pointer in
        guard let pointer = unsafe pointer else { return nil }
        unsafe Unmanaged<Errand>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      },
      errand.toOpaque()
    )
    guard code == 0 else {
      unsafe errand.release()
      return nil
    }
    return thread
  }
}
