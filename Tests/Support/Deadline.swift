/// A moment by which something must have happened.
struct Deadline {
  private let end: ContinuousClock.Instant

  init(seconds: Int) {
    end = .now + .seconds(seconds)
  }

  /// What is left for `poll`, 0 when time is up.
  var millisecondsLeft: Int32 {
    let left = ContinuousClock.Instant.now.duration(to: end)
    return Int32(clamping: max(0, Int64(left / .milliseconds(1))))
  }
}
