/// What came of waiting for a key.
public enum KeyWait: Equatable, Sendable {
  /// A key was pressed, or a line has been typed ahead, which stays to be read.
  case key
  case timedOut
  case interrupted
  case terminated(Int32)
}
