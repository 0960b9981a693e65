import Glibc
import Synchronization

/// Several threads for work that never waits.
enum Crew {
  /// Runs the same work on so many threads, this one among them, and returns when all are done.
  static func work(hands: Int, _ body: @escaping @Sendable () -> Void) {
    let others = (1..<max(1, hands)).compactMap { _ in start(body) }
    body()
    for thread in others { pthread_join(thread, nil) }
  }

  /// What becomes of each item, in their order, by one thread for each processor.
  static func map<Item: Sendable, Product: Sendable>(
    _ items: [Item],
    _ body: @escaping @Sendable (Item) -> Product
  ) -> [Product] {
    let next = Atomic(0)
    let made = Mutex<[(place: Int, product: Product)]>([])
    work(hands: min(items.count, processors)) {
      while true {
        let place = next.add(1, ordering: .relaxed).oldValue
        guard place < items.count else { return }
        let product = body(items[place])
        made.withLock { $0.append((place, product)) }
      }
    }
    return made.withLock { $0.sorted { $0.place < $1.place }.map(\.product) }
  }

  /// How many processors there are to work with.
  static var processors: Int { Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

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
