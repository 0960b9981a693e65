import Dispatch
import Synchronization

/// Wakes one thread that waits, from any other.
struct Bell: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func ring() { semaphore.signal() }

  /// Returns when the bell has rung, however often, or after so many nanoseconds (nil: never by
  /// itself).
  func wait(nanoseconds: Int64?) {
    let end = nanoseconds.map { DispatchTime.now() + .nanoseconds(Int(min($0, .day))) }
    guard semaphore.wait(timeout: end ?? .distantFuture) == .success else { return }
    while semaphore.wait(timeout: .now()) == .success {}
  }

  /// Waits on this thread for what is asynchronous.
  static func waiting<Value: Sendable>(
    for work: @escaping @Sendable () async throws -> Value
  ) throws -> Value {
    let done = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Value, any Error>?>(nil)
    Task.detached {
      let value: Result<Value, any Error>
      do { value = .success(try await work()) } catch { value = .failure(error) }
      result.withLock { $0 = value }
      done.signal()
    }
    done.wait()
    guard let value = result.withLock({ $0 }) else { preconditionFailure("the work has ended") }
    return try value.get()
  }
}

extension Int64 {
  /// A day in nanoseconds: longer than anybody waits in one go.
  fileprivate static let day: Int64 = 86_400_000_000_000
}
