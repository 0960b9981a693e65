import Synchronization

/// Errands that wait for an owner who is on a thread of its own.
public final class ErrandQueue: Sendable {
  /// Nil once the owner is gone.
  private let waiting = Mutex<[Errand]?>([])

  public init() {}

  /// Lines an errand up; when the owner is gone, it ends with nothing done.
  public func add(_ errand: Errand) {
    let isTaken = waiting.withLock { waiting in
      waiting?.append(errand)
      return waiting != nil
    }
    if !isTaken { errand.end(nil) }
  }

  /// What waits, in the order of its arrival.
  public func take() -> [Errand] {
    waiting.withLock { waiting in
      guard let taken = waiting else { return [] }
      waiting = []
      return taken
    }
  }

  /// Takes no more errands; those that wait end with nothing done.
  public func close() {
    let left = waiting.withLock { waiting in
      defer { waiting = nil }
      return waiting ?? []
    }
    for errand in left { errand.end(nil) }
  }
}
