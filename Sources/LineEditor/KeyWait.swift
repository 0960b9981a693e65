/// What came of waiting for a key.
public enum KeyWait: Equatable, Sendable {
  /// A key was pressed; 0 for a key of several bytes, and for text typed ahead, which stays to be
  /// read.
  case key(UInt8)
  case timedOut
  case interrupted
  case terminated(Int32)
}
