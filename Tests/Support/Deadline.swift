import Glibc

/// A moment by which something must have happened.
public struct Deadline: Sendable {
  private let end: ContinuousClock.Instant

  public init(seconds: Int) {
    end = .now + .seconds(seconds)
  }

  /// What is left for `poll`, 0 when time is up.
  public var millisecondsLeft: Int32 {
    let left = ContinuousClock.Instant.now.duration(to: end)
    return Int32(clamping: max(0, Int64(left / .milliseconds(1))))
  }
}

/// Looks again until something is there; nil when it is not by then.
public func found<Value>(
  within seconds: Int = 20,
  _ look: () throws -> Value?
) rethrows -> Value? {
  let deadline = Deadline(seconds: seconds)
  while true {
    if let value = try look() { return value }
    if deadline.millisecondsLeft == 0 { return nil }
    poll(nil, 0, 2)
  }
}
