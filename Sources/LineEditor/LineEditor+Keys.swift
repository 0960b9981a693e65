import CLibedit

extension LineEditor {
  /// Lets a key end what the body shows: keys are not echoed, and `waitForKey` sees each by itself.
  public func watchingKeys<Result, Failure: Error>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isInteractive, let handle = unsafe handle else { return try body() }
    unsafe ce_watch_keys(handle)
    defer { unsafe ce_unwatch_keys(handle) }
    return try body()
  }

  /// Waits for a key, which is consumed.
  ///
  /// When lines are not edited, it says at once that time is up. A single call may stand by itself;
  /// an animation puts its calls into `watchingKeys`.
  public func waitForKey(milliseconds: Int) -> KeyWait {
    guard isInteractive, let handle = unsafe handle else {
      return takeInterrupt() ? .interrupted : .timedOut
    }
    return watchingKeys {
      switch unsafe ce_wait_for_key(handle, Int32(clamping: milliseconds)) {
      case CE_READY: unsafe .key(UInt8(clamping: ce_key(handle)))
      case CE_TIMED_OUT: .timedOut
      case CE_INTERRUPTED: .interrupted
      case CE_TERMINATED: .terminated(ce_terminating_signal())
      default: .key(0)
      }
    }
  }
}
