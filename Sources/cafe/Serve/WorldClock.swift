import CafeWorld
import Glibc

/// Virtual time that follows the clock of the machine, perhaps faster.
struct WorldClock {
  /// How many virtual milliseconds pass in one of the machine's.
  let speed: Int64
  private let began: Instant
  private let start = WorldClock.monotonic

  init(from began: Instant, speed: Int64 = 1) {
    self.began = began
    self.speed = speed
  }

  var now: Instant { began + (Self.monotonic - start) / 1_000_000 * speed }

  /// Nanoseconds of the machine's until a virtual moment; 0 when it is past.
  func nanoseconds(until moment: Instant) -> Int64 {
    let passed = Self.monotonic - start
    let wanted = (moment - began).multipliedReportingOverflow(by: 1_000_000)
    guard !wanted.overflow else { return .max }
    return max(0, wanted.partialValue / speed - passed)
  }

  /// Nanoseconds of a clock that never runs back, and goes on while the machine sleeps.
  private static var monotonic: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_BOOTTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
