import Synchronization

/// A value that another thread works out while this one goes on.
///
/// Who asks before it is there waits for it, or works it out where no thread has begun yet.
final class Ahead<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let found = Mutex<Value?>(nil)

  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    Crew.send { [self] in _ = value }
  }

  var value: Value {
    found.withLock { found in
      if let found { return found }
      let value = work()
      found = value
      return value
    }
  }
}
