public import Lab

/// Why a file is no pack that can be used.
public enum PackError: Error, Hashable, Sendable {
  case tooLarge(bytes: Int, limit: Int)
  /// It is not made as `cafe grade new` makes one.
  case notAPack
  case newerFormat(found: Int, known: Int)
  /// It was changed after it was made.
  case badSignature
  /// It rests on another engine than this program's.
  case anotherEngine(String)
  /// A lesson or scene in it cannot be read.
  case brokenLesson(String, [Diagnostic])
  /// An item, a pool or a list in it makes no sense.
  case badValue(String)
}
