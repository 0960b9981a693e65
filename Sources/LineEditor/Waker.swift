import Glibc

/// Wakes the editor from any thread: soon after, its `onWake` runs where the line is read.
public struct Waker: Sendable {
  /// The descriptor to which any byte may be written; it is open as long as the process lives.
  public let descriptor: Int32

  public func wake() {
    let byte = UInt8(ascii: "w")
    // A full pipe wakes the reader anyway.
    _ = unsafe withUnsafePointer(to: byte) { unsafe write(descriptor, $0, 1) }
  }
}
